import { describe, expect, it } from 'vitest';
import type { Deals } from '../../../src/model/deals.js';
import { type CheckResult, check } from '../../../src/quality/check.js';
import type { CustomRules } from '../../../src/quality/custom/definition.js';
import { makeRules, namesRead } from '../../../src/quality/custom/make.js';
import { day, dealsOf } from '../../support/deals.js';
import { tableOf } from '../../support/expressions.js';
import { figure } from '../../support/run.js';

const DEALS = dealsOf(`
  id outcome amount currency created_at closed_at  owner Region Contract_No Email     Code
  D1 won     5000   EUR      2024-01-05 2024-02-10 Sara  North  C-1         a@b.co    ۱۲
  D2 lost    12000  EUR      2024-02-01 2024-05-01 Omid  south  .           bad       13
  D3 open    .      .        2024-09-02 .          .     EMEA   .           .         .
  D4 won     200000 EUR      2024-03-01 2024-04-01 Sara  .      .           x@y.org   12
  D5 won     100000 EUR      2024-03-01 2024-04-01 Lina  North  C-9         A@B.co    14`);

function checked(custom: CustomRules, deals: Deals = DEALS): CheckResult {
  const { rules, settings } = makeRules(custom, { ...tableOf(deals), deals });
  return check(rules, { deals, ambiguous: [], asOf: day('2024-12-31'), settings });
}

/** What one rule found: its outcome, how many of how many, and the ids with their messages. */
function found(custom: CustomRules, id: string, deals: Deals = DEALS): unknown {
  const result = checked(custom, deals).results.find(({ rule }) => rule.id === id);
  if (result === undefined) throw new Error(`no rule ${id}`);
  const { outcome, applicable, violations, reason } = result;
  const told = result.describe().map(({ recordId, message }) => `${recordId}: ${message.en}`);
  return reason === null ? { outcome, of: `${violations} of ${applicable}`, told } : { outcome, reason };
}

describe('a rule of the user', () => {
  const contract = {
    id: 'custom.big_deals_need_contract',
    when: 'outcome = won and amount >= 100k',
    require: 'Contract_No is not empty',
    message: 'won deals from 100 k need a contract number',
  };

  it('is violated by the deals it applies to for which its condition is false', () => {
    expect(found({ rules: [contract] }, contract.id)).toEqual({
      outcome: 'fail',
      of: '1 of 2',
      told: ['D4: won deals from 100 k need a contract number'],
    });
  });

  it('names the column and the value in question', () => {
    const rule = { id: 'custom.north', require: 'Region in (North, South)' };
    const [violation] = checked({ rules: [rule] }).results[0]?.describe() ?? [];
    expect(violation).toMatchObject({ recordId: 'D3', column: 'Region', field: null, value: 'EMEA' });
    expect(violation?.message.en).toBe('not true of it: Region in (North, South)');
  });

  it('says nothing of a deal where an empty cell leaves its condition open', () => {
    expect(found({ rules: [{ id: 'custom.size', require: 'amount >= 10000' }] }, 'custom.size')).toMatchObject({
      of: '1 of 4',
      told: ['D1: not true of it: amount >= 10000'],
    });
  });

  it('has the severity and the limits that were said, or is off', () => {
    const rule = { id: 'custom.size', require: 'amount >= 10000', severity: 'warn', maxViolations: 1 } as const;
    const [result] = checked({ rules: [rule] }).results;
    expect(result).toMatchObject({ severity: 'warn', outcome: 'pass', threshold: { maxViolations: 1, maxRate: null } });
    expect(checked({ rules: [{ ...rule, severity: 'off' }] }).results).toEqual([]);
  });

  it('fails where no file has the column or field, unless that is optional', () => {
    const rules = [
      { id: 'custom.team', require: 'Team = A' },
      { id: 'custom.product', when: 'product is empty', require: 'amount > 1' },
    ];
    expect(found({ rules }, 'custom.team')).toMatchObject({ told: ['null: no file has a column for Team'] });
    expect(found({ rules }, 'custom.product')).toMatchObject({ told: ['null: no file has a column for product'] });
    const optional = rules.map((rule) => ({ ...rule, optional: true }));
    expect(found({ rules: optional }, 'custom.team')).toEqual({ outcome: 'skipped', reason: 'missing_field:Team' });
    expect(found({ rules: optional }, 'custom.product')).toEqual({
      outcome: 'skipped',
      reason: 'missing_field:product',
    });
  });

  it('says in its own words what holds the value, in which row', () => {
    const rule = { id: 'custom.north', require: 'Region in (North, South)', message: '{column} {value} in {row}' };
    // D3 is the third record below the header.
    expect(found({ rules: [rule] }, 'custom.north')).toMatchObject({ told: ['D3: Region EMEA in 4'] });
  });

  it('asks for the columns of its expressions to be read', () => {
    const columns = { Region: { required: true }, amount: { range: { max: 5 } } };
    expect(namesRead({ rules: [contract], columns })).toEqual(
      new Map([['deals', ['outcome', 'amount', 'Contract_No', 'Region']]]),
    );
  });
});

describe('what a column must hold', () => {
  it.each([
    ['required', { Region: { required: true } }, 'column.missing_value:Region', '1 of 5', ['D4: Region is empty']],
    [
      'one of a list, whatever its letters and case',
      { Region: { allowed: ['North', 'South'] } },
      'column.value_not_allowed:Region',
      '1 of 4',
      ['D3: Region is "EMEA", none of North, South (letter case and spaces aside)'],
    ],
    [
      'a pattern with a name',
      { Email: { pattern: 'email' } },
      'column.pattern_mismatch:Email',
      '1 of 4',
      ['D2: Email is "bad", not written as email'],
    ],
    [
      'a regular expression',
      { Contract_No: { pattern: '^C-[1-5]$' } },
      'column.pattern_mismatch:Contract_No',
      '1 of 2',
      ['D5: Contract_No is "C-9", not written as ^C-[1-5]$'],
    ],
    [
      'a range, its ends included',
      { amount: { range: { min: 5000, max: '100k' } } },
      'column.out_of_range:amount',
      '1 of 4',
      ['D4: amount is 200000, not from 5000 to 100k'],
    ],
    [
      'a range of days',
      { closed_at: { range: { max: '2024-04-30' } } },
      'column.out_of_range:closed_at',
      '1 of 4',
      ['D2: closed_at is 2024-05-01, not 2024-04-30 or less'],
    ],
    [
      'a value of its own, in any letter case',
      { Email: { unique: true } },
      'column.repeated_value:Email',
      '1 of 4',
      ['D5: Email stands in row 2 already'],
    ],
    [
      'a value of its own, in any digits',
      { Code: { unique: true } },
      'column.repeated_value:Code',
      '1 of 4',
      ['D4: Code stands in row 2 already'],
    ],
    ['a number of its own', { amount: { unique: true } }, 'column.repeated_value:amount', '0 of 4', []],
  ])('may be %s', (_, columns, id, of, told) => {
    expect(found({ columns }, id)).toMatchObject({ of, told });
  });

  it('fails once where no file has the column; other rules of it are skipped', () => {
    const columns = { Team: { required: true, allowed: ['A'], unique: true } };
    expect(found({ columns }, 'column.missing_value:Team')).toMatchObject({
      outcome: 'fail',
      of: '1 of 1',
      told: ['null: no file has a column for Team'],
    });
    for (const id of ['column.value_not_allowed:Team', 'column.repeated_value:Team']) {
      expect(found({ columns }, id)).toEqual({ outcome: 'skipped', reason: 'missing_field:Team' });
    }
    expect(found({ columns: { product: { required: true } } }, 'column.missing_value:product')).toMatchObject({
      of: '1 of 1',
    });
  });

  it.each([
    [
      'exact',
      { Region: { allowed: ['North', 'South'], match: 'exact' } },
      'column.value_not_allowed:Region',
      'letter by letter',
    ],
    ['a type', { amount: { type: 'integer' } }, 'column.wrong_type:amount', ''],
    ['a number', { Code: { type: 'number' } }, 'column.wrong_type:Code', ''],
    ['a length', { Contract_No: { maxLength: 2 } }, 'column.wrong_length:Contract_No', '3 characters, not 2 or less'],
    ['a condition', { Region: { allowed: ['North'], when: 'outcome = lost' } }, 'column.value_not_allowed:Region', ''],
  ] as const)('may be %s', (_, columns, id, words) => {
    const { results } = checked({ columns });
    const [result] = results;
    expect(results.map(({ rule }) => rule.id)).toEqual([id]);
    expect(result?.outcome).not.toBe('error');
    const told = result?.describe().map(({ message }) => message.en) ?? [];
    for (const one of told) expect(one).toContain(words);
  });

  it('knows e-mail addresses, telephone numbers and web addresses', () => {
    const verdicts = (pattern: string, ...values: string[]): string => {
      const rows = values.map((value, at) => `D${at} ${value}`).join('\n');
      const deals = dealsOf(`id X\n${rows}`);
      const [result] = checked({ columns: { X: { pattern } } }, deals).results;
      const wrong = new Set(result?.describe().map(({ recordId }) => recordId));
      return values.map((__, at) => (wrong.has(`D${at}`) ? '-' : '+')).join('');
    };
    expect(verdicts('email', 'a@b.co', 'a.b+c@d.example.org', 'a@b', '@b.co', 'a_b@c.d')).toBe('++--'.concat('-'));
    expect(verdicts('phone', '+49_30_1234567', '021-88776655', '(021)_88776655', '12345', 'call_me')).toBe('+++--');
    expect(verdicts('url', 'https://a.example', 'http://a.example/b', 'a.example')).toBe('++-');
  });
});

describe('control totals', () => {
  const totals = (expect: CustomRules['expect'], deals = DEALS): string =>
    checked({ expect }, deals)
      .results.map(({ rule, outcome }) => `${rule.id.split(':')[1]} ${outcome}`)
      .join(', ');

  it('are counted and added up: 3 won of 305,000, 1 lost of 12,000, 1 open without an amount', () => {
    expect(totals({ records: 5, won: 3, lost: 1, open: 1, value: 317_000, wonValue: 305_000, lostValue: 12_000 })).toBe(
      'records pass, won pass, lost pass, open pass, value pass, wonValue pass, lostValue pass',
    );
    expect(totals({ records: 6, won: 2, openValue: 0, wonValue: 305_001 })).toBe(
      'records fail, won fail, openValue pass, wonValue fail',
    );
  });

  it('may be off by their tolerance, its end included', () => {
    expect(totals({ wonValue: { value: 304_000, tolerance: 1000 } })).toBe('wonValue pass');
    expect(totals({ wonValue: { value: 304_000, tolerance: 999 } })).toBe('wonValue fail');
    // 1 % of 302,000 is 3,020.
    expect(totals({ wonValue: { value: 302_000, tolerance: '1%' } })).toBe('wonValue pass');
    expect(totals({ wonValue: { value: 302_000, tolerance: '0.9%' } })).toBe('wonValue fail');
  });

  it('say what was found, what was expected, and the difference', () => {
    const [result] = checked({ expect: { wonValue: 304_000 } }).results;
    expect(result?.describe()[0]?.message.en).toBe('sum of the won amounts: 305,000, expected 304,000; 1,000 off');
  });

  it('are not judged where amounts of several currencies do not add up', () => {
    const mixed = dealsOf('id outcome amount currency\nD1 won 5 EUR\nD2 won 7 USD');
    expect(totals({ wonValue: 12, won: 2 }, mixed)).toBe('wonValue skipped, won pass');
  });
});

describe('every rule of the user', () => {
  it('has words in both languages and a place in its violations', () => {
    const columns = {
      Region: { required: true, unique: true, allowed: ['x'], pattern: '^q$' },
      Nowhere: { required: true },
    };
    const { results } = checked({
      rules: [{ id: 'custom.a', require: 'amount > 1m' }],
      columns: { ...columns, amount: { range: { min: 1, max: 2 } } },
      expect: { records: 1 },
    });
    expect(results.map(({ rule }) => rule.id)).toHaveLength(8);
    for (const result of results) {
      expect(result.violations, result.rule.id).toBeGreaterThan(0);
      for (const { message, place } of result.describe()) {
        expect(`${message.en} ${message.fa}`).not.toMatch(/undefined|null|NaN|\[object/);
        expect(message.fa).toMatch(/[\u0600-\u06ff]/);
        expect(place.file).toBe('deals.csv');
      }
    }
    expect(
      figure(
        results.map(({ rule }) => rule),
        'custom.a',
      ).condition.en,
    ).toBe('Of all deals: amount > 1m.');
  });
});
