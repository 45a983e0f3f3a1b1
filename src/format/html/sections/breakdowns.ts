/** Groups side by side: what each amounts to, how well each does, and whether they differ at all. */
import type { Breakdown, Report } from '../../../report/schema.js';
import { data } from '../../page.js';
import { differenceBlocks } from '../../pages/group-differences.js';
import { sentenceText } from '../../pages/prose-title.js';
import { blocks } from '../blocks.js';
import { all, type Html, html, isEmpty } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';
import { groupTable } from './groups/group-table.js';
import { rateFigure } from './groups/rate-figure.js';
import { sumFigures } from './groups/sum-figure.js';
import { groupsView } from './groups/view.js';

export const breakdownsHtml: SectionHtml = (report, page) => {
  const parts = report.breakdowns
    .filter(({ groups }) => groups.length > 0)
    .map((breakdown) => breakdownHtml(breakdown, report, page));
  const said = all(parts);
  return isEmpty(said) ? null : said;
};

function breakdownHtml(breakdown: Breakdown, report: Report, page: Page): Html {
  const { lang } = page;
  const view = groupsView(breakdown, report, page);
  const figures = [...sumFigures(view, page), ...[rateFigure(view, page)].flatMap((one) => one ?? [])];
  const notes = [
    ...differenceBlocks(breakdown.tests, report, page.options),
    ...breakdown.notes.map(({ message }) => ({ kind: 'aside' as const, words: [data(sentenceText(message, lang))] })),
  ];
  return html`<div class="by"><div class="pair">${figures}</div>${blocks(notes, page)}${groupTable(view, page)}</div>`;
}
