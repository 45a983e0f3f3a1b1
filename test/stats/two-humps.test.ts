import fc from 'fast-check';
import { expect, it } from 'vitest';
import { twoHumps, twoHumpsOfCounts } from '../../src/stats/two-humps.js';

/** Uniform on 0…1 from a seed (the minimal standard generator of Park and Miller, 1988). */
function uniforms(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

function found(n: number, draw: (at: number) => number): ReturnType<typeof twoHumps> {
  const sample = Float64Array.from({ length: n }, (_, at) => draw(at));
  return twoHumps(sample, sample.reduce((total, value) => total + value, 0) / n);
}

it('20 deals of 10 to 14 days and 20 of 90 to 94 have a mean of 52 that describes none of them', () => {
  // Sorted, each value four times: the 5.75th and 15.25th of twenty are 11 and 13.
  expect(found(40, (at) => (at % 2 === 0 ? 10 : 90) + (Math.floor(at / 2) % 5))).toEqual({
    near: 0,
    lower: { n: 20, from: 11, to: 13 },
    upper: { n: 20, from: 91, to: 93 },
  });
});

it('two prices far apart are two humps, neighbouring steps of a grid are one', () => {
  expect(found(60, (at) => (at % 2 === 0 ? 100 : 5_000))).toMatchObject({
    near: 0,
    lower: { n: 30 },
    upper: { n: 30 },
  });
  expect(found(60, (at) => (at % 2 === 0 ? 1 : 2))).toBeNull();
  expect(found(600, (at) => 7 * (1 + (at % 3 === 0 ? 1 : 0)))).toBeNull();
});

it('says nothing of under 30 values, nor of a mean that is not above 0', () => {
  expect(found(28, (at) => (at % 2 === 0 ? 10 : 90))).toBeNull();
  expect(found(60, (at) => (at % 2 === 0 ? -90 : 90))).toBeNull();
  expect(found(60, () => 5)).toBeNull();
});

it('two log-normal humps a decade apart are found', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 200, max: 2_000 }), (seed, n) => {
      const random = uniforms(seed);
      return found(n, () => (random() < 0.6 ? 1_000 : 20_000) * Math.exp(0.3 * normal(random))) !== null;
    }),
    { numRuns: 100, seed: 7 },
  );
});

it('one peak is never two, however skewed: log-normal, exponential, uniform, whole days, rounded amounts', () => {
  const shapes: ((random: () => number, sigma: number) => number)[] = [
    (random, sigma) => 1_000 * Math.exp(sigma * normal(random)),
    (random) => -50 * Math.log(random()),
    (random) => 80 * random(),
    (random, sigma) => Math.round(30 * Math.exp(sigma * normal(random))),
    (random) => Math.floor(-6 * Math.log(random())),
    (random, sigma) => 500 * Math.ceil(4 * Math.exp(sigma * normal(random))),
    (random) => 100 + 20 * normal(random),
  ];
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.integer({ min: 30, max: 1_000 }),
      fc.double({ min: 0.2, max: 2.5, noNaN: true }),
      fc.nat(shapes.length - 1),
      (seed, n, sigma, shape) => {
        const random = uniforms(seed);
        return found(n, () => (shapes[shape] as (typeof shapes)[number])(random, sigma)) === null;
      },
    ),
    { numRuns: 1_500, seed: 11 },
  );
});

it('values that were counted have the humps of the values themselves', () => {
  // 10 to 14 and 90 to 94, each four times: see above.
  const counts = new Uint32Array(101);
  for (const value of [10, 11, 12, 13, 14, 90, 91, 92, 93, 94]) counts[value] = 4;
  expect(twoHumpsOfCounts({ n: 40, counts }, 52)).toEqual({
    near: 0,
    lower: { n: 20, from: 11, to: 13 },
    upper: { n: 20, from: 91, to: 93 },
  });
  const heap = fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 12 }), fc.nat({ max: 60 }));
  let heaps = 0;
  fc.assert(
    fc.property(fc.array(heap, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 7 }), (parts, step) => {
      const values = parts.flatMap(([from, width, n], part) =>
        Array.from({ length: n }, (_, at) => step * (from + 70 * part + (at % width))),
      );
      const counted = new Uint32Array(1 + values.reduce((most, value) => Math.max(most, value), 0));
      for (const value of values) counted[value] = (counted[value] ?? 0) + 1;
      const mean = values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
      const humps = twoHumps(Float64Array.from(values), mean);
      if (humps !== null) heaps++;
      expect(twoHumpsOfCounts({ n: values.length, counts: counted }, mean)).toEqual(humps);
    }),
    { seed: 1, numRuns: 300 },
  );
  expect(heaps).toBeGreaterThan(10);
});
