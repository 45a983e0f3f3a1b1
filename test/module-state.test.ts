import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptBy } from './support/module-state.js';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * What a module of src/ keeps from one call to the next, and why no later call can tell. Test files share a process, and
 * `kpi serve` answers all its visitors in one: whatever is kept has to follow from its key, and from nothing else.
 */
const KEPT: Readonly<Record<string, string>> = {
  'browser/live.ts isReplacing': 'of one page in one browser',
  'cli/flags.ts shared': 'of one process: the command line sets it once, before anything else',
  'crm/grammar/classify.ts CLASSED': 'a header → its class, until there are too many',
  'crm/grammar/lexicon.ts known': 'made of constants when first asked for',
  'crm/header.ts KEYS': 'a header → its key, until there are too many',
  'crm/header.ts UNITS': 'the key of a header → its unit, until there are too many',
  'crm/places.ts known': 'made of constants when first asked for',
  'crm/recognize.ts known': 'made of constants when first asked for',
  'crm/stage-name.ts names': 'made of constants when first asked for',
  'crm/stage-name.ts made': 'made of constants when first asked for',
  'format/terminal/measure.ts made': 'made of constants when first asked for',
  'load/code-page.ts LEADS': 'a code page → what begins its letters',
  'locale/say.ts WORDINGS': 'a language and a code → its wording',
  'loops/program.ts made': 'a program: what it finds, it finds in memory that is written before it is read',
  'model/selections.ts room': 'room that is written before it is read',
  'model/selections.ts dateFinders': 'a field → a function that keeps nothing but by its population, weakly',
  'model/shared-memory.ts spare': 'of one piece of work, which waits for nothing; null behind it',
  'model/work-room.ts known': 'room that is written before it is read',
  'model/work-room.ts offered': 'room that is written before it is read',
  'model/work-room.ts givenBack': 'null but in a test',
  'normalize/parse/month-names.ts MONTHS': 'filled with constants as the module is loaded',
  'report/explain-calculation.ts numbers': 'made of constants when first asked for',
  'stats/binned.ts room': 'room that is written before it is read',
  'stats/log-spreads.ts known': 'made of constants when first asked for',
  'stats/resamples.ts kept': 'a seed and the size of a sample → which of its values are drawn; room for their means',
};

describe('what modules keep', () => {
  it('is listed here with the reason why it tells nothing of earlier calls', () => {
    // Programs of WebAssembly: every table that is read has one of its own; small ones (loops/small-program.ts) stay, with memory that is written before it is read.
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !path.includes('/assembly/'));
    const kept = files.flatMap((path) =>
      keptBy(readFileSync(src + path, 'utf8')).map((name) => `${path.replaceAll('\\', '/')} ${name}`),
    );
    expect(kept.sort()).toEqual(Object.keys(KEPT).sort());
  });

  it('is found however it is written', () => {
    for (const text of [
      'let x = 1;',
      'export let x: string | null = null;',
      'var x;',
      'const x = new Map<string, Set<string>>();',
      'const x: Map<string, string> = new Map();',
      'export const x = new Set<string>();',
      'const x: string[] = [];',
      'const x: Record<string, number> = {};',
      'const x = Object.create(null) as object;',
      'const x = /a/g; export const is = (text: string) => x.test(text);',
      'const x = /a/y; export const is = (text: string) => x.exec(text);',
    ])
      expect(keptBy(text), text).toEqual(['x']);
  });

  it('is not what nobody changes, what hangs on an object that the caller holds, and what a call has for itself', () => {
    for (const text of [
      "const x = new Map([['a', 1]]);",
      "const x = new Set('a b'.split(' '));",
      'const x = new WeakMap<object, string>();',
      'const x: readonly string[] = [];',
      'const x: ReadonlySet<string> = new Set();',
      'const x: Readonly<Record<string, number>> = {};',
      "const x = ['a'];",
      'function f() { let x = 1; return x; }',
      "const x = /a/g; export const f = (text: string) => text.replaceAll(x, '');",
      'const x = /a/; export const is = (text: string) => x.test(text);',
      'declare let x: string;',
    ])
      expect(keptBy(text), text).toEqual([]);
  });
});
