/**
 * A generator of whole numbers 0…2³²−1 that depends on its seed alone: sfc32 (C. Doty-Humphrey, PractRand), its state
 * filled from the seed and warmed up with twelve steps as its author advises.
 */
export function randomIntegers(seed: number): () => number {
  let a = 0;
  let b = seed >>> 0;
  let c = Math.floor(seed / 4294967296) | 0;
  let counter = 1;
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let step = 0; step < 12; step++) next();
  return next;
}
