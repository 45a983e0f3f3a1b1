import { describe, expect, it } from 'vitest';
import { contributionsOf, type ExplainedChange } from '../../src/insight/rate-change.js';

type Groups = ExplainedChange['groups'];

/** What is looked at here: the groups and what each adds. */
const explained = (groups: readonly { value: string; mix: number; rate: number }[]): ExplainedChange =>
  ({ groups: groups as unknown as Groups }) as ExplainedChange;

describe('the contributions of groups', () => {
  it('of up to ten are named, the largest effect first', () => {
    const found = contributionsOf(
      explained([
        { value: 'small', mix: 0.01, rate: 0 },
        { value: 'down', mix: -0.02, rate: -0.03 },
        { value: 'cancels', mix: 0.2, rate: -0.2 },
      ]),
    );
    expect(found.map(({ value }) => value)).toEqual(['down', 'small', 'cancels']);
  });

  it('of more are ten and the sum of the others, so that all of them still make the change', () => {
    // Groups 1…14 with mix i/1000 and rate −i/2000: the ten largest are 14…5, the others 1 + 2 + 3 + 4 = 10.
    const groups = Array.from({ length: 14 }, (_, i) => ({
      value: `G${i + 1}`,
      mix: (i + 1) / 1000,
      rate: -(i + 1) / 2000,
    }));
    const found = contributionsOf(explained(groups));
    expect(found).toHaveLength(11);
    expect(found.slice(0, 10).map(({ value }) => value)).toEqual([
      'G14',
      'G13',
      'G12',
      'G11',
      'G10',
      'G9',
      'G8',
      'G7',
      'G6',
      'G5',
    ]);
    const rest = found.at(-1);
    expect(rest?.value).toBeNull();
    expect(rest?.mix).toBeCloseTo(0.01, 12);
    expect(rest?.rate).toBeCloseTo(-0.005, 12);
    // 1 + … + 14 = 105: 0.105 of mix and −0.0525 of rate.
    const sum = (of: (one: (typeof found)[number]) => number): number => found.reduce((all, one) => all + of(one), 0);
    expect(sum(({ mix }) => mix)).toBeCloseTo(0.105, 12);
    expect(sum(({ rate }) => rate)).toBeCloseTo(-0.0525, 12);
  });
});
