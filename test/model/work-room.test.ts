import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { collectGarbage } from '../../src/load/collect.js';
import type { Numbers } from '../../src/model/numbers.js';
import { inWorkRoom, offerForWork, spareToKeep, whenGivenBack } from '../../src/model/work-room.js';

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array] as const;

/** Lends arrays of given kinds and lengths, then works on with a room of its own, if there is any such work. */
interface Work {
  readonly arrays: readonly (readonly [kind: number, length: number])[];
  readonly inner: Work | null;
  readonly fails: boolean;
}

const work: fc.Arbitrary<Work> = fc.letrec<{ work: Work }>((tie) => ({
  work: fc.record({
    arrays: fc.array(fc.tuple(fc.nat(KINDS.length - 1), fc.oneof(fc.nat(50), fc.integer({ min: 0, max: 400_000 }))), {
      maxLength: 4,
    }),
    inner: fc.option(tie('work')),
    fails: fc.boolean(),
  }),
})).work;

afterEach(() => {
  whenGivenBack(null);
  offerForWork([]);
});

describe('memory for work', () => {
  it('is nobody else’s until it is given back, and holds what its lender writes', () => {
    // As tests elsewhere do: who reads what was given back reads this.
    whenGivenBack((bytes) => bytes.fill(0xee));
    const run = ({ arrays, inner, fails }: Work): void =>
      inWorkRoom((room) => {
        const lent = arrays.map(([kind, length], at): [Numbers, number] => {
          const array: Numbers = room.lend(KINDS[kind] as typeof Float64Array, length);
          expect(array).toHaveLength(length);
          return [array.fill(at + 1) as Numbers, at + 1];
        });
        if (inner !== null) {
          try {
            run(inner);
          } catch (error) {
            expect(error).toEqual(new RangeError('given up'));
          }
        }
        for (const [array, value] of lent) expect(array.every((one) => one === value)).toBe(true);
        if (fails) throw new RangeError('given up');
      });
    fc.assert(
      fc.property(work, (all) => {
        try {
          run(all);
        } catch (error) {
          expect(error).toEqual(new RangeError('given up'));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is not lent by a room within which there is another', () => {
    inWorkRoom((room) => {
      inWorkRoom((inner) => {
        expect(() => room.lend(Uint8Array, 1)).toThrow('within which there is another');
        expect(inner.lend(Uint8Array, 1)).toHaveLength(1);
      });
      expect(room.lend(Uint8Array, 1)).toHaveLength(1);
    });
  });

  it('is used again', () => {
    const places = [1, 2].map(() => {
      const room = inWorkRoom((lender) => {
        const array = lender.lend(Float64Array, 20_000);
        return { memory: array.buffer, from: array.byteOffset };
      });
      return room;
    });
    expect(places[1]?.memory).toBe(places[0]?.memory);
    expect(places[1]?.from).toBe(places[0]?.from);
  });

  it('is shown when it is given back, all that was lent and nothing else', () => {
    const sizes: number[] = [];
    whenGivenBack(({ length }) => sizes.push(length));
    inWorkRoom((room) => {
      room.lend(Float64Array, 16);
      inWorkRoom((inner) => inner.lend(Uint8Array, 64));
      expect(sizes).toEqual([64]);
    });
    expect(sizes).toEqual([64, 128]);
  });

  it('lies in what was offered, never beside it, and in memory of its own where that is too small', () => {
    const MEGA = 1024 * 1024;
    const block = new SharedArrayBuffer(6 * MEGA) as ArrayBufferLike;
    const all = new Uint8Array(block).fill(7);
    const parts = [
      { from: 100, to: 2 * MEGA },
      { from: 3 * MEGA + 1, to: 5 * MEGA },
      { from: 5.5 * MEGA, to: 5.6 * MEGA },
    ];
    offerForWork([{ block, parts }]);
    inWorkRoom((room) => {
      const lent = [1.5, 1.25, 4].map((length) => room.lend(Float64Array, (length * MEGA) / 8).fill(0));
      expect(lent.map(({ buffer }) => buffer === block)).toEqual([true, true, false]);
      expect(all.filter((byte) => byte === 0)).toHaveLength(2.75 * MEGA);
      const isOffered = (at: number): boolean => parts.slice(0, 2).some(({ from, to }) => at >= from && at < to);
      expect(all.every((byte, at) => byte === 7 || isOffered(at))).toBe(true);
    });
    const afterwards = () => inWorkRoom((room) => room.lend(Uint8Array, MEGA).buffer === block);
    expect(afterwards()).toBe(true);
    offerForWork([]);
    expect(afterwards()).toBe(false);
  });
});

describe('memory to keep', () => {
  const KILO = 1024;

  it('lies in what was offered, beside all that is lent and kept, until there is none', () => {
    const piece = fc.record({
      kind: fc.nat(KINDS.length - 1),
      kilo: fc.integer({ min: 256, max: 900 }),
      lent: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const block = new SharedArrayBuffer(4096 * KILO) as ArrayBufferLike;
        const all = new Uint8Array(block).fill(7);
        const parts = [
          { from: 100, to: 2000 * KILO },
          { from: 2500 * KILO + 1, to: 4000 * KILO },
        ];
        offerForWork([{ block, parts }]);
        whenGivenBack((bytes) => bytes.fill(0xee));
        const kept: [Numbers, number][] = [];
        const check = (some: readonly [Numbers, number][]) => {
          for (const [array, value] of some) expect(array.every((one) => one === value)).toBe(true);
        };
        inWorkRoom((room) => {
          const lent: [Numbers, number][] = [];
          pieces.forEach(({ kind, kilo, lent: isLent }, at) => {
            const of = KINDS[kind] as typeof Float64Array;
            const length = Math.ceil((kilo * KILO) / of.BYTES_PER_ELEMENT);
            const array: Numbers | null = isLent ? room.lend(of, length) : spareToKeep(of, length);
            if (array === null) return;
            if (!isLent) expect(array.buffer).toBe(block);
            (isLent ? lent : kept).push([array.fill(at + 1) as Numbers, at + 1]);
          });
          check(lent);
        });
        check(kept);
        // What is lent afterwards is beside it as well.
        inWorkRoom((room) => room.lend(Uint8Array, 800 * KILO).fill(0xdd));
        check(kept);
        const isOffered = (at: number): boolean => parts.some(({ from, to }) => at >= from && at < to);
        expect(all.every((byte, at) => byte === 7 || isOffered(at))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('stays kept when the room that gave it is collected, and what is left is lent by another', async () => {
    const block = new SharedArrayBuffer(2048 * KILO) as ArrayBufferLike;
    offerForWork([{ block, parts: [{ from: 0, to: 2048 * KILO }] }]);
    const kept = spareToKeep(Uint8Array, 512 * KILO)?.fill(1);
    // A weak reference that was asked holds until the end of the task.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    const lent = [1792, 1536].map((kilo) =>
      inWorkRoom((room) => room.lend(Uint8Array, kilo * KILO).fill(2).buffer === block),
    );
    expect(lent).toEqual([false, true]);
    expect(kept?.buffer).toBe(block);
    expect(kept?.every((byte) => byte === 1)).toBe(true);
  });

  it('is there only where it was offered, and not for little', () => {
    expect(spareToKeep(Uint8Array, 300 * KILO)).toBeNull();
    const block = new SharedArrayBuffer(1000 * KILO) as ArrayBufferLike;
    offerForWork([{ block, parts: [{ from: 0, to: 1000 * KILO }] }]);
    expect(spareToKeep(Uint8Array, 255 * KILO)).toBeNull();
    expect(spareToKeep(Uint8Array, 600 * KILO)?.buffer).toBe(block);
    expect(spareToKeep(Uint8Array, 600 * KILO)).toBeNull();
    expect(spareToKeep(Uint16Array, 200 * KILO)?.buffer).toBe(block);
  });
});
