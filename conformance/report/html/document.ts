import { createHash } from 'node:crypto';
import { type Html, html, raw } from './html.ts';
import { iconSheet } from './icons.ts';

export interface Page {
  readonly title: string;
  /** Of the icon in the tab. */
  readonly tone: 'good' | 'bad' | 'unsure';
  readonly body: Html;
  readonly style: string;
  readonly script: string;
  /** What the script reads, as JSON. */
  readonly data: Html;
}

/** One file that loads nothing: what is not in it is forbidden to it, and only this script and this style are allowed. */
export function htmlDocument({ title, tone, body, style, script, data }: Page): string {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${tabIcon(tone)}">
<style>${raw(style)}</style>
</head>
<body>
${iconSheet()}
${body}
<script type="application/json" id="data">${data}</script>
<script type="module">${raw(script)}</script>
</body>
</html>
`.markup;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const tabShapes = {
  good: "<circle cx='8' cy='8' r='7' fill='%231a7f4b'/><path d='M5 8.3l2.1 2.1L11 6.2' fill='none' stroke='white' stroke-width='1.8'/>",
  bad: "<path d='M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z' fill='%23b3261e'/><path d='M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8' stroke='white' stroke-width='1.8'/>",
  unsure: "<circle cx='8' cy='8' r='6' fill='none' stroke='%238a5a00' stroke-width='2' stroke-dasharray='3 2'/>",
};

function tabIcon(tone: Page['tone']): string {
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${tabShapes[tone]}</svg>`;
}
