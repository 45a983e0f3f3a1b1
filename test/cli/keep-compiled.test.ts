import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN } from '../support/run.js';

const root = mkdtempSync(join(tmpdir(), 'kpi-compiled-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Says which folder it was told to keep code in, as Node 22.8 and newer would take it. */
const spy = join(root, 'spy.cjs');
writeFileSync(
  spy,
  "require('node:module').enableCompileCache = (folder) => process.stderr.write('kept in ' + folder + '\\n');\n",
);

function keptIn(env: NodeJS.ProcessEnv): string | null {
  const run = spawnSync(process.execPath, ['--require', spy, BIN, '--version'], { encoding: 'utf8', env });
  expect(run.status).toBe(0);
  return /^kept in (.*)$/m.exec(run.stderr)?.[1] ?? null;
}

function folder(name: string, mode: number): string {
  const path = join(root, name);
  mkdirSync(path);
  chmodSync(path, mode);
  return path;
}

describe.skipIf(process.platform === 'win32')('compiled code', () => {
  it('is kept in the folder that the user names for what can be made anew', () => {
    const cache = folder('cache', 0o700);
    expect(keptIn({ XDG_CACHE_HOME: cache, HOME: '/nowhere' })).toBe(join(cache, 'sales-kpi'));
  });

  it('is kept below a home whose cache folder is yet to be made', () => {
    const home = folder('home', 0o755);
    const place = process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
    if (process.platform === 'darwin') mkdirSync(place, { recursive: true });
    expect(keptIn({ HOME: home })).toBe(join(place, 'sales-kpi'));
  });

  it('is kept nowhere that others may write to', () => {
    expect(keptIn({ XDG_CACHE_HOME: folder('shared', 0o777) })).toBeNull();
    expect(keptIn({ XDG_CACHE_HOME: join(folder('sticky', 0o1777), 'not-there') })).toBeNull();
  });

  it('is kept nowhere where no folder is named, or none is there', () => {
    expect(keptIn({})).toBeNull();
    expect(keptIn({ HOME: join(root, 'gone', 'away') })).toBeNull();
    expect(keptIn({ XDG_CACHE_HOME: 'relative' })).toBeNull();
  });
});
