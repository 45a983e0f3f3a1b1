/** Compiles files of the build as Node would, but from what was kept of them. */
import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { KeptCode, Pack } from './pack.js';

/** A file that was compiled, of which V8 can say what it compiled since. */
export interface Compiled {
  readonly script: Script;
  readonly source: number;
  /** Whether what was kept of it is what runs. */
  readonly fromKept: boolean;
}

/** The scope of a module in CommonJS, in one line with the first of the file, so that traces name the right ones. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) { ';
const BEHIND = '\n})';

/** A module that is loaded while the code runs: V8 forgets who loads it where the code is one that was kept. */
const LOADS_MODULES = 'import(';

/**
 * Null for a file that cannot be kept.
 * @param kept what was kept of a file of this name; of another content or by another V8 it is no use, and does no harm
 */
export function compileFile(file: string, kept: KeptCode | undefined): Compiled | null {
  const bytes = readFileSync(file);
  if (bytes.includes(LOADS_MODULES)) return null;
  const source = crc32(bytes);
  const text = isAscii(bytes) ? bytes.toString('latin1') : bytes.toString();
  const cachedData = kept?.source === source ? kept.code : undefined;
  const script = new Script(BEFORE + text + BEHIND, {
    filename: file,
    ...(cachedData === undefined
      ? {}
      : { cachedData: Buffer.from(cachedData.buffer, cachedData.byteOffset, cachedData.length) }),
  });
  return { script, source, fromKept: cachedData !== undefined && script.cachedDataRejected === false };
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
