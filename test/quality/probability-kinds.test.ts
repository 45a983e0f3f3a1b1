import { describe, expect, it } from 'vitest';
import { LOST, OPEN, WON } from '../../src/model/outcome.js';
import { CERTAIN, IMPOSSIBLE, LIKELY, NO_CHANCE_TOLD, probabilityKinds } from '../../src/quality/probability-kinds.js';
import { dealsOf } from '../support/deals.js';

const TABLE = `id outcome probability
A won 1
B won 0
C won 0.5
D lost 0
E lost .
F open 0.2
G open 0.9
H open 1`;

describe('kinds of probabilities', () => {
  it('are counted by outcome', () => {
    const kinds = probabilityKinds(dealsOf(TABLE).all());
    const told = [NO_CHANCE_TOLD, IMPOSSIBLE, CERTAIN, LIKELY];
    expect(told.map((kind) => kinds(WON, kind))).toEqual([0, 1, 1, 1]);
    expect(told.map((kind) => kinds(LOST, kind))).toEqual([1, 1, 0, 0]);
    expect(told.map((kind) => kinds(OPEN, kind))).toEqual([0, 0, 1, 2]);
  });

  it('are those of some deals only where these are asked', () => {
    const kinds = probabilityKinds(
      dealsOf(TABLE)
        .all()
        .where((row) => row > 5),
    );
    expect([kinds(OPEN, LIKELY), kinds(OPEN, CERTAIN), kinds(WON, CERTAIN)]).toEqual([1, 1, 0]);
  });
});
