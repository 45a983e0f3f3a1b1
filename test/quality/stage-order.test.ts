import { describe, expect, it } from 'vitest';
import { closingStages, stageOrder } from '../../src/quality/stage-order.js';
import { readTable } from '../support/rules.js';

describe('stageOrder', () => {
  it('is the way that most deals went, without the stages in which they are closed', () => {
    const { beside } = readTable(`id stage
      D1 Closed_Won
      D2 Offer
      D3 Closed_Lost
      # history log
      deal stage day
      D1 Lead 2024-01-01
      D1 Demo 2024-01-02
      D1 Offer 2024-01-03
      D1 Closed_Won 2024-01-04
      D2 Demo 2024-01-01
      D2 Lead 2024-01-02
      D2 Offer 2024-01-03
      D3 Lead 2024-01-01
      D3 Demo 2024-01-02
      D3 Closed_Lost 2024-01-03`);
    const { history, sources } = beside;
    if (history === null) throw new Error('no history');
    const closing = closingStages(history, sources);
    expect([...closing].map((code) => history.stages[code])).toEqual(['Closed Won', 'Closed Lost']);
    const position = stageOrder(history, closing);
    const named = Object.fromEntries(history.stages.map((name, code) => [name, position[code]]));
    expect(named).toMatchObject({ Lead: 0, Demo: 1, Offer: 2, 'Closed Won': -1, 'Closed Lost': -1 });
  });
});
