import { expect, test } from 'vitest';
import { embedJson, html } from './html.ts';

test('values are escaped, markup inside markup is not', () => {
  const inner = html`<b title="${'"&\''}">${'<script>'}</b>`;
  expect(html`<p>${[inner]}${false}${undefined}${0}</p>`.markup).toBe(
    '<p><b title="&#34;&#38;&#39;">&#60;script&#62;</b>0</p>',
  );
});

test('JSON in a page holds nothing that could end its element, and reads back', () => {
  const value = { a: '</script><!-- <script> \u2028\u2029 \ud800 ]]> &amp;', b: [1, null] };
  const { markup } = embedJson(value);
  expect(markup).not.toMatch(/[<>&\u2028\u2029\ud800]/u);
  expect(JSON.parse(markup)).toEqual(value);
});
