import { describe, expect, it } from 'vitest';
import { delimiterOf } from '../../src/config/delimiters.js';

describe('a delimiter', () => {
  it('has a name, or is itself', () => {
    expect(['comma', 'Semicolon', 'tab', '\\t', '\t', '|', 'PIPE'].map(delimiterOf)).toEqual([
      ',',
      ';',
      '\t',
      '\t',
      '\t',
      '|',
      '|',
    ]);
  });

  it('is not anything else', () => {
    expect(['', 'x', 'constructor', ',,'].map(delimiterOf)).toEqual([null, null, null, null]);
  });
});
