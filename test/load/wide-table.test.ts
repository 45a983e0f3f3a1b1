import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';

const widthOf = async (text: string): Promise<number | string> => {
  try {
    return (await openSource(await bytesSource('deals.csv', Buffer.from(text)), {})).head.columns.length;
  } catch (cause) {
    if (cause instanceof UserError) return cause.code;
    throw cause;
  }
};
const names = (count: number): string => Array.from({ length: count }, (_, index) => `name ${index}`).join(',');
const cells = (count: number): string => Array.from({ length: count }, (_, index) => index).join(',');

describe('a wide table', () => {
  it('is read up to the width of a spreadsheet, and refused beyond', async () => {
    expect(await widthOf(`${names(16_384)}\n${cells(16_384)}\n`)).toBe(16_384);
    expect(await widthOf(`${names(16_385)}\n${cells(16_385)}\n`)).toBe('too_wide');
  });

  it('is not wide because of one row, or of delimiters with nothing between them', async () => {
    expect(await widthOf(`id,name\n1,a\n2,b\n3,c\n${cells(20_000)}\n4,d\n`)).toBe(2);
    expect(await widthOf(`id,name${','.repeat(20_000)}\n1,a${','.repeat(20_000)}\n`)).toBe(2);
  });
});
