import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { type StageHistory, stagesOf } from '../../src/model/history.js';
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
