/** A word with its definition on hover and focus; Escape closes it. */
import { type Html, html, nameText } from './markup.js';
import type { Page } from './page.js';

export interface Definition {
  readonly title: string;
  readonly definition: string;
  /** How it is computed; left out where it is no figure. */
  readonly formula?: string | null;
}

/** A title with its definition. Shown by the sheet alone, so that it works without the page's program. */
export function term({ title, definition, formula }: Definition, page: Page): Html {
  if (definition === '') return html`<bdi>${nameText(title)}</bdi>`;
  const id = page.id(`tip-${page.next()}`);
  const calculation =
    formula === undefined || formula === null ? null : html`<code class="formula" dir="auto">${formula}</code>`;
  return html`<span class="term" tabindex="0" aria-describedby="${id}"><bdi>${nameText(title)}</bdi><span class="tip" role="tooltip" id="${id}">${page.sentence(definition)}${calculation}</span></span>`;
}
