import { describe, expect, it } from 'vitest';
import { forEachDeal, stageOrder } from '../../src/model/stage-order.js';
import { historyOfEntries } from '../support/stage-entries.js';

describe('stageOrder', () => {
  it('is the way that most deals went, whatever a few did', () => {
    const history = historyOfEntries([
      [0, 'Lead', '2024-01-01'],
      [0, 'Demo', '2024-01-02'],
      [0, 'Offer', '2024-01-03'],
      [1, 'Lead', '2024-01-01'],
      [1, 'Offer', '2024-01-02'],
      [1, 'Demo', '2024-01-03'],
      [2, 'Demo', '2024-01-01'],
      [2, 'Offer', '2024-01-02'],
    ]);
    const order = stageOrder(history, new Set());
    // Demo before Offer: deals 0 and 2 against deal 1.
    expect(['Lead', 'Demo', 'Offer'].map((name) => order[history.stages.indexOf(name)])).toEqual([0, 1, 2]);
  });

  it('knows no place of closing stages, nor of the missing one', () => {
    const history = historyOfEntries([
      [0, 'Lead', '2024-01-01'],
      [0, 'Won', '2024-01-02'],
    ]);
    const won = history.stages.indexOf('Won');
    expect([...stageOrder(history, new Set([won]))]).toEqual([-1, 0, -1]);
  });
});

describe('forEachDeal', () => {
  it('visits every deal once, with the range of its entries', () => {
    const seen: number[][] = [];
    forEachDeal(
      historyOfEntries([
        [3, 'Lead', '2024-01-01'],
        [3, 'Demo', '2024-01-02'],
        [7, 'Lead', '2024-01-01'],
      ]),
      (deal, from, to) => seen.push([deal, from, to]),
    );
    expect(seen).toEqual([
      [3, 0, 2],
      [7, 2, 3],
    ]);
  });
});
