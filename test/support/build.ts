import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './run.js';

/** What the built command is made from. */
const SOURCES = ['src', 'tools', 'rolldown.config.ts', 'package.json'];
const BUILT = join(ROOT, 'dist', 'cli', 'main.js');

/**
 * Builds the command once before the tests when a source is newer. The new build takes the old one's place at once, so
 * that a run beside this one never finds half of it. Where the sources do not build, the command is taken away: tests of
 * it fail rather than pass on an old build, all others run.
 */
export function setup(): void {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= Math.max(...SOURCES.map((name) => newest(join(ROOT, name)))))
    return;
  const dist = join(ROOT, 'dist');
  const beside = (name: string): string => join(ROOT, 'node_modules', '.cache', `dist-${name}-${process.pid}`);
  const [fresh, old] = [beside('new'), beside('old')];
  mkdirSync(dirname(fresh), { recursive: true });
  const rolldown = join(ROOT, 'node_modules', '.bin', 'rolldown');
  const built = spawnSync(rolldown, ['-c', '-d', fresh], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) {
    console.error(`the command does not build:\n${built.stderr}`);
    rmSync(BUILT, { force: true });
    rmSync(fresh, { recursive: true, force: true });
    return;
  }
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

/** When a file, or the newest file below a folder, was last written. */
function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
