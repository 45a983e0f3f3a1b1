/** A breakdown by time and something else: groups down, periods across. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Breakdown, Report } from '../../report/schema.js';
import { type Block, type Cell, cell, code, DROP, data, type PageOptions, type Sentence, say } from '../page.js';
import { currencyValuesWords, kpiValueWords, pointWords } from './figures.js';
import { changeColumn, type Group, kpiOf } from './group-columns.js';
import { keyWords } from './group-keys.js';

/** Periods across at most: the newest. */
const MOST_PERIODS = 12;

const WORDS = {
  whole: { en: 'whole period', fa: 'کل دوره' },
  noDay: { en: '(no date)', fa: '(بدون تاریخ)' },
} as const satisfies Record<string, Text>;

const SHOWN: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`The newest ${shown} of ${total} periods are shown; ${code('--format json')} has all.`,
  fa: ({ shown, total }) =>
    say`${shown} دوره‌ی آخر از ${total} دوره نشان داده شده است؛ ${code('--format json')} همه را دارد.`,
};

interface PeriodOf {
  readonly label: string;
  readonly start: string | null;
  readonly partial: boolean;
}

/** One KPI of the shown groups: in the whole period, drawn, and in each of the newest periods. */
export function* pivotBlocks(
  breakdown: Breakdown,
  shown: readonly Group[],
  id: string,
  report: Report,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const { axes, groups } = breakdown;
  const at = axes.findIndex(({ kind }) => kind === 'time');
  const periods = periodsOf(groups, at);
  const across = periods.slice(-MOST_PERIODS);
  const entry = report.kpis.find((kpi) => kpi.id === id);
  const measure = { unit: entry?.unit ?? '', currency: null };
  const nameOf = (key: readonly string[]): string => JSON.stringify(key.filter((_, index) => index !== at));
  const cells = new Map(groups.map((group) => [`${nameOf(group.key)} ${group.key[at]}`, group]));
  const inPeriod = (row: Group, { label }: PeriodOf): Group | undefined =>
    cells.get(`${JSON.stringify(row.key)} ${label}`);
  const figureOf = (group: Group | undefined): Cell => {
    const kpi = group === undefined ? undefined : kpiOf(group, id);
    if (kpi === undefined) return cell('');
    return kpi.byCurrency !== null
      ? cell(currencyValuesWords(kpi.byCurrency, measure.unit, options))
      : cell(kpiValueWords(kpi, measure, options), kpi.value === null ? 'dim' : undefined);
  };
  const drawn = periods.filter(({ start }) => start !== null);
  const cut = drawn.flatMap(({ partial }, index) => (partial ? [index] : []));
  const changes = changeColumn(id, entry, report, shown, options);
  const others = axes.filter(({ kind }) => kind !== 'time');
  yield {
    kind: 'table',
    columns: [
      { title: [data(entry?.title ?? id)], align: 'left', drop: DROP.never, min: 18 },
      { title: [WORDS.whole[lang]], align: 'right', drop: DROP.never },
      ...changes.map(({ column }) => column),
      { title: [], align: 'left', drop: DROP.never },
      // The oldest go first.
      ...across.map(({ label, start }, index) => ({
        title: start === null ? [WORDS.noDay[lang]] : [pointWords({ label, start }, options)],
        align: 'right' as const,
        drop: DROP.figure + across.length - index,
      })),
    ],
    rows: shown.map((row) => ({
      kind: 'cells',
      cells: [
        cell(keyWords(row, others, options)),
        figureOf(row),
        ...changes.map(({ cellOf }) => cellOf(row)),
        { words: [], spark: drawn.map((period) => valueIn(inPeriod(row, period), id)), cut },
        ...across.map((period) => figureOf(inPeriod(row, period))),
      ],
    })),
  };
  if (across.length < periods.length) {
    const counts = { shown: countText(across.length, lang), total: countText(periods.length, lang) };
    yield { kind: 'aside', words: SHOWN[lang](counts) };
  }
}

function valueIn(group: Group | undefined, id: string): number | null {
  return group === undefined ? null : (kpiOf(group, id)?.value ?? null);
}

/** Every period that some group has, in the order of time, what has no day behind all others. */
function periodsOf(groups: Breakdown['groups'], at: number): PeriodOf[] {
  const byLabel = new Map<string, PeriodOf>();
  for (const { key, range, partial } of groups) {
    const label = key[at] ?? '';
    const from = range[at]?.from;
    const start = typeof from === 'string' ? from : null;
    byLabel.set(label, { label, start, partial: partial || byLabel.get(label)?.partial === true });
  }
  return [...byLabel.values()].sort((a, b) =>
    a.start === null || b.start === null
      ? Number(a.start === null) - Number(b.start === null)
      : a.start < b.start
        ? -1
        : 1,
  );
}
