/** Every figure with what stands beside it, in groups, each with its definition. */
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { kpiColumns } from '../../pages/kpi-columns.js';
import { byGroup } from '../../pages/kpi-groups.js';
import { linesOf, titleText } from '../../pages/kpi-lines.js';
import { legend, shownEntries } from '../../pages/sections/kpis.js';
import { blocks } from '../blocks.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { type TableRow, table } from '../table.js';
import { term } from '../term.js';

const FIGURE: Text = { en: 'Figure', fa: 'شاخص' };

/** The table under its caption, and what its words and signs mean. */
export function kpiTable(report: Report, caption: string, page: Page): Html {
  const { options, lang } = page;
  const entries = shownEntries(report, options);
  const lines = entries.flatMap(linesOf).filter(({ value }) => value !== null);
  const [, ...columns] = kpiColumns(report, options).filter(
    ({ always, cellOf }) => always === true || lines.some((line) => (cellOf(line)?.words.length ?? 0) > 0),
  );
  const rows = byGroup(entries, lang).flatMap(({ title, entries: own }): TableRow[] => [
    { group: html`${title}` },
    ...own
      .flatMap(linesOf)
      .filter(({ value }) => value !== null)
      .map((line): TableRow => {
        const { definition, formula } = line;
        return [
          { html: term({ title: titleText(line, lang), definition, formula }, page) },
          ...columns.map(({ cellOf }) => {
            const shown = cellOf(line);
            return { html: page.words(shown?.words ?? []), tone: shown?.tone };
          }),
        ];
      }),
  ]);
  const heads = [
    { title: html`${FIGURE[lang]}`, kind: 'text' as const },
    ...columns.map(({ title, align }) => ({
      title: page.words(title),
      kind: align === 'right' ? ('number' as const) : ('text' as const),
    })),
  ];
  return html`${table({ caption, columns: heads, rows }, page)}${blocks(legend(report, entries, lines, options), page)}`;
}
