import { Script } from 'node:vm';
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

it('leaves flags as they were: what was compiled before is taken back after', () => {
  const source = 'function one() { return 1; }\none();\n'.repeat(20);
  const cachedData = new Script(source).createCachedData();
  collectGarbage();
  expect(new Script(source, { cachedData }).cachedDataRejected).toBe(false);
  const later = new Script(source).createCachedData();
  expect(new Script(source, { cachedData: later }).cachedDataRejected).toBe(false);
});
