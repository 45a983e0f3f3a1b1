/** Folders outside which nothing is opened: of a program that reads for somebody who may not read everything. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors/user-error.js';

export interface Fence {
  /** The folders, without links in their paths. */
  readonly folders: readonly string[];
  /** The same folders as they were named: a path may begin with either. */
  readonly named: readonly string[];
  /** Bytes of the largest file that is opened. */
  readonly largest: number;
}

const standing: { fence: Fence | null } = { fence: null };

/**
 * Puts up the fence in this thread, once for all. A thread that is started from it must be told, and put it up before it
 * opens anything.
 */
export function putUpFence(fence: Fence): void {
  standing.fence = { ...fence };
}

/** The fence that this thread stands within; null = every file may be opened. */
export function fenceOfThread(): Fence | null {
  return standing.fence;
}

/** Whether a path, absolute and without links, is a folder or lies below it. */
export function isWithin(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
}

/** Whether a path as it is written, before any link in it is followed, leads below the folders. */
export function isWrittenWithin({ folders, named }: Fence, path: string): boolean {
  return isWithin([...folders, ...named], resolve(path));
}

/** @throws UserError `read_only` (exit 4) within a fence: who reads for others writes nothing. */
export function refuseWriting(file: string): void {
  if (fenceOfThread() !== null) throw new UserError('read_only', { file }, { file });
}
