import { expect, it } from 'vitest';
import { collectGarbage } from '../../src/load/collect.js';

it('gives back what nobody holds', async () => {
  const made = (): WeakRef<object> => new WeakRef({ memory: new Uint8Array(1000) });
  const kept = { memory: new Uint8Array(1000) };
  const [left, held] = [made(), new WeakRef(kept)];
  // What was made in a turn lives until its end.
  await new Promise(setImmediate);
  collectGarbage();
  expect(left.deref()).toBeUndefined();
  expect(held.deref()).toBe(kept);
});
