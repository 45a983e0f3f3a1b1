/** In which order groups stand, how many are shown, and what the others are. */
import { countText, pointsText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Breakdown, Report } from '../../report/schema.js';
import { type Block, code, data, join, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { comma, valueWords } from './figures.js';
import { type Group, kpiOf } from './group-columns.js';
import { keyWords, namingAxes } from './group-keys.js';
import { proseTitle } from './prose-title.js';

/** Groups that a page shows where nobody said how many. */
const USUAL_GROUPS = { brief: 0, standard: 10, full: 50 } as const;
/** Periods and ranges have no order of importance: of many the newest are shown. */
const USUAL_PERIODS = 15;
/** The groups that fell most are named under an order that leads with those that rose. */
const MOST_FALLS = 3;

const WORDS = {
  name: { en: 'by name', fa: 'به ترتیب نام' },
  records: { en: 'by records', fa: 'به ترتیب تعداد رکورد' },
  own: { en: 'in their own order', fa: 'به ترتیب خود' },
  largest: { en: 'largest first', fa: 'از بیشترین' },
  smallest: { en: 'smallest first', fa: 'از کمترین' },
} as const satisfies Record<string, Text>;

const BY: Sentence<string> = {
  en: (title) => say`by ${data(proseTitle(title, 'en'))}`,
  fa: (title) => say`به ترتیب ${data(title)}`,
};
const BY_CHANGE: Sentence<string> = {
  en: (title) => say`by change of ${data(proseTitle(title, 'en'))}`,
  fa: (title) => say`به ترتیب تغییر ${data(title)}`,
};
const SHOWN: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`${shown} of ${total}`,
  fa: ({ shown, total }) => say`${shown} از ${total}`,
};
const MORE: Sentence<{ readonly n: number; readonly groups: string; readonly figures: Words; readonly top: string }> = {
  en: ({ n, groups, figures, top }) => say`${groups} more ${n === 1 ? 'group' : 'groups'}${figures}: ${code(top)}.`,
  fa: ({ groups, figures, top }) => say`${groups} گروه دیگر${figures}: ${code(top)}.`,
};
const FIGURE: Sentence<{ readonly title: string; readonly value: Words }> = {
  en: ({ title, value }) => say`, ${data(proseTitle(title, 'en'))} ${value}`,
  fa: ({ title, value }) => say`، ${data(title)} ${value}`,
};
const FALLS: Sentence<Words> = {
  en: (groups) => say`Largest falls: ${groups}.`,
  fa: (groups) => say`بیشترین کاهش‌ها: ${groups}.`,
};
const EARLIER: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`The newest ${shown} of ${total} are shown; ${code('--format json')} has all.`,
  fa: ({ shown, total }) =>
    say`${shown} دوره‌ی آخر از ${total} نشان داده شده است؛ ${code('--format json')} همه را دارد.`,
};

/** Whether the groups are periods, of which a page shows the newest. */
export function isOfPeriods({ axes, rows }: Breakdown): boolean {
  const [axis, ...more] = axes;
  return rows === null && more.length === 0 && (axis?.kind === 'time' || axis?.kind === 'days');
}

/** The groups that a page shows: as many as were asked for, else the first ten (fifty in full); of periods the newest. */
export function shownOf<G extends Group>(
  breakdown: Breakdown,
  groups: readonly G[],
  { detail }: Pick<PageOptions, 'detail'>,
): readonly G[] {
  if (isOfPeriods(breakdown)) return groups.slice(-USUAL_PERIODS);
  const ordered = breakdown.sort.by === 'own';
  return breakdown.top !== null || ordered ? groups : groups.slice(0, USUAL_GROUPS[detail]);
}

/** `by Won value, largest first · 10 of 30`. */
export function orderWords(
  { sort, groupsTotal }: Breakdown,
  shown: number,
  { kpis }: Report,
  { lang }: PageOptions,
): Words {
  const title = (id: string): string => kpis.find((kpi) => kpi.id === id)?.title ?? id;
  const cut =
    shown < groupsTotal
      ? say` · ${SHOWN[lang]({ shown: countText(shown, lang), total: countText(groupsTotal, lang) })}`
      : [];
  if (sort.by === 'own') return [WORDS.own[lang], ...cut];
  if (sort.by === 'name') return [WORDS.name[lang], ...cut];
  const by =
    sort.by === 'records'
      ? [WORDS.records[lang]]
      : sort.by === 'change'
        ? BY_CHANGE[lang](title(sort.of ?? ''))
        : BY[lang](title(sort.by));
  return say`${by}${comma(lang)}${WORDS[sort.direction === 'desc' ? 'largest' : 'smallest'][lang]}${cut}`;
}

/** What is not shown: how many groups, what they amount to, how to see them, and who fell most. */
export function* cutBlocks(
  breakdown: Breakdown,
  groups: readonly Group[],
  shown: readonly Group[],
  main: string,
  report: Report,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  if (isOfPeriods(breakdown)) {
    if (shown.length === groups.length) return;
    const counts = { shown: countText(shown.length, lang), total: countText(groups.length, lang) };
    yield { kind: 'aside', words: EARLIER[lang](counts) };
    return;
  }
  const others = groups.slice(shown.length);
  const left = others.length + (breakdown.rest?.groups ?? 0);
  if (left === 0 || breakdown.sort.by === 'own') return;
  const entry = report.kpis.find((kpi) => kpi.id === main);
  const measure = { unit: entry?.unit ?? '', currency: report.currency };
  const value =
    breakdown.rest === null ? sumOf(others, main, measure.unit) : (kpiOf(breakdown.rest, main)?.value ?? null);
  const figures =
    value === null ? [] : FIGURE[lang]({ title: entry?.title ?? main, value: valueWords(value, measure, options) });
  const falls = fallWords(breakdown, groups, main, measure.unit, options);
  const named = falls === null ? [] : say` ${falls}`;
  const top = `--top ${breakdown.groupsTotal}`;
  yield { kind: 'aside', words: [...MORE[lang]({ n: left, groups: countText(left, lang), figures, top }), ...named] };
}

/** `Largest falls: Zane −67.8 k.`; null where nothing fell, and where the order is that of the changes. */
export function fallWords(
  breakdown: Pick<Breakdown, 'sort' | 'axes' | 'rows'>,
  groups: readonly Group[],
  main: string,
  unit: string,
  options: PageOptions,
): Words | null {
  const falls = fallsIn(groups, main).map((group) => {
    const change = kpiOf(group, main)?.change?.absolute ?? null;
    // The difference of two rates is told in points, never in per cent.
    const by =
      unit === 'ratio' && change !== null
        ? [pointsText(change, options.lang)]
        : valueWords(change, { unit, currency: null }, options);
    return say`${keyWords(group, namingAxes(breakdown), options)} ${by}`;
  });
  return breakdown.sort.by === 'change' || falls.length === 0
    ? null
    : FALLS[options.lang](join(falls, comma(options.lang)));
}

/** What the groups not shown add up to, of money and counts; null of what is no sum. */
function sumOf(groups: readonly Group[], id: string, unit: string): number | null {
  if (unit !== 'money' && unit !== 'count') return null;
  const values = groups.map((group) => kpiOf(group, id)?.value ?? null);
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function fallsIn(groups: readonly Group[], id: string): readonly Group[] {
  const by = (group: Group): number => kpiOf(group, id)?.change?.absolute ?? 0;
  return groups
    .filter((group) => by(group) < 0)
    .sort((a, b) => by(a) - by(b))
    .slice(0, MOST_FALLS);
}
