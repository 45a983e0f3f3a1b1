import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareOutput, writeOutput, writeStream } from '../../src/cli/output.js';
import { UserError } from '../../src/errors/user-error.js';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpi-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function put(name: string, text: string, inputs: readonly string[] = []): Promise<void> {
  await writeOutput(await prepareOutput(name, inputs), [text]);
}

/** The code of the UserError that a promise is refused with. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'done';
}

function* failing(): Generator<string> {
  yield 'x'.repeat(200_000);
  throw new Error('the renderer broke');
}

describe('a file as output', () => {
  it('is written whole, with nothing left beside it', async () => {
    await put(at('out.md'), 'new');
    expect(readFileSync(at('out.md'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['out.md']);
  });

  it('takes its mode from the umask when it is new, and keeps it when it is replaced', async () => {
    await put(at('new.md'), 'new');
    expect(statSync(at('new.md')).mode & 0o777).toBe(0o666 & ~process.umask());
    writeFileSync(at('old.md'), 'old');
    chmodSync(at('old.md'), 0o640);
    await put(at('old.md'), 'new');
    expect(statSync(at('old.md')).mode & 0o777).toBe(0o640);
    expect(readFileSync(at('old.md'), 'utf8')).toBe('new');
  });

  it('stays as it was when the text cannot be made, and no temporary file stays', async () => {
    writeFileSync(at('out.md'), 'old');
    const output = await prepareOutput(at('out.md'), []);
    await expect(writeOutput(output, failing())).rejects.toThrow('the renderer broke');
    expect(readFileSync(at('out.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.md']);
  });

  it('is the target of a link, and the link stays', async () => {
    mkdirSync(at('reports'));
    writeFileSync(at('reports/real.md'), 'old');
    symlinkSync('reports/real.md', at('link.md'));
    await put(at('link.md'), 'new');
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('reports/real.md'), 'utf8')).toBe('new');
  });

  it('is made where a dangling link points', async () => {
    symlinkSync('later.md', at('link.md'));
    await put(at('link.md'), 'new');
    expect(readFileSync(at('later.md'), 'utf8')).toBe('new');
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
  });

  it('may lie behind a linked folder and ..', async () => {
    mkdirSync(at('deep/inner'), { recursive: true });
    symlinkSync('deep/inner', at('linked'));
    await put(`${folder}/linked/../out.md`, 'new');
    expect(existsSync(at('deep/out.md'))).toBe(true);
    expect(existsSync(at('out.md'))).toBe(false);
  });

  it('is refused when it is an input, by any name', async () => {
    writeFileSync(at('deals.csv'), 'id\n');
    linkSync(at('deals.csv'), at('hard.csv'));
    symlinkSync('deals.csv', at('soft.csv'));
    for (const name of ['deals.csv', 'hard.csv', 'soft.csv']) {
      expect(await codeOf(prepareOutput(at(name), ['-', at('missing.csv'), at('deals.csv')]))).toBe('output_is_input');
      expect(await codeOf(prepareOutput(at('deals.csv'), [at(name)]))).toBe('output_is_input');
    }
    expect(readFileSync(at('deals.csv'), 'utf8')).toBe('id\n');
  });

  it('is refused when it is a folder, lies in none, or ends in a slash', async () => {
    writeFileSync(at('file'), '');
    expect(await codeOf(prepareOutput(folder, []))).toBe('output_is_folder');
    expect(await codeOf(prepareOutput(at('none/out.md'), []))).toBe('output_folder_missing');
    expect(await codeOf(prepareOutput(at('file/out.md'), []))).toBe('output_folder_missing');
    expect(await codeOf(prepareOutput(`${at('out')}/`, []))).toBe('output_folder_missing');
    symlinkSync('loop', at('loop'));
    expect(await codeOf(prepareOutput(at('loop'), []))).toBe('output_failed');
  });

  it('is never a mixture when several runs write it at once', async () => {
    const texts = Array.from({ length: 20 }, (_, run) => String(run % 10).repeat(300_000));
    await Promise.all(texts.map((text) => put(at('out.md'), text)));
    expect(texts).toContain(readFileSync(at('out.md'), 'utf8'));
    expect(readdirSync(folder)).toEqual(['out.md']);
  });

  it('takes away what a run killed days ago left of it, and nothing else', async () => {
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    const left = { old: '.out.md.kpi-12-0123456789ab.tmp', young: '.out.md.kpi-13-0123456789ab.tmp' };
    const others = ['.other.md.kpi-12-0123456789ab.tmp', '.out.md.kpi-notes.tmp'];
    for (const name of [...Object.values(left), ...others]) writeFileSync(at(name), '');
    for (const name of [left.old, ...others]) utimesSync(at(name), days(2), days(2));
    await put(at('out.md'), 'new');
    expect(readdirSync(folder).sort()).toEqual([...others, left.young, 'out.md'].sort());
  });

  it('is streamed to where it is a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const output = await prepareOutput(at('pipe'), []);
    expect(output.direct).toBe(true);
    const reader = import('node:fs/promises').then(({ readFile }) => readFile(at('pipe'), 'utf8'));
    await writeOutput(output, ['a', 'b']);
    expect(await reader).toBe('ab');
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  it('is full where the device is', async () => {
    expect(await codeOf(put('/dev/full', 'x'))).toBe('output_full');
  });
});

describe('a stream as output', () => {
  /** A stream that takes pieces slowly, or breaks with a code. */
  function sink(code?: string): Writable & { taken: string[]; most: number } {
    const taken: string[] = [];
    let waiting = 0;
    const stream = Object.assign(
      new Writable({
        highWaterMark: 1,
        decodeStrings: false,
        write(piece: string, _, done) {
          waiting += 1;
          stream.most = Math.max(stream.most, waiting);
          taken.push(piece);
          setImmediate(() => {
            waiting -= 1;
            done(code === undefined ? null : Object.assign(new Error(`${code}: broken, write`), { code }));
          });
        },
      }),
      { taken, most: 0 },
    );
    return stream;
  }

  it('gets everything in order, gathered into large pieces', async () => {
    const stream = sink();
    const pieces = Array.from({ length: 30_000 }, (_, index) => `${index}\n`);
    await writeStream(stream, pieces);
    expect(stream.taken.join('')).toBe(pieces.join(''));
    expect(stream.taken.length).toBeLessThan(5);
  });

  it('is not asked for more text than it has taken', async () => {
    const stream = sink();
    let made = 0;
    function* pieces(): Generator<string> {
      for (; made < 20; made++) {
        expect(made - stream.taken.length).toBeLessThanOrEqual(1);
        yield 'x'.repeat(70_000);
      }
    }
    await writeStream(stream, pieces());
    expect(stream.taken).toHaveLength(20);
  });

  it('gets bytes where it hands on to a descriptor, which stay until it has taken them', async () => {
    const taken: Buffer[] = [];
    const stream = Object.assign(
      new Writable({
        highWaterMark: 1,
        write(piece: Buffer, _, done) {
          setImmediate(() => {
            taken.push(Buffer.from(piece));
            done();
          });
        },
      }),
      { fd: 1 },
    );
    const pieces = ['ü'.repeat(70_000), 'x'.repeat(70_000), '\n'];
    await writeStream(stream, pieces);
    expect(Buffer.concat(taken).toString()).toBe(pieces.join(''));
  });

  it('may be closed by its reader without an error', async () => {
    const stream = sink('EPIPE');
    await writeStream(stream, ['x'.repeat(70_000), 'y'.repeat(70_000)]);
    expect(stream.taken).toHaveLength(1);
  });

  it('is an output error when it is full, and our own error stays ours', async () => {
    expect(await codeOf(writeStream(sink('ENOSPC'), ['x']))).toBe('stdout_failed');
    await expect(writeStream(sink(), failing())).rejects.toThrow('the renderer broke');
  });
});
