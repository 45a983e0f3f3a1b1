/**
 * Prints where the time of the program goes, in all its threads, by room of `src` and by function:
 * `npm run bench:profile [-- FILE | ROWS [COMMAND and options]]`. Left out, it is the report of a million dirty rows.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import config from '../rolldown.config.js';
import { kernel } from '../tools/kernel.js';
import { fileOf, generate } from './generate.js';
import { type FunctionShare, type Locate, type Profile, type Shares, sharesOf } from './profile-shares.js';
import { machine } from './usage.js';

const MOST_FUNCTIONS = 40;
/** A sample every so many microseconds: less than a millisecond runs once in a small file. */
const INTERVAL = '500';

const [what = '1000000', ...asked] = process.argv.slice(2);
const [command = 'report', ...options] = asked;
const file = /^\d+$/.test(what) ? await dirty(Number(what)) : what;

mkdirSync('node_modules/.cache', { recursive: true });
// Below node_modules, so that the build finds its packages; in its own folder, since it has maps of its source.
const folder = mkdtempSync(resolve('node_modules/.cache/profile-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await buildWithMaps();

const args = [command, file, ...(options.length > 0 ? options : ['--format', 'json']), '--no-progress'];
const { words } = machine();
const run = spawnSync(
  process.execPath,
  [
    '--cpu-prof',
    '--cpu-prof-interval',
    INTERVAL,
    '--cpu-prof-dir',
    join(folder, 'profiles'),
    join(folder, 'bin/kpi.js'),
    ...args,
  ],
  { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
);
// 1: a gate that failed.
if (run.status !== 0 && run.status !== 1) throw new Error(`kpi ${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
const threads = readdirSync(join(folder, 'profiles'))
  .sort((a, b) => threadOf(a) - threadOf(b))
  .map((name) => sharesOf(JSON.parse(readFileSync(join(folder, 'profiles', name), 'utf8')) as Profile, located()));
console.log(`kpi ${args.join(' ')}\n${words}; milliseconds of the wall clock in each thread\n`);
console.log(roomTable(threads));
threads.forEach((thread, index) => {
  console.log(`\n${nameOf(index)}\n${functionTable(thread.functions)}`);
});

async function dirty(rows: number): Promise<string> {
  const path = fileOf(rows, 'dirty');
  if (!existsSync(path)) await generate(rows, path, 'dirty');
  return path;
}

/** The program as it is built, with maps from its files to the source and names in its kernel, and what lies beside. */
async function buildWithMaps(): Promise<void> {
  cpSync('bin', join(folder, 'bin'), { recursive: true });
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  for (const input of Array.isArray(config) ? config : [config]) {
    const { output, ...rest } = input;
    const plugins = [rest.plugins].flat().map((plugin) => (isKernel(plugin) ? kernel(['--debug']) : plugin));
    const bundle = await rolldown({ ...rest, plugins, logLevel: 'warn' });
    for (const one of output === undefined ? [] : [output].flat()) {
      const dir = join(folder, relative('.', resolve(one.dir ?? 'dist')));
      await bundle.write({ ...one, dir, sourcemap: true });
    }
    await bundle.close();
  }
}

function isKernel(plugin: unknown): boolean {
  return typeof plugin === 'object' && plugin !== null && 'name' in plugin && plugin.name === 'kernel';
}

function located(): Locate {
  const maps = new Map<string, SourceMap | null>();
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith('file:')) return null;
    const path = fileURLToPath(url);
    let map = maps.get(path);
    if (map === undefined) {
      map = existsSync(`${path}.map`) ? new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8'))) : null;
      maps.set(path, map);
    }
    const entry = map?.findEntry(lineNumber, columnNumber);
    // What the bundler itself wrote has an entry without a source.
    if (entry === undefined || !('originalSource' in entry) || typeof entry.originalSource !== 'string') return null;
    return { file: relative('.', resolve(dirname(path), entry.originalSource)), line: entry.originalLine + 1 };
  };
}

/** `CPU.date.time.process.THREAD.number.cpuprofile`. */
function threadOf(name: string): number {
  return Number(name.split('.')[4]);
}

function nameOf(thread: number): string {
  return thread === 0 ? 'main thread' : `thread ${thread}`;
}

function roomTable(threads: readonly Shares[]): string {
  const names = [...new Set(threads.flatMap(({ rooms }) => [...rooms.keys()]))];
  const of = (name: string, { rooms }: Shares): number => rooms.get(name) ?? 0;
  const sum = (name: string): number => threads.reduce((total, thread) => total + of(name, thread), 0);
  const rows = names.filter((name) => sum(name) >= 1).sort((a, b) => sum(b) - sum(a));
  const head = line(
    threads.map((_, index) => nameOf(index)),
    'room',
  );
  return [
    head,
    ...rows.map((name) =>
      line(
        threads.map((thread) => of(name, thread).toFixed(0)),
        name,
      ),
    ),
  ].join('\n');
}

function functionTable(functions: readonly FunctionShare[]): string {
  const largest = [...functions].sort((a, b) => b.self - a.self).slice(0, MOST_FUNCTIONS);
  const lines = largest
    .filter(({ self }) => self >= 0.5)
    .map(({ self, total, name, place }) => line([self.toFixed(1), total.toFixed(1)], `${name}  ${place}`));
  return [line(['self', 'total'], 'function'), ...lines].join('\n');
}

function line(cells: readonly string[], name: string): string {
  return `${cells.map((cell) => cell.padStart(12)).join('')}  ${name}`;
}
