import { h, on } from './dom.ts';

/** A command with a button that copies it; where a browser does not let a file do that, it is selected instead. */
export function command(label: string, text: string): HTMLElement {
  const code = h('code', { tabindex: '0', 'aria-label': `${label}: ${text}`, role: 'group' }, text);
  const button = h('button', { type: 'button', 'aria-label': `Copy: ${label}` }, 'Copy');
  const answer = h('span', { role: 'status', class: 'answer' });
  on(button, 'click', async () => {
    const copied = await copy(text);
    if (!copied) getSelection()?.selectAllChildren(code);
    answer.textContent = copied ? 'Copied' : 'Selected: press Ctrl+C or ⌘C';
    setTimeout(() => answer.replaceChildren(), 4000);
  });
  return h('div', { class: 'command' }, h('span', { class: 'label' }, label), code, button, answer);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
