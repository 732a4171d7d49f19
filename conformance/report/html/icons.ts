import { type Html, html, raw } from './html.ts';
import type { Shape } from './view/shapes.ts';

const dashed = 'stroke-dasharray="2.6 2.5"';
const circle = '<circle cx="8" cy="8" r="6.5"/>';
const tick = '<path d="M5 8.3l2.1 2.1L11 6.2"/>';

const drawings: Readonly<Record<Shape, string>> = {
  check: `${circle}${tick}`,
  cross:
    '<path class="solid" d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/><path class="cut" d="M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8"/>',
  warn: '<path d="M8 1.8l6.7 12H1.3z"/><path d="M8 6.2v3.6m0 1.9v.2"/>',
  slash: `${circle}<path d="M3.5 12.5l9-9"/>`,
  open: `<circle cx="8" cy="8" r="6.5" ${dashed}/>`,
  half: `${circle}<path class="solid" d="M8 1.5a6.5 6.5 0 0 0 0 13z"/>`,
  part: `<circle cx="8" cy="8" r="6.5" ${dashed}/>${tick}`,
  eye: '<path d="M1 8c2-3.3 4.3-5 7-5s5 1.7 7 5c-2 3.3-4.3 5-7 5s-5-1.7-7-5z"/><circle cx="8" cy="8" r="2"/>',
  aside: `<path d="M8 1.5L14.5 8 8 14.5 1.5 8z" ${dashed}/><path d="M5.5 8h5"/>`,
  outside: `<path d="M2 2h12v12H2z" ${dashed}/><path d="M5.5 8h5"/>`,
};

/** The drawings, once; `icon` and the page's script refer to them by name. */
export function iconSheet(): Html {
  const symbols = Object.entries(drawings).map(
    ([shape, drawing]) => html`<symbol id="i-${shape}" viewBox="0 0 16 16">${raw(drawing)}</symbol>`,
  );
  return html`<svg class="sheet" aria-hidden="true" focusable="false">${symbols}</svg>`;
}

/** Always beside a word, so nothing is read out for it. */
export function icon(shape: Shape): Html {
  return html`<svg class="icon is-${shape}" aria-hidden="true" focusable="false"><use href="#i-${shape}"/></svg>`;
}
