/** The columns that groups of a breakdown are compared by. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Breakdown, KpiEntry, Report } from '../../report/schema.js';
import { type Cell, type Column, cell, DROP, data, type PageOptions, type Piece, type Sentence, say } from '../page.js';
import { changeTone, currencyValuesWords, kpiValueWords, type Measure, movedText, rangeWords } from './figures.js';
import { besideWords } from './short-label.js';

export type Group = Pick<Breakdown['groups'][number], 'key' | 'range' | 'n' | 'kpis'>;
export type GroupKpi = Group['kpis'][number];

/** The KPI whose denominator is the closed deals of a group. */
export const OVER_CLOSED = 'win_rate';
/** Behind a change that more than chance stands behind. */
export const BEYOND_CHANCE = '‡';

const WORDS = {
  n: { en: 'n', fa: 'تعداد' },
  interval: { en: '95 %', fa: 'بازه‌ی ۹۵٪' },
  change: { en: 'change', fa: 'تغییر' },
} as const satisfies Record<string, Text>;

/** Beside won value and among groups of deals the whole title says nothing more. */
const SHORT: Readonly<Record<string, Text>> = {
  won_deals: { en: 'Deals', fa: 'معامله‌ها' },
  stalled_deals: { en: 'Stalled', fa: 'متوقف' },
};

const SINCE: Sentence<Piece> = {
  en: (label) => say`vs ${label}`,
  fa: (label) => say`نسبت به ${label}`,
};

export interface GroupColumn {
  readonly column: Column;
  readonly cellOf: (group: Group) => Cell;
}

/** A KPI of a group; undefined where the document does not have it. */
export function kpiOf(group: Pick<Group, 'kpis'>, id: string): GroupKpi | undefined {
  return group.kpis.find((kpi) => kpi.id === id);
}

/**
 * The columns of one KPI: its value; of the main one a bar, of a rate the interval; the change since the compared
 * period of the main one and of a rate.
 */
export function kpiColumns(
  id: string,
  { rank, main, nOf }: { readonly rank: number; readonly main: string; readonly nOf: string | null },
  report: Report,
  groups: readonly Group[],
  options: PageOptions,
): readonly GroupColumn[] {
  const entry = report.kpis.find((kpi) => kpi.id === id);
  const measure: Measure = { unit: entry?.unit ?? '', currency: report.currency };
  const bare = { ...measure, currency: null };
  const drop = id === main ? DROP.never : DROP.figure + (id === OVER_CLOSED ? 0 : 1 + rank);
  const value: GroupColumn = {
    column: { title: [SHORT[id]?.[options.lang] ?? data(entry?.title ?? id)], align: 'right', drop },
    cellOf: (group) => {
      const kpi = kpiOf(group, id);
      if (kpi === undefined) return cell('');
      return kpi.byCurrency !== null
        ? cell(currencyValuesWords(kpi.byCurrency, measure.unit, options))
        : cell(kpiValueWords(kpi, bare, options), kpi.value === null ? 'dim' : undefined);
    },
  };
  const columns = [value];
  if (id === main) columns.push(...barColumn(id, groups));
  const withInterval = id === OVER_CLOSED && groups.some((group) => kpiOf(group, id)?.interval);
  if (withInterval) {
    columns.push({
      column: { title: [WORDS.interval[options.lang]], align: 'right', drop: DROP.interval },
      cellOf: (group) => {
        const range = kpiOf(group, id)?.interval ?? null;
        return range === null ? cell('') : cell(rangeWords(range.low, range.high, measure, options));
      },
    });
  }
  // The number of records stands beside the figure that rests on them, where its interval does not tell how much they carry.
  if (id === nOf && !withInterval) {
    columns.push({
      column: { title: [WORDS.n[options.lang]], align: 'right', drop: DROP.n },
      cellOf: (group) => cell(countText(group.n, options.lang)),
    });
  }
  if (id === main || id === OVER_CLOSED) columns.push(...changeColumn(id, entry, report, groups, options));
  return columns;
}

/** Bars of amounts and counts, the longest of the groups shown; none below 0, and none of rates, which do not add up. */
function barColumn(id: string, groups: readonly Group[]): GroupColumn[] {
  const values = groups.map((group) => kpiOf(group, id)?.value ?? 0);
  const most = Math.max(0, ...values);
  if (id === OVER_CLOSED || most === 0 || groups.length < 2 || values.some((value) => value < 0)) return [];
  return [
    {
      column: { title: [], align: 'left', drop: DROP.bar },
      cellOf: (group) => ({ words: [], bar: (kpiOf(group, id)?.value ?? 0) / most }),
    },
  ];
}

/** The change since the compared period; nothing where no group has one. */
export function changeColumn(
  id: string,
  entry: KpiEntry | undefined,
  { comparedTo, period }: Report,
  groups: readonly Group[],
  options: PageOptions,
): GroupColumn[] {
  const { lang } = options;
  if (!groups.some((group) => kpiOf(group, id)?.change)) return [];
  return [
    {
      column: {
        title:
          comparedTo === null
            ? [WORDS.change[lang]]
            : SINCE[lang](besideWords(comparedTo.label, period?.label ?? null, options)),
        align: 'right',
        drop: DROP.never,
      },
      cellOf: (group) => {
        const change = kpiOf(group, id)?.change ?? null;
        if (change === null) return cell('');
        // The sign says the direction; an arrow in every row would say it again.
        const moved = movedText(change, entry?.unit ?? '', lang).replace(/^[▲▼=] /, '');
        const mark = change.significant === true ? ` ${BEYOND_CHANCE}` : '';
        return cell(moved + mark, changeTone(change, entry?.better ?? null));
      },
    },
  ];
}
