import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealsInput } from '../../src/model/deals.js';
import { UnmadeCategory } from '../../src/model/distinct-texts.js';
import { keepWritten } from '../../src/model/written-texts.js';
import { packDeals, unpackDeals } from '../../src/second/sent-texts.js';
import { sixteenDeals } from '../support/deals.js';
import { keptTextsOf, unmadeCategory } from '../support/written-texts.js';

/** Deals of which some columns are the given texts, one a deal. */
function dealsWith(columns: Record<string, readonly string[]>): DealsInput {
  const own = sixteenDeals().carried();
  const given = Object.entries(columns).map(([field, values]) => [
    field,
    { codes: Uint32Array.from(values, (_, at) => at), values },
  ]);
  return { ...own, columns: { ...own.columns, ...Object.fromEntries(given) } };
}

/** Says that the texts of the accounts stand in memory. */
function written(deals: DealsInput, values: readonly string[]): DealsInput {
  const codes = deals.columns.account?.codes;
  if (codes !== undefined) keepWritten(codes, keptTextsOf(values));
  return deals;
}

const many = Array.from({ length: 1_500 }, (_, at) => (at === 0 ? '' : `Name ${at}`));
const changed = (places: readonly number[]): string[] =>
  many.map((name, at) => (places.includes(at) ? `other ${at}` : name));

/** What a thread that is sent the deals makes of them. */
function received(deals: DealsInput): DealsInput {
  return unpackDeals(structuredClone(packDeals(deals)));
}

describe('deals that another thread is sent', () => {
  it.each<[string, Record<string, readonly string[]>]>([
    ['many texts', { account: many }],
    ['few texts', { account: ['', 'A', 'B'] }],
    ['the same texts twice', { account: many, customer: many }],
    ['nearly the same', { account: many, customer: changed([0, 7, 1_499]), owner: changed([3]) }],
    ['others of the same number', { account: many, customer: many.toReversed(), owner: many.toReversed() }],
    ['fewer than another column', { account: many, customer: many.slice(0, 1_200) }],
  ])('have their texts, with %s', (_, columns) => {
    const deals = dealsWith(columns);
    const before = structuredClone(deals);
    expect(received(deals)).toEqual(before);
    expect(deals).toEqual(before);
  });

  it('have texts that stand in memory, whatever is in them', () => {
    const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '\0', '\ufffd', 'شرکت', '😀', '\u00e9'));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(1_199), { maxLength: 130 }),
        (some, others) => {
          const values = Array.from({ length: 1_200 }, (_, at) => some[at % some.length] ?? '');
          const cleaned = values.map((value, at) => (others.includes(at) ? `cleaned ${value}` : value));
          const deals = written(dealsWith({ account: cleaned, customer: cleaned }), values);
          const before = structuredClone(deals);
          expect(received(deals)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('have texts that nobody has asked for, of which none is made to tell them', () => {
    const deals = dealsWith({ account: many, owner: changed([3]) });
    const { account } = deals.columns;
    if (account === undefined) throw new Error('no accounts');
    const unmade = unmadeCategory(account);
    const customer = new UnmadeCategory(account.codes.toReversed(), unmade.unmade);
    const sent = packDeals({ ...deals, columns: { ...deals.columns, account: unmade, customer } });
    const told = new Map(sent.texts);
    expect(told.get('account')?.like).toEqual(unmade.unmade.texts);
    expect(told.get('customer')).toEqual({ like: 'account', at: [], texts: [] });
    expect(told.get('owner')).toEqual({ like: 'account', at: [3], texts: ['other 3'] });
    const { columns } = unpackDeals(structuredClone(sent));
    expect(columns.customer?.unmade).toBe(columns.account?.unmade);
    expect(columns.account?.unmade?.text(7)).toBe('Name 7');
    expect(columns.account).toEqual({ codes: account.codes, values: many });
    expect(columns.customer).toEqual({ codes: account.codes.toReversed(), values: many });
    expect(columns.owner?.values).toEqual(changed([3]));
  });

  it('take no text with them that the other thread can find', () => {
    const sizeOf = (deals: DealsInput): number => JSON.stringify(packDeals(deals).deals.columns.account).length;
    const columns = { account: changed([5]) };
    expect(packDeals(written(dealsWith(columns), many)).texts).toEqual([
      ['account', expect.objectContaining({ at: [5], texts: ['other 5'] })],
    ]);
    expect(packDeals(dealsWith(columns)).texts).toEqual([]);
    expect(sizeOf(written(dealsWith(columns), many))).toBeLessThan(sizeOf(dealsWith(columns)) / 1.5);
    expect(packDeals(dealsWith({ account: many, customer: changed([5]) })).texts).toEqual([
      ['customer', { like: 'account', at: [5], texts: ['other 5'] }],
    ]);
  });
});
