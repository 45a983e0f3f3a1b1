import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/kpi/definition.js';
import { oneSidedFile } from '../../src/kpi/survivors.js';
import { dealsOf } from '../support/deals.js';

const all = dealsOf('id outcome\nA won').all();

test('a file is objected to when it lacks one side, has closed deals, and nobody vouches for it', () => {
  const ask = (hasWon: boolean, hasLost: boolean) => oneSidedFile(all, { hasWon, hasLost }, DEFAULT_SETTINGS);
  expect([ask(true, false), ask(false, true), ask(true, true)]).toEqual([
    'no_lost_deals_in_file',
    'no_won_deals_in_file',
    null,
  ]);
  const nobody = all.where(() => false);
  expect(oneSidedFile(nobody, { hasWon: true, hasLost: false }, DEFAULT_SETTINGS)).toBeNull();
  const vouched = { ...DEFAULT_SETTINGS, assumeComplete: true };
  expect(oneSidedFile(all, { hasWon: true, hasLost: false }, vouched)).toBeNull();
});
