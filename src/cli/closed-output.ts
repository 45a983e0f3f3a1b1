/** Whether standard output was closed (`>&-`) before the program began. */
import { fstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';

const NULL_DEVICE = '/dev/null';
const SHELLS = new Set(['sh', 'bash', 'dash', 'zsh', 'ksh', 'mksh', 'fish', 'ash', 'busybox']);
/** The access mode of fcntl(2): reading and writing. */
const ACCESS_MODE = 0o3;
const READ_WRITE = 0o2;

/**
 * True where a shell closed standard output. Node opens /dev/null for reading and writing in its place, so that a
 * report would vanish with exit 0. A program that starts this one with its output thrown away hands over the very same
 * (Python's DEVNULL, Node's `ignore`), and there the exit code is what it wants: hence the looks at the parent. A shell
 * itself opens /dev/null for writing only. False wherever this cannot be found out (no /proc).
 */
export function isClosedOutput(parent: number = process.ppid): boolean {
  try {
    const [output, nothing] = [fstatSync(1), statSync(NULL_DEVICE)];
    if (!output.isCharacterDevice() || output.rdev !== nothing.rdev || !isReadWrite('self')) return false;
    if (!SHELLS.has(readFileSync(`/proc/${parent}/comm`, 'utf8').trim())) return false;
    return !(outputOf(parent) === NULL_DEVICE && isReadWrite(String(parent)));
  } catch {
    return false;
  }
}

function isReadWrite(process: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/${process}/fdinfo/1`, 'utf8'))?.[1] ?? '0';
  return (Number.parseInt(flags, 8) & ACCESS_MODE) === READ_WRITE;
}

/** Null where the process has none either: what is closed there is closed here. */
function outputOf(process: number): string | null {
  try {
    return readlinkSync(`/proc/${process}/fd/1`);
  } catch {
    return null;
  }
}
