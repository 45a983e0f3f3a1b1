/** Fills an array with the next whole numbers 0…2³²−1 of a stream. */
export type IntegerStream = (integers: Uint32Array) => void;

/**
 * A stream of whole numbers 0…2³²−1 that depends on its seed alone: sfc32 (C. Doty-Humphrey, PractRand), its state
 * filled from the seed and warmed up with twelve steps as its author advises. Many at a time, for resampling draws millions.
 */
export function integerStream(seed: number): IntegerStream {
  let a = 0;
  let b = seed >>> 0;
  let c = Math.floor(seed / 4294967296) | 0;
  let counter = 1;
  const fill: IntegerStream = (integers) => {
    // Locals stay in registers.
    let [x, y, z, count] = [a, b, c, counter];
    for (let i = 0; i < integers.length; i++) {
      const result = (((x + y) | 0) + count) | 0;
      count = (count + 1) | 0;
      x = y ^ (y >>> 9);
      y = (z + (z << 3)) | 0;
      z = (((z << 21) | (z >>> 11)) + result) | 0;
      integers[i] = result;
    }
    [a, b, c, counter] = [x, y, z, count];
  };
  fill(new Uint32Array(WARM_UP));
  return fill;
}

const WARM_UP = 12;
/** Drawn ahead for who asks for one at a time. */
const AHEAD = 64;

/** The numbers of {@link integerStream} one by one. */
export function randomIntegers(seed: number): () => number {
  const fill = integerStream(seed);
  const ahead = new Uint32Array(AHEAD);
  let next = AHEAD;
  return () => {
    if (next === AHEAD) {
      fill(ahead);
      next = 0;
    }
    return ahead[next++] as number;
  };
}
