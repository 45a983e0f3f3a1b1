import { describe, expect, it } from 'vitest';
import { decimalSignOf } from '../../src/config/decimal-sign.js';

describe('a decimal sign', () => {
  it('has a name, or is itself', () => {
    expect(['point', 'Comma', '.', ','].map(decimalSignOf)).toEqual(['.', ',', '.', ',']);
  });

  it('is not anything else', () => {
    expect(['', ';', 'constructor', '.,', 'semicolon'].map(decimalSignOf)).toEqual([null, null, null, null, null]);
  });
});
