import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryColumn } from '../../src/model/column.js';
import type { Deals } from '../../src/model/deals.js';
import { UnmadeCategory } from '../../src/model/distinct-texts.js';
import { KeptTexts } from '../../src/model/written-texts.js';
import { rules } from '../../src/quality/catalogue/index.js';
import { check } from '../../src/quality/check.js';
import { SIXTEEN_AS_OF, sixteenDeals } from '../support/deals.js';
import { unmadeCategory, writtenTextsOf } from '../support/written-texts.js';

/** What all rules find, as data. */
function found(deals: Deals): unknown {
  return check(rules, { deals, ambiguous: [], asOf: SIXTEEN_AS_OF }).results.map((one) => ({
    ...{ id: one.rule.id, outcome: one.outcome, violations: one.violations, applicable: one.applicable },
    described: one.describe(),
  }));
}

const name = fc.oneof(
  fc.constantFrom(
    '',
    'Acme',
    'Acme GmbH',
    'Crash Test GmbH',
    'Test deal 2',
    'TEST',
    'Démo',
    'tést',
    'ｔｅｓｔ',
    'نمونه',
    'asdf',
  ),
  fc.constantFrom(
    '=1+1',
    '-12',
    '@SUM(A1)',
    '+a',
    '\tx',
    '-',
    'what???',
    '?? ?',
    'CafÃ©',
    'â€™s',
    'a\ufffdb',
    'Café',
    'ÃŸ',
  ),
  fc.constantFrom(
    'علي',
    'علی',
    'كريم',
    'کریم',
    'İzmir',
    '東京',
    'شرکت',
    'x'.repeat(255),
    'é'.repeat(255),
    'é'.repeat(128),
  ),
  fc.constantFrom('0000123', '4.2E+17', '1234567890123456', '1234567890123000', 'Total', 'n.a.'),
);

describe('rules of accounts whose texts are made when somebody asks', () => {
  it('find what they find where all texts are there', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 16, maxLength: 16 }), (names) => {
        const [account, deals] = [categoryColumn(names), sixteenDeals()];
        const expected = found(deals.with({ account, customer: account }));
        const unmade = unmadeCategory(account);
        const customer = new UnmadeCategory(account.codes, unmade.unmade);
        expect(found(deals.with({ account: unmade, customer }))).toEqual(expected);
        expect(found(deals.with({ contact: unmadeCategory(account) }))).toEqual(
          found(deals.with({ contact: account })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('have none made of plain names but the few that they show', () => {
    const names = Array.from({ length: 16 }, (_, row) => (row < 2 ? '' : row === 2 ? 'Test deal' : `Customer ${row}`));
    const account = categoryColumn(names);
    const made: string[] = [];
    let all = 0;
    // As many that no deal names as a large file has beside.
    const values = [...account.values, ...Array.from({ length: 500 }, (_, at) => `Other ${at}`)];
    const kept = new KeptTexts(writtenTextsOf(values), {
      all: () => {
        all++;
        return values;
      },
      one: (code) => {
        made.push(values[code] as string);
        return values[code] as string;
      },
    });
    const deals = sixteenDeals().with({ account: new UnmadeCategory(account.codes, kept) });
    const results = check(rules, { deals, ambiguous: [], asOf: SIXTEEN_AS_OF }).results;
    const tests = results.find(({ rule }) => rule.id === 'record.test_or_placeholder');
    expect(tests?.violations).toBe(1);
    expect(made).toContain('Test deal');
    expect(all).toBe(0);
  });
});
