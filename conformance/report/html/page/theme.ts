import { h, on } from './dom.ts';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const storedAs = 'palyra-report-theme';

/** A button that goes through the themes; `system` is what the reader's device prefers. */
export function themeButton(): HTMLElement {
  const button = h('button', { type: 'button', class: 'theme' });
  const show = (theme: Theme) => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    button.textContent = `Theme: ${theme}`;
  };
  let current = recall();
  show(current);
  return on(button, 'click', () => {
    current = themes[(themes.indexOf(current) + 1) % themes.length] ?? 'system';
    show(current);
    remember(current);
  });
}

/** A browser may keep nothing for a file that was opened from disk; the choice then lasts as long as the page. */
function recall(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(storedAs)) ?? 'system';
  } catch {
    return 'system';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(storedAs, theme);
  } catch {
    // Nothing is lost but the memory of it.
  }
}
