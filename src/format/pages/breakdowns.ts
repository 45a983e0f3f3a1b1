/** Groups of deals side by side: the KPIs that say most, as many as there is room for. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Breakdown, Report } from '../../report/schema.js';
import { type Block, cell, code, DROP, data, type PageOptions, type Sentence, say } from '../page.js';
import { doubtBlocks } from './doubts.js';
import { BEYOND_CHANCE, type Group, kpiColumns, kpiOf, OVER_CLOSED } from './group-columns.js';
import { cutBlocks, orderWords, shownOf } from './group-cuts.js';
import { differenceBlocks } from './group-differences.js';
import { axesText, keyWords } from './group-keys.js';
import { FEW_CLOSED, groupKpis, hasFewClosed, MOST_ASKED } from './group-kpis.js';
import { titleOf } from './kpi-lines.js';
import { pivotBlocks } from './pivot.js';
import { fieldTitle, proseTitle, sentenceText } from './prose-title.js';

/** KPIs of which a breakdown by time has a table each, where single ones are asked for. */
const MOST_PIVOTS = 3;

/** Characters under which most names of people break. */
const LEAST_NAME = 18;

const WORDS = {
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
  const { axes, nOf, tests, notes, sort } = breakdown;
  const groups: readonly Group[] = breakdown.rows ?? breakdown.groups;
  const shown = shownOf(breakdown, groups, options);
  const by = axesText(breakdown, lang);
  const { chosen, more } = groupKpis(groups, report);
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
  if (shown.some(isSmall)) yield { kind: 'aside', words: [FEW_CLOSED[lang]] };
  if (more > 0) yield { kind: 'aside', words: OTHERS[lang]({ n: more, kpis: countText(more, lang) }) };
}
