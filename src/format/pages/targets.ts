/** What is said of a KPI's target: its limits, whether it is met, and how a running period keeps pace. */
import { ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { KpiEntry } from '../../report/schema.js';
import { type Cell, cell, data, join, type PageOptions, say, type Words } from '../page.js';
import { comma, type Measure, valueWords } from './figures.js';

type Target = NonNullable<KpiEntry['target']>;
export type TargetState = keyof typeof STATES;

const STATES = {
  met: { en: 'met', fa: 'رسیده' },
  missed: { en: 'missed', fa: 'نرسیده' },
  onPace: { en: 'on pace', fa: 'همگام' },
  behind: { en: 'behind', fa: 'عقب' },
} as const satisfies Record<string, Text>;

/** `≥ 3.2 M, on pace`. */
export function targetCell({ target, value }: KpiEntry, measure: Measure, options: PageOptions): Cell | null {
  if (target === null) return null;
  const state = targetState(target, value);
  const limits = limitWords(target, measure, options);
  if (limits.length === 0) return null;
  const said = state === null ? [] : [[STATES[state][options.lang]]];
  const good = state === 'met' || state === 'onPace';
  return cell(join([...limits, ...said], comma(options.lang)), state === null ? undefined : good ? 'good' : 'bad');
}

function limitWords({ min, max }: Pick<Target, 'min' | 'max'>, { unit }: Measure, options: PageOptions): Words[] {
  const bare = { unit, currency: null };
  return [
    ...(min === null ? [] : [say`≥ ${valueWords(min, bare, options)}`]),
    ...(max === null ? [] : [say`≤ ${valueWords(max, bare, options)}`]),
  ];
}

/** How a value stands to its target; null without a value, and where the period tells nothing yet. */
export function targetState({ met, min, max, pacing }: Target, value: number | null): TargetState | null {
  if (met !== null) return met ? 'met' : 'missed';
  if (pacing === null || value === null) return null;
  const behind = (min !== null && value < min * pacing.elapsed) || (max !== null && value > max * pacing.elapsed);
  return behind ? 'behind' : 'onPace';
}

/** Of each KPI with a target of each quarter or the like, or in a period that runs: how much of either there is. */
export function targetRemarks(
  entries: readonly KpiEntry[],
  currency: string | null,
  options: PageOptions,
): readonly Words[] {
  const { lang } = options;
  return entries.flatMap(({ target, title, unit }): Words[] => {
    if (target === null || (target.pacing === null && target.per === null)) return [];
    const { pacing, asked, per } = target;
    const measure = { unit, currency };
    const parts = [
      ...(pacing === null || pacing.reached === null ? [] : [PACE[lang](pacing.elapsed, pacing.reached)]),
      ...(per === null ? [] : [join([...limitWords(asked, measure, options), [PER[per][lang]]], ' ')]),
    ];
    return parts.length === 0 ? [] : [say`${data(title)}: ${join(parts, comma(lang))}`];
  });
}

const PACE: { readonly [L in Lang]: (elapsed: number, reached: number) => Words } = {
  en: (elapsed, reached) => [
    `${ratioText(elapsed, 'en')} of the period gone, ${ratioText(reached, 'en')} of the target reached`,
  ],
  fa: (elapsed, reached) => [
    `${ratioText(elapsed, 'fa')} از دوره گذشته و ${ratioText(reached, 'fa')} از هدف به دست آمده`,
  ],
};

const PER = {
  week: { en: 'a week', fa: 'در هر هفته' },
  month: { en: 'a month', fa: 'در هر ماه' },
  quarter: { en: 'a quarter', fa: 'در هر فصل' },
  year: { en: 'a year', fa: 'در هر سال' },
} as const satisfies Record<NonNullable<Target['per']>, Text>;
