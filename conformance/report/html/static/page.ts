import { type Html, html } from '../html.ts';

/** What every page has around its content. The page's script puts the choice of light or dark into the header. */
export function page(title: string, content: Html): Html {
  return html`<a class="skip" href="#main">Skip to the content</a>
<header class="masthead"><p><b>Palyra</b> ${title}</p></header>
<main id="main" tabindex="-1">${content}</main>
<footer class="colophon"><p>This file loads nothing and sends nothing.</p></footer>`;
}
