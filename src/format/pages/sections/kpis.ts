/** The figures that have a value, in groups, beside those of the compared period; the others are one paragraph. */
import type { Text } from '../../../locale/text.js';
import type { KpiEntry, Report } from '../../../report/schema.js';
import { type Block, cell, type PageOptions, type Row, type Sentence, say, type Words } from '../../page.js';
import { absentWords } from '../absent-kpis.js';
import { currencyWords, labelWords, semicolon, verdictWord } from '../figures.js';
import { kpiColumns } from '../kpi-columns.js';
import { byGroup } from '../kpi-groups.js';
import { type Line, linesOf } from '../kpi-lines.js';
import { alikeRemarks } from '../remarks.js';
import type { SectionView } from './definition.js';

/** What a leader asks for first: the figures of the brief report. */
const FIRST = [
  'revenue_won',
  'won_deals',
  'win_rate',
  'avg_deal_size',
  'sales_cycle',
  'stalled_deals',
  'mrr',
  'arr',
  'net_revenue_retention',
  'gross_revenue_retention',
  'logo_churn',
  'customers',
  'new_deals',
  'open_deals',
];
const MOST_IN_BRIEF = 6;

const AGAINST: Sentence<Words> = {
  en: (period) => say`change is against ${period}`,
  fa: (period) => say`تغییر نسبت به ${period}`,
};
const AMOUNTS: Sentence<string> = {
  en: (currency) => say`amounts in ${currencyWords(currency, 'en')}`,
  fa: (currency) => say`مبلغ‌ها به ${currencyWords(currency, 'fa')}`,
};

const LEGEND = {
  chance: { en: 'chance: the change could be chance', fa: 'شاید: تغییر شاید تصادفی باشد' },
  untested: { en: 'empty: a count or a sum, not tested', fa: 'خالی: شمار یا جمع است و آزمونی ندارد' },
  unlike: { en: '† the two figures are not alike', fa: '† دو عدد همانند نیستند' },
} as const satisfies Record<string, Text>;

export const kpisView: SectionView = function* (report, options, title) {
  const shown = shownEntries(report, options);
  const lines = shown.flatMap(linesOf).filter(({ value }) => value !== null);
  if (report.kpis.length === 0) return;
  yield { kind: 'heading', words: title, right: lines.length === 0 ? [] : rightWords(report, options), id: 'kpis' };
  if (lines.length > 0) {
    yield table(report, shown, lines, options);
    yield* legend(report, shown, lines, options);
  }
  if (options.detail === 'brief') return;
  const absent = absentWords(report.kpis, options);
  if (absent !== null) yield { kind: 'aside', words: absent };
};

/** All figures with a value; of the brief report the first six. Whoever asks for some by their names sees these. */
export function shownEntries({ kpis }: Pick<Report, 'kpis'>, { detail }: PageOptions): readonly KpiEntry[] {
  const valued = kpis.filter((entry) => linesOf(entry).some(({ value }) => value !== null));
  if (detail !== 'brief' || valued.length <= MOST_IN_BRIEF) return valued;
  const rank = ({ id }: KpiEntry): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return [...valued].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_IN_BRIEF);
}

function rightWords({ comparedTo, currency, kpis }: Report, options: PageOptions): Words {
  const { lang } = options;
  const parts = [
    ...(currency === null || currency === '' ? [] : [AMOUNTS[lang](currency)]),
    ...(comparedTo === null || kpis.every(({ change }) => change === null)
      ? []
      : [AGAINST[lang]([labelWords(comparedTo.label, options)])]),
  ];
  return parts.flatMap((words, index) => (index === 0 ? [...words] : [' · ', ...words]));
}

function table(report: Report, shown: readonly KpiEntry[], lines: readonly Line[], options: PageOptions): Block {
  const columns = kpiColumns(report, options).filter(
    ({ always, cellOf }) => always === true || lines.some((line) => !isEmpty(cellOf(line))),
  );
  const rowsOf = (entry: KpiEntry): Row[] =>
    linesOf(entry)
      .filter(({ value }) => value !== null)
      .map((line) => ({ kind: 'cells', cells: columns.map(({ cellOf }) => cellOf(line) ?? cell('')) }));
  const grouped = options.detail !== 'brief' && shown.length > MOST_IN_BRIEF;
  const rows = grouped
    ? byGroup(shown, options.lang).flatMap(({ title, entries }): Row[] => [
        { kind: 'section', words: [title] },
        ...entries.flatMap(rowsOf),
      ])
    : shown.flatMap(rowsOf);
  return { kind: 'table', columns, rows };
}

function isEmpty(one: { readonly words: Words } | null): boolean {
  return one === null || one.words.length === 0 || (one.words.length === 1 && one.words[0] === '');
}

/** What the words beside the changes mean, where they stand. */
export function* legend(
  report: Report,
  shown: readonly KpiEntry[],
  lines: readonly Line[],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const changed = lines.filter(({ change }) => change !== null);
  if (changed.length === 0) return;
  const words = new Set(
    changed.map(({ change, better }) => (change === null ? null : verdictWord(change, better, lang))),
  );
  const said = [
    ...(changed.some(({ change }) => change?.significant === false) ? [LEGEND.chance[lang]] : []),
    ...(words.has(null) ? [LEGEND.untested[lang]] : []),
    ...(words.has('†') ? [LEGEND.unlike[lang]] : []),
  ];
  if (said.length > 0) yield { kind: 'aside', words: [`${said.join(semicolon(lang))}.`] };
  if (detail === 'brief') return;
  for (const remark of alikeRemarks(shown, report.currency, options)) yield { kind: 'aside', words: remark };
}
