/** Every figure with what stands beside it, in groups, each with its definition. */
import { countText } from '../../../locale/numbers.js';
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
import { evidencePlace, figurePlace } from './figure-place.js';

const FIGURE: Text = { en: 'Figure', fa: 'شاخص' };
const DEALS: Text = { en: 'Deals behind it', fa: 'معامله‌های پشت آن' };

/** The table under its caption, and what its words and signs mean. */
export function kpiTable(report: Report, caption: string, page: Page): Html {
  const { options, lang } = page;
  const entries = shownEntries(report, options);
  const lines = entries.flatMap(linesOf).filter(({ value }) => value !== null);
  const [, ...columns] = kpiColumns(report, options).filter(
    ({ always, cellOf }) => always === true || lines.some((line) => (cellOf(line)?.words.length ?? 0) > 0),
  );
  const behind = new Map(report.evidence.map(({ kpi, total }) => [kpi, total]));
  const rows = byGroup(entries, lang).flatMap(({ title, entries: own }): TableRow[] => [
    { group: html`${title}` },
    ...own
      .flatMap(linesOf)
      .filter(({ value }) => value !== null)
      .map((line, at, all): TableRow => {
        const { id, definition, formula } = line;
        const name = term({ title: titleText(line, lang), definition, formula }, page);
        const total = behind.get(id);
        // A figure of several currencies has as many lines, and one place.
        const isFirst = all[at - 1]?.id !== id;
        return [
          { html: isFirst ? html`<span id="${figurePlace(id, page)}">${name}</span>` : name },
          ...columns.map(({ cellOf }) => {
            const shown = cellOf(line);
            return { html: page.words(shown?.words ?? []), tone: shown?.tone };
          }),
          ...(behind.size === 0
            ? []
            : [
                {
                  html:
                    total === undefined
                      ? html``
                      : html`<a href="#${evidencePlace(id, page)}">${countText(total, lang)}</a>`,
                },
              ]),
        ];
      }),
  ]);
  const heads = [
    { title: html`${FIGURE[lang]}`, kind: 'text' as const },
    ...columns.map(({ title, align }) => ({
      title: page.words(title),
      kind: align === 'right' ? ('number' as const) : ('text' as const),
    })),
    ...(behind.size === 0 ? [] : [{ title: html`${DEALS[lang]}`, kind: 'number' as const }]),
  ];
  return html`${table({ caption, columns: heads, rows }, page)}${blocks(legend(report, entries, lines, options), page)}`;
}
