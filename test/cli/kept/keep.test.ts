import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN, kpi, ROOT } from '../../support/run.js';

const root = mkdtempSync(join(tmpdir(), 'kpi-compiled-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Says which folder it was told to keep code in, as Node 22.8 and newer would take it. */
const spy = join(root, 'spy.cjs');
writeFileSync(
  spy,
  "require('node:module').enableCompileCache = (folder) => process.stderr.write('kept in ' + folder + '\\n');\n",
);
/** A Node that keeps nothing by itself. */
const older = join(root, 'older.cjs');
writeFileSync(older, "delete require('node:module').enableCompileCache;\n");

const LIST = ['list', 'presets', '--format', 'json'];
const FIXTURE = `${ROOT}fixtures/crm/hubspot.csv`;

function run(cache: string, args: readonly string[] = LIST, env: NodeJS.ProcessEnv = {}, preload = older) {
  mkdirSync(join(root, cache), { recursive: true, mode: 0o700 });
  return spawnSync(process.execPath, ['--require', preload, BIN, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { XDG_CACHE_HOME: join(root, cache), ...env },
  });
}

/** What is kept: the names of commands, and when it was written. */
function kept(cache: string): { readonly names: string[]; readonly files: string[] } {
  const folder = join(root, cache, 'sales-kpi', `${process.version}-${process.arch}`);
  const names = readdirSync(folder).sort();
  return {
    names: names.map((name) => name.replace(/-[0-9a-f]+$/, '')),
    files: names.map((name) => join(folder, name)),
  };
}

describe.skipIf(process.platform === 'win32')('compiled code', () => {
  it('is kept by Node where it can, in the folder of the user', () => {
    expect(run('node', LIST, {}, spy).stderr).toBe(`kept in ${join(root, 'node', 'sales-kpi')}\n`);
    expect(run('node', ['--version'], {}, spy).stderr).toBe(''); // which loads too little
  });

  it('is kept once for each command, and changes nothing that is said', () => {
    const answer = kpi(LIST).stdout;
    for (const _ of [1, 2]) expect(run('own')).toMatchObject({ stdout: answer, stderr: '', status: 0 });
    const [file = ''] = kept('own').files;
    const first = statSync(file);
    expect(run('own').stdout).toBe(answer);
    expect(statSync(file)).toMatchObject({ mtimeMs: first.mtimeMs, ino: first.ino });
    expect(first.mode & 0o077).toBe(0);
    const report = ['report', FIXTURE, '--format', 'json'];
    const figures = kpi(report).stdout;
    for (const _ of [1, 2]) expect(run('own', report).stdout).toBe(figures);
    // Another format of it loads another file, which goes with the rest.
    const before = statSync(kept('own').files[1] ?? '').size;
    expect(run('own', ['report', FIXTURE, '--format', 'html']).stdout).toContain('<html');
    expect(statSync(kept('own').files[1] ?? '').size).toBeGreaterThan(before);
    expect(kept('own').names).toEqual(['list', 'report']);
  });

  it('is not made anew where a thread that starts changes a flag of V8 just before it is taken', () => {
    // Right behind the flags that are set for the second file.
    const starting = join(root, 'starting.cjs');
    writeFileSync(
      starting,
      `require(${JSON.stringify(older)});
      const v8 = require('node:v8');
      const { setFlagsFromString } = v8;
      let usual = 0;
      v8.setFlagsFromString = (flag) => {
        setFlagsFromString(flag);
        // The first time is the start's own.
        if (flag !== '--flush-bytecode' || ++usual < 3) return;
        v8.setFlagsFromString = setFlagsFromString;
        setFlagsFromString('--no-flush-bytecode');
        process._rawDebug('changed');
      };`,
    );
    expect(run('starting').status).toBe(0);
    const [file = ''] = kept('starting').files;
    const { mtimeMs, ino } = statSync(file);
    expect(run('starting', LIST, {}, starting)).toMatchObject({ stderr: 'changed\n', status: 0 });
    expect(statSync(file)).toMatchObject({ mtimeMs, ino });
  });

  it('is made anew where it was damaged or cut off', () => {
    const answer = run('damaged').stdout;
    const [file = ''] = kept('damaged').files;
    const whole = readFileSync(file);
    const bit = Buffer.from(whole);
    bit.writeUInt8(bit.readUInt8(whole.length >> 1) ^ 4, whole.length >> 1);
    for (const bytes of [bit, whole.subarray(0, 5000), Buffer.from('?'), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(run('damaged')).toMatchObject({ stdout: answer, stderr: '', status: 0 });
      expect(readFileSync(file).length).toBeGreaterThan(whole.length * 0.9);
    }
  });

  it('is kept of another thread, too, which has its own', { timeout: 60_000 }, async () => {
    const cache = join(root, 'thread');
    mkdirSync(cache, { mode: 0o700 });
    const use = new Int32Array(new SharedArrayBuffer(16));
    const flags = {
      flags: [{ own: '--no-flush-bytecode', usual: '--flush-bytecode' }],
      tag: cachedDataVersionTag(),
      use,
    };
    const ended = (): Promise<number> => {
      const first = { program: `${ROOT}dist/chunks/reader.js`, data: { name: 'thread', flags } };
      const worker = new Worker(`${ROOT}dist/cli/kept/thread.js`, {
        workerData: { fence: null, ahead: null, first },
        env: { XDG_CACHE_HOME: cache },
      });
      return once(worker, 'exit').then(([code]) => code);
    };
    expect(await ended()).toBe(0);
    expect(kept('thread').names).toEqual(['thread']);
    const [file = ''] = kept('thread').files;
    const { mtimeMs, ino, size } = statSync(file);
    expect(size).toBeGreaterThan(20_000);
    expect(readFileSync(file, 'latin1').slice(0, 300)).toContain('/chunks/reader.js');
    expect(await ended()).toBe(0);
    expect(statSync(file)).toMatchObject({ mtimeMs, ino });
    expect([...use]).toEqual([0, 0, 0, 0]);
    writeFileSync(file, '?');
    expect(await ended()).toBe(0);
    expect(statSync(file).size).toBeGreaterThan(20_000);
  });

  it('is not kept of a run that failed, where Node is told not to, or where there is no place', () => {
    const folders = () => readdirSync(join(root, 'none'));
    expect(run('none', ['report', 'not-there.csv']).status).toBe(3);
    expect(run('none', LIST, { NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
    expect(run('none', LIST, { NODE_V8_COVERAGE: join(root, 'coverage') }).status).toBe(0);
    expect(folders()).toEqual([]);
    writeFileSync(join(root, 'none', 'sales-kpi'), '');
    expect(run('none')).toMatchObject({ stderr: '', status: 0 });
    // Where the system says of every new folder that there is none: Linux does below /proc.
    expect(run('none', LIST, { XDG_CACHE_HOME: '/proc/none' })).toMatchObject({ stderr: '', status: 0 });
  });
});
