import { expect, it } from 'vitest';
import { painter } from '../../../src/format/terminal/color.js';

it('paints when asked to, whatever the environment says', () => {
  expect(painter(true)('x', 'bad')).toBe('\u001b[31mx\u001b[39m');
  expect(painter(true)('x', 'strong')).toBe('\u001b[1mx\u001b[22m');
  expect(painter(true)('x', undefined)).toBe('x');
});

it('leaves the text alone when not asked to', () => {
  expect(painter(false)('x', 'bad')).toBe('x');
});
