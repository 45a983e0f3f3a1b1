import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, suggest } from '../../src/locale/suggest.js';

const KPIS = ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'win_rate', 'win_rate_value', 'revenue_won'];

describe('suggest', () => {
  it('finds the word behind a slip of the finger', () => {
    expect(suggest('win_rat', KPIS)).toBe('win_rate');
    expect(suggest('wni_rate', KPIS)).toBe('win_rate');
    expect(suggest('WIN_RATE', KPIS)).toBe('win_rate');
    expect(suggest('win-rate', KPIS)).toBe('win_rate');
    expect(suggest('--perod', ['--compare', '--period'])).toBe('--period');
  });

  it('takes a beginning for the only word that begins so', () => {
    expect(suggest('revenue', KPIS)).toBe('revenue_won');
    expect(suggest('win', ['win_rate', 'win_rate_value'])).toBeNull();
  });

  it('keeps silent where nothing is near', () => {
    expect(suggest('churn', KPIS)).toBeNull();
    expect(suggest('', KPIS)).toBeNull();
    expect(suggest('x', ['q', 'v'])).toBeNull();
    expect(suggest('win_rate', [])).toBeNull();
  });
});

describe('editDistance', () => {
  it.each([
    // "ca" → "abc" is 3 in the restricted form (2 in the unrestricted one): Wikipedia, "Damerau–Levenshtein distance"
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('%s → %s is %i', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });

  it('is symmetric, zero only for the same word, and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const edits = editDistance(a, b);
        expect(edits).toBe(editDistance(b, a));
        expect(edits === 0).toBe(a === b);
        expect(edits).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });

  it('takes a word of exactly one candidate for it', () => {
    expect(suggest('office', ['manager', 'regional_office'])).toBe('regional_office');
    expect(suggest('Office', ['manager', 'Regional Office', 'owner'])).toBe('Regional Office');
    expect(suggest('office', ['RegionalOffice'])).toBe('RegionalOffice');
    expect(suggest('office', ['office_city', 'regional_office_name'])).toBe('office_city');
    expect(suggest('rate', ['win_rate', 'churn_rate'])).toBeNull();
  });
});
