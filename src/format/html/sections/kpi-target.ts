/** What a card says of a target: whether it is met, in a word and a sign, and what was asked. */
import type { Text } from '../../../locale/text.js';
import type { KpiEntry } from '../../../report/schema.js';
import { join, type Words } from '../../page.js';
import { comma, levelText, valueWords } from '../../pages/figures.js';
import { type TargetState, targetState } from '../../pages/targets.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';

const STATES: Readonly<Record<TargetState, Text>> = {
  met: { en: 'target met', fa: 'به هدف رسیده' },
  missed: { en: 'short of target', fa: 'به هدف نرسیده' },
  onPace: { en: 'on pace for the target', fa: 'همگام با هدف' },
  behind: { en: 'behind the pace of the target', fa: 'عقب از هدف' },
};
/** A ceiling is not fallen short of. */
const OVER: Text = { en: 'over target', fa: 'بیش از هدف' };
const OPEN: Text = { en: 'target', fa: 'هدف' };
const LIMITS: Readonly<Record<'min' | 'max', Text>> = {
  min: { en: 'at least', fa: 'دست‌کم' },
  max: { en: 'at most', fa: 'حداکثر' },
};

/** `✗ short of target: at least 3.20 M`. The sign and the words say it; only what is missed has a colour. */
export function targetLine({ target, value, unit }: KpiEntry, page: Page): Html | null {
  if (target === null) return null;
  const { lang } = page;
  const limits = (['min', 'max'] as const).flatMap((end): Words[] => {
    const limit = target[end];
    return limit === null ? [] : [[`${LIMITS[end][lang]} `, ...limitWords(limit, unit, page)]];
  });
  if (limits.length === 0) return null;
  const state = targetState(target, value);
  const asked = html`: ${page.words(join(limits, comma(lang)))}`;
  if (state === null) return html`${OPEN[lang]}${asked}`;
  const isOver = state === 'missed' && target.max !== null && value !== null && value > target.max;
  const said = isOver ? OVER[lang] : STATES[state][lang];
  return state === 'met' || state === 'onPace'
    ? html`✓ ${said}${asked}`
    : html`<span class="bad">✗ ${said}</span>${asked}`;
}

/** Shares and days without a zero behind their point: what is asked for is rarely a fraction of one. */
function limitWords(limit: number, unit: string, { lang, options }: Page): Words {
  if (unit === 'ratio') return [levelText(limit, lang)];
  return valueWords(limit, { unit, currency: null }, unit === 'days' ? { ...options, short: false } : options);
}
