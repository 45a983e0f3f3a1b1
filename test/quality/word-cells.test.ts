import { describe, expect, it } from 'vitest';
import { FileTexts } from '../../src/load/placed-texts.js';
import type { Deals } from '../../src/model/deals.js';
import { cellText, type PlainColumn } from '../../src/model/text-column.js';
import { carry, unpack } from '../../src/quality/carried.js';
import { rules } from '../../src/quality/catalogue/index.js';
import { type CheckInput, type CheckResult, check } from '../../src/quality/check.js';
import { cellShapes } from '../../src/quality/column-facts.js';
import { filledIn } from '../../src/quality/run-history.js';
import { mayHold } from '../../src/quality/word-cells.js';
import { day } from '../support/deals.js';
import { idColumn } from '../support/id-column.js';
import { placedColumn } from '../support/placed-file.js';
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

/** What all rules find of a table of deals with a column of its own. */
function foundIn(column: PlainColumn, field: 'id' | 'name' = 'id'): unknown {
  const read = readTable(TABLE);
  const input: CheckInput = { ...read, deals: read.deals.with({ [field]: column }), asOf: day('2025-01-01') };
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

  it('find in names of which most stay in the file what they find in their texts', () => {
    const named = ['Test deal 2', 'asdf', 'My Demo', 'Crash Test Rig', 'تست', 'qwerty', 'Lorem ipsum', 'XXX'];
    const name = (row: number): string => `Order ${row}, plant ${row % 3}`;
    for (const odd of [[], named, ODD, [...named, ...ODD]]) {
      const cells = Array.from({ length: ROWS }, (_, row) => odd[row - 10] ?? name(row));
      const column = placedColumn(cells);
      expect(column.stored.others.rows.length).toBeLessThan(ROWS * 0.6);
      expect(foundIn(column, 'name')).toEqual(foundIn(plainColumn(cells), 'name'));
      expect(filledIn(column)).toBe(cells.filter((cell) => cell !== '').length);
    }
  });

  it('do not read all names that stay in the file in a quick check', () => {
    const named = ['Test deal 2', 'asdf', ...ODD];
    const cells = Array.from({ length: ROWS }, (_, row) => named[row - 10] ?? `Order ${row}`);
    const column = placedColumn(cells);
    const refused = (): never => {
      throw new Error('all texts were read');
    };
    Object.defineProperties(column, { bytes: { get: refused }, offsets: { get: refused } });
    const read = readTable(TABLE);
    const deals = read.deals.with({ name: column });
    const { results } = check(rules, { ...read, deals, asOf: day('2025-01-01'), quick: true });
    const found = new Map(results.map(({ rule, violations }) => [rule.id as string, violations] as const));
    const ids = ['cell.formula_like', 'record.test_or_placeholder', 'cell.truncated'];
    expect(ids.map((id) => found.get(id))).toEqual([1, 2, 1]);
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

it('names that stay in the file are read in another thread, too', () => {
  const read = readTable(TABLE);
  const cells = Array.from({ length: ROWS }, (_, row) => (row === 7 ? 'ساختمان' : row === 9 ? '' : `Order ${row}`));
  const input: CheckInput = {
    ...read,
    deals: read.deals.with({ name: placedColumn(cells) }),
    asOf: day('2025-01-01'),
  };
  const { name } = unpack(structuredClone(carry(input)), (file) => new FileTexts(file)).deals.carried().columns;
  if (name?.kind !== 'plain') throw new Error('no plain column');
  expect(name.stored?.kind).toBe('places');
  expect(cells.map((_, row) => cellText(name, row))).toEqual(cells);
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
  const there = unpack(structuredClone(carry(input)), () => {
    throw new Error('no text stayed in a file');
  });
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
