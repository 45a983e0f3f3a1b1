import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usedBefore } from '../../../src/load/kernel/spare.js';

const KILO = 1024;
const MEGA = 1024 * KILO;

describe('what is spare of a block', () => {
  it('holds nothing of what lives on', () => {
    const stretch = fc.record({
      gap: fc.integer({ min: 0, max: 600 * KILO }),
      length: fc.integer({ min: 0, max: 200 * KILO }),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), fc.boolean(), (stretches, dirty) => {
        let end = 0;
        const places = stretches.map(({ gap, length }) => {
          const from = end + gap;
          end = from + length;
          return { from, length };
        });
        const block = new SharedArrayBuffer(end + 300 * KILO);
        if (dirty) new Uint8Array(block).fill(1);
        const living = places.map(({ from, length }) => new Uint8Array(block, from, length).fill(2));
        const parts = usedBefore(block, living.reverse());
        for (const { from, to } of parts) {
          expect(to - from).toBeGreaterThanOrEqual(128 * KILO);
          expect(new Uint8Array(block, from, to - from).includes(2)).toBe(false);
        }
        const spare = parts.reduce((sum, { from, to }) => sum + to - from, 0);
        // All gaps of which something can be made, and no other. What has no length parts none.
        const ends = [0];
        const gaps: number[] = [];
        for (const { from, length } of places.filter(({ length }) => length > 0)) {
          gaps.push(from - (ends.at(-1) ?? 0));
          ends.push(from + length);
        }
        gaps.push(block.byteLength - (ends.at(-1) ?? 0));
        const useful = gaps.filter((gap) => gap >= 128 * KILO).reduce((sum, gap) => sum + gap, 0);
        expect(spare).toBe(dirty ? useful : 0);
      }),
      {
        numRuns: 50,
        examples: [
          [
            [
              { gap: 100 * KILO, length: 0 },
              { gap: 100 * KILO, length: 50 },
            ],
            true,
          ],
        ],
      },
    );
  });

  it('is what was written to, little holes included, and not what was only asked for', () => {
    const block = new SharedArrayBuffer(20 * MEGA);
    const bytes = new Uint8Array(block);
    bytes.fill(7, 2 * MEGA, 4 * MEGA);
    bytes.fill(7, 4 * MEGA + 300 * KILO, 6 * MEGA);
    bytes.fill(7, 10 * MEGA, 12 * MEGA);
    const parts = usedBefore(block, []);
    expect(parts).toHaveLength(2);
    const [first, second] = parts;
    expect(first?.from).toBe(2 * MEGA);
    expect(first?.to).toBeGreaterThan(6 * MEGA - 256 * KILO);
    expect(first?.to).toBeLessThanOrEqual(6 * MEGA);
    expect(second?.from).toBe(10 * MEGA);
    expect(second?.to).toBeLessThanOrEqual(12 * MEGA);
  });

  it('is found to a stride in a large block, too, which is looked at in few places', () => {
    const block = new SharedArrayBuffer(160 * MEGA);
    const bytes = new Uint8Array(block);
    const written = [
      [0, 3],
      [30.2, 50.7],
      [90, 100.1],
      [151.3, 160],
    ] as const;
    for (const [from, to] of written) bytes.fill(7, from * MEGA, to * MEGA);
    const living = [bytes.subarray(40 * MEGA, 45 * MEGA), bytes.subarray(95.4 * MEGA, 100.1 * MEGA)];
    const expected = [
      [0, 3],
      [30.2, 40],
      [45, 50.7],
      [90, 95.4],
      [151.3, 160],
    ] as const;
    const parts = usedBefore(block, living);
    expect(parts).toHaveLength(expected.length);
    expected.forEach(([from, to], at) => {
      const part = parts[at];
      expect(part?.from).toBeGreaterThanOrEqual(from * MEGA);
      expect(part?.from).toBeLessThanOrEqual(from * MEGA + 128 * KILO);
      expect(part?.to).toBeLessThanOrEqual(to * MEGA);
      expect(part?.to).toBeGreaterThanOrEqual(to * MEGA - 128 * KILO);
    });
  });
});
