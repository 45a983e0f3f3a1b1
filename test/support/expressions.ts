import fc from 'fast-check';
import { compileExpression } from '../../src/expression/compile.js';
import type { Condition, Term } from '../../src/expression/definition.js';
import { nameTerm } from '../../src/expression/nodes.js';
import { KEYWORDS, parseExpression } from '../../src/expression/parse.js';
import type { ExpressionTable } from '../../src/expression/table.js';
import { TRUE, type Truth, UNKNOWN } from '../../src/expression/truth.js';
import { civilDay } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { cellText } from '../../src/model/text-column.js';
import { cellReading } from '../../src/normalize/cell-reading.js';
import { utcDay } from '../../src/normalize/parse/date.js';
import { day } from './deals.js';

/** Deals as an expression sees them: the snapshot is 2024-12-31, and today the day after. */
export function tableOf(deals: Deals, more: Partial<ExpressionTable> = {}): ExpressionTable {
  const reading = cellReading({ zone: utcDay });
  return { deals, reading, asOf: day('2024-12-31'), today: day('2025-01-01'), ...more };
}

/** The ids of the deals for which a condition is true, and for which it is unknown (behind a `?`). */
export function found(condition: string, deals: Deals, more: Partial<ExpressionTable> = {}): string {
  const test = compileExpression(parseExpression(condition), tableOf(deals, more));
  const ids = Array.from({ length: deals.size }, (_, row) => {
    const truth = test(row);
    const id = cellText(deals.column('id'), row);
    return truth === TRUE ? [id] : truth === UNKNOWN ? [`?${id}`] : [];
  });
  return ids.flat().join(' ');
}

/** The truth of a condition for every deal. */
export function truths(condition: string, deals: Deals): Truth[] {
  const test = compileExpression(parseExpression(condition), tableOf(deals));
  return Array.from({ length: deals.size }, (_, row) => test(row));
}

/** A condition without its positions: what reading a printed condition must give again. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === 'at' || key === 'end' ? [] : [[key, withoutPlaces(inner)]],
    ),
  );
}

const span = { at: 0, end: 0 };
const text = fc
  .string({ unit: fc.constantFrom(...'aZ1 \'"[],.()=<>\u06cc\u0643\u06f5\u200c-_/'), minLength: 1, maxLength: 8 })
  .filter((one) => one.trim() !== '');
/** A word that is no keyword, no unit and no period, so that it is read as it stands. */
const word = fc
  .constantFrom('EMEA', 'Alpha', 'North', 'فروش', 'x_1', 'Closed-Won')
  .filter((one) => !KEYWORDS.has(one.toLowerCase()) && parsePeriod(one, { anchor: 0 }) === null);
const textName = fc.oneof(
  fc.constantFrom('owner', 'stage', 'name', 'customer').map((id) => nameTerm(id, true, span)),
  text.map((header) => nameTerm(header, false, span)),
);
const number: fc.Arbitrary<Term> = fc.tuple(fc.nat(9999), fc.constantFrom('', '.5', 'k', 'm', '%')).map(([n, tail]) => {
  const factor = tail === 'k' ? 1e3 : tail === 'm' ? 1e6 : 1;
  const value = tail === '%' ? Number((n / 100).toPrecision(15)) : tail === '.5' ? n + 0.5 : n * factor;
  return { kind: 'number', value, raw: `${n}${tail}`, percent: tail === '%', ...span };
});
const money: fc.Arbitrary<Term> = fc
  .tuple(fc.nat(9999), fc.constantFrom('EUR', 'USD', 'IRT'))
  .map(([value, currency]) => ({ kind: 'money', value, raw: String(value), currency, ...span }));
const amountName = fc.constantFrom('amount', 'Discount').map((id) => nameTerm(id, false, span));
const amountTerm: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    amountName,
    number,
    money,
    fc
      .tuple(fc.constantFrom('+', '-'), tie('term'), tie('term'))
      .map(([kind, left, right]): Term => ({ kind, left, right, ...span })),
    tie('term').map((of): Term => ({ kind: 'negate', of, ...span })),
  ),
})).term;
const dayTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom('created_at', 'closed_at').map((id) => nameTerm(id, false, span)),
  fc.constantFrom('today', 'as_of').map((name): Term => ({ kind: 'moment', name, ...span })),
  fc
    .integer({ min: civilDay(1990, 1, 1), max: civilDay(2050, 1, 1) })
    .map((one): Term => ({ kind: 'day', day: one, ...span })),
);
const op = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const equality = fc.constantFrom('=', '!=');
const literal: fc.Arbitrary<Term> = fc.oneof(
  word.map((one): Term => ({ kind: 'word', text: one, ...span })),
  text.map((one): Term => ({ kind: 'text', text: one, ...span })),
);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(op, amountName, amountTerm)
    .map(([sign, left, right]): Condition => ({ kind: 'compare', op: sign, left, right, ...span })),
  fc
    .tuple(op, dayTerm, dayTerm)
    .map(([sign, left, right]): Condition => ({ kind: 'compare', op: sign, left, right, ...span })),
  fc
    .tuple(equality, textName, literal)
    .map(([sign, left, right]): Condition => ({ kind: 'compare', op: sign, left, right, ...span })),
  fc
    .tuple(textName, fc.array(literal, { minLength: 1, maxLength: 3 }))
    .map(([of, list]): Condition => ({ kind: 'in', of, list, ...span })),
  fc
    .tuple(dayTerm, fc.constantFrom('2024', '2024-Q3', 'last-month', '2024-01..2024-03'))
    .map(([of, raw]): Condition => ({ kind: 'in', of, list: [{ kind: 'period', raw, ...span }], ...span })),
  fc.tuple(textName, literal).map(([of, one]): Condition => ({ kind: 'contains', of, text: one, ...span })),
  fc.oneof(textName, amountName).map((of): Condition => ({ kind: 'empty', of, ...span })),
  fc.constant<Condition>({ kind: 'flag', of: nameTerm('is_won', true, span), ...span }),
);

/** Conditions of every kind, over fields, columns and everything that can be written out. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('condition').map((of): Condition => ({ kind: 'not', of, ...span })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): Condition => ({ kind, parts, ...span })),
  ),
})).condition;
