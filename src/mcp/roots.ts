/** The folders that an assistant may read below, and how files in them are named to commands. */
import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { type Fence, isWithin } from '../disk/fence.js';
import { UserError } from '../errors/user-error.js';

export interface Roots extends Pick<Fence, 'folders' | 'named'> {
  /** Where commands are run: names of files count from here. */
  readonly first: string;
}

/** @throws UserError `root_missing`, `root_not_folder` (exit 2) */
export async function openRoots(named: readonly string[], cwd: string): Promise<Roots> {
  const folders: string[] = [];
  for (const folder of named) {
    const real = await realpath(resolve(cwd, folder)).catch(() => null);
    if (real === null || !(await stat(real)).isDirectory()) throw new UserError('root_not_folder', { folder });
    folders.push(real);
  }
  const [first] = folders;
  if (first === undefined) throw new UserError('root_missing', {});
  return { first, folders, named: named.map((folder) => resolve(cwd, folder)) };
}

/**
 * A file as commands get it: relative to the first folder, so that no answer says where the folders are. What lies
 * outside stays as it was named; it is refused where it is opened.
 */
export function fileNameIn({ first, folders, named }: Roots, typed: string): string {
  const path = resolve(first, typed);
  const alias = named.findIndex((folder) => isWithin([folder], path));
  const folder = folders[alias];
  const known = isWithin(folders, path)
    ? path
    : folder === undefined
      ? null
      : resolve(folder, relative(named[alias] ?? '', path));
  return harmless(known === null ? typed : relative(first, known) || '.');
}

/** A name that is neither an option nor standard input. */
function harmless(name: string): string {
  return name.startsWith('-') ? `.${sep}${name}` : name;
}
