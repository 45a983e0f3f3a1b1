/** Groups of deals side by side: the KPIs that say most, as many as there is room for. */
import { joinNames } from '../../locale/name-list.js';
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Breakdown, Report } from '../../report/schema.js';
import { type Block, cell, code, DROP, data, type PageOptions, type Sentence, say } from '../page.js';
import { doubtBlocks } from './doubts.js';
import { comma, SMALL_SAMPLE } from './figures.js';
import { BEYOND_CHANCE, type Group, kpiColumns, kpiOf, OVER_CLOSED } from './group-columns.js';
import { cutBlocks, orderWords, shownOf } from './group-cuts.js';
import { differenceBlocks } from './group-differences.js';
import { keyWords } from './group-keys.js';
import { pivotBlocks } from './pivot.js';
import { fieldTitle, proseTitle, sentenceText } from './prose-title.js';

/** What a sales leader compares first, in a report of all KPIs these alone where most of them have a value. */
const FIRST = ['revenue_won', 'won_deals', 'win_rate', 'stalled_deals'];
const SECOND = ['avg_deal_size', 'sales_cycle', 'open_pipeline_value'];
/** The same of groups of subscriptions. */
const FIRST_OF_SUBSCRIPTIONS = ['mrr', 'net_revenue_retention', 'gross_revenue_retention', 'logo_churn', 'customers'];
const MOST_KPIS = 6;
/** Of the first ones, enough for a table. */
const ENOUGH = 3;
/** With more KPIs than this in the report nobody asked for single ones. */
const MOST_ASKED = 12;
/** KPIs of which a breakdown by time has a table each, where single ones are asked for. */
const MOST_PIVOTS = 3;

/** Characters under which most names of people break. */
const LEAST_NAME = 18;

const WORDS = {
  small: {
    en: '† fewer than 20 closed deals: a difference may well be chance',
    fa: '† کمتر از ۲۰ معامله‌ی بسته‌شده: تفاوت‌ها شاید تصادفی باشند',
  },
  beyond: {
    en: `${BEYOND_CHANCE} a change beyond chance, corrected for the number of groups (Benjamini–Hochberg)`,
    fa: `${BEYOND_CHANCE} تغییری فراتر از تصادف، پس از تصحیح برای شمار گروه‌ها (بنجامینی-هاکبرگ)`,
  },
} as const satisfies Record<string, Text>;

const BY: Sentence<string> = {
  en: (by) => say`By ${data(proseTitle(fieldTitle(by), 'en'))}`,
  fa: (by) => say`به تفکیک ${data(fieldTitle(by))}`,
};
const OTHERS: Sentence<{ readonly n: number; readonly kpis: string }> = {
  en: ({ n, kpis }) =>
    say`${kpis} more ${n === 1 ? 'figure' : 'figures'} per group: ${code('--kpi ID,…')} shows those you name, ${code('--format csv')} all.`,
  fa: ({ kpis }) =>
    say`${kpis} شاخص دیگر برای هر گروه: ${code('--kpi ID,…')} آن‌ها را که نام ببرید نشان می‌دهد و ${code('--format csv')} همه را.`,
};
const N_OF: Sentence<string> = {
  en: (title) => say`n: records behind ${data(title)}`,
  fa: (title) => say`تعداد: رکوردهای پشت ${data(title)}`,
};

/** Every breakdown: its table, what the marks mean, and what is not shown. */
export function* breakdownBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  for (const [index, breakdown] of report.breakdowns.entries()) {
    if (breakdown.groups.length > 0) yield* blocksOf(breakdown, `by-${index + 1}`, report, options);
  }
}

function* blocksOf(
  breakdown: Breakdown,
  id: string,
  report: Report,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const { by: names, axes, nOf, tests, notes, sort } = breakdown;
  const groups: readonly Group[] = breakdown.rows ?? breakdown.groups;
  const shown = shownOf(breakdown, groups, options);
  // In Persian a field has its Persian title; in English what was typed reads as well.
  const titles = [names].flat().map((name, index) => (lang === 'fa' ? axes[index]?.title : null) ?? name);
  const by = joinNames(titles, comma(lang));
  const { chosen, more } = kpisOf(groups, report);
  const main = [sort.by, sort.of, ...chosen].find((id) => id !== null && chosen.includes(id)) ?? '';
  const total =
    breakdown.rows === null && axes.some(({ kind }) => kind === 'time') ? groups.length : breakdown.groupsTotal;
  const right = orderWords({ ...breakdown, groupsTotal: total }, shown.length, report, options);
  yield { kind: 'heading', words: BY[lang](by), right, id };
  if (breakdown.rows !== null) {
    const single = report.kpis.length <= MOST_ASKED ? chosen.slice(0, MOST_PIVOTS) : [main];
    for (const id of single) yield* pivotBlocks(breakdown, shown, id, report, options);
    yield* cutBlocks(breakdown, groups, shown, main, report, options);
    for (const { message } of notes) yield { kind: 'aside', words: [data(sentenceText(message, lang))] };
    yield* differenceBlocks(tests, report, options);
    return;
  }
  const ofDeals = report.partition.records > 0;
  const isSmall = (group: Group): boolean => ofDeals && chosen.includes(OVER_CLOSED) && hasFewClosed(group);
  const columns = [main, ...chosen.filter((id) => id !== main)].flatMap((id, rank) =>
    kpiColumns(id, { rank, main, nOf }, report, shown, options),
  );
  yield {
    kind: 'table',
    columns: [
      { title: [data(fieldTitle(by))], align: 'left', drop: DROP.never, min: LEAST_NAME },
      ...columns.map(({ column }) => column),
    ],
    rows: shown.map((group) => {
      const key = keyWords(group, axes, options);
      return {
        kind: 'cells',
        cells: [cell(isSmall(group) ? [...key, ' †'] : key), ...columns.map(({ cellOf }) => cellOf(group))],
      };
    }),
  };
  yield* cutBlocks(breakdown, groups, shown, main, report, options);
  const withInterval = nOf === OVER_CLOSED && shown.some((group) => kpiOf(group, OVER_CLOSED)?.interval);
  if (nOf !== null && chosen.length > 1 && chosen.includes(nOf) && !withInterval) {
    yield { kind: 'aside', words: N_OF[lang](titleOf(nOf, report)) };
  }
  for (const { message } of notes) yield { kind: 'aside', words: [data(sentenceText(message, lang))] };
  for (const id of chosen) {
    const doubts = shown.map((group) => ({
      name: data(group.key.join(' · ')),
      bounds: kpiOf(group, id)?.bounds ?? null,
    }));
    const unit = report.kpis.find((kpi) => kpi.id === id)?.unit ?? '';
    yield* doubtBlocks(titleOf(id, report), { unit, currency: report.currency }, doubts, options);
  }
  yield* differenceBlocks(tests, report, options);
  const isBeyond = (group: Group): boolean =>
    [main, OVER_CLOSED].some((id) => chosen.includes(id) && kpiOf(group, id)?.change?.significant === true);
  if (shown.some(isBeyond)) yield { kind: 'aside', words: [WORDS.beyond[lang]] };
  if (shown.some(isSmall)) yield { kind: 'aside', words: [WORDS.small[lang]] };
  if (more > 0) yield { kind: 'aside', words: OTHERS[lang]({ n: more, kpis: countText(more, lang) }) };
}

/** The KPIs that groups are compared by, and how many more the document has. */
function kpisOf(
  groups: readonly Group[],
  report: Report,
): { readonly chosen: readonly string[]; readonly more: number } {
  const measured = new Set(groups.flatMap(({ kpis }) => kpis.map(({ id }) => id)));
  const order = [...FIRST, ...SECOND, ...FIRST_OF_SUBSCRIPTIONS, ...report.kpis.map(({ id }) => id), ...measured];
  const all = [...new Set(order)].filter((id) => measured.has(id));
  const valued = all.filter((id) => hasValue(groups, id));
  // Without any value the reasons are what there is to say.
  const known = valued.length === 0 ? all : valued;
  const first = FIRST.filter((id) => known.includes(id));
  const many = report.kpis.length > MOST_ASKED && known.length > MOST_KPIS;
  const chosen = many && first.length >= ENOUGH ? first : known.slice(0, MOST_KPIS);
  return { chosen, more: all.length - chosen.length };
}

function titleOf(id: string, { kpis }: Report): string {
  return kpis.find((kpi) => kpi.id === id)?.title ?? id;
}

function hasValue(groups: readonly Group[], id: string): boolean {
  return groups.some((group) => {
    const kpi = kpiOf(group, id);
    return kpi !== undefined && (kpi.value !== null || kpi.byCurrency !== null);
  });
}

function hasFewClosed(group: Group): boolean {
  const closed = kpiOf(group, OVER_CLOSED);
  return (closed?.denominator ?? closed?.n ?? group.n) < SMALL_SAMPLE;
}
