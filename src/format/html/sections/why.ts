/** Why main figures changed: a sentence each, drawn from before to after, and the other ways of taking it apart folded. */
import { capitalized } from '../../../locale/first-letter.js';
import { notComputed } from '../../pages/not-computed.js';
import type { WhyChange, WhyPart } from '../../pages/why-words.js';
import { all, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';
import { partFigure, partTitle } from './why/drawing.js';
import { partTable } from './why/table.js';

export const whyHtml: SectionHtml = ({ why }, page) => {
  if (why === null) return null;
  if (why.reason !== null) return html`<p>${page.words(notComputed(why.reason, page.options))}</p>`;
  return all([
    ...why.notes.map(({ message }) => html`<p class="note">${page.sentence(message)}</p>`),
    ...why.changes.map((change) => changeHtml(change, page)),
  ]);
};

/** Figures that are drawn of one change. */
const MOST_DRAWN = 2;

/** Drawn are the factors, and beside them the column that explains most; without factors the first two columns. */
function changeHtml(change: WhyChange, page: Page): Html {
  const { parts, sentence, verdict } = change;
  const drawn = parts.slice(0, MOST_DRAWN);
  return html`<div class="by why"><p>${page.sentence(sentence.message)}</p>${
    verdict === null ? null : html`<p class="note">${page.sentence(verdict.message)}</p>`
  }${drawn.length === 0 ? null : html`<div class="grid">${drawn.map((part) => partFigure(part, change, page))}</div>`}${parts
    .slice(MOST_DRAWN)
    .map((part) => foldedHtml(part, change, page))}</div>`;
}

function foldedHtml(part: WhyPart, change: WhyChange, page: Page): Html {
  const title = partTitle(part, page.lang);
  return html`<details><summary><bdi>${capitalized(title)}</bdi></summary>${partTable(part, change, `${change.title} ${title}`, page)}</details>`;
}
