/** A chart in its place: title, what its marks mean, the drawing with a sentence for a label, the figures beneath. */
import type { Text } from '../../../locale/text.js';
import { type Html, html, isEmpty } from '../markup.js';
import type { Page } from '../page.js';
import { type Drawing, type Room, twice } from './draw.js';

export interface Chart {
  /** The name of its place, where it is one that can be gone to. */
  readonly id?: string;
  readonly title: Html;
  /** Under the title: what the marks mean, in words; colours are never alone in saying it. */
  readonly sub?: Html | null;
  /** What can be seen in it, as a sentence. */
  readonly label: string;
  readonly draw: (room: Room) => Drawing;
  /** The figures of the drawing as a table, folded away. */
  readonly figures: Html | null;
  /** Across both columns. */
  readonly wide?: boolean;
  readonly note?: Html | null;
}

const FIGURES: Text = { en: 'Figures', fa: 'عددها' };
const FULL_WIDTH = 1072;

export function figure({ id, title, sub, label, draw, figures, wide = false, note }: Chart, page: Page): Html {
  return html`<figure${id === undefined ? null : html` id="${id}"`}${wide ? html` class="wide"` : null}><h3>${title}</h3>${
    sub === undefined || sub === null ? null : html`<p class="sub">${sub}</p>`
  }<div role="img" aria-label="${label}">${twice(draw, wide ? FULL_WIDTH : undefined)}</div>${
    note === undefined || note === null || isEmpty(note) ? null : html`<p class="note">${note}</p>`
  }${figures === null ? null : html`<details><summary>${FIGURES[page.lang]}</summary>${figures}</details>`}</figure>`;
}
