/** The KPIs without a value as one paragraph, by the kind of reason: they are no rows between figures. */
import { countText } from '../../locale/numbers.js';
import { shortReason } from '../../locale/reasons.js';
import type { Text } from '../../locale/text.js';
import type { KpiEntry } from '../../report/schema.js';
import { data, join, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { comma, reasonWords, semicolon } from './figures.js';
import { linesOf, titleText } from './kpi-lines.js';

/** Kinds of reasons, in the order in which they are told. */
const KINDS = {
  column: { en: 'Not in the files', fa: 'در فایل‌ها نیست' },
  compare: { en: 'Nothing to compare with', fa: 'چیزی برای سنجش نیست' },
  history: { en: 'Too short a history', fa: 'سابقه‌ی کوتاه' },
  mislead: { en: 'Would mislead', fa: 'گمراه‌کننده می‌بود' },
  edges: { en: 'Beyond the data', fa: 'بیرون از داده‌ها' },
  nothing: { en: 'Nothing to count', fa: 'چیزی برای شمردن نیست' },
  other: { en: 'For another reason', fa: 'به دلیلی دیگر' },
} as const satisfies Record<string, Text>;

type Kind = keyof typeof KINDS;

const KIND_OF: Readonly<Record<Exclude<Kind, 'other'>, readonly string[]>> = {
  column: [
    'no_leads',
    'no_lead_outcome',
    'no_subscriptions',
    'no_customer_dates',
    'no_end_dates',
    'no_probability',
    'no_expected_close',
    'no_priced_deals',
    'no_dated_deals',
    'no_priced_subscriptions',
    'no_snapshot_date',
    'not_by_group',
  ],
  compare: [
    'no_target',
    'no_quotas',
    'target_of_all_deals',
    'no_quota_in_group',
    'quota_in_parts',
    'no_earlier_period',
  ],
  history: [
    'insufficient_history',
    'under_a_year',
    'period_too_short',
    'no_customers_at_start',
    'no_mrr_at_start',
    'no_churn',
    'nobody_ended',
    'purchases_too_short',
    'few_repeat_customers',
    'few_priced_repeat_customers',
    'few_won_cycles',
    'few_closings',
    'filled_by_closing',
    'median_not_reached',
  ],
  mislead: [
    'lost_deals_unpriced',
    'no_lost_deals_in_file',
    'no_won_deals_in_file',
    'overwritten_at_closing',
    'mixed_currencies',
  ],
  edges: ['outside_data', 'period_not_begun'],
  nothing: [
    'no_deals',
    'no_closed_deals',
    'no_won_deals',
    'no_lost_deals',
    'no_created_deals',
    'no_open_deals',
    'no_customers',
    'zero_amounts',
    'zero_cycle',
    'target_met',
  ],
};

/** In the standard detail more titles of one reason than this are a number. */
const MOST_TITLES = 4;
/** The note that belongs beside the reason why there is no figure. */
export const COULD_BE = 'could_be';

const NOT_COMPUTED: Sentence<{ readonly n: string; readonly parts: Words }> = {
  en: ({ n, parts }) => say`Not computed (${n}). ${parts}`,
  fa: ({ n, parts }) => say`محاسبه نشد (${n}). ${parts}`,
};
const SO_MANY: Sentence<string> = {
  en: (n) => [`${n} figures`],
  fa: (n) => [`${n} شاخص`],
};

/** `Not computed (11). Not in the files: Weighted pipeline (…); … Too short a history: …`; null where all have a value. */
export function absentWords(entries: readonly KpiEntry[], options: PageOptions): Words | null {
  const { lang } = options;
  const absent = entries.flatMap(linesOf).filter(({ value }) => value === null);
  if (absent.length === 0) return null;
  const lines = absent.map((line) => ({ ...line, title: titleText(line, lang) }));
  const parts = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const ofKind = lines.filter(({ reason }) => kindOf(reason) === kind);
    return ofKind.length === 0 ? [] : [say`${KINDS[kind][lang]}: ${byReason(ofKind, options)}.`];
  });
  return NOT_COMPUTED[lang]({ n: countText(absentCount(entries), lang), parts: join(parts, ' ') });
}

/** KPIs without a value; one of several currencies counts once. */
export function absentCount(entries: readonly KpiEntry[]): number {
  return entries.filter((entry) => linesOf(entry).some(({ value }) => value === null)).length;
}

function kindOf(reason: string | null): Kind {
  if (reason?.startsWith('missing_field:') || reason?.startsWith('no_file:')) return 'column';
  const found = Object.entries(KIND_OF).find(([, reasons]) => reasons.includes(reason ?? ''));
  return (found?.[0] as Kind | undefined) ?? 'other';
}

function byReason(lines: readonly KpiEntry[], { lang, detail }: PageOptions): Words {
  const reasons = [...new Set(lines.map(({ reason }) => reason))];
  const said = reasons.map((reason): Words => {
    const those = lines.filter((line) => line.reason === reason);
    const many = detail !== 'full' && those.length > MOST_TITLES;
    const titles: Words = many
      ? SO_MANY[lang](countText(those.length, lang))
      : join(
          those.map(({ title }) => [data(title)]),
          comma(lang),
        );
    const short = reason === null || detail === 'full' ? null : shortReason(reason, lang);
    const why = reason === null ? [] : [short ?? reasonWords(reason, lang)];
    const hints = hintsOf(those);
    const inside = join([...(why.length === 0 ? [] : [why]), ...hints], semicolon(lang));
    return inside.length === 0 ? titles : say`${titles} (${inside})`;
  });
  return join(said, semicolon(lang));
}

/** Columns that could be what is missing, once. */
function hintsOf(lines: readonly KpiEntry[]): Words[] {
  const messages = lines.flatMap(({ notes }) => notes.filter(({ code }) => code === COULD_BE));
  return [...new Set(messages.map(({ message }) => message))].map((message) => [data(message)]);
}
