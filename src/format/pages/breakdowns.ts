/** Groups of deals side by side: the KPIs that say most, as many as there is room for. */
import { joinNames } from '../../locale/name-list.js';
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Breakdown, Report } from '../../report/schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  code,
  DROP,
  data,
  type PageOptions,
  type Sentence,
  say,
} from '../page.js';
import { doubtBlocks } from './doubts.js';
import { currencyValuesWords, kpiValueWords, rangeWords, SMALL_SAMPLE } from './figures.js';
import { differenceBlocks } from './group-differences.js';

type Group = Breakdown['groups'][number];
type GroupKpi = Group['kpis'][number];

/** What a sales leader compares first; the others follow in the document's order. */
const FIRST = ['won_deals', 'win_rate', 'revenue_won', 'avg_deal_size', 'sales_cycle', 'open_pipeline_value'];
/** The same of groups of subscriptions. */
const FIRST_OF_SUBSCRIPTIONS = ['mrr', 'net_revenue_retention', 'gross_revenue_retention', 'logo_churn', 'customers'];
const MOST_KPIS = 6;
/** The KPI whose denominator is the closed deals of a group. */
const OVER_CLOSED = 'win_rate';

const WORDS = {
  empty: { en: '(empty)', fa: '(خالی)' },
  n: { en: 'n', fa: 'تعداد' },
  interval: { en: '95 % interval', fa: 'بازه‌ی ۹۵٪' },
  small: {
    en: '† fewer than 20 closed deals: a difference may well be chance',
    fa: '† کمتر از ۲۰ معامله‌ی بسته‌شده: تفاوت‌ها شاید تصادفی باشند',
  },
} as const satisfies Record<string, Text>;

const BY: Sentence<string> = {
  en: (by) => say`By ${data(by)}`,
  fa: (by) => say`به تفکیک ${data(by)}`,
};
const OTHERS: Sentence<string> = {
  en: (kpis) => say`${kpis} more KPIs per group: ${code('--format json')}.`,
  fa: (kpis) => say`${kpis} شاخص دیگر برای هر گروه: ${code('--format json')}.`,
};

const N_OF: Sentence<string> = {
  en: (title) => say`n: records behind ${data(title)}`,
  fa: (title) => say`تعداد: رکوردهای پشت ${data(title)}`,
};

/** Every breakdown: its table, what the marks mean, and what is not shown. */
export function* breakdownBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  for (const { by: names, groups, nOf, tests, notes } of report.breakdowns) {
    if (groups.length === 0) continue;
    const by = joinNames([names].flat(), ', ');
    const measured = new Set(groups.flatMap(({ kpis }) => kpis.map(({ id }) => id)));
    const order = [...FIRST, ...FIRST_OF_SUBSCRIPTIONS, ...report.kpis.map(({ id }) => id), ...measured];
    // Without deals it is subscriptions that were split, and what is about deals has nothing to say of them.
    const ofDeals = report.partition.records > 0;
    const all = [...new Set(order)].filter((id) => measured.has(id) && (ofDeals || hasValue(groups, id)));
    const isSmall = (group: Group): boolean => ofDeals && hasFewClosed(group);
    const shown = all.slice(0, MOST_KPIS);
    const n: GroupColumn = {
      column: { title: [WORDS.n[lang]], align: 'right', drop: DROP.n },
      cellOf: (group) => cell(countText(group.n, lang)),
    };
    // The number of records stands beside the figure that rests on them.
    const columns = shown.flatMap((id, rank) => [
      ...kpiColumns(id, rank, report, groups, options),
      ...(id === nOf ? [n] : []),
    ]);
    yield { kind: 'heading', words: BY[lang](by) };
    yield {
      kind: 'table',
      columns: [{ title: [data(by)], align: 'left', drop: 0, min: 10 }, ...columns.map(({ column }) => column)],
      rows: groups.map((group) => ({
        kind: 'cells',
        cells: [keyCell(group, isSmall(group), lang), ...columns.map(({ cellOf }) => cellOf(group))],
      })),
    };
    if (nOf !== null && shown.length > 1 && shown.includes(nOf)) {
      yield { kind: 'aside', words: N_OF[lang](titleOf(nOf, report)) };
    }
    for (const { message } of notes) yield { kind: 'aside', words: [data(message)] };
    for (const id of shown) {
      const of = (group: Group): GroupKpi | undefined => group.kpis.find((kpi) => kpi.id === id);
      const doubts = groups.map((group) => ({
        name: data(group.key.map((value) => (value === '' ? WORDS.empty[lang] : value)).join(' · ')),
        bounds: of(group)?.bounds ?? null,
      }));
      const unit = report.kpis.find((kpi) => kpi.id === id)?.unit ?? '';
      yield* doubtBlocks(titleOf(id, report), { unit, currency: report.currency }, doubts, options);
    }
    yield* differenceBlocks(tests, report, lang);
    if (groups.some(isSmall)) yield { kind: 'aside', words: [WORDS.small[lang]] };
    if (all.length > shown.length) {
      yield { kind: 'aside', words: OTHERS[lang](countText(all.length - shown.length, lang)) };
    }
  }
}

function titleOf(id: string, { kpis }: Report): string {
  return kpis.find((kpi) => kpi.id === id)?.title ?? id;
}

function hasValue(groups: readonly Group[], id: string): boolean {
  return groups.some(({ kpis }) => kpis.some((kpi) => kpi.id === id && kpi.value !== null));
}

function keyCell(group: Group, small: boolean, lang: PageOptions['lang']): Cell {
  const key = group.key.flatMap((value, index) => [
    ...(index === 0 ? [] : [' · ']),
    value === '' ? WORDS.empty[lang] : data(value),
  ]);
  return cell(small ? [...key, ' †'] : key);
}

function hasFewClosed(group: Group): boolean {
  const closed = group.kpis.find(({ id }) => id === OVER_CLOSED);
  return (closed?.denominator ?? closed?.n ?? group.n) < SMALL_SAMPLE;
}

interface GroupColumn {
  readonly column: Column;
  readonly cellOf: (group: Group) => Cell;
}

/** A KPI's column, and for the rate that groups are compared by, the column of its interval. */
function kpiColumns(
  id: string,
  rank: number,
  report: Report,
  groups: readonly Group[],
  options: PageOptions,
): readonly GroupColumn[] {
  const entry = report.kpis.find((kpi) => kpi.id === id);
  const measure = { unit: entry?.unit ?? '', currency: report.currency };
  const bare = { ...measure, currency: null };
  const of = (group: Group): GroupKpi | undefined => group.kpis.find((kpi) => kpi.id === id);
  // The rate that groups are compared by goes last, the number of wins, which it contains, first.
  const drop = DROP.figure + (id === OVER_CLOSED ? 0 : 1 + rank + (id === 'won_deals' ? MOST_KPIS : 0));
  const value: GroupColumn = {
    column: { title: [data(entry?.title ?? id)], align: 'right', drop },
    cellOf: (group) => {
      const kpi = of(group);
      return kpi === undefined
        ? cell('')
        : kpi.byCurrency !== null
          ? cell(currencyValuesWords(kpi.byCurrency, measure.unit, options))
          : cell(kpiValueWords(kpi, bare, options), kpi.value === null ? 'dim' : undefined);
    },
  };
  if (id !== OVER_CLOSED || !groups.some((group) => of(group)?.interval)) return [value];
  const interval: GroupColumn = {
    column: { title: [WORDS.interval[options.lang]], align: 'right', drop: DROP.interval },
    cellOf: (group) => {
      const range = of(group)?.interval ?? null;
      return range === null ? cell('') : cell(rangeWords(range.low, range.high, measure, options));
    },
  };
  return [value, interval];
}
