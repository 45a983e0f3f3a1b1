/** The parts of a figure by name: reasons of loss, owners, customers. */
import { countText, ratioText } from '../../locale/numbers.js';
import { moneyScale, scaledText, unitText } from '../../locale/scale.js';
import type { Text } from '../../locale/text.js';
import type { KpiEntry, Report } from '../../report/schema.js';
import { type Block, cell, code, data, type PageOptions, type Sentence, say } from '../page.js';
import { currencyWords } from './figures.js';
import { type Line, linesOf } from './kpi-lines.js';

const WORDS = {
  n: { en: 'Deals', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  share: { en: 'Share', fa: 'سهم' },
  attainment: { en: 'Attained', fa: 'تحقق' },
} as const satisfies Record<string, Text>;

/** A part whose cell is empty. */
export const EMPTY_NAME: Text = { en: '(empty)', fa: '(خالی)' };

export interface RankingKind {
  /** Heading, and what the names are. */
  readonly title: Text;
  readonly name: Text;
  readonly share: Text;
}

const OTHER: RankingKind = {
  title: { en: 'Its parts', fa: 'اجزای آن' },
  name: { en: 'Name', fa: 'نام' },
  share: WORDS.share,
};
const OWNER: Text = { en: 'Owner', fa: 'مسئول' };
const KINDS = new Map<string, RankingKind>([
  [
    'lost_reason_coverage',
    {
      title: { en: 'Why deals were lost', fa: 'چرا معامله‌ها از دست رفتند' },
      name: { en: 'Reason', fa: 'دلیل' },
      share: WORDS.share,
    },
  ],
  [
    'revenue_concentration',
    {
      title: { en: 'Largest customers', fa: 'بزرگ‌ترین مشتریان' },
      name: { en: 'Customer', fa: 'مشتری' },
      share: WORDS.share,
    },
  ],
  ['quota_attainment', { title: { en: 'Quotas', fa: 'سهمیه‌ها' }, name: OWNER, share: WORDS.attainment }],
  [
    'stalled_deals',
    { title: { en: 'Whose deals are stalled', fa: 'معامله‌های متوقف از آنِ کیست' }, name: OWNER, share: WORDS.share },
  ],
]);

/** How the parts of a KPI are called. */
export function rankingKind(id: string): RankingKind {
  return KINDS.get(id) ?? OTHER;
}

/** What a report shows of it: the rankings that a sales leader asks for, the first few of each. */
const IN_REPORT = ['lost_reason_coverage', 'revenue_concentration', 'quota_attainment'];
const MOST_IN_REPORT = 5;

const OTHERS: Sentence<{ readonly rest: string; readonly total: string; readonly command: string }> = {
  en: ({ rest, total, command }) => say`${rest} more of ${total}: ${code(command)}.`,
  fa: ({ rest, total, command }) => say`${rest} مورد دیگر از ${total}: ${code(command)}.`,
};

/** What lists all parts: a breakdown where the figure itself names the largest only, else its explanation. */
export function rankingCommand({
  id,
  ranking,
  rankingTotal,
}: Pick<KpiEntry, 'id' | 'ranking' | 'rankingTotal'>): string {
  const all = (ranking?.length ?? 0) >= (rankingTotal ?? 0);
  return id === 'revenue_concentration' && !all ? '--by customer' : `kpi explain ${id}`;
}

/** The ranking of one KPI as a table; nothing where it has none. */
export function* rankingBlocks(
  entry: KpiEntry,
  currency: string | null,
  options: PageOptions,
  most: number = Number.POSITIVE_INFINITY,
): Generator<Block, void, undefined> {
  // Money of several currencies is ranked in each.
  for (const line of linesOf(entry)) yield* rankingOf(line, line.currency ?? currency, options, most);
}

function* rankingOf(
  entry: Line,
  currency: string | null,
  { lang }: PageOptions,
  most: number,
): Generator<Block, void, undefined> {
  const { id, ranking } = entry;
  if (ranking === null || ranking.length === 0) return;
  const { title, name, share } = rankingKind(id);
  const priced = ranking.some(({ amount }) => amount !== null);
  const scale = moneyScale(ranking.slice(0, most).map(({ amount }) => amount));
  const unit = unitText(scale, currency, lang);
  const several =
    entry.currency === null || entry.currency === '' ? {} : { right: [currencyWords(entry.currency, lang)] };
  yield { kind: 'heading', words: [title[lang]], ...several, id: id.replaceAll('_', '-') };
  yield {
    kind: 'table',
    columns: [
      { title: [name[lang]], align: 'left', drop: 0, min: 10 },
      { title: [WORDS.n[lang]], align: 'right', drop: 1 },
      ...(priced
        ? [
            {
              title: unit === '' ? [WORDS.amount[lang]] : say`${WORDS.amount[lang]} (${data(unit)})`,
              align: 'right' as const,
              drop: 2,
            },
          ]
        : []),
      { title: [share[lang]], align: 'right', drop: 0 },
    ],
    rows: ranking.slice(0, most).map((part) => ({
      kind: 'cells',
      cells: [
        cell(part.key === '' ? [EMPTY_NAME[lang]] : [data(part.key)]),
        cell(countText(part.n, lang)),
        ...(priced ? [cell(part.amount === null ? '' : scaledText(part.amount, scale, lang))] : []),
        cell(part.share === null ? '' : ratioText(part.share, lang)),
      ],
    })),
  };
  const total = Math.max(entry.rankingTotal ?? 0, ranking.length);
  const rest = total - Math.min(most, ranking.length);
  if (rest === 0) return;
  const words = { rest: countText(rest, lang), total: countText(total, lang), command: rankingCommand(entry) };
  yield { kind: 'aside', words: OTHERS[lang](words) };
}

/** The rankings that belong into a report. */
export function* reportRankings(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  for (const entry of report.kpis) {
    if (IN_REPORT.includes(entry.id)) yield* rankingBlocks(entry, report.currency, options, MOST_IN_REPORT);
  }
}
