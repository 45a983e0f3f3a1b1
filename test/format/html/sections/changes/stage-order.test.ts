import { expect, it } from 'vitest';
import { stagesInOrder } from '../../../../../src/format/html/sections/changes/stage-order.js';

const move = (from: string, to: string, direction: 'advanced' | 'moved_back' | 'stage_changed' = 'advanced') => ({
  from,
  to,
  direction,
});

it('puts stages in the order that moves forward and back tell', () => {
  const moves = [move('Offer', 'Demo', 'moved_back'), move('Offer', 'Deal'), move('Lead', 'Demo')];
  expect(stagesInOrder(moves)).toEqual(['Lead', 'Demo', 'Offer', 'Deal']);
});

it('has every stage once, also where nothing tells an order or moves contradict each other', () => {
  expect(stagesInOrder([move('A', 'B', 'stage_changed'), move('B', 'A', 'stage_changed')])).toEqual(['A', 'B']);
  expect(stagesInOrder([move('A', 'B'), move('B', 'A')]).toSorted()).toEqual(['A', 'B']);
  expect(stagesInOrder([])).toEqual([]);
});
