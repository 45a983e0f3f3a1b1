import { foldText } from '../locale/fold.js';

/**
 * The comparison form of a column header: folded (case, Arabic/Persian letters and digits, accents, invisible marks),
 * without trailing `*` and `:`, with punctuation as spaces. `Deal - Value`, `deal_value` and `DEAL VALUE:` are equal.
 */
export function headerKey(header: string): string {
  let key = KEYS.get(header);
  if (key === undefined) {
    key = makeKey(header);
    if (KEYS.size < MOST_KEYS) KEYS.set(header, key);
  }
  return key;
}

// Every header of a file is compared with every known name, some thousand of them: each is folded once.
const KEYS = new Map<string, string>();
/** Far above all known names and the headers of many files; keeps a wide file from filling memory. */
const MOST_KEYS = 20_000;
/** What is longer is no name of a column; its beginning, and the unit at its end, are all that is looked at. */
const LONGEST_HEADER = 500;

function makeKey(header: string): string {
  if (isPlain(header)) return header.toLowerCase().replaceAll('_', ' ');
  return foldText(splitCamelCase(header.slice(0, LONGEST_HEADER)))
    .replace(/["'“”‘’«»`]/g, '')
    .replace(/[_\-–—./\\()[\]{}:,;|?؟#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(TRAILING_MARKS, ' ')
    .trim();
}

/**
 * Whether nothing but the case and underscores of a name has to be folded: words of ASCII letters and digits, one space
 * or underscore between them, and no word whose capitals part it (`StageName`).
 */
function isPlain(header: string): boolean {
  if (header.length > LONGEST_HEADER) return false;
  // 0 = between words, 1 = a capital or a digit, 2 = a small letter.
  let before = 0;
  for (let at = 0; at < header.length; at++) {
    const code = header.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) before = 2;
    else if (code >= 0x41 && code <= 0x5a) {
      if (before === 2) return false;
      before = 1;
    } else if (code >= 0x30 && code <= 0x39) before = 1;
    else {
      if ((code !== 0x20 && code !== 0x5f) || before === 0) return false;
      before = 0;
    }
  }
  return before !== 0;
}

/** Stars at the end mark a column that a form requires. */
const TRAILING_MARKS = /(?<![*\s])[*\s]+$/;

/** `StageName` → `Stage Name`, as API exports write it; `ID` and `GUID` stay whole. */
function splitCamelCase(header: string): string {
  return /^[A-Za-z]+$/.test(header) ? header.replace(/([a-z])([A-Z])/g, '$1 $2') : header;
}

/** Entity words that reports put before or after a column's own name. The entity tells which record it belongs to. */
const PREFIXES: readonly (readonly [string, 'deal' | 'account' | 'contact' | 'lead' | 'other'])[] = [
  ['do not modify', 'deal'],
  ['deal', 'deal'],
  ['opportunity', 'deal'],
  ['potential', 'deal'],
  ['lead', 'lead'],
  ['person', 'contact'],
  ['contact', 'contact'],
  ['organization', 'account'],
  ['organisation', 'account'],
  ['account', 'account'],
  ['company', 'account'],
  ['salesaccount', 'account'],
];
const SUFFIXES: readonly (readonly [string, 'deal' | 'account' | 'contact'])[] = [
  ['شخص معامله', 'contact'],
  ['شرکت معامله', 'account'],
  ['معامله', 'deal'],
];

export interface PeeledHeader {
  /** The column's own name. */
  readonly rest: string;
  readonly entity: 'deal' | 'account' | 'contact' | 'lead' | 'other';
}

/** Takes the entity word off a header key, or null when there is none. */
export function peelHeader(key: string): PeeledHeader | null {
  for (const [prefix, entity] of PREFIXES) {
    if (key.startsWith(`${prefix} `) && key.length > prefix.length + 1)
      return { rest: key.slice(prefix.length + 1), entity };
  }
  for (const [suffix, entity] of SUFFIXES) {
    if (key.endsWith(` ${suffix}`)) return { rest: key.slice(0, -suffix.length - 1), entity };
  }
  return null;
}

/** A unit or currency that a header names in brackets, `Amount (USD)` or `مبلغ (تومان)`: the text inside, or null. */
export function headerUnit(header: string): string | null {
  const match = /[([]\s*([^)\]]{1,20})\s*[)\]]\s*$/.exec(header.slice(-LONGEST_HEADER));
  return match?.[1]?.trim() ?? null;
}

const CURRENCY =
  'usd|eur|gbp|chf|aed|try|tl|rub|руб|brl|inr|irr|irt|us\\$|r\\$|\\$|€|£|₺|₽|ریالی?|تومانی?|euros?|dollars?|in [a-z]{3}|원|円|元';
/** Words for thousands, millions, billions that mean nothing else behind a name. */
const TIMES: readonly (readonly [string, number])[] = [
  ['k|0{3}s?|ths|thousands?|tsd|tausend|milliers|milhares|тыс|هزار', 1e3],
  ['mio|mln|millions?|millionen|millones|milhoes|milyon|млн|میلیون', 1e6],
  ['bn|mrd|billions?|milliarden|milliards|милрд|млрд|میلیارد', 1e9],
];
/** The same, only beside a currency: `M` alone may be months or metres. */
const BESIDE_CURRENCY: readonly (readonly [string, number])[] = [
  ['t|miles|bin', 1e3],
  ['mm?|mn', 1e6],
];
/** Chinese, Japanese and Korean: the multiple is part of the unit, and no space stands in front of it. */
const EAST = '元|円|圆|圓|원|人民币|美元|日元|ドル|달러';
const EAST_TIMES: readonly (readonly [string, number])[] = [
  ['百万|百萬|백만', 1e6],
  ['千万|千萬|천만', 1e7],
  ['十亿|十億|십억', 1e9],
  ['千|천|仟', 1e3],
  ['万|萬|만', 1e4],
  ['亿|億|억', 1e8],
];
const JOINED = '(?: ?(?:de|of) | ?)';
const AMOUNT_UNITS: readonly (readonly [RegExp, number])[] = [
  ...[...TIMES, ...BESIDE_CURRENCY].flatMap(([words, times]): [RegExp, number][] => [
    [new RegExp(`^(.+?) (?:in |به |بر حسب )?(?:${words})${JOINED}(?:${CURRENCY})$`, 'u'), times],
    [new RegExp(`^(.+?) (?:in )?(?:${CURRENCY})${JOINED}(?:${words})$`, 'u'), times],
  ]),
  ...EAST_TIMES.map(([words, times]): [RegExp, number] => [
    new RegExp(`^(.+?) ?(?:单位 ?|單位 ?|単位 ?|단위 ?)?(?:${words})(?:${EAST})$`, 'u'),
    times,
  ]),
  ...TIMES.map(([words, times]): [RegExp, number] => [
    new RegExp(`^(.+?) (?:in |به |بر حسب )?(?:${words})$`, 'u'),
    times,
  ]),
  [new RegExp(`^(.+?) (?:in |به |بر حسب )?(?:${CURRENCY}|%)$`, 'u'), 1],
];

/**
 * A currency and its multiple at the end of a header key: `value k€` → `value`, times 1,000; `مبلغ میلیون تومان` →
 * `مبلغ`, times 1,000,000. Null where the key ends in neither.
 */
export function amountUnit(key: string): AmountUnit | null {
  let unit = UNITS.get(key);
  if (unit === undefined) {
    unit = findUnit(key);
    if (UNITS.size < MOST_KEYS) UNITS.set(key, unit);
  }
  return unit;
}

export interface AmountUnit {
  /** The key without the unit. */
  readonly rest: string;
  /** What a cell is multiplied by. */
  readonly times: number;
}

const UNITS = new Map<string, AmountUnit | null>();

const WORDS_OF_TIMES = [...TIMES, ...BESIDE_CURRENCY].map(([words]) => words).join('|');
/** The last word of a key of ASCII that ends in a unit: a currency, a multiple, or both in one. */
const LAST_WORD = new RegExp(
  `^(?:(?:${WORDS_OF_TIMES})?(?:${CURRENCY}|%|[a-z]{3})?|(?:${CURRENCY}|[a-z]{3})(?:${WORDS_OF_TIMES}))$`,
);
const NOT_ASCII = /[^\x20-\x7e]/;

/** Whether a key may end in a unit: told by one pattern where all of them take two dozen, compiled at every start. */
function mayEndInUnit(key: string): boolean {
  return NOT_ASCII.test(key) || LAST_WORD.test(key.slice(key.lastIndexOf(' ') + 1));
}

function findUnit(key: string): AmountUnit | null {
  if (!mayEndInUnit(key)) return null;
  for (const [pattern, times] of AMOUNT_UNITS) {
    const rest = pattern.exec(key)?.[1];
    if (rest !== undefined) return { rest, times };
  }
  return null;
}
