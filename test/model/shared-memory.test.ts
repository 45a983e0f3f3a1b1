import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf, roomFor, roomInBlock, roomLike, usingSpare } from '../../src/model/shared-memory.js';

describe('memory for columns', () => {
  it('is shared where a column is large', () => {
    expect(roomFor(Float64Array, 10).buffer).toBeInstanceOf(ArrayBuffer);
    const large = roomFor(Float64Array, 100_000);
    expect(large.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([large.length, large[99_999]]).toEqual([100_000, 0]);
  });

  it('keeps the kind and the cells', () => {
    const days = roomFor(Int32Array, 100_000);
    days[7] = -5;
    const copy = copyOf(days);
    expect(copy).toBeInstanceOf(Int32Array);
    expect(copy.buffer).not.toBe(days.buffer);
    expect([copy.length, copy[7]]).toEqual([100_000, -5]);
    expect(roomLike(days, 3)).toEqual(new Int32Array(3));
  });
});

describe('room in a block that something was in before', () => {
  const KINDS = [Uint8Array, Uint16Array, Int32Array, Float64Array] as const;
  const KILO = 1024;

  it('is given once, in full, with zeros, and within what is spare', () => {
    const kilobytes = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kilobytes, kilobytes), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 400 * KILO })), { maxLength: 12 }),
        fc.integer({ min: 0, max: 7 }),
        (stretches, asked, odd) => {
          // Stretches of the block that are spare, each behind one that is not.
          let end = odd;
          const parts = stretches.map(([taken, free]) => {
            const from = end + taken * KILO;
            end = from + free * KILO;
            return { from, to: end };
          });
          const block = new SharedArrayBuffer(end + KILO);
          const all = new Uint8Array(block).fill(0xaa);
          const given = usingSpare([{ block, parts }], () =>
            asked.map(([kind, bytes]) =>
              roomInBlock<Uint8Array | Uint16Array | Int32Array | Float64Array>(
                kind,
                Math.ceil(bytes / kind.BYTES_PER_ELEMENT),
              ),
            ),
          );
          const writtenTo = new Uint8Array(block.byteLength);
          given.forEach((array, index) => {
            const [kind, bytes] = asked[index] ?? [Uint8Array, 0];
            expect(array).toBeInstanceOf(kind);
            expect(array.length).toBe(Math.ceil(bytes / kind.BYTES_PER_ELEMENT));
            expect(array.every((cell) => cell === 0)).toBe(true);
            if (array.buffer !== block) return;
            for (let at = array.byteOffset; at < array.byteOffset + array.byteLength; at++)
              writtenTo[at] = (writtenTo[at] ?? 0) + 1;
          });
          const spare = (at: number): boolean => parts.some(({ from, to }) => at >= from && at < to);
          const wrong = writtenTo.findIndex(
            (times, at) => times > 1 || (times === 1 && !spare(at)) || (times === 0 && all[at] !== 0xaa),
          );
          expect(wrong).toBe(-1);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is in the block where it fits, the largest array as well', () => {
    const block = new SharedArrayBuffer(2_000_000);
    const parts = [
      { from: 64, to: 300_064 },
      { from: 500_032, to: 1_900_000 },
    ];
    usingSpare([{ block, parts }], () => {
      expect(roomInBlock(Uint16Array, 150_000)).toMatchObject({ byteOffset: 64, buffer: block });
      expect(roomInBlock(Float64Array, 174_000)).toMatchObject({ byteOffset: 500_032, buffer: block });
      expect(roomInBlock(Uint8Array, 200_000).buffer).not.toBe(block);
    });
  });

  it('is in the smallest piece that has it, of whatever block', () => {
    const [one, other] = [new SharedArrayBuffer(1_000_000), new SharedArrayBuffer(500_000)];
    const rooms = [one, other].map((block) => ({ block, parts: [{ from: 0, to: block.byteLength }] }));
    const given = usingSpare(rooms, () => [1, 2, 3].map(() => roomInBlock(Int32Array, 100_000).buffer));
    expect(given[0]).toBe(other);
    expect(given[1]).toBe(one);
    expect(given[2]).toBe(one);
  });

  it('is elsewhere where there is none, the work is over, or has failed', () => {
    const block = new SharedArrayBuffer(1_000_000);
    const room = { block, parts: [{ from: 0, to: 1_000_000 }] };
    expect(usingSpare([], () => roomInBlock(Int32Array, 100_000)).buffer).not.toBe(block);
    expect(() =>
      usingSpare([room], () => {
        throw new RangeError('no');
      }),
    ).toThrow(RangeError);
    expect(roomInBlock(Int32Array, 100_000).buffer).not.toBe(block);
    // Small ones are copied as quickly.
    expect(usingSpare([room], () => roomInBlock(Int32Array, 100)).buffer).not.toBe(block);
    expect(usingSpare([room], () => copyOf(roomFor(Int32Array, 100_000))).buffer).not.toBe(block);
  });
});
