import { describe, expect, it } from 'vitest';
import { chosen, excessOf } from '../../../src/analysis/why/choose.js';
import type { SumPart } from '../../../src/analysis/why/parts.js';
import { sumPart } from '../../../src/analysis/why/sums.js';

const side = (totals: Record<string, number>) =>
  new Map(Object.entries(totals).map(([key, total]) => [key, { size: 1, total }]));
const part = (by: string, before: Record<string, number>, after: Record<string, number>): SumPart =>
  sumPart(by, side(before), side(after)) as SumPart;

// A fall from 400 to 300. By office it is all in one of four; by owner everybody lost a quarter.
const office = part('office', { A: 100, B: 100, C: 100, D: 100 }, { A: 0, B: 100, C: 100, D: 100 });
const owner = part('owner', { Ann: 200, Bob: 200 }, { Ann: 150, Bob: 150 });
const source = part('source', { Web: 300, Fair: 100 }, { Web: 200, Fair: 100 });
const type = part('type', { New: 100, Old: 300 }, { New: 75, Old: 225 });

describe('the columns by which a change is told', () => {
  it('explain by the group that makes more than its share', () => {
    // A: 100 of the 100, with 100 / 700 of both periods' value: 100 − 14.29.
    expect(excessOf(office)).toBeCloseTo(100 - 100 / 7, 12);
    expect(excessOf(owner)).toBeCloseTo(0, 12);
    // Web: 100, with 500 / 700 of the value.
    expect(excessOf(source)).toBeCloseTo(100 - 500 / 7, 12);
  });

  it('are three, those that explain most first', () => {
    expect(chosen([owner, type, null, source, office], []).map(({ by }) => by)).toEqual(['office', 'source', 'owner']);
  });

  it('are first those that were asked for, however many', () => {
    expect(chosen([owner, type, source, office], ['type']).map(({ by }) => by)).toEqual(['type', 'office', 'source']);
    expect(chosen([owner, type, source, office], ['type', 'office', 'owner', 'source'])).toHaveLength(4);
  });

  it('see what moved within a figure that did not change', () => {
    expect(excessOf(part('owner', { Ann: 10, Bob: 10 }, { Ann: 15, Bob: 5 }))).toBe(5);
  });
});
