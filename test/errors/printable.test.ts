import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/errors/printable.js';

describe('printable', () => {
  it('shows what a terminal would obey', () => {
    expect(printable('\u001b[2Jdeals\u0007.csv')).toBe('\\x1b[2Jdeals\\x07.csv');
    expect(printable('\u009b2J')).toBe('\\x9b2J');
    expect(printable('a\nb\tc\r')).toBe('a\\nb\\tc\\r');
    expect(printable('exe.\u202evsc')).toBe('exe.\\u{202e}vsc');
  });

  it('leaves words of every script as they are, joiners of Persian included', () => {
    expect(printable('معامله‌ها.csv')).toBe('معامله‌ها.csv');
    expect(printable('Größe 取引 😀')).toBe('Größe 取引 😀');
  });

  it('cuts what is very long', () => {
    expect(printable('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
    expect(printable('x'.repeat(300))).toBe('x'.repeat(300));
  });

  it('gives one well-formed line for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
      }),
    );
  });
});
