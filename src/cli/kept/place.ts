/** Where code that was compiled may be kept: in a folder of the user's own, or nowhere. */
import { type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

const WRITABLE_BY_OTHERS = 0o022;

/** What of the environment names folders. */
export interface Folders {
  readonly HOME?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
}

/**
 * `sales-kpi` in the user's folder for what can be made anew. Null where there is none that is theirs: under `sudo`, HOME
 * may be another's, and where others may write, they could lay code in wait.
 */
export function placeToKeep(env: Folders, platform: string = process.platform): string | null {
  const caches = platform === 'darwin' ? 'Library/Caches' : '.cache';
  const places =
    platform === 'win32' ? [env.LOCALAPPDATA] : [env.XDG_CACHE_HOME, env.HOME ? join(env.HOME, caches) : undefined];
  const place = places.find((one) => one !== undefined && isAbsolute(one));
  if (place === undefined) return null;
  const own = join(place, 'sales-kpi');
  if (process.getuid === undefined) return own;
  // Of a folder that is yet to be made, the one it will stand in counts.
  const found = [own, place].map(statOf).filter((one) => one !== undefined);
  if (found.length === 0) found.push(...[statOf(dirname(place))].filter((one) => one !== undefined));
  const uid = process.getuid();
  const isOwn =
    found.length > 0 &&
    found.every((one) => one.isDirectory() && one.uid === uid && (one.mode & WRITABLE_BY_OTHERS) === 0);
  return isOwn ? own : null;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // a file where a folder should be, or one that may not be looked into
  }
}
