import { describe, expect, it } from 'vitest';
import { cellTruncated } from '../../../src/quality/catalogue/cell-truncated.js';
import { runRule } from '../../support/rules.js';

describe('cell.truncated', () => {
  const text = (letter: string, length: number) => letter.repeat(length);

  it('rejects a column with two texts of exactly 255 characters', () => {
    const result = runRule(
      cellTruncated,
      `id name account\nD1 ${text('a', 255)} x\nD2 ${text('b', 254)} y\nD3 ${text('c', 255)} z`,
    );
    expect([result.violations, result.applicable]).toEqual([1, 3]);
    expect(result.describe()[0]?.message.en).toBe(
      `2 texts of name are cut off after 255 characters, the first at "…${text('a', 20)}"`,
    );
  });

  it('accepts one such text, and long ones of other lengths', () => {
    const table = `id name\nD1 ${text('a', 255)}\nD2 ${text('b', 256)}\nD3 ${text('ی', 254)}\nD4 ${text('ی', 128)}`;
    expect(runRule(cellTruncated, table)).toMatchObject({ outcome: 'pass', applicable: 2 });
  });
});
