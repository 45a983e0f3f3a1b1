/**
 * Keeps what was compiled for the next run of the same command, in the user's own cache folder. Nothing is said where that
 * fails: a run without is slower by a sixth of a second, and the same in all else.
 */
import {
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { crc32 } from 'node:zlib';
import { type Compiled, type Compiling, compileFile, packOf, runAsModule } from './compile.js';
import { type OpenPack, openPack, type Pack, writePack } from './pack.js';
import { placeToKeep } from './place.js';
import { createRoom, type Room } from './room.js';

/**
 * Files that are kept for one version of Node, the newest: one for each command, of three megabytes or four, others of it
 * for files of ten and of forty megabytes, and one or two for the other thread. Two builds in turn do not push each other out.
 */
const MOST = 32;
/** Of a run that ended otherwise, too little was called. */
const WHOLE_RUNS: readonly number[] = [0, 1];

/** Whether Node does it by itself, once it is told where: 22.8 and newer. */
export function isKeptByNode(): boolean {
  return 'enableCompileCache' in module;
}

/**
 * Has it kept. `command` names what is kept by our own hand: commands call other functions of the same files.
 *
 * @param compiling does what V8 makes of its flags: it takes back nothing that was compiled under others
 */
export function keepCompiled(
  command: string,
  compiling: Compiling = (work) => work(),
  env: NodeJS.ProcessEnv = process.env,
): void {
  const place = placeToKeep(env);
  if (place === null) return;
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  if (enableCompileCache !== undefined) {
    enableCompileCache.call(module, place);
    return;
  }
  // As Node has it: what counts calls of functions needs all of them compiled anew.
  const { NODE_DISABLE_COMPILE_CACHE: isOff, NODE_V8_COVERAGE: isCounted } = env;
  if (isOff || isCounted) return;
  const built = dirname(dirname(fileURLToPath(import.meta.url)));
  const folder = join(place, `${process.version}-${process.arch}`);
  keepOwn(built, join(folder, `${command}-${crc32(built).toString(16)}`), compiling);
}

/** Compiles the files below a folder from what a file keeps of them, which is written when the run has gone well. */
function keepOwn(built: string, file: string, compiling: Compiling): void {
  const room = createRoom();
  const pack = openKept(file, room);
  const tag = compiling(() => cachedDataVersionTag());
  const compiled = new Map<string, Compiled>();
  // Deprecated in name only: Node keeps it, and nothing else is called for every file that is loaded.
  const { extensions } = createRequire(import.meta.url);
  const usual = extensions['.js'];
  extensions['.js'] = (loaded, path) => {
    if (!path.startsWith(built + sep)) {
      usual?.(loaded, path);
      return;
    }
    const name = path.slice(built.length);
    const source = pack?.sourceOf(name);
    const kept = source === undefined ? undefined : { source, code: () => pack?.codeOf(name) ?? null };
    const one = compileFile(path, kept, room, compiling);
    if (one === null) {
      usual?.(loaded, path);
      return;
    }
    compiled.set(name, one);
    runAsModule(one, loaded, path);
  };
  process.once('exit', (code) => {
    const isNew = [...compiled.values()].some(({ fromKept }) => !fromKept);
    if (!isNew || !WHOLE_RUNS.includes(code)) return;
    compiling(() => {
      // Under other flags V8 would refuse it, and it would be written anew at the end of every run.
      if (cachedDataVersionTag() === tag)
        writeKept(file, new Map([...ofThisBuild(pack, compiled), ...packOf(compiled)]));
    });
  });
}

/** What is kept of files that this run did not load, which is of no use any more where another one has changed. */
function ofThisBuild(pack: OpenPack | null, compiled: ReadonlyMap<string, Compiled>): Pack {
  const isOther = [...compiled].some(([name, { source }]) => (pack?.sourceOf(name) ?? source) !== source);
  if (pack === null || isOther) return new Map();
  const others = pack.names.filter((name) => !compiled.has(name));
  return new Map(
    others.flatMap((name) => {
      const code = pack.codeOf(name);
      return code === null ? [] : [[name, { source: pack.sourceOf(name) ?? 0, code: Uint8Array.from(code) }] as const];
    }),
  );
}

/** It stays open: what is renamed over it meanwhile is another file. */
function openKept(file: string, room: Room): OpenPack | null {
  try {
    const descriptor = openSync(file, 'r');
    const { size } = fstatSync(descriptor);
    return openPack({ length: size, read: (at, length) => room.read(descriptor, at, length) });
  } catch {
    return null;
  }
}

function writeKept(file: string, pack: Pack): void {
  const folder = dirname(file);
  const beside = `${file}.${process.pid}`;
  try {
    // Not `recursive`: Node never comes back from a folder that the system says is not there and does not let be made.
    for (const one of [dirname(dirname(folder)), dirname(folder), folder])
      if (!existsSync(one)) mkdirSync(one, { mode: 0o700 });
    writeFileSync(beside, writePack(pack), { mode: 0o600, flag: 'wx' });
    renameSync(beside, file);
    const kept = readdirSync(folder).map((name) => join(folder, name));
    const newest = kept.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at);
    for (const { path } of newest.slice(MOST)) unlinkSync(path);
  } catch {
    // No room, or another run does the same at this moment: the next one tries again.
  }
}
