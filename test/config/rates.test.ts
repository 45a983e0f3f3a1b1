import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRates, readRates } from '../../src/config/rates.js';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';
import { day } from '../support/deals.js';

const message = (error: unknown): string => {
  if (error instanceof UserError) return describeError(error, 'en').message;
  throw error;
};
const problem = (text: string): string => {
  try {
    parseRates('rates.csv', text);
  } catch (error) {
    return message(error);
  }
  throw new Error('the rates were taken');
};

describe('rates by date from a CSV', () => {
  it('has columns in any order, beside others, and codes in any case', () => {
    expect(parseRates('rates.csv', 'Rate,source,Date,CURRENCY\n1.08,ECB,2025-01-31,eur\n')).toEqual([
      { currency: 'EUR', rate: 1.08, from: day('2025-01-31') },
    ]);
  });

  it('takes Jalali days and Persian digits', () => {
    // 12 Bahman 1403 was 31 January 2025.
    expect(parseRates('rates.csv', 'date,currency,rate\n۱۴۰۳/۱۱/۱۲,USD,۸۲٫۵\n')).toEqual([
      { currency: 'USD', rate: 82.5, from: day('2025-01-31') },
    ]);
  });

  it('takes a byte order mark, quotes, blank lines and Windows line ends', () => {
    expect(parseRates('rates.csv', '\ufeffdate,currency,rate\r\n\r\n"2025-01-31","EUR","1e-3"\r\n')).toEqual([
      { currency: 'EUR', rate: 0.001, from: day('2025-01-31') },
    ]);
  });

  it.each([
    [
      'date,rate\n2025-01-31,1',
      'rates.csv:1: a file of rates has the columns date, currency and rate; missing: currency.',
    ],
    ['', 'rates.csv:1: a file of rates has the columns'],
    ['date,currency,rate\n2025-02-30,EUR,1', 'rates.csv:2: date is "2025-02-30". It takes a day such as 2025-01-31.'],
    ['date,currency,rate\n31.01.2025,EUR,1', 'rates.csv:2: date is "31.01.2025".'],
    ['date,currency,rate\n2025-01-31,EUR,1\n2025-01-31,Euro,1', 'rates.csv:3: currency is "EURO".'],
    ['date,currency,rate\n2025-01-31,EUR,"1,08"', 'rates.csv:2: rate is "1,08". It takes a number above 0'],
    ['date,currency,rate\n2025-01-31,EUR,0', 'rates.csv:2: rate is "0".'],
    ['date,currency,rate\n2025-01-31,EUR', 'rates.csv:2: rate is "".'],
  ])('%j is refused with its row', (text, expected) => {
    expect(problem(text)).toContain(expected);
  });

  it('names ten wrong rows at most', () => {
    const rows = Array.from({ length: 50 }, () => '2025-01-31,EUR,x');
    expect(problem(['date,currency,rate', ...rows].join('\n')).split('\n')).toHaveLength(10);
  });
});

describe('the rates of a config', () => {
  it('are always the same where they are given one by one', async () => {
    expect(await readRates({ EUR: 1.08, IRR: 0.00002 }, '/')).toEqual([
      { currency: 'EUR', rate: 1.08 },
      { currency: 'IRR', rate: 0.00002 },
    ]);
  });

  it('are read from a file, which must be there and be text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-rates-'));
    try {
      writeFileSync(join(folder, 'rates.csv'), 'date,currency,rate\n2025-01-31,EUR,1.08\n');
      expect(await readRates('rates.csv', folder)).toEqual([{ currency: 'EUR', rate: 1.08, from: day('2025-01-31') }]);
      writeFileSync(join(folder, 'bytes.csv'), Uint8Array.of(0xff, 0xfe, 0xff));
      expect(await readRates('bytes.csv', folder).catch(message)).toContain('bytes.csv');
      expect(await readRates('none.csv', folder).catch(message)).toContain('none.csv');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
