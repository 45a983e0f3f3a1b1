/** What the named files look like from outside, without opening any of them. */
import { stat } from 'node:fs/promises';

/** What stands under a name. Only a file is ever read: to open a pipe is to wait for whoever writes to it. */
export type Kind = 'file' | 'folder' | 'other' | 'missing';

export interface Look {
  readonly name: string;
  readonly kind: Kind;
  /** Bytes; 0 where there is no file. */
  readonly size: number;
  /** Equal for as long as the file is the same one and nobody has written to it. */
  readonly mark: string;
}

/** Looks at one name. A name that may not be looked at is taken for missing: reading it says why. */
export async function lookAt(name: string): Promise<Look> {
  try {
    const entry = await stat(name);
    const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
    const { dev, ino, size, mtimeMs, ctimeMs } = entry;
    // What a folder or a device holds is nobody's business here; a folder changes with every file that is made in it.
    const mark = kind === 'file' ? [dev, ino, size, mtimeMs, ctimeMs].join(':') : kind;
    return { name, kind, size: kind === 'file' ? size : 0, mark };
  } catch {
    return { name, kind: 'missing', size: 0, mark: 'missing' };
  }
}

/** Looks at all of them. */
export function lookAtAll(names: readonly string[]): Promise<readonly Look[]> {
  return Promise.all(names.map(lookAt));
}

/** One text for all looks, equal for as long as none of the files has changed. */
export function markOf(looks: readonly Look[]): string {
  return looks.map(({ name, mark }) => `${name}\n${mark}`).join('\n\n');
}

/** Whether a file that is there may not be whole yet, or may be about to come back: absent, or without a byte. */
export function isUnfinished(looks: readonly Look[]): boolean {
  return looks.some(({ kind, size }) => kind === 'missing' || (kind === 'file' && size === 0));
}
