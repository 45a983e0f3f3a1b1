/** The gate of `--enforce-targets`: which KPIs of a report are not what the config says they should be. */
import { UserError } from '../errors/user-error.js';
import type { Report, ReportRequest } from '../index.js';
import { figure, NOT_AVAILABLE } from '../locale/numbers.js';
import { type Reason, reasonText } from '../locale/reasons.js';
import { LANGS, type Lang, type Text } from '../locale/text.js';

type Entry = Report['kpis'][number];

/** Refuses to enforce nothing: a gate that cannot fail is a misspelt config. */
export function requireTargets({ targets = {}, kpis, period }: ReportRequest): void {
  const asked = Object.keys(targets).filter((id) => kpis === undefined || kpis.includes(id));
  if (asked.length === 0) throw new UserError('nothing_to_enforce', {});
  const open = period === undefined ? asked.filter((id) => targets[id]?.per !== undefined) : [];
  if (open.length > 0) throw new UserError('target_needs_period', { targets: open });
}

/**
 * KPIs outside their target, those that have one but no value (a broken export must not pass), and those that do not
 * keep pace with the days of a running period.
 */
export function missedTargets(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ target, value }) => target !== null && target.met !== true && !keepsPace(target, value));
}

function keepsPace({ met, min, max, pacing }: NonNullable<Entry['target']>, value: number | null): boolean {
  if (met === false || pacing === null || value === null) return false;
  const { elapsed } = pacing;
  return (min === null || value >= min * elapsed) && (max === null || value <= max * elapsed);
}

/** `failed: win_rate is 18.2 %, its target at least 25.0 %`. */
export function missedNote({ id, unit, value, target, reason }: Entry, currency: string | null): Text {
  const written = (number: number, lang: Lang): string => {
    const shown = figure(number, unit, lang);
    const money = (unit === 'money' || unit === 'money_per_day') && currency !== null ? ` ${currency}` : '';
    return `${shown.number}${money}${shown.unit}`;
  };
  const limits = (lang: Lang): string =>
    [
      ...(target?.min == null ? [] : [`${LEAST[lang]} ${written(target.min, lang)}`]),
      ...(target?.max == null ? [] : [`${MOST[lang]} ${written(target.max, lang)}`]),
    ].join(AND[lang]);
  const said = (lang: Lang): string => {
    if (value !== null) return written(value, lang);
    return reason === null ? NOT_AVAILABLE[lang] : `${NOT_AVAILABLE[lang]} (${reasonText(reason as Reason, lang)})`;
  };
  const sentence = (lang: Lang): string => SENTENCE[lang](id, said(lang), limits(lang));
  const [en, fa] = LANGS.map(sentence) as [string, string];
  return { en, fa };
}

const LEAST: Text = { en: 'at least', fa: 'دست‌کم' };
const MOST: Text = { en: 'at most', fa: 'حداکثر' };
const AND: Text = { en: ' and ', fa: ' و ' };
const SENTENCE: { readonly [L in Lang]: (id: string, value: string, limits: string) => string } = {
  en: (id, value, limits) => `failed: ${id} is ${value}, its target ${limits}`,
  fa: (id, value, limits) => `مردود: ${id} برابر ${value} است، هدف ${limits}`,
};
