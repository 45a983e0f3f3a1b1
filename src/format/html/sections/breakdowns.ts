/** Groups side by side: what each amounts to, how well each does, and whether they differ at all. */
import type { Breakdown, Report } from '../../../report/schema.js';
import { data } from '../../page.js';
import { isOfPeriods } from '../../pages/group-cuts.js';
import { differenceBlocks } from '../../pages/group-differences.js';
import { sentenceText } from '../../pages/prose-title.js';
import { blocks } from '../blocks.js';
import { all, type Html, html, isEmpty } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';
import { groupTable } from './groups/group-table.js';
import { multiplesHtml } from './groups/multiples.js';
import { periodFigures } from './groups/period-figures.js';
import { rankingFigures } from './groups/rankings.js';
import { rateFigure } from './groups/rate-figure.js';
import { sumFigures } from './groups/sum-figure.js';
import { groupsView } from './groups/view.js';

export const breakdownsHtml: SectionHtml = (report, page) => {
  const parts = report.breakdowns
    .filter(({ groups }) => groups.length > 0)
    .map((breakdown) => breakdownHtml(breakdown, report, page));
  const rankings = rankingFigures(report, page);
  const said = all([
    ...parts,
    rankings.length === 0 ? null : html`<div class="by"><div class="pair">${rankings}</div></div>`,
  ]);
  return isEmpty(said) ? null : said;
};

function breakdownHtml(breakdown: Breakdown, report: Report, page: Page): Html {
  const { lang } = page;
  const view = groupsView(breakdown, report, page);
  const figures = isOfPeriods(breakdown)
    ? periodFigures(view, page)
    : [...sumFigures(view, page), ...[rateFigure(view, page)].flatMap((one) => one ?? [])];
  const notes = [
    ...differenceBlocks(breakdown.tests, report, page.options),
    ...breakdown.notes.map(({ message }) => ({ kind: 'aside' as const, words: [data(sentenceText(message, lang))] })),
  ];
  return html`<div class="by"><div class="pair">${figures}</div>${multiplesHtml(view, page)}${blocks(notes, page)}${groupTable(view, page)}</div>`;
}
