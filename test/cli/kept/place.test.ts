import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Folders, placeToKeep } from '../../../src/cli/kept/place.js';

const root = mkdtempSync(join(tmpdir(), 'kpi-place-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string, mode: number): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  return path;
}

const place = (env: Folders): string | null => placeToKeep(env, 'linux');

describe.skipIf(process.platform === 'win32')('the place to keep what was compiled', () => {
  it('is in the folder that the user names for what can be made anew', () => {
    const cache = folder('cache', 0o700);
    expect(place({ XDG_CACHE_HOME: cache, HOME: '/nowhere' })).toBe(join(cache, 'sales-kpi'));
  });

  it('is below a home whose cache folder is yet to be made', () => {
    const home = folder('home', 0o755);
    expect(place({ HOME: home })).toBe(join(home, '.cache', 'sales-kpi'));
    expect(placeToKeep({ HOME: home }, 'darwin')).toBeNull(); // neither ~/Library/Caches nor ~/Library
    mkdirSync(join(home, 'Library'), { mode: 0o700 });
    expect(placeToKeep({ HOME: home }, 'darwin')).toBe(join(home, 'Library', 'Caches', 'sales-kpi'));
  });

  it('is nowhere that others may write to', () => {
    expect(place({ XDG_CACHE_HOME: folder('shared', 0o777) })).toBeNull();
    expect(place({ XDG_CACHE_HOME: folder('group', 0o770) })).toBeNull();
    expect(place({ XDG_CACHE_HOME: join(folder('sticky', 0o1777), 'not-there') })).toBeNull();
    folder('own/sales-kpi', 0o777);
    chmodSync(join(root, 'own'), 0o700);
    expect(place({ XDG_CACHE_HOME: join(root, 'own') })).toBeNull();
  });

  it('is nowhere where no folder is named, or none is there', () => {
    expect(place({})).toBeNull();
    expect(place({ HOME: '' })).toBeNull();
    expect(place({ HOME: join(root, 'gone', 'away') })).toBeNull();
    expect(place({ XDG_CACHE_HOME: 'relative' })).toBeNull();
    writeFileSync(join(root, 'file'), '');
    expect(place({ XDG_CACHE_HOME: join(root, 'file', 'below') })).toBeNull();
  });

  it('is the local one of the user in Windows', () => {
    const cache = folder('local', 0o700);
    expect(placeToKeep({ LOCALAPPDATA: cache, HOME: '/nowhere' }, 'win32')).toBe(join(cache, 'sales-kpi'));
  });
});
