/** Compiles files of the build as Node would, but from what was kept of them. */
import { isAscii } from 'node:buffer';
import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { Pack } from './pack.js';
import type { Room } from './room.js';

/** A file that was compiled, of which V8 can say what it compiled since. */
export interface Compiled {
  readonly script: Script;
  readonly source: number;
  /** Whether what was kept of it is what runs. */
  readonly fromKept: boolean;
}

/** The scope of a module in CommonJS, in one line with the first of the file, so that traces name the right ones. */
const BEFORE = Buffer.from('(function (exports, require, module, __filename, __dirname) { ');
const BEHIND = Buffer.from('\n})');

/** A module that is loaded while the code runs: V8 forgets who loads it where the code is one that was kept. */
const LOADS_MODULES = 'import(';

/** Does what hangs on V8's flags. */
export type Compiling = <T>(work: () => T) => T;

/** What was kept of a file. */
export interface Kept {
  /** CRC-32 of the file that it was compiled from. */
  readonly source: number;
  /** Null where it was damaged. */
  code(): Uint8Array | null;
}

/**
 * Null for a file that cannot be kept.
 *
 * @param kept what was kept of a file of this name; of another content or by another V8 it is no use, and does no harm
 */
export function compileFile(
  file: string,
  kept: Kept | undefined,
  room: Room,
  compiling: Compiling = (work) => work(),
): Compiled | null {
  const bytes = scopedContentOf(file, room);
  const source = crc32(bytes.subarray(BEFORE.length, bytes.length - BEHIND.length));
  const isSame = kept?.source === source;
  // What was kept was looked at before.
  if (!isSame && bytes.includes(LOADS_MODULES)) return null;
  const text = isAscii(bytes) ? bytes.toString('latin1') : bytes.toString();
  const code = isSame ? kept.code() : null;
  const cachedData = code === null ? {} : { cachedData: Buffer.from(code.buffer, code.byteOffset, code.length) };
  const script = compiling(() => new Script(text, { filename: file, ...cachedData }));
  return { script, source, fromKept: code !== null && script.cachedDataRejected === false };
}

/** Put together as bytes: a text that is put together is made anew, at its full length, before it is compiled. */
function scopedContentOf(file: string, room: Room): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    return room.readAll(descriptor, BEFORE, BEHIND);
  } finally {
    closeSync(descriptor);
  }
}

/** Runs a compiled file as the module that it is. */
export function runAsModule({ script }: Compiled, module: NodeJS.Module, file: string): void {
  const make = script.runInThisContext() as (...scope: unknown[]) => void;
  const require = (name: string): unknown => module.require(name);
  make.call(module.exports, module.exports, require, module, file, dirname(file));
}

/** What is to be kept of files that were compiled and ran: the functions that were called are in it, too. */
export function packOf(compiled: ReadonlyMap<string, Compiled>): Pack {
  return new Map(
    [...compiled].map(([name, { script, source }]) => [name, { source, code: script.createCachedData() }]),
  );
}
