import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import { type Baseline, type BaselineFile, parseBaseline, printBaseline } from '../../src/quality/baseline.js';
import type { KnownNote } from '../../src/quality/baseline-note.js';
import { rules } from '../../src/quality/catalogue/index.js';
import { type CheckResult, gate } from '../../src/quality/check.js';
import {
  applyBaseline as applyOn,
  baselineSize,
  pruneBaseline,
  recordBaseline,
} from '../../src/quality/compare-baseline.js';
import type { Rule, RuleSetting } from '../../src/quality/definition.js';
import { fingerprint } from '../../src/quality/fingerprint.js';
import { checkTable } from '../support/rules.js';

const rule = (id: string): Rule => {
  const found = rules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};
const CHOSEN = [rule('deal.won_without_amount'), rule('deal.owner_missing'), rule('deal.lost_without_reason')];
const checked = (table: string, settings: Readonly<Record<string, RuleSetting>> = {}, chosen = CHOSEN): CheckResult =>
  checkTable(chosen, table, settings);

const TODAY = civilDay(2026, 6, 15);
const applyBaseline = (result: CheckResult, baseline: Baseline): CheckResult => applyOn(result, baseline, TODAY);

const HEADER = 'id outcome amount owner';
const BEFORE = `${HEADER}\nD1 won . Sara\nD2 won . Omid\nD3 lost 5 .\nD4 won 7 Sara`;
const KNOWN = recordBaseline(checked(BEFORE), null);
/** known, new and fixed of each rule that was looked at. */
const accounts = (result: CheckResult): readonly (readonly [string, number, number, number])[] =>
  result.results
    .filter(({ outcome }) => outcome !== 'skipped')
    .map(({ rule: { id }, known, violations, fixed }) => [
      id,
      known,
      violations - known,
      fixed.reduce((sum, { count }) => sum + count, 0),
    ]);
const ids = (result: CheckResult): (string | null)[] =>
  result.results.flatMap((one) => one.describe().map(({ recordId }) => recordId));

describe('a check compared with a baseline', () => {
  it('of the same deals has nothing new: it passes, and its counts are whole', () => {
    const result = applyBaseline(checked(BEFORE), KNOWN);
    expect(accounts(result)).toEqual([
      ['deal.won_without_amount', 2, 0, 0],
      ['deal.owner_missing', 1, 0, 0],
    ]);
    expect(result).toMatchObject({ errors: 0, warnings: 0, infos: 0 });
    expect(gate(result.results, 'info')).toBe('pass');
    expect(ids(result)).toEqual([]);
    expect(result.results[0]?.violations).toBe(2);
    expect([result.score, result.strictScore]).toEqual([checked(BEFORE).score, checked(BEFORE).strictScore]);
  });

  it('names what is new and what is fixed, whatever the order of rows and columns and whatever was added', () => {
    const after = `owner amount id stage outcome
      Sara 9 D1 x won
      Mina . D7 x won
      .    5 D3 x lost
      Omid . D2 x won
      Sara 1 D8 x open`;
    const result = applyBaseline(checked(after), KNOWN);
    expect(accounts(result)).toEqual([
      ['deal.won_without_amount', 1, 1, 1],
      ['deal.owner_missing', 1, 0, 0],
    ]);
    expect(ids(result)).toEqual(['D7']);
    expect(result.results[0]?.fixed).toEqual([
      {
        fingerprint: fingerprint('deal.won_without_amount', { entity: 'id D1', field: 'amount' }),
        count: 1,
        label: 'D1',
      },
    ]);
    expect(result).toMatchObject({ errors: 1, warnings: 0 });
    expect(gate(result.results, 'error')).toBe('fail');
  });

  it('counts deals that nothing names, and takes more of them for new', () => {
    const nameless = (n: number): CheckResult => checked(`outcome amount\n${'won .\n'.repeat(n)}`);
    const known = recordBaseline(nameless(2), null);
    expect(baselineSize(known)).toBe(2);
    expect(accounts(applyBaseline(nameless(3), known))).toEqual([['deal.won_without_amount', 2, 1, 0]]);
    expect(accounts(applyBaseline(nameless(1), known))).toEqual([['deal.won_without_amount', 1, 0, 1]]);
  });

  it('holds a threshold against the new ones only', () => {
    const settings = { 'deal.won_without_amount': { maxViolations: 1 } };
    const more = `${BEFORE}\nD5 won . Sara`;
    expect(gate(checked(BEFORE, settings).results, 'error')).toBe('fail');
    expect(gate(applyBaseline(checked(more, settings), KNOWN).results, 'error')).toBe('pass');
    expect(gate(applyBaseline(checked(`${more}\nD6 won . Sara`, settings), KNOWN).results, 'error')).toBe('fail');
  });

  it('says nothing of rules that were not looked at: they are neither known nor fixed, and stay in the baseline', () => {
    const withoutOwner = 'id outcome amount\nD1 won 5';
    const result = applyBaseline(checked(withoutOwner), KNOWN);
    expect(accounts(result)).toEqual([['deal.won_without_amount', 0, 0, 2]]);
    expect(pruneBaseline(KNOWN, result).get('deal.owner_missing')).toEqual(KNOWN.get('deal.owner_missing'));
    expect(recordBaseline(checked(withoutOwner), KNOWN).get('deal.owner_missing')).toEqual(
      KNOWN.get('deal.owner_missing'),
    );
    expect(recordBaseline(checked(BEFORE, { 'deal.owner_missing': 'off' }), null).has('deal.owner_missing')).toBe(
      false,
    );
  });
});

describe('a pruned baseline', () => {
  it('has lost what is fixed and taken in nothing new', () => {
    const after = checked(`${HEADER}\nD1 won 5 Sara\nD2 won . Omid\nD9 won . Sara\nD3 lost 5 .`);
    const pruned = pruneBaseline(KNOWN, applyBaseline(after, KNOWN));
    expect([...(pruned.get('deal.won_without_amount')?.values() ?? [])]).toEqual([{ count: 1, label: 'D2' }]);
    expect(accounts(applyBaseline(after, pruned))).toEqual([
      ['deal.won_without_amount', 1, 1, 0],
      ['deal.owner_missing', 1, 0, 0],
    ]);
  });
});

describe('for any deals', () => {
  const cell = fc.constantFrom('.', '5');
  const deal = fc.record({ id: fc.constantFrom('A', 'B', 'C', 'D', 'E', '.'), amount: cell, owner: cell });
  // An id that occurs twice is one deal, and which of its rows counts depends on their order.
  const deals = fc.uniqueArray(deal, {
    minLength: 1,
    maxLength: 12,
    comparator: (one, other) => one.id === other.id && one.id !== '.',
  });
  const tableOf = (list: readonly { id: string; amount: string; owner: string }[]): string =>
    `${HEADER}\n${list.map(({ id, amount, owner }) => `${id} won ${amount} ${owner}`).join('\n')}`;
  const stored = (baseline: Baseline): Baseline =>
    (parseBaseline([...printBaseline({ known: baseline, scope: null })].join('')) as BaselineFile).known;

  it('the order of rows changes no fingerprint', () => {
    fc.assert(
      fc.property(
        deals.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const text = (of: typeof list): string =>
            [...printBaseline({ known: recordBaseline(checked(tableOf(of)), null), scope: null })].join('');
          expect(text(shuffled)).toBe(text(list));
        },
      ),
    );
  });

  it('what is known, new and fixed adds up, and a baseline that was written and read knows everything', () => {
    fc.assert(
      fc.property(deals, deals, (before, after) => {
        const baseline = stored(recordBaseline(checked(tableOf(before)), null));
        const result = applyBaseline(checked(tableOf(after)), baseline);
        const [known, fresh, fixed] = [1, 2, 3].map((at) =>
          accounts(result).reduce((sum, account) => sum + (account[at] as number), 0),
        );
        expect(known).toBe(baselineSize(baseline) - (fixed ?? 0));
        expect(fresh).toBe(result.results.reduce((sum, one) => sum + one.describe().length, 0));
        const both = stored(recordBaseline(checked(tableOf(after)), baseline));
        expect(applyBaseline(checked(tableOf(after)), both)).toMatchObject({ errors: 0, warnings: 0 });
        expect(baselineSize(pruneBaseline(baseline, result))).toBe(known);
      }),
    );
  });
});

describe('a fault of many records in a baseline', () => {
  const header = 'id outcome amount owner';
  const lines = (from: number, n: number): string[] => Array.from({ length: n }, (_, at) => `D${from + at} won . Sara`);
  const table = (...rows: readonly string[]): string => [header, ...rows].join('\n');
  const amounts = [rule('deal.won_without_amount')];
  const [fifteen, priced] = [lines(1, 15), Array.from({ length: 4 }, (_, at) => `P${at} won 5 Sara`)];
  const known = recordBaseline(checked(table(...fifteen), {}, amounts), null);

  it('is one line with its count', () => {
    const text = [...printBaseline({ known, scope: null })].join('').split('\n');
    expect(text.filter((line) => line.startsWith('deal.won_without_amount'))).toEqual([
      expect.stringMatching(/^deal\.won_without_amount [0-9a-f]{16} 15 "all"$/),
    ]);
  });

  it('covers as many as it was, whichever they are, also where they are no whole class any more', () => {
    const second = (...rows: readonly string[]) =>
      accounts(applyBaseline(checked(table(...rows), {}, amounts), known))[0];
    expect(second(...fifteen)).toEqual(['deal.won_without_amount', 15, 0, 0]);
    // Two more are new; three fewer are fixed.
    expect(second(...fifteen, ...lines(50, 2))).toEqual(['deal.won_without_amount', 15, 2, 0]);
    expect(second(...fifteen.slice(3))).toEqual(['deal.won_without_amount', 12, 0, 3]);
    // 15 of 19 are no whole class: each stands alone, and is known.
    expect(second(...fifteen, ...priced)).toEqual(['deal.won_without_amount', 15, 0, 0]);
  });

  it('is known by its records, where they were written one by one', () => {
    const one = recordBaseline(checked(table(...fifteen, ...priced), {}, amounts), null);
    expect(accounts(applyBaseline(checked(table(...fifteen), {}, amounts), one))[0]).toEqual([
      'deal.won_without_amount',
      15,
      0,
      0,
    ]);
  });

  it('lists what is new of it as one finding', () => {
    const found = applyBaseline(checked(table(...fifteen, ...lines(50, 11)), {}, amounts), known);
    expect(found.results[0]?.list(20).map(({ count }) => count)).toEqual([11]);
  });
});

describe('the fingerprints of every rule', () => {
  const hashes = (one: Rule, table: string): readonly string[] =>
    checkTable([one], table)
      .results.flatMap((result) => [...result.identities()].map((identity) => fingerprint(one.id, identity)))
      .sort();

  it.each(rules.map((one) => [one.id, one] as const))('%s: survive another order of the rows', (_, one) => {
    const [deals = '', ...others] = one.examples.reject.trim().split(/\n(?=\s*# )/);
    const [header = '', ...rows] = deals.split('\n');
    const reversed = [[header, ...rows.reverse()].join('\n'), ...others].join('\n');
    expect(hashes(one, one.examples.reject).length).toBeGreaterThan(0);
    expect(hashes(one, reversed)).toEqual(hashes(one, one.examples.reject));
  });

  it.each([
    [
      'account.duplicate_likely',
      ['D1 Beta_Solution', 'D2 Alpha', 'D3 Beta_Solution_GmbH', 'D4 BETA_SOLUTION'],
      'id customer',
    ],
    ['text.case_or_space_variants', ['D1 GTX_Pro', 'D2 GTXPro', 'D3 gtx_pro', 'D4 Other'], 'id product'],
    [
      'deal.duplicate_likely',
      ['D1 Roof won 2024-05-01 A', 'D2 Roof open 2024-05-01 A', 'D3 Wall won 2024-05-01 A'],
      'id name outcome created_at customer',
    ],
  ])('%s: name what belongs together, whichever comes first', (id, rows, header) => {
    const table = (of: readonly string[]): string => [header, ...of].join('\n');
    const found = hashes(rule(id), table(rows));
    expect(found.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(hashes(rule(id), table(shuffled))).toEqual(found);
      }),
    );
    expect(hashes(rule(id), table([...rows, rows[1]?.replace('D2', 'D9') ?? '']))).toEqual(
      expect.arrayContaining([...found]),
    );
  });
});

describe('an entry with a last day', () => {
  const amounts = [rule('deal.won_without_amount')];
  const day = (of: number): number => civilDay(2026, 6, of);
  const noted = (baseline: Baseline, label: string, note: KnownNote): Baseline =>
    new Map(
      [...baseline].map(([id, known]) => [
        id,
        new Map([...known].map(([hash, one]) => [hash, one.label === label ? { ...one, note } : one])),
      ]),
    );
  const earlier = (): CheckResult => checked(BEFORE, {}, amounts);
  const known = noted(recordBaseline(earlier(), null), 'D1', { until: day(15), reason: 'ticket 7' });
  const noteOf = (baseline: Baseline, label: string): KnownNote | undefined =>
    [...(baseline.get('deal.won_without_amount')?.values() ?? [])].find((one) => one.label === label)?.note;

  it('holds on that day, and counts again from the next on', () => {
    expect(accounts(applyOn(earlier(), known, day(15)))).toEqual([['deal.won_without_amount', 2, 0, 0]]);
    const after = applyOn(earlier(), known, day(16));
    const met = after.results[0]?.met;
    expect(accounts(after)).toEqual([['deal.won_without_amount', 1, 1, 0]]);
    expect(ids(after)).toEqual(['D1']);
    expect(after.errors).toBe(1);
    expect(after.results[0]).toMatchObject({ outcome: 'fail', expired: 1 });
    expect(
      [...(met?.list(true) ?? []), ...(met?.list(false) ?? [])].map(({ label, expired, note }) => [
        label,
        expired,
        note?.reason ?? null,
      ]),
    ).toEqual([
      ['D1', true, 'ticket 7'],
      ['D2', false, null],
    ]);
  });

  it('is fixed like any other, and keeps its note in a baseline that is pruned or written again', () => {
    const onlyOne = checked(`${HEADER}\nD1 won . Sara\nD2 won 5 Omid`, {}, amounts);
    const comparison = applyOn(onlyOne, known, day(16));
    expect(noteOf(pruneBaseline(known, comparison), 'D1')).toEqual({ until: day(15), reason: 'ticket 7' });
    expect(noteOf(recordBaseline(onlyOne, known), 'D1')).toEqual({ until: day(15), reason: 'ticket 7' });
    const fixed = applyOn(checked(`${HEADER}\nD1 won 5 Sara\nD2 won . Omid`, {}, amounts), known, day(16));
    expect(fixed.results[0]?.fixed.map(({ label }) => label)).toEqual(['D1']);
  });

  it('keeps the note of a record whose fault has become that of many', () => {
    const many = checked(
      `${HEADER}\n${Array.from({ length: 12 }, (_, at) => `D${at + 1} won . Sara`).join('\n')}`,
      {},
      amounts,
    );
    const again = recordBaseline(many, known);
    expect(noteOf(again, 'D1')).toEqual({ until: day(15), reason: 'ticket 7' });
    expect(baselineSize(again)).toBe(12);
    expect(accounts(applyOn(many, again, day(15)))).toEqual([['deal.won_without_amount', 12, 0, 0]]);
    expect(accounts(applyOn(many, again, day(16)))).toEqual([['deal.won_without_amount', 11, 1, 0]]);
  });
});
