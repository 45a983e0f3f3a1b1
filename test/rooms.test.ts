import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breaches, cycleIn, ROOMS, type Room } from './support/rooms.js';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describe('the rooms of src/', () => {
  it('know only the rooms that the table allows', () => {
    expect(breaches(files.map((path) => ({ path, text: readFileSync(src + path, 'utf8') })))).toEqual([]);
  });

  it('are all in the table', () => {
    const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].filter((room) => room === undefined || !(room in ROOMS))).toEqual([]);
    expect(files.filter((path) => !path.includes('/'))).toEqual(['index.ts', 'version.ts']);
  });

  it('know each other in one direction only', () => {
    expect(cycleIn(ROOMS)).toBeNull();
  });

  it('are described by docs/architecture.md as the table has them', () => {
    const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
    expect(
      Object.entries(ROOMS)
        .map(rowOf)
        .filter((row) => !page.includes(row)),
    ).toEqual([]);
  });
});

describe('the check itself', () => {
  const of = (path: string, text: string): string[] => breaches([{ path, text }]);

  it('names the rule when a room knows a wrong one', () => {
    expect(of('quality/catalogue/bad.ts', `import { write } from '../../format/render.js';`)).toEqual([
      'quality/catalogue/bad.ts imports format/; quality/ may know only loops, expression, model, stats, locale',
    ]);
  });

  it('sees static, dynamic, re-exporting and type imports alike', () => {
    const target = `'../kpi/measure.js'`;
    for (const text of [
      `import ${target};`,
      `import * as kpi from ${target};`,
      `export { measure } from ${target};`,
      `export * from ${target};`,
      `const kpi = await import(${target});`,
      `let kpi: import(${target}).Measured;`,
      `import type { Measured } from ${target};`,
      `import {\n  measure,\n} from\n  ${target};`,
    ]) {
      expect(of('model/bad.ts', text), text).toEqual([
        'model/bad.ts imports kpi/; model/ may know only loops, errors, locale',
      ]);
    }
  });

  it('lets a room that may know types import types, and nothing else', () => {
    expect(of('normalize/ok.ts', `import type { RawTable } from '../load/raw-table.js';`)).toEqual([]);
    expect(of('normalize/ok.ts', `import { type RawTable } from '../load/raw-table.js';`)).toEqual([]);
    expect(of('normalize/bad.ts', `import { type RawTable, open } from '../load/open.js';`)).toEqual([
      'normalize/bad.ts imports values of load/; normalize/ may know its types only',
    ]);
  });

  it('lets config know the lists of units only', () => {
    expect(of('config/ok.ts', `import { kpis } from '../kpi/catalogue/index.js';`)).toEqual([]);
    expect(of('config/bad.ts', `import { measure } from '../kpi/measure.js';`)).toEqual([
      'config/bad.ts imports kpi/measure.ts; of kpi/, config/ may know kpi/catalogue/index.ts only',
    ]);
  });

  it('finds the list of sections where it stands', () => {
    expect(of('format/ok.ts', `import { sections } from '../report/sections/catalogue/index.js';`)).toEqual([]);
    expect(of('format/bad.ts', `import { PARTS } from '../report/sections/parts/index.js';`)).toEqual([
      'format/bad.ts imports report/sections/parts/index.ts; of report/, format/ may know report/sections/catalogue/index.ts only',
    ]);
    expect(of('report/sections/catalogue/bad.ts', `import { funnel } from './funnel.js';`)).toHaveLength(1);
  });

  it('refuses a unit that imports its sibling, or the list it is in', () => {
    for (const sibling of ['won-deals', 'index']) {
      expect(of('kpi/catalogue/bad.ts', `import { x } from './${sibling}.js';`)).toEqual([
        `kpi/catalogue/bad.ts imports kpi/catalogue/${sibling}.ts; units of a catalogue never import each other (composition goes through \`uses\`)`,
      ]);
    }
    expect(of('kpi/catalogue/index.ts', `import { x } from './won-deals.js';`)).toEqual([]);
    expect(of('kpi/catalogue/ok.ts', `import { rate } from '../figures.js';`)).toEqual([]);
  });

  it('keeps the machine out of pure rooms', () => {
    expect(of('kpi/bad.ts', `import { readFileSync } from 'node:fs';`)).toEqual([
      'kpi/bad.ts imports node:fs; only disk, load, second, config, live, mcp, cli may know the machine',
    ]);
    expect(of('load/ok.ts', `import { open } from 'node:fs/promises';`)).toEqual([]);
  });

  it('keeps the clock, chance, the process and the terminal out of all rooms but config and cli', () => {
    for (const [text, use] of [
      ['const now = new Date();', 'the current date'],
      ['const now = Date();', 'the current date'],
      ['const now = Date.now();', 'Date.now'],
      ['const now = performance.now();', 'performance.now'],
      ['const x = Math.random();', 'Math.random'],
      ['process.exit(1);', 'process.exit'],
      ['const { env } = process.env;', 'process.env'],
      ["console.log('x');", 'console.log'],
    ] as const) {
      expect(of('report/bad.ts', text), text).toEqual([
        `report/bad.ts uses ${use}; only config, cli may know the clock and process`,
      ]);
      expect(of('cli/ok.ts', text), text).toEqual([]);
    }
    expect(of('report/ok.ts', 'const day = new Date(0); const mine = { process: 1 };')).toEqual([]);
  });

  it('lets the command line in by the front door only', () => {
    expect(of('cli/ok.ts', `import { report } from '../index.js';`)).toEqual([]);
    expect(of('cli/bad.ts', `import { measure } from '../kpi/measure.js';`)).toEqual([
      'cli/bad.ts imports kpi/; cli/ may know only index.ts, ahead, config, live, mcp, format, disk, errors, locale',
    ]);
    expect(of('index.ts', `import { measure } from './kpi/measure.js'; export * from './report/build.js';`)).toEqual(
      [],
    );
    expect(of('index.ts', `import { main } from './cli/main.js';`)).toHaveLength(1);
    expect(of('kpi/bad.ts', `import { report } from '../index.js';`)).toHaveLength(1);
  });

  it('reads neither comments nor strings', () => {
    const text = `// import x from 'node:fs';\n/* import '../format/render.js'; new Date() */\nconst s = "import 'node:fs'";`;
    expect(of('kpi/ok.ts', text)).toEqual([]);
  });

  it('refuses imports that leave src/, and files in an unknown room', () => {
    expect(of('kpi/bad.ts', `import x from '../../test/x.js';`)).toEqual([
      'kpi/bad.ts imports ../../test/x.js, which lies outside src/',
    ]);
    expect(of('attic/bad.ts', `import x from '../kpi/measure.js';`)).toEqual([
      'attic/bad.ts lies in attic/, a room the table does not have',
    ]);
  });

  it('refuses a table that goes round in a circle', () => {
    const knows = (...names: string[]): Room => ({
      job: '',
      knows: Object.fromEntries(names.map((name) => [name, 'all' as const])),
    });
    expect(cycleIn({ a: knows('b'), b: knows('c'), c: knows('b') })).toBe('b → c → b');
    expect(cycleIn({ a: knows('b', 'c'), b: knows('c'), c: knows() })).toBeNull();
  });
});

const LIMITS = { all: '', types: ' (types)', list: ' (list of units)' };

/** A room's line in docs/architecture.md. */
function rowOf([name, { job, knows, node, clock }]: [string, Room]): string {
  const known = Object.entries(knows).map(([room, how]) => room + LIMITS[how]);
  const machine = clock ? 'files, clock, terminal' : node ? 'files' : '–';
  return `| ${name} | ${job} | ${known.join(', ') || '–'} | ${machine} |`;
}
