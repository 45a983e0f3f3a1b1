import { describe, expect, test } from 'vitest';
import { StandingRows } from '../../src/normalize/standing-rows.js';

describe('the row that stands for each', () => {
  test('is the row itself, and takes no room, while none is a line', () => {
    const standing = new StandingRows(3);
    standing.put(1, 1);
    expect([standing.at(0), standing.at(1), standing.rows]).toEqual([0, 1, null]);
  });

  test('is another where a row is a line, and may be itself again', () => {
    const standing = new StandingRows(4);
    standing.put(3, 1);
    standing.put(2, 0);
    standing.put(2, 2);
    expect([...(standing.rows ?? [])]).toEqual([0, 1, 2, 1]);
    expect([standing.at(3), standing.at(2)]).toEqual([1, 2]);
  });
});
