/** What figures that look ahead rest on: folded away on the screen, written out on paper. */
import type { Text } from '../../../locale/text.js';
import { sentenceText } from '../../pages/prose-title.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';

const ASSUMED: Text = { en: 'What this rests on', fa: 'این‌ها بر چه استوار است' };

/** Null where nothing was assumed. */
export function assumedHtml(notes: readonly { readonly message: string }[], page: Page): Html | null {
  if (notes.length === 0) return null;
  return html`<details class="print ahead"><summary>${ASSUMED[page.lang]}</summary><ul>${notes.map(
    ({ message }) => html`<li>${page.sentence(sentenceText(message, page.lang))}</li>`,
  )}</ul></details>`;
}
