import { describe, expect, it } from 'vitest';
import { between, trailing, withoutTrailing } from '../../src/locale/edges.js';
import { cpuTime } from '../support/cpu-time.js';

describe('the edges of a text', () => {
  it('are counted, taken off and kept', () => {
    expect(trailing('a  b   ', ' ')).toBe(3);
    expect(trailing('', ' ')).toBe(0);
    expect(withoutTrailing('test12', /\d/)).toBe('test');
    expect(withoutTrailing('12', /\d/)).toBe('');
    expect(between('(unassigned)', /[\p{L}\p{N}]/u)).toBe('unassigned');
    expect(between('--', /[\p{L}\p{N}]/u)).toBe('');
  });

  it('are whole characters, also of two units', () => {
    expect(withoutTrailing('a😀😀', /\p{Emoji_Presentation}/u)).toBe('a');
    expect(between('«𐎠𐎡»', /\p{L}/u)).toBe('𐎠𐎡');
  });

  it('are found in time that grows with the text', () => {
    const long = `${' '.repeat(2_000_000)}x`;
    const started = cpuTime();
    for (let at = 0; at < 10; at++) {
      trailing(long, ' ');
      withoutTrailing(`x${' '.repeat(200_000)}`, / /);
      between(long, /x/);
    }
    expect(cpuTime() - started).toBeLessThan(10_000);
  });
});
