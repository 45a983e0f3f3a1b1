/** What changed since the earlier export: what a manager repeats, the steps of the pipeline, the deals behind them. */
import type { Text } from '../../../locale/text.js';
import { type Sentence, say, type Words } from '../../page.js';
import { behindMoves, behindSteps, behindWords } from '../../pages/changes-command.js';
import { labelWords } from '../../pages/figures.js';
import { notComputed } from '../../pages/not-computed.js';
import type { Changes } from '../../pages/sections/changes-cells.js';
import { splitNotes } from '../../pages/sections/changes-notes.js';
import { all, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { cardsHtml } from './changes/cards.js';
import { dealsHtml } from './changes/deals.js';
import { exportsHtml } from './changes/exports.js';
import { forecastAgainstHtml } from './changes/forecast.js';
import { groupsHtml } from './changes/groups.js';
import { kindsHtml } from './changes/kinds.js';
import { pairsHtml } from './changes/pairs.js';
import { pushedHtml } from './changes/pushed.js';
import { stagesHtml } from './changes/stages.js';
import { stepsHtml } from './changes/steps.js';
import type { SectionHtml } from './definition.js';

const DOUBTS: Text = { en: 'Read this first', fa: 'نخست این را بخوانید' };
const DUE: Sentence<Words> = {
  en: (period) => say`The pipeline is that of deals due in ${period}; what became of deals is told of all of them.`,
  fa: (period) => say`پایپ‌لاین از معامله‌های با موعد ${period} است؛ سرنوشت معامله‌ها درباره‌ی همه گفته شده.`,
};

export const changesHtml: SectionHtml = (report, page) => {
  const { changes } = report;
  if (changes === null) return null;
  const { lang, options } = page;
  const [pair] = changes.pairs;
  if (changes.reason !== null || pair === undefined) {
    return changes.reason === null ? null : html`<p>${page.words(notComputed(changes.reason, options))}</p>`;
  }
  const { first, notes, ofGroups } = splitNotes(changes);
  const [lead, ...more] = changes.headline;
  return all([
    first.length === 0 ? null : html`<p class="warn"><b>${DOUBTS[lang]}</b></p>${notesHtml(first, page)}`,
    lead === undefined ? null : html`<p class="lead">${page.sentence(lead.message)}</p>`,
    ...more.map(({ message }) => html`<p>${page.sentence(message)}</p>`),
    notesHtml(notes, page),
    cardsHtml(changes, pair, page),
    changes.period === null
      ? null
      : html`<p class="note">${page.words(DUE[lang]([labelWords(changes.period.label, options)]))}</p>`,
    stepsHtml(changes, pair, page),
    behindHtml(behindWords(report, behindSteps(changes), lang, true), page),
    pairsHtml(changes, page),
    kindsHtml(pair, page),
    behindHtml(behindWords(report, behindMoves(changes), lang), page),
    stagesHtml(pair, page),
    pushedHtml(changes, page),
    forecastAgainstHtml(changes, page),
    groupsHtml(changes, page),
    ...ofGroups.map(({ message }) => html`<p class="note">${page.sentence(message)}</p>`),
    dealsHtml(report, changes, page),
    exportsHtml(changes, page),
  ]);
};

/** What to type for the deals behind the figures above. */
function behindHtml(words: Words | null, page: Page): Html | null {
  return words === null ? null : html`<p class="note">${page.words(words)}</p>`;
}

function notesHtml(notes: Changes['notes'], page: Page): Html | null {
  if (notes.length === 0) return null;
  return html`<ul>${notes.map(({ message }) => html`<li class="warn">${page.sentence(message)}</li>`)}</ul>`;
}
