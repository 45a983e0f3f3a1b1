import { expect, it } from 'vitest';
import { capitalized, uncapitalized } from '../../src/locale/first-letter.js';

it('the first letter is changed, the others stay, and a script without capitals stays as it is', () => {
  expect(capitalized('win rate of ACV')).toBe('Win rate of ACV');
  expect(uncapitalized('Win rate of ACV')).toBe('win rate of ACV');
  expect([capitalized('نرخ برد'), uncapitalized('')]).toEqual(['نرخ برد', '']);
});
