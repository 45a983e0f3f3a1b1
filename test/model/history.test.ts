import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { partOfHistory, type StageHistory, stagesOf } from '../../src/model/history.js';
import { day } from '../support/deals.js';

const history: StageHistory = {
  size: 4,
  deal: Uint32Array.from([1, 1, 4, 4]),
  stage: Uint32Array.from([1, 2, 1, 3]),
  from: Uint32Array.from([0, 1, 0, 0]),
  enteredAt: Int32Array.from([day('2025-01-02'), day('2025-02-03'), day('2025-03-04'), NO_DAY]),
  source: Uint8Array.from([1, 1, 0, 0]),
  stages: ['', 'Demo', 'Offer', 'Won'],
};

describe('the stages of a deal', () => {
  it('are its own entries in their order, with what was left and where it was read', () => {
    expect(stagesOf(history, 1)).toEqual([
      { stage: 'Demo', from: null, enteredAt: day('2025-01-02'), source: 'log' },
      { stage: 'Offer', from: 'Demo', enteredAt: day('2025-02-03'), source: 'log' },
    ]);
    expect(stagesOf(history, 4)).toEqual([
      { stage: 'Demo', from: null, enteredAt: day('2025-03-04'), source: 'columns' },
      { stage: 'Won', from: null, enteredAt: null, source: 'columns' },
    ]);
  });

  it('are none where the history has nothing of the deal: before, between and behind the ones it has', () => {
    for (const row of [0, 2, 3, 5, 900]) expect(stagesOf(history, row)).toEqual([]);
  });
});

describe('the history of some of the deals', () => {
  const part = partOfHistory(history, Uint32Array.from([0, 3, 4]));

  it('has the entries of the deals that stay, under their new numbers', () => {
    expect(part.size).toBe(2);
    expect([...part.deal]).toEqual([2, 2]);
    expect(stagesOf(part, 2)).toEqual(stagesOf(history, 4));
  });

  it('has nothing of a deal that was left out, nor of one that has no entry', () => {
    for (const row of [0, 1, 3, 4]) expect(stagesOf(part, row)).toEqual([]);
    expect(partOfHistory(history, new Uint32Array()).size).toBe(0);
  });

  it('of all deals is the whole', () => {
    expect(partOfHistory(history, Uint32Array.from([0, 1, 2, 3, 4]))).toEqual(history);
  });
});
