import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { compileFile, type Kept, packOf, runAsModule } from '../../../src/cli/kept/compile.js';
import type { KeptCode } from '../../../src/cli/kept/pack.js';
import { createRoom } from '../../../src/cli/kept/room.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-compile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = `exports.twice = (x) => 2 * x; exports.word = 'درست'; exports.sep = require('node:path').sep; exports.at = __filename;`;

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const room = createRoom();
const keptOf = ({ source, code }: KeptCode): Kept => ({ source, code: () => code });

function moduleOf(file: string, code?: KeptCode) {
  const compiled = compileFile(file, code && keptOf(code), room);
  if (compiled === null) throw new Error(`${file} is not compiled`);
  const made = new Module(file) as NodeJS.Module;
  runAsModule(compiled, made, file);
  return { compiled, made: made.exports as Record<string, unknown> };
}

describe('a file of the build', () => {
  it('runs as Node would run it', () => {
    const file = written('a.js', TEXT);
    const { made, compiled } = moduleOf(file);
    expect(made).toMatchObject({ word: 'درست', at: file });
    expect((made['twice'] as (x: number) => number)(21)).toBe(42);
    expect(compiled.fromKept).toBe(false);
  });

  it('runs from what was kept of it', () => {
    const file = written('b.js', TEXT);
    const { compiled } = moduleOf(file);
    const kept = packOf(new Map([['b.js', compiled]])).get('b.js');
    const again = moduleOf(file, kept);
    expect(again.compiled.fromKept).toBe(true);
    expect(again.made).toMatchObject({ word: 'درست', at: file });
  });

  it('is compiled anew where what was kept of it was damaged', () => {
    const file = written('f.js', TEXT);
    const source = crc32(readFileSync(file));
    expect(compileFile(file, { source, code: () => null }, room)?.fromKept).toBe(false);
  });

  it('is left to Node where it loads modules as it runs, which code that was kept cannot', () => {
    expect(compileFile(written('e.js', "exports.stream = () => import('node:stream');"), undefined, room)).toBeNull();
  });

  it('is compiled anew where it is another than was kept, even one as long, or what was kept is of no V8', () => {
    const file = written('c.js', "exports.a = 'old';");
    const { compiled } = moduleOf(file);
    const kept = packOf(new Map([['c.js', compiled]])).get('c.js');
    written('c.js', "exports.a = 'new';");
    const changed = moduleOf(file, kept);
    expect(changed.made).toEqual({ a: 'new' });
    expect(changed.compiled.fromKept).toBe(false);
    // Of a text that this process never compiled, for V8 would not look at what was kept of it.
    const other = written('d.js', "exports.a = 'foreign';");
    const foreign = { source: crc32(readFileSync(other)), code: Buffer.alloc(4096, 7) };
    expect(moduleOf(other, foreign)).toMatchObject({ made: { a: 'foreign' }, compiled: { fromKept: false } });
  });
});
