/** Where results go: a stream, or a file that is either replaced as a whole or left as it was. */
import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import {
  access,
  type FileHandle,
  lstat,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Writable } from 'node:stream';
import { refuseWriting } from '../disk/fence.js';
import { UserError } from '../errors/user-error.js';
import { chunked, inBytes } from './gathered.js';

/** As many links in a row as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;
/** What a killed run left behind is removed by a later one after a day; no run takes that long. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Writes to a stream, waiting whenever it is full. A reader that goes away (`| head`) ends the writing quietly. */
export async function writeStream(stream: Writable, pieces: Iterable<string>): Promise<void> {
  const ignore = (): void => {}; // the write's own callback reports; without a listener the event would be thrown
  stream.on('error', ignore);
  try {
    // What a stream of our own process's memory has taken may be read later.
    for (const chunk of isDescribed(stream) ? inBytes(pieces) : chunked(pieces)) await writeChunk(stream, chunk);
  } catch (error) {
    if (errorCode(error) === 'EPIPE') return;
    if (errorCode(error) === null) throw error;
    throw new UserError('stdout_failed', { cause: systemReason(error) }, {}, { cause: error });
  }
}

/** Whether a stream hands on to a file or a pipe, by its descriptor; a terminal is written letters to. */
function isDescribed(stream: Writable & { readonly fd?: unknown; readonly isTTY?: unknown }): boolean {
  return typeof stream.fd === 'number' && stream.isTTY !== true;
}

function writeChunk(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    stream.write(chunk, (error) => (error ? failed(error) : done()));
  });
}

/** A place to write to that was found fit before anything was read. */
export interface OutputFile {
  /** As the user wrote it. */
  readonly name: string;
  /** Where the bytes go, links followed. */
  readonly path: string;
  /** Pipes and devices are written to directly; files are replaced as a whole. */
  readonly direct: boolean;
}

/**
 * Looks at an output path before anything is read. Refuses an input file under whatever name (exit 2), and a folder,
 * a missing folder or one that may not be written to (exit 4).
 */
export async function prepareOutput(name: string, inputs: readonly string[]): Promise<OutputFile> {
  refuseWriting(name);
  if (isDescriptor(name)) return { name, path: name, direct: true };
  try {
    const there = await statOrNull(name);
    if (there?.isDirectory() === true) throw new UserError('output_is_folder', { file: name });
    if (there !== null && !there.isFile()) return { name, path: name, direct: true };
    const path = await followLinks(name);
    if (there === null) {
      if (name.endsWith('/')) throw new UserError('output_folder_missing', { file: name, folder: name });
    } else {
      await refuseInput(name, there, inputs);
      await access(path, constants.W_OK);
    }
    await access(dirname(path), constants.W_OK | constants.X_OK);
    return { name, path, direct: false };
  } catch (error) {
    throw outputError(name, error);
  }
}

/**
 * Writes the pieces: to a file beside the target, synced and renamed over it, so that a reader sees the old file or
 * the new one and an interrupted run leaves the old. The mode of a replaced file is kept.
 */
export async function writeOutput(output: OutputFile, pieces: Iterable<string>): Promise<void> {
  refuseWriting(output.name);
  try {
    if (output.direct) await writeDirect(output.path, pieces);
    else await replaceFile(output.path, pieces);
  } catch (error) {
    throw outputError(output.name, error);
  }
}

async function writeDirect(path: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(path, 'a'); // appending: a descriptor of a file must not be cut off
  try {
    for (const chunk of inBytes(pieces)) await handle.appendFile(chunk);
  } catch (error) {
    if (errorCode(error) !== 'EPIPE') throw error;
  } finally {
    await handle.close();
  }
}

async function replaceFile(path: string, pieces: Iterable<string>): Promise<void> {
  const old = await statOrNull(path);
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.kpi-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', old === null ? 0o666 : old.mode & 0o777);
  try {
    try {
      for (const chunk of inBytes(pieces)) await handle.appendFile(chunk);
      if (old !== null) await inherit(handle, old);
      await syncIfPossible(handle);
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {}); // the first error is the one to tell
    throw error;
  }
  await syncFolder(folder);
  await removeStale(folder, basename(path));
}

/** Gives the new file the mode of the old, and its owner where that is allowed. */
async function inherit(handle: FileHandle, old: { mode: number; uid: number; gid: number }): Promise<void> {
  const now = await handle.stat();
  if (now.uid !== old.uid || now.gid !== old.gid) await handle.chown(old.uid, old.gid).catch(() => {});
  await handle.chmod(old.mode & 0o7777);
}

/** Some file systems (network shares, FUSE) cannot sync; the rename is then as safe as they allow. */
async function syncIfPossible(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Makes the rename itself durable. The file is whole without it, and Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => {});
  await handle.close();
}

/** Removes what killed runs left of this very file. Failing to is no failure of this run. */
async function removeStale(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder).catch(() => [])) {
    if (!entry.startsWith(`.${name}.kpi-`) || !/-[0-9a-f]{12}\.tmp$/.test(entry)) continue;
    const path = join(folder, entry);
    const left = await statOrNull(path).catch(() => null);
    if (left !== null && Date.now() - left.mtimeMs > STALE_MS) await unlink(path).catch(() => {});
  }
}

async function refuseInput(
  name: string,
  there: { dev: number; ino: number },
  inputs: readonly string[],
): Promise<void> {
  for (const input of inputs) {
    if (input === '-') continue;
    const read = await statOrNull(input).catch(() => null);
    if (read !== null && read.dev === there.dev && read.ino === there.ino) {
      throw new UserError('output_is_input', { file: name, input });
    }
  }
}

/** The path that a chain of links ends at, whether there is a file or not; `..` is what the system takes it for. */
async function followLinks(path: string, left = MOST_LINKS): Promise<string> {
  const folder = await realpath(dirname(path));
  const real = join(folder, basename(path));
  const entry = await lstat(real).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (entry === null || !entry.isSymbolicLink()) return real;
  if (left === 0) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
  const link = await readlink(real);
  return followLinks(isAbsolute(link) ? link : `${folder}/${link}`, left - 1);
}

/** `/dev/stdout`, `/dev/fd/3`: names of open descriptors, which a rename would cut loose. */
function isDescriptor(path: string): boolean {
  return /^\/(dev\/(stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/.test(path);
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function outputError(file: string, error: unknown): unknown {
  const code = errorCode(error);
  if (error instanceof UserError || code === null) return error;
  const folder = dirname(file);
  const options = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UserError('output_folder_missing', { file, folder }, {}, options);
  if (code === 'EISDIR') return new UserError('output_is_folder', { file }, {}, options);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UserError('output_denied', { file, folder }, {}, options);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new UserError('output_full', { file }, {}, options);
  return new UserError('output_failed', { file, cause: systemReason(error) }, {}, options);
}

/** `ENOSPC` of an error of the system, or null for any other error, which is ours. */
function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** `ENOSPC: no space left on device`, without the call and path that Node adds. */
function systemReason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+( '.*)?$/s, '') : String(error);
}
