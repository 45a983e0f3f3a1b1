import { foldText } from '../locale/fold.js';

/** Words of a unit of time in billing, and its months. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [
    /semi ?-?annual|half ?-?year|biannual|semestr|halbjahr|halbjahrlich|halfjaar|polroc|6 ayl[iı]k|полугод|شش ?ماه|半年/,
    6,
  ],
  [/quarter|quartal|quartaal|trimest|kwartal|ceyrek|квартал|فصل|سه ?ماه|季|四半期/, 3],
  [/bi ?-?month/, 2],
  [
    /month|mrr|\bmon\b|\bmo\b|\bmth\b|mensu|mensal|mensil|monat|maand|miesiec|miesiac|\bmies|ayl[iı]k|\bay\b|месяц|месяч|ماه|شهر|月|每月|月[額额费費]|毎月/,
    1,
  ],
  [
    /year|annual|\banno\b|\bann\b|\barr\b|\bacv\b|\byr\b|yearly|jahr|annuel|\ban\b|\bans\b|anual|\bano\b|annuale|annuo|jaar|\brok\b|roczn|y[iı]ll[iı]k|\by[iı]l\b|\bгод|годов|سال|سنو|年/,
    12,
  ],
  [/bi ?-?week|fortnight/, 24 / 52],
  [/week|woche|wochentlich|semaine|hebdo|seman|settiman|\bweken\b|tydzie|tygodn|hafta|недел|هفت|周|週/, 12 / 52],
  [/\bday|daily|taglich|journalier|diari|dagelijks|dzienn|gunluk|ежедневн|روز|日/, 12 / 365],
];

/** Words that mean one payment for good: there is nothing recurring in it. */
const ONCE =
  /\bone ?-?time\b|\bonce\b|life ?-?time|einmalig|unique\b|unico|unica|eenmalig|jednoraz|tek seferlik|разов|یک ?بار|مادام|一次|永久/;

/** `P1M`, `P1Y`, `P3M`, `P1W` (ISO 8601). */
const ISO = /^p(\d+)([dwmy])$/;
const ISO_MONTHS: Readonly<Record<string, number>> = { d: 12 / 365, w: 12 / 52, m: 1, y: 12 };

/**
 * How many months one payment is for, by a word of a cell or a header: `monthly` 1, `Every 3 months` 3, `annual` 12,
 * `P1Y` 12. 0 = paid once, so nothing of it recurs; null = no word that is known.
 */
export function billingMonths(text: string): number | null {
  const word = foldText(text)
    .replace(/[_–—./\\()[\]{}:,;|]+/g, ' ')
    .trim();
  const iso = ISO.exec(word);
  if (iso !== null) return Number(iso[1]) * (ISO_MONTHS[iso[2] ?? ''] ?? 1);
  if (/^\d{1,2}$/.test(word)) return Number(word) > 0 ? Number(word) : null;
  if (ONCE.test(word)) return 0;
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  if (unit === undefined) return null;
  const times = /(?:^|\s)(\d{1,2})(?=\D|$)/.exec(word)?.[1];
  // "12-monthly" is twelve months, "6 aylık" is six by its own word already.
  const own = unit === 1 || unit === 12 || unit < 1;
  return times !== undefined && own && Number(times) > 0 ? Number(times) * unit : unit;
}
