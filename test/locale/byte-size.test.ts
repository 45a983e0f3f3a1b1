import { describe, expect, it } from 'vitest';
import { parseSize, printSize } from '../../src/locale/byte-size.js';

describe('a size in bytes', () => {
  it.each([
    ['1000', 1000],
    ['4GB', 4_000_000_000],
    ['2 GiB', 2_147_483_648],
    ['1.5mb', 1_500_000],
    ['512KiB', 524_288],
    ['3G', 3_000_000_000],
    ['7B', 7],
  ])('is understood as people write it: %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(['', '0', 'much', '-1GB', '1e9', '4 G B', 'GB', '1,5GB', '5iB'])('is nothing else: %j', (text) => {
    expect(parseSize(text)).toBeNull();
  });

  it('is printed in the unit in which it is round, or with one decimal', () => {
    expect(printSize(2_147_483_648)).toBe('2 GiB');
    expect(printSize(4_000_000_000)).toBe('4 GB');
    expect(printSize(1_234_567)).toBe('1.2 MB');
    expect(printSize(999)).toBe('999 B');
  });

  it('reads as it is printed', () => {
    for (const bytes of [1, 1000, 1024, 5_000_000, 3 * 1024 ** 3]) expect(parseSize(printSize(bytes))).toBe(bytes);
  });
});
