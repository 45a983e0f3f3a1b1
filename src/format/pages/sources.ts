import { countText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Filter, Report, Source } from '../../report/schema.js';
import { code, data, join, type Piece, type Sentence, say, type Words } from '../page.js';
import { comma } from './figures.js';

const ROLES = new Map<string, Text>([
  ['deals', { en: 'deals', fa: 'معامله‌ها' }],
  ['customers', { en: 'customers', fa: 'مشتریان' }],
  ['leads', { en: 'leads', fa: 'سرنخ‌ها' }],
  ['orders', { en: 'orders', fa: 'سفارش‌ها' }],
  ['subscriptions', { en: 'subscriptions', fa: 'اشتراک‌ها' }],
  ['history', { en: 'stage changes', fa: 'تغییر مرحله‌ها' }],
  ['lookup', { en: 'lookup table', fa: 'جدول کمکی' }],
]);

const SKIPPED = new Map<string, Text>([
  ['blank row', { en: 'blank', fa: 'خالی' }],
  ['repeated header', { en: 'repeated header', fa: 'تکرار سرستون' }],
  ['footer', { en: 'footer', fa: 'پانویس' }],
  ['total row', { en: 'total', fa: 'جمع' }],
  ['note row', { en: 'note', fa: 'یادداشت' }],
  ['other table', { en: 'other table', fa: 'جدول دیگر' }],
  ['row width', { en: 'of another width', fa: 'با شمار سلول دیگر' }],
  ['other field', { en: 'change of another field', fa: 'تغییر فیلدی دیگر' }],
  ['same stage', { en: 'no change of the stage', fa: 'بدون تغییر مرحله' }],
  ['no stage or date', { en: 'without a stage or a date', fa: 'بدون مرحله یا تاریخ' }],
  ['repeated id', { en: 'repeated id', fa: 'شناسه‌ی تکراری' }],
  ['line item', { en: 'line item', fa: 'قلم کالا' }],
  ['outside --where', { en: 'outside --where', fa: 'بیرون از --where' }],
  ['older snapshot', { en: 'older snapshot', fa: 'نسخه‌ی کهنه‌تر' }],
]);

interface Read {
  readonly records: string;
  readonly one: boolean;
  readonly file: Piece;
  readonly what: Words;
}

const READ: Sentence<Read> = {
  en: ({ records, one, file, what }) => say`${records} ${one ? 'record' : 'records'} from ${file} (${what})`,
  fa: ({ records, file, what }) => say`${records} رکورد از ${file} (${what})`,
};

const LEFT_OUT: Sentence<{ rows: string; one: boolean; reasons: Words }> = {
  en: ({ rows, one, reasons }) => say` · ${rows} ${one ? 'row' : 'rows'} left out: ${reasons}`,
  fa: ({ rows, reasons }) => say` · ${rows} سطر کنار گذاشته شد: ${reasons}`,
};

/** `16 records from hubspot.csv (deals, hubspot) · 5 rows left out: 1 blank, 4 footer`. */
export function sourceWords(source: Source, lang: Lang): Words {
  const what = [
    roleWords(source.role, lang),
    [data(source.preset)],
    ...(source.sheet === null ? [] : [[data(source.sheet)]]),
  ];
  const read = READ[lang]({
    records: countText(source.records, lang),
    one: source.records === 1,
    file: data(source.file),
    what: join(what, comma(lang)),
  });
  return [...read, ...skippedWords(source, lang)];
}

const ROWS: Sentence<{ readonly n: string; readonly one: boolean }> = {
  en: ({ n, one }) => say`${n} ${one ? 'row' : 'rows'}`,
  fa: ({ n }) => say`${n} سطر`,
};

/** `hubspot.csv (60 deals · 2 rows left out: 2 repeated id), products.csv (7 rows)`: all files in a sentence. */
export function sourcesWords(sources: readonly Source[], lang: Lang): Words {
  const files = sources.map((source) => {
    const n = countText(source.records, lang);
    const rows = source.role === 'lookup' || source.records === 1;
    const role = roleWords(source.role, lang);
    // Persian counts in the singular: `۸ سطر معامله‌ها`, rows of deals.
    const counted = lang === 'fa' ? say`${ROWS.fa({ n, one: false })} ${role}` : say`${n} ${role}`;
    const what = rows ? ROWS[lang]({ n, one: source.records === 1 }) : counted;
    const sheet = source.sheet === null ? [] : say`${comma(lang)}${data(source.sheet)}`;
    return say`${data(source.file)} (${what}${sheet}${skippedWords(source, lang)})`;
  });
  return join(files, comma(lang));
}

/** ` · 5 rows left out: 1 blank, 4 footer`, or nothing. */
export function skippedWords({ rows, records, skipped }: Source, lang: Lang): Words {
  if (skipped.length === 0) return [];
  const reasons = skipped.map(
    ({ reason, rows: count }) => say`${countText(count, lang)} ${SKIPPED.get(reason)?.[lang] ?? data(reason)}`,
  );
  const out = rows - records;
  return LEFT_OUT[lang]({ rows: countText(out, lang), one: out === 1, reasons: join(reasons, comma(lang)) });
}

const OUTCOMES: Readonly<Record<string, Text>> = {
  won: { en: 'won', fa: 'برنده' },
  lost: { en: 'lost', fa: 'ازدست‌رفته' },
  open: { en: 'open', fa: 'باز' },
  excluded: { en: 'excluded', fa: 'کنارگذاشته' },
};

/** What became of a deal. */
export function outcomeWords(outcome: string, lang: Lang): Words {
  return [OUTCOMES[outcome]?.[lang] ?? data(outcome)];
}

export function roleWords(role: string, lang: Lang): Words {
  return [ROLES.get(role)?.[lang] ?? data(role)];
}

const ONLY: Sentence<{ where: string; kept: string; records: string; unknown: string | null }> = {
  en: ({ where, kept, records, unknown }) =>
    say`Only ${code(where)}: ${kept} of ${records} deals${unknown === null ? '' : say`; for ${unknown} of the others an empty cell leaves it open`}`,
  fa: ({ where, kept, records, unknown }) =>
    say`تنها ${code(where)}: ${kept} از ${records} معامله${unknown === null ? '' : say`؛ درباره‌ی ${unknown} مورد از بقیه خانه‌ای خالی است و روشن نیست`}`,
};

/** `Only region = EMEA: 120 of 340 deals; for 3 of the others an empty cell leaves it open`; null without a condition. */
export function filterWords(filter: Filter, lang: Lang): Words | null {
  if (filter === null) return null;
  const { where, kept, records, unknown } = filter;
  return ONLY[lang]({
    where,
    kept: countText(kept, lang),
    records: countText(records, lang),
    unknown: unknown === 0 ? null : countText(unknown, lang),
  });
}

type Partition = Report['partition'];

interface Parts {
  readonly records: string;
  readonly one: boolean;
  readonly won: string;
  readonly lost: string;
  readonly open: string;
  /** Null: none. */
  readonly excluded: string | null;
}
const PARTITION: Sentence<Parts> = {
  en: ({ records, one, won, lost, open, excluded }) =>
    say`${records} ${one ? 'record' : 'records'} = ${won} won + ${lost} lost + ${open} open${excluded === null ? '' : ` + ${excluded} excluded`}`,
  fa: ({ records, won, lost, open, excluded }) =>
    say`${records} رکورد = ${won} برنده + ${lost} ازدست‌رفته + ${open} باز${excluded === null ? '' : ` + ${excluded} کنارگذاشته`}`,
};

/** `16 records = 8 won + 4 lost + 3 open + 1 excluded`; the last where there are any. */
export function partitionWords({ records, won, lost, open, excluded }: Partition, lang: Lang): Words {
  return PARTITION[lang]({
    records: countText(records, lang),
    one: records === 1,
    won: countText(won, lang),
    lost: countText(lost, lang),
    open: countText(open, lang),
    excluded: excluded === 0 ? null : countText(excluded, lang),
  });
}

interface Scores {
  readonly score: string;
  readonly strict: string | null;
  readonly records: string;
}
const SCORE: Sentence<Scores> = {
  en: ({ score, strict, records }) =>
    say`${score} of ${records} records have no error${strict === null ? '' : `, ${strict} neither error nor warning`}`,
  fa: ({ score, strict, records }) =>
    say`${score} از ${records} رکورد بی‌خطاست${strict === null ? '' : ` و ${strict} نه خطا دارد و نه هشدار`}`,
};

/** `87.5 % of 16 records have no error, 81.3 % neither error nor warning`. */
export function scoreWords(
  { score, strictScore, records }: { score: number | null; strictScore: number | null; records: number },
  lang: Lang,
): Words {
  if (score === null) return [];
  return SCORE[lang]({
    score: ratioText(score, lang),
    strict: strictScore === null ? null : ratioText(strictScore, lang),
    records: countText(records, lang),
  });
}
