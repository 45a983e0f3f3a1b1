import { afterAll, expect } from 'vitest';

/*
 * Run before each of the test files that share a process. A file that changes what the next one finds fails itself, by
 * the name of what it changed, rather than another one now and then.
 */

/** Whose own members everybody uses. */
const SHARED: Readonly<Record<string, object>> = {
  globalThis,
  console,
  Array,
  'Array.prototype': Array.prototype,
  Date,
  'Date.prototype': Date.prototype,
  Intl,
  JSON,
  Math,
  Number,
  Object,
  'Object.prototype': Object.prototype,
  'String.prototype': String.prototype,
  performance,
  'process.stdout': process.stdout,
  'process.stderr': process.stderr,
};
/** What packages keep for themselves, what moves as a stream is written to, and what is heard only at the very end. */
const OTHERS = /^(?:globalThis\.__(?:zod|vitest)|process\.std(?:out|err)\._|process\.on\((?:exit|SIG\w+)\))/;

/** Node loads some globals when they are first asked for: then a value stands where a function of Node's stood. */
const LAZY = Symbol('loaded when it is asked for');

function state(): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, object] of Object.entries(SHARED)) {
    for (const [key, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(object)))
      found.set(`${name}.${key}`, get === undefined ? value : LAZY);
  }
  for (const [name, value] of Object.entries(process.env)) found.set(`process.env.${name}`, value);
  for (const event of process.eventNames()) found.set(`process.on(${String(event)})`, process.listenerCount(event));
  found.set('process.cwd()', process.cwd());
  found.set('process.exitCode', process.exitCode);
  return found;
}

const before = state();

afterAll(() => {
  const after = state();
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter(
    (name) => before.get(name) !== LAZY && !Object.is(before.get(name), after.get(name)),
  );
  expect(
    changed.filter((name) => !OTHERS.test(name)),
    'what this test file leaves changed for others',
  ).toEqual([]);
});
