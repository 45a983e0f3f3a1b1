/** Random exports of the same deals, as plain records and as the deals that are made of them. */
import fc from 'fast-check';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { dealsOf } from './deals.js';

/** A deal of an export; '' = an empty cell. Amounts are written as a person would. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly outcome: 'open' | 'won' | 'lost' | 'excluded';
  readonly amount: string;
  readonly currency: string;
  readonly created_at: string;
  readonly closed_at: string;
  readonly expected_close: string;
}

export const FIELDS = [
  'id',
  'name',
  'account',
  'owner',
  'stage',
  'outcome',
  'amount',
  'currency',
  'created_at',
  'closed_at',
  'expected_close',
] as const satisfies readonly (keyof Row)[];

/** The rows as deals, with the columns that are given. */
export function dealsFrom(rows: readonly Row[], fields: readonly (keyof Row)[] = FIELDS): Deals {
  const lines = rows.map((row) =>
    fields.map((field) => (row[field] === '' ? '.' : row[field].replaceAll(' ', '_'))).join(' '),
  );
  return dealsOf([fields.join(' '), ...lines].join('\n'));
}

const DAY = fc.integer({ min: civilDay(2024, 1, 1), max: civilDay(2025, 12, 31) }).map(isoDay);
/** Ugly decimals, rial amounts, credits, 0, none. */
export const AMOUNT = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -99_999, max: 9_999_999 }).map((cents) => decimal(cents, 2)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 999_999 }).map((thousandths) => decimal(thousandths, 3)) },
  { weight: 1, arbitrary: fc.constantFrom('0', '0.1', '0.2', '0.7', '1.005') },
  { weight: 1, arbitrary: fc.constant('') },
);
export const RIALS = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 1_000_000_000 }).map((n) => String(n * 1_000 + 7)) },
  { weight: 1, arbitrary: fc.constant('') },
);

/** A whole number of the smallest unit as a decimal: 1205 with two places is 12.05. */
export function decimal(units: number | bigint, places: number): string {
  const sign = units < 0 ? '-' : '';
  const digits = String(units < 0 ? -units : units).padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, -places), digits.slice(-places)];
  return places === 0 ? `${sign}${digits}` : `${sign}${whole}.${rest}`;
}

/** A decimal as a whole number of 10⁻⁶: arithmetic that owes nothing to what is tested. */
export function millionths(text: string): bigint {
  if (text === '') return 0n;
  const negative = text.startsWith('-');
  const [whole = '0', rest = ''] = (negative ? text.slice(1) : text).split('.');
  const value = BigInt(whole) * 1_000_000n + BigInt(rest.padEnd(6, '0').slice(0, 6));
  return negative ? -value : value;
}

interface Options {
  readonly amount?: fc.Arbitrary<string>;
  readonly currencies?: readonly string[];
  readonly withIds?: boolean;
}

function row({ amount = AMOUNT, currencies = ['USD'] }: Options): fc.Arbitrary<Omit<Row, 'id' | 'name'>> {
  return fc.record({
    account: fc.constantFrom('Acme', 'Beta', 'Gamma', ''),
    owner: fc.constantFrom('Ana', 'Bo', 'Cy', ''),
    stage: fc.constantFrom('1 Lead', '2 Demo', '3 Offer', ''),
    outcome: fc.constantFrom('open', 'open', 'open', 'open', 'won', 'lost', 'excluded'),
    amount,
    currency: fc.constantFrom(...currencies),
    created_at: DAY,
    closed_at: fc.oneof(DAY, fc.constant('')),
    expected_close: fc.oneof({ weight: 4, arbitrary: DAY }, { weight: 1, arbitrary: fc.constant('') }),
  });
}

/** Some facts of a deal change from one export to the next. */
function change(options: Options): fc.Arbitrary<Partial<Row>> {
  const free = row(options);
  return fc
    .tuple(
      free,
      fc.subarray(['owner', 'stage', 'outcome', 'amount', 'currency', 'expected_close', 'closed_at'] as const),
    )
    .map(([next, fields]) => Object.fromEntries(fields.map((field) => [field, next[field]])));
}

/** Exports of the same deals: of each deal, what every export has of it; null = it is not in it. */
export function exports(count: number, options: Options = {}): fc.Arbitrary<readonly (readonly Row[])[]> {
  const { withIds = true } = options;
  const life = fc.record({
    born: row(options),
    present: fc.array(fc.constantFrom(true, true, true, true, false), { minLength: count, maxLength: count }),
    changes: fc.array(fc.oneof(fc.constant({}), change(options)), { minLength: count, maxLength: count }),
  });
  return fc.array(life, { maxLength: 14 }).map((lives) =>
    Array.from({ length: count }, (_, at) =>
      lives.flatMap(({ born, present, changes }, number) => {
        if (present[at] !== true) return [];
        const id = withIds ? `D${number}` : '';
        const facts = Object.assign({}, born, ...changes.slice(1, at + 1)) as Omit<Row, 'id' | 'name'>;
        return [{ ...facts, id, name: `Deal ${number}` }];
      }),
    ),
  );
}
