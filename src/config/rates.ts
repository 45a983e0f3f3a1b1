/** Rates of currencies as a config gives them → as the library takes them. */
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { readWholeFile } from '../disk/open.js';
import { UserError } from '../errors/user-error.js';
import { asciiDigits } from '../locale/fold.js';
import type { Text } from '../locale/text.js';
import { typedDay } from '../locale/typed-day.js';

/** One rate; `from` is its first day (days since 1970-01-01), left out where the rate holds always. */
export interface ConfigRate {
  readonly currency: string;
  readonly rate: number;
  readonly from?: number;
}

/** What a CSV of rates must have, in any order and beside other columns. */
const COLUMNS = ['date', 'currency', 'rate'] as const;
/** Daily rates of thirty currencies over ninety years; more is some other file. */
const MOST_ROWS = 1_000_000;

/**
 * The rates of a config: given one by one, or in a CSV file with the columns date (ISO 8601), currency (ISO 4217) and
 * rate (with a decimal point), where a rate holds from its date on.
 * @throws UserError `config_invalid` with each wrong row, `config_unreadable`
 */
export async function readRates(rates: string | Readonly<Record<string, number>>, cwd: string): Promise<ConfigRate[]> {
  if (typeof rates !== 'string') return Object.entries(rates).map(([currency, rate]) => ({ currency, rate }));
  return parseRates(rates, await readText(resolve(cwd, rates), rates));
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readWholeFile(path));
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const cause = error instanceof TypeError ? 'not UTF-8' : error.message.replace(/, \w+( '.*)?$/s, '');
    throw new UserError('config_unreadable', { file, cause }, {}, { cause: error });
  }
}

/** The rates in a CSV text. `file` is how messages name it. */
export function parseRates(file: string, text: string): ConfigRate[] {
  const { data } = Papa.parse<readonly string[]>(text, { skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const names = header.map((name) => name.trim().toLowerCase());
  const at = COLUMNS.map((column) => names.indexOf(column));
  const missing = COLUMNS.filter((_, index) => at[index] === -1);
  if (missing.length > 0) refuse([{ place: `${file}:1`, text: missingColumns(missing) }]);
  if (rows.length > MOST_ROWS) refuse([{ place: file, text: TOO_MANY }]);
  const problems: Problem[] = [];
  const rates = rows.map((row, index): ConfigRate => {
    const [from = '', currency = '', written = ''] = at.map((column) => (row[column] ?? '').trim());
    const rate = asciiDigits(written).replace('٫', '.');
    const day = dayOf(from);
    const wrong = day === null ? wrongDay(from) : wrongCell(currency.toUpperCase(), rate);
    if (wrong !== null) problems.push({ place: `${file}:${index + 2}`, text: wrong });
    return { currency: currency.toUpperCase(), rate: Number(rate), from: day ?? Number.NaN };
  });
  refuse(problems.slice(0, MOST_PROBLEMS));
  return rates;
}

interface Problem {
  readonly place: string;
  readonly text: Text;
}

/** A file that is wrong throughout need not be quoted throughout. */
const MOST_PROBLEMS = 10;

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UserError('config_invalid', { problems });
}

function wrongDay(text: string): Text {
  return unfit('date', text, { en: 'a day such as 2025-01-31', fa: 'روزی مانند 2025-01-31' });
}

function wrongCell(currency: string, rate: string): Text | null {
  if (!/^[A-Z]{3}$/.test(currency))
    return unfit('currency', currency, { en: 'a code such as EUR', fa: 'کدی مانند EUR' });
  if (!/^\d+(\.\d+)?([eE][-+]?\d+)?$/.test(rate) || !(Number(rate) > 0)) {
    return unfit('rate', rate, { en: 'a number above 0 with a decimal point', fa: 'عددی بزرگ‌تر از 0 با ممیز نقطه' });
  }
  return null;
}

const DAY_MS = 86_400_000;

/** The day of a date in either calendar; null for anything else, 30 February too. */
function dayOf(text: string): number | null {
  const day = typedDay(text);
  return day === null ? null : Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function unfit(column: string, value: string, expected: Text): Text {
  return {
    en: `${column} is ${JSON.stringify(value)}. It takes ${expected.en}.`,
    fa: `${column} برابر ${JSON.stringify(value)} است. مقدار پذیرفته: ${expected.fa}.`,
  };
}

function missingColumns(missing: readonly string[]): Text {
  const names = missing.join(', ');
  return {
    en: `a file of rates has the columns date, currency and rate; missing: ${names}.`,
    fa: `فایل نرخ‌ها ستون‌های date، currency و rate دارد؛ نیامده: ${names}.`,
  };
}

const TOO_MANY: Text = {
  en: 'more than a million rows; a file of rates has one per day and currency.',
  fa: 'بیش از یک میلیون سطر؛ فایل نرخ‌ها برای هر روز و ارز یک سطر دارد.',
};
