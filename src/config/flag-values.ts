/** How the values of options are read. Every function throws a UserError (exit 2) that names the option. */

import { UserError } from '../errors/user-error.js';
import { parseSize } from '../locale/byte-size.js';
import { currencyTyped } from '../locale/currencies.js';
import { asciiDigits } from '../locale/fold.js';
import { splitNames } from '../locale/name-list.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import { typedDay } from '../locale/typed-day.js';
import { type DecimalSign, decimalSignOf } from './decimal-sign.js';
import { DELIMITERS, delimiterOf } from './delimiters.js';
import { isTimezone } from './timezone.js';

/** How a value is read; `words` are the only ones that there are, where there are few. */
export type Parse<T> = ((text: string, option: string) => T) & { readonly words?: readonly string[] };

function refuse(option: string, value: string, expected: Text, suggestion: string | null = null): never {
  throw new UserError('option_value', { option, value, expected, suggestion });
}

/** Anything but nothing. */
export const anyText: Parse<string> = (text, option) =>
  text.trim() === '' ? refuse(option, text, { en: 'a text that is not empty', fa: 'متنی که خالی نباشد' }) : text;

/** One of a few words. */
export function choice<const Word extends string>(words: readonly Word[]): Parse<Word> {
  const parse = (text: string, option: string): Word =>
    words.find((candidate) => candidate === text) ??
    refuse(option, text, { en: words.join(', '), fa: words.join('، ') }, suggest(text, words));
  return Object.assign(parse, { words });
}

/** `en`, or `fa,en`: one of a few words or several, each once, the first first. */
export function oneOrMore<const Word extends string>(words: readonly Word[]): Parse<Word | readonly Word[]> {
  const one = choice(words);
  const parse = (text: string, option: string): Word | readonly Word[] => {
    const [first, ...more] = new Set(list(text, option).map((part) => one(part, option)));
    if (first === undefined) return one(text, option);
    return more.length === 0 ? first : [first, ...more];
  };
  return Object.assign(parse, { words });
}

const NAMES: Text = { en: 'names, separated by commas', fa: 'نام‌ها، جداشده با ویرگول' };

/** `a,b` → a and b; spaces around them and empty parts are dropped. */
export const list: Parse<readonly string[]> = (text, option) => {
  const parts = text.split(',').map((part) => part.trim());
  const named = parts.filter((part) => part !== '');
  return named.length > 0 ? named : refuse(option, text, NAMES);
};

/** `"City, State",owner` → City, State and owner: as {@link list}, with quotes as in a CSV line. */
export const names: Parse<readonly string[]> = (text, option) => {
  const named = splitNames(text);
  return named.length > 0 ? named : refuse(option, text, NAMES);
};

/** Some of a few words, separated by commas, or some after `+`; `all` and `none` are every one and no one. */
export function choices<const Word extends string>(
  words: readonly Word[],
  added: readonly NoInfer<Word>[],
): Parse<readonly (Word | 'all' | `+${Word}`)[]> {
  const one = choice([...words, 'all', 'none'] as const);
  const more = choice(words);
  const parse = (text: string, option: string): readonly (Word | 'all' | `+${Word}`)[] =>
    list(text, option).flatMap((part): readonly (Word | 'all' | `+${Word}`)[] => {
      if (part.startsWith('+')) return [`+${more(part.slice(1).trim(), option)}` as const];
      const word = one(part, option);
      return word === 'none' ? [] : [word as Word | 'all'];
    });
  return Object.assign(parse, { words: [...words, 'all', 'none', ...added.map((word) => `+${word}`)] });
}

/** 0, 1, 2, … */
export const wholeNumber: Parse<number> = (text, option) =>
  /^\d{1,9}$/.test(asciiDigits(text))
    ? Number(asciiDigits(text))
    : refuse(option, text, { en: 'a whole number, 0 or more', fa: 'عدد صحیح، 0 یا بیشتر' });

/** What a number of months ahead should have been. */
export function monthsUpTo(most: number): Text {
  return { en: `a whole number of months, 1 to ${most}`, fa: `تعداد ماه، از 1 تا ${most}` };
}

/** A whole number in between. */
export function wholeWithin(least: number, most: number, expected: Text): Parse<number> {
  return (text, option) => {
    const number = /^\d{1,9}$/.test(asciiDigits(text)) ? Number(asciiDigits(text)) : Number.NaN;
    return number >= least && number <= most ? number : refuse(option, text, expected);
  };
}

/** 1 up to a number of seconds. */
export function secondsUpTo(most: number): Parse<number> {
  return wholeWithin(1, most, { en: `a whole number of seconds, 1 to ${most}`, fa: `شمار ثانیه‌ها، از 1 تا ${most}` });
}

/** 0 to 65535. */
export const portNumber: Parse<number> = (text, option) => {
  const port = /^\d{1,5}$/.test(asciiDigits(text)) ? Number(asciiDigits(text)) : Number.NaN;
  return port <= 65_535
    ? port
    : refuse(option, text, { en: 'a port, 0 to 65535, such as 7474', fa: 'شماره‌ی درگاه، از 0 تا 65535، مانند 7474' });
};

/** `4GB`, `500MB`, `2GiB`. */
export const byteSize: Parse<number> = (text, option) =>
  parseSize(text) ??
  refuse(option, text, { en: 'a size, such as 500MB, 4GB or 2GiB', fa: 'اندازه، مانند 500MB، 4GB یا 2GiB' });

/** `name=value`, split at the first `=`. */
export const pair: Parse<readonly [string, string]> = (text, option) => {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (name === '' || value === '')
    return refuse(option, text, {
      en: 'FIELD=COLUMN, such as amount="Deal value"',
      fa: 'FIELD=COLUMN، مانند amount="Deal value"',
    });
  return [name, value];
};

/** What a KPI should be, as it was typed: its value is read by the KPI's unit. */
export interface TypedTarget {
  readonly kpi: string;
  readonly limit: '>=' | '<=' | '=';
  readonly value: string;
}

/** `win_rate>=25%`, `sales_cycle<=90`, `revenue_won=2m`. */
export const target: Parse<TypedTarget> = (text, option) => {
  const match = /^([^<>=]+)(>=|<=|=)([^<>=]+)$/.exec(text.replaceAll('≥', '>=').replaceAll('≤', '<='));
  const [kpi = '', limit = '', value = ''] = (match ?? []).slice(1).map((part) => part.trim());
  if ((limit === '>=' || limit === '<=' || limit === '=') && kpi !== '' && value !== '') return { kpi, limit, value };
  return refuse(option, text, {
    en: "KPI>=VALUE, KPI<=VALUE or KPI=VALUE, such as 'win_rate>=25%'",
    fa: "KPI>=VALUE، KPI<=VALUE یا KPI=VALUE، مانند 'win_rate>=25%'",
  });
};

const OUTCOMES = ['won', 'lost', 'open', 'excluded'] as const;

/** `Closed Won=won`, split at the last `=`, for a stage's name may hold one. */
export const stage: Parse<readonly [string, (typeof OUTCOMES)[number]]> = (text, option) => {
  const at = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  const typed = text
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const outcome = OUTCOMES.find((candidate) => candidate === typed);
  if (at >= 0 && name !== '' && outcome !== undefined) return [name, outcome];
  const near = at >= 0 && name !== '' ? suggest(typed, OUTCOMES) : null;
  return refuse(
    option,
    text,
    { en: 'NAME=won, NAME=lost, NAME=open or NAME=excluded', fa: 'NAME=won، NAME=lost، NAME=open یا NAME=excluded' },
    near === null ? null : `"${name}=${near}"`,
  );
};

/** Three letters, as ISO 4217 writes them, in small letters too; or a word for one, such as `تومان`. */
export const currencyCode: Parse<string> = (text, option) => {
  return (
    currencyTyped(text) ??
    refuse(option, text, {
      en: 'a three-letter code, such as EUR, or a word such as toman',
      fa: 'کدی سه‌حرفی، مانند EUR، یا واژه‌ای مانند تومان',
    })
  );
};

/** An IANA zone that this Node knows. */
export const timezone: Parse<string> = (text, option) => {
  if (isTimezone(text)) return text;
  const near = suggest(
    text.replace(/.*\//, ''),
    Intl.supportedValuesOf('timeZone').map((zone) => zone.replace(/.*\//, '')),
  );
  const zone =
    near === null ? null : (Intl.supportedValuesOf('timeZone').find((name) => name.endsWith(`/${near}`)) ?? null);
  return refuse(
    option,
    text,
    { en: 'an IANA zone, such as Europe/Berlin or UTC', fa: 'نام منطقه در IANA، مانند Asia/Tehran یا UTC' },
    zone,
  );
};

/** A delimiter by name or as itself. */
export const delimiterName: Parse<string> = (text, option) => {
  const character = delimiterOf(text);
  if (character !== null) return character;
  return refuse(
    option,
    text,
    { en: "',', ';', '|', tab or \\t", fa: "',', ';', '|', tab یا \\t" },
    suggest(text, Object.keys(DELIMITERS)),
  );
};

/** A decimal sign by name or as itself. */
export const decimalSign: Parse<DecimalSign> = (text, option) =>
  decimalSignOf(text) ??
  refuse(
    option,
    text,
    { en: "'.', ',', point or comma", fa: "'.'، ','، point یا comma" },
    suggest(text, ['point', 'comma']),
  );

/** Several such days, separated by commas. */
export const isoDates: Parse<readonly string[]> = (text, option) =>
  list(text.replaceAll('،', ','), option).map((day) => isoDate(day, option));

/** A day of the Gregorian or the Jalali calendar, as ISO 8601; 30 February is none. */
export const isoDate: Parse<string> = (text, option) => {
  const day = typedDay(text);
  if (day === null) throw new UserError('invalid_day', { option, day: text });
  return day;
};
