import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';
import { checkExpression } from '../../src/expression/compile.js';
import { parseExpression } from '../../src/expression/parse.js';
import { LANGS } from '../../src/locale/text.js';
import { withoutPlaces } from '../support/expressions.js';

/** What is wrong with an expression: its character (1 = the first), the text there, and the sentence. */
function refusal(source: string): string {
  try {
    checkExpression(parseExpression(source));
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'invalid_expression') throw error;
    const { at, length, detail } = (error as UserError<'invalid_expression'>).args;
    return `${at + 1} "${source.slice(at, at + length)}" ${detail.en}`;
  }
  throw new Error(`"${source}" is taken`);
}

const tree = (source: string): unknown => withoutPlaces(parseExpression(source).condition);

describe('reading an expression', () => {
  it('binds and tighter than or, and not tightest', () => {
    expect(tree('a = x or b = y and not c = z')).toEqual(tree('a = x or (b = y and (not (c = z)))'));
  });

  it('takes a bare or quoted text on the left for a field or column, on the right for a value', () => {
    expect(tree("'Sales Region' = 'North East'")).toEqual({
      kind: 'compare',
      op: '=',
      left: { kind: 'name', name: 'Sales Region', field: null },
      right: { kind: 'text', text: 'North East' },
    });
    expect(tree('Stage = won')).toEqual({
      kind: 'compare',
      op: '=',
      left: { kind: 'name', name: 'stage', field: 'stage' },
      right: { kind: 'word', text: 'won' },
    });
  });

  it('takes a bare word beside a number or day for a field, and one in brackets for a column anywhere', () => {
    const right = (source: string): unknown => (tree(source) as { right: unknown }).right;
    expect(right('closed_at < created_at')).toMatchObject({ kind: 'name', field: 'created_at' });
    expect(right('amount > Discount')).toMatchObject({ kind: 'name', name: 'Discount', field: null });
    expect(right('owner = [Account owner]')).toMatchObject({ kind: 'name', name: 'Account owner', field: null });
    expect(right('stage = product')).toEqual({ kind: 'word', text: 'product' });
    expect(right('closed_at < last-month')).toEqual({ kind: 'period', raw: 'last-month' });
  });

  it('reads the spellings of one value as one value', () => {
    const same = (...sources: readonly string[]): void => {
      const [first, ...others] = sources.map((source) => (tree(source) as { right: unknown }).right);
      for (const other of others) expect(other).toMatchObject(first as object);
    };
    expect(tree('amount > 1.5m')).toMatchObject({ right: { kind: 'number', value: 1_500_000 } });
    expect(tree('amount > ۱٬۵۰۰٬۰۰۰')).toMatchObject({ right: { value: 1_500_000 } });
    expect(tree('amount > 1_500_000')).toMatchObject({ right: { value: 1_500_000 } });
    expect(tree('amount > 1.5 million')).toMatchObject({ right: { value: 1_500_000 } });
    expect(tree('amount > ۱٫۵ میلیون تومان')).toMatchObject({ right: { value: 1_500_000, currency: 'IRT' } });
    same('amount > $5000', 'amount > 5000 USD', 'amount > USD 5000', 'amount > 5000$');
    same('probability > 20%', 'probability > 20٪');
    same('created_at > 2025-03-21', 'created_at > 1404-01-01', 'created_at > ۱۴۰۴/۰۱/۰۱', 'created_at > 1404/1/1');
    same('created_at > today - 2 weeks', 'created_at > today - 2w', 'created_at > today - ۲ هفته');
    same('stage != Won', 'stage <> Won', 'stage ≠ Won');
  });

  it('never throws anything but its own error, which points into the text', () => {
    const piece = fc.constantFrom(
      ...'amount stage [X and or not in is empty contains matches ( ) , = != < >= + - * / 5 1,000 2025-Q3 2025-02-30 20% "x y" \'it $ 1e9 ۱۲ .. today days EUR \u0000 \ud800'.split(
        ' ',
      ),
    );
    const sources = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(sources, (source) => {
        try {
          checkExpression(parseExpression(source));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          const refused = error as UserError<'invalid_expression'>;
          expect(refused.code).toBe('invalid_expression');
          expect(refused.args.at).toBeGreaterThanOrEqual(0);
          expect(refused.args.at).toBeLessThanOrEqual(source.length);
          for (const lang of LANGS) expect(describeError(refused, lang).message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses what is nested too deep or too long, instead of running out of stack', () => {
    expect(refusal(`${'('.repeat(2000)}a = b`)).toContain('brackets deep');
    expect(refusal(`${'not '.repeat(900)}a = b`)).toContain('brackets deep');
    expect(refusal(`amount > ${'-'.repeat(900)}1`)).toContain('brackets deep');
    expect(refusal(`a = ${'x'.repeat(4000)}`)).toContain('longer than');
    expect(() => checkExpression(parseExpression(`amount > ${'1+'.repeat(1900)}1`))).not.toThrow();
    expect(() => checkExpression(parseExpression(`${'a=b or '.repeat(500)}a=b`))).not.toThrow();
  });
});

describe('the error of an expression', () => {
  it.each([
    ['', '1 "" the condition is empty'],
    ['amount >', '9 "" a value is missing here'],
    ['amount > 100 adn stage = Won', '14 "adn" "adn" is not expected here'],
    ['stage = Closed Won', '16 "Won" "Won" is not expected here'],
    ['(amount > 5', '12 "" the closing bracket is missing here'],
    ["stage = 'Won", '9 "\'Won" the closing \' is missing'],
    ["stage = ''", '9 "\'\'" there is nothing between the quotes'],
    ['amount = 1,000', '10 "1,000" "1,000" may be one number or several'],
    ['stage in (a, b', '15 "" a comma or the closing bracket'],
    ['stage in North', '10 "North" "in" is followed by a list'],
    ['closed_at > 2025-02-30', '13 "2025-02-30" "2025-02-30" is no day'],
    ['1000 < amount < 5000', '15 "<" comparisons do not chain'],
    ['amount', '1 "amount" only fields that are yes or no stand alone'],
    ['amount and is_won', '1 "amount" only fields that are yes or no stand alone'],
    ['stage is Won', '10 "Won" "is" is followed by empty or not empty'],
    ['stage > Won', '1 "stage > Won" texts have no order here'],
    ['outcome = one', '11 "one" "one" is no outcome'],
    [
      'outcome in (won, lsot)',
      '18 "lsot" "lsot" is no outcome; outcomes are won, lost, open and excluded; did you mean lost?',
    ],
    ['amount > 2025-01-01', '1 "amount" these two cannot be compared'],
    ["amount > 'much'", '10 "\'much\'" "much" is a text, and this is a number'],
    ["closed_at > 'soon'", '13 "\'soon\'" "soon" is no day'],
    ['probability > 50', '15 "50" probabilities are shares'],
    ['closed_at - created_at > 3 months', '1 "closed_at - created_at > 3 months" months and years are added to a day'],
    ['closed_at + created_at > today', '1 "closed_at + created_at" of days one can'],
    ['amount contains 5', '1 "amount" contains and matches look at texts'],
    ["stage matches '('", '15 "\'(\'" the pattern is no regular expression'],
    ['amount > 99999999999999999', '10 "99999999999999999" the number is too large'],
    ['amount + 5 days > 3', '1 "amount + 5 days" money, days and shares'],
    ['amount ? 5', '8 "?" "?" means nothing here'],
  ])('of %s names the place and the fault', (source, refused) => {
    expect(refusal(source).slice(0, refused.length)).toBe(refused);
  });

  it('is shown with a mark under the place where every character is as wide as the mark', () => {
    const told = (source: string): string => {
      try {
        parseExpression(source);
      } catch (error) {
        return describeError(error as UserError, 'en').message;
      }
      return '';
    };
    expect(told('amount > 5 adn x = y')).toContain('\n  amount > 5 adn x = y\n             ^^^');
    expect(told('مبلغ > 5 adn x = y')).toMatch(/^--where, character 10: /);
    expect(told('مبلغ > 5 adn x = y')).not.toContain('^');
  });
});
