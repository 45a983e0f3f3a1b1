import { describe, expect, it } from 'vitest';
import type { Deals } from '../../src/model/deals.js';
import { cellText, type PlainColumn } from '../../src/model/text-column.js';
import { carry, unpack } from '../../src/quality/carried.js';
import { rules } from '../../src/quality/catalogue/index.js';
import { type CheckInput, type CheckResult, check } from '../../src/quality/check.js';
import { cellShapes } from '../../src/quality/column-facts.js';
import { mayHold } from '../../src/quality/id-cells.js';
import { filledIn } from '../../src/quality/run-history.js';
import { day } from '../support/deals.js';
import { idColumn } from '../support/id-column.js';
import { plainColumn } from '../support/plain-column.js';
import { readTable } from '../support/rules.js';

const ROWS = 40;
const TABLE = `name amount stage\n${Array.from({ length: ROWS }, (_, row) => `N${row} ${row + 100} Won`).join('\n')}`;

/** Cells that rules find something in, and an empty one. */
const ODD = [
  '=1+1',
  '@x',
  'CafÃ©',
  'a???b',
  '4.2E+17',
  ' 12345678901234000',
  '12345678901235000',
  'x'.repeat(255),
  'y'.repeat(255),
  'علي',
  'علی',
  'کیوی',
  '',
];

/** What all rules find of the ids of a table of deals. */
function foundIn(id: PlainColumn): unknown {
  const read = readTable(TABLE);
  const input: CheckInput = { ...read, deals: read.deals.with({ id }), asOf: day('2025-01-01') };
  const { results }: CheckResult = check(rules, input);
  return results.map(({ rule, applicable, violations, list }) => [rule.id, applicable, violations, list()]);
}

describe('rules', () => {
  const forms: readonly (readonly [string, number, readonly string[]])[] = [
    ['D-', 6, []],
    ['', 0, []],
    ['=', 2, ['=1', '+1']],
    ['-', 0, ['-1']],
    ['4.2E+', 0, ['4.2E+']],
    ['why???', 3, ['why???1']],
    ['1234567', 9, ['1234567000000000', '1234567000001000']],
    ['a+b', 2, ['a+b']],
  ];

  it.each(forms)('find in ids that begin with "%s" what they find in their texts', (beginning, digits, near) => {
    const id = (row: number): string => `${beginning}${String(row).padStart(digits, '0')}`;
    for (const odd of [[], near, ODD, [...near, ...ODD]]) {
      const cells = Array.from({ length: ROWS }, (_, row) => odd[row - 10] ?? id(row));
      const column = idColumn(beginning, digits, cells);
      expect(column.stored.others.rows.length).toBeLessThan(ROWS / 2);
      expect(foundIn(column)).toEqual(foundIn(plainColumn(cells)));
      expect(filledIn(column)).toBe(cells.filter((cell) => cell !== '').length);
    }
  });

  it('make no texts of ids that are all alike', () => {
    const cells = Array.from({ length: ROWS }, (_, row) => ODD[row - 10] ?? `D-${row}`);
    const column = idColumn('D-', 0, cells);
    const refused = (): never => {
      throw new Error('texts were made');
    };
    Object.defineProperties(column, { bytes: { get: refused }, offsets: { get: refused } });
    const long = new Set(['cell.truncated']);
    const read = readTable(TABLE);
    const quick = rules.filter((rule) => !long.has(rule.id));
    const { results } = check(quick, { ...read, deals: read.deals.with({ id: column }), asOf: day('2025-01-01') });
    const formulas = results.find(({ rule }) => rule.id === 'cell.formula_like');
    // An address such as @x is no formula.
    expect(formulas?.violations).toBe(1);
  });
});

it('ids of the deals and of all that they were chosen of have their texts in another thread', () => {
  const read = readTable(TABLE);
  const deals = (beginning: string): Deals => {
    const cells = Array.from({ length: ROWS }, (_, row) => (row === 7 ? 'other' : row === 9 ? '' : beginning + row));
    return read.deals.with({ id: idColumn(beginning, 0, cells) });
  };
  const input: CheckInput = {
    ...read,
    deals: deals('D-'),
    whole: { deals: deals('W'), history: null },
    asOf: day('2025-01-01'),
  };
  const there = unpack(structuredClone(carry(input)));
  const texts = (of: Deals | undefined): string[] => {
    const { id } = of?.carried().columns ?? {};
    if (id?.kind !== 'plain') throw new Error('no plain column');
    return Array.from({ length: id.length }, (_, row) => cellText(id, row));
  };
  const [chosen, all] = [texts(there.deals), texts(there.whole?.deals)];
  expect([chosen.length, all.length]).toEqual([40, 40]);
  expect([0, 7, 9, 39].map((row) => [chosen[row], all[row]])).toEqual([
    ['D-0', 'W0'],
    ['other', 'other'],
    ['', ''],
    ['D-39', 'W39'],
  ]);
  expect(there.whole?.history).toBeNull();
});

it('shapes of ids are those that they may have', () => {
  const { filled, longest, begins } = cellShapes(idColumn('D-', 4, ['D-0001', '', 'xyz', 'é']));
  expect([filled, longest]).toEqual([3, 6]);
  expect([...begins.keys()].filter((byte) => begins[byte] === 1)).toEqual([0x44, 0x78, 0xc3]);
  const numbers = cellShapes(idColumn('', 0, ['1', '22']));
  expect([...numbers.begins.keys()].filter((byte) => numbers.begins[byte] === 1)).toEqual(
    [...'0123456789'].map((digit) => digit.charCodeAt(0)),
  );
  expect(numbers.longest).toBe(9);
});

it('a word may stand in the beginning of ids, across its end, or in their numbers', () => {
  const form = { beginning: new TextEncoder().encode('Test-v'), digits: 4 };
  const held = (word: string, ignoreCase = false): boolean => mayHold(form, [word], ignoreCase);
  expect(
    ['Test', 'st-v', 'v', 'v1', '-v0007', '12', '???', 'test', 'v1x', '1-', 'Test-vx'].map((word) => held(word)),
  ).toEqual([true, true, true, true, true, true, false, false, false, false, false]);
  expect([held('TEST', true), held('V1', true), held('W1', true)]).toEqual([true, true, false]);
  expect(mayHold(form, ['x', 'st'], false)).toBe(true);
});
