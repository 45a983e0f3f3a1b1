/** How every file is opened that something is read from. Within a fence, what was opened is what was checked. */
import { closeSync, constants, fstatSync, openSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors/user-error.js';
import { printSize } from '../locale/byte-size.js';
import { type Fence, fenceOfThread, isWithin, isWrittenWithin } from './fence.js';

interface Opening {
  readonly fence: Fence | null;
  /** Opens; a test puts something else in the place of the file meanwhile. */
  readonly opening: typeof open;
}

/**
 * Opens a file to read it.
 * @throws UserError within a fence: `outside_roots`, `is_directory`, `not_a_file`, `file_over_limit` (exit 3)
 */
export async function openFile(
  path: string,
  { fence, opening }: Opening = { fence: fenceOfThread(), opening: open },
): Promise<FileHandle> {
  if (fence === null) return opening(path);
  const handle = await opening(checkedPath(fence, path), FLAGS);
  try {
    assertOpened(fence, path, handle.fd);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * The same, waiting for it: for a thread that does nothing else. The descriptor is the caller's to close. A pipe that has
 * taken the place of a file is not waited for.
 */
export function openFileSync(path: string): number {
  const fence = fenceOfThread();
  if (fence === null) return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const descriptor = openSync(checkedPath(fence, path), FLAGS);
  try {
    assertOpened(fence, path, descriptor);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** What a path is. Throws as {@link openFile} does: within a fence only a file below the folders is anything. */
export async function statFile(path: string): Promise<Stats> {
  if (fenceOfThread() === null) return stat(path);
  const handle = await openFile(path);
  return handle.stat().finally(() => handle.close());
}

/** All bytes of a file. Throws as {@link openFile} does. */
export async function readWholeFile(path: string): Promise<Buffer> {
  if (fenceOfThread() === null) return readFile(path);
  const handle = await openFile(path);
  return handle.readFile().finally(() => handle.close());
}

/** The names in a folder; within a fence, a folder that lies outside has none. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const fence = fenceOfThread();
  if (fence !== null && !isWithin(fence.folders, await realpath(folder))) return [];
  return readdir(folder);
}

/** A pipe must not be waited for, and no link be followed that was put there after the look at the path. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The path without links, where it leads to a file below the folders. What lies outside is not even looked for. */
function checkedPath(fence: Fence, path: string): string {
  if (!isWrittenWithin(fence, path) || !isWithin(fence.folders, existingPart(path))) throw outside(path);
  const real = realpathSync.native(path);
  if (!isWithin(fence.folders, real)) throw outside(path);
  // Looked at before it is opened: to open a device may be to use it.
  assertFile(fence, path, statSync(real));
  return real;
}

/** The longest beginning of a path that is there, without links: where a name that is missing would have been. */
function existingPart(path: string): string {
  for (let part = resolve(path); ; part = dirname(part)) {
    try {
      return realpathSync.native(part);
    } catch (error) {
      if (dirname(part) === part) throw error;
    }
  }
}

function assertFile({ largest }: Fence, file: string, entry: Stats): void {
  if (entry.isDirectory()) throw new UserError('is_directory', { file }, { file });
  if (!entry.isFile()) throw new UserError('not_a_file', { file }, { file });
  if (entry.size > largest) {
    const sizes = { size: printSize(entry.size), most: printSize(largest) };
    throw new UserError('file_over_limit', { file, ...sizes }, { file });
  }
}

/** Looks again, at what was opened: between the look at a path and its opening, somebody may have put a link there. */
function assertOpened(fence: Fence, path: string, descriptor: number): void {
  const opened = fstatSync(descriptor);
  assertFile(fence, path, opened);
  if (!isWithin(fence.folders, pathOf(descriptor) ?? pathBehind(path, opened))) throw outside(path);
}

/** Where an open file is, as the system has it; null where the system does not tell. */
function pathOf(descriptor: number): string | null {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return null;
  }
}

/** Where the path leads now, if that is still the file that was opened. */
function pathBehind(path: string, opened: Stats): string {
  const real = realpathSync.native(path);
  const there = statSync(real);
  if (there.dev !== opened.dev || there.ino !== opened.ino) throw outside(path);
  return real;
}

function outside(file: string): UserError {
  return new UserError('outside_roots', { file }, { file });
}
