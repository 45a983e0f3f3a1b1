import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DROP } from '../../../src/format/page.js';
import { fitColumns } from '../../../src/format/terminal/fit.js';

const n = (drop: number) => size(6, 6, drop);
const size = (natural: number, min = natural, drop = 0) => ({ natural, min, drop });

it('keeps everything as it is where there is room', () => {
  expect(fitColumns([size(10), size(5)], 17, 2)).toEqual({ kept: [0, 1], widths: [10, 5] });
});

it('narrows the widest text before any column goes', () => {
  expect(fitColumns([size(20, 8), size(12, 8), size(5, 5, 1)], 30, 2)).toEqual({
    kept: [0, 1, 2],
    widths: [10, 11, 5],
  });
});

it('lets columns go by their number, the highest first', () => {
  expect(fitColumns([size(10), size(5, 5, 1), size(5, 5, 2)], 18, 2)).toEqual({ kept: [0, 1], widths: [10, 5] });
  expect(fitColumns([size(10), size(5, 5, 2), size(5, 5, 1)], 18, 2)).toEqual({ kept: [0, 2], widths: [10, 5] });
});

it('lets the later of two equals go first', () => {
  expect(fitColumns([size(10), size(5, 5, 1), size(6, 6, 1)], 18, 2)).toEqual({ kept: [0, 1], widths: [10, 5] });
});

it('narrows below the minimum only when nothing else can go', () => {
  expect(fitColumns([size(10), size(10)], 12, 2)).toEqual({ kept: [0, 1], widths: [5, 5] });
});

it('lets intervals and numbers of records go before names are hard to read', () => {
  const n = size(6, 6, DROP.n);
  expect(fitColumns([size(24, 8), size(10), n], 38, 2)).toEqual({ kept: [0, 1], widths: [24, 10] });
  expect(fitColumns([size(24, 8), size(10), n, size(9, 9, DROP.interval)], 44, 2).kept).toEqual([0, 1, 2]);
  expect(fitColumns([size(90, 8), size(10), n], 48, 2)).toEqual({ kept: [0, 1, 2], widths: [28, 10, 6] });
});

it('never lets the compared value, the change or the target go while anything else can', () => {
  const kept = fitColumns(
    [
      size(20, 8),
      size(10),
      size(10, 10, DROP.never),
      size(12, 11, DROP.never),
      n(DROP.n),
      n(DROP.interval),
      n(DROP.bar),
    ],
    45,
    2,
  ).kept;
  expect(kept).toEqual([0, 1, 2, 3]);
});

it('always fits and always keeps the first column', () => {
  const column = fc
    .record({ natural: fc.integer({ min: 0, max: 60 }), min: fc.integer({ min: 0, max: 60 }), drop: fc.nat(4) })
    .map(({ natural, min, drop }) => size(natural, Math.min(natural, min), drop));
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 120 }),
      (columns, room) => {
        const [first = size(1), ...others] = columns;
        const { kept, widths } = fitColumns([{ ...first, drop: 0 }, ...others], room, 2);
        expect(kept[0]).toBe(0);
        expect(widths).toHaveLength(kept.length);
        expect(widths.reduce((a, b) => a + b, 0) + 2 * (kept.length - 1)).toBeLessThanOrEqual(room);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      },
    ),
  );
});
