/** Paths as build servers want them: relative to the working folder, with `/` between the parts on every system. */
import type { Check } from '../report/schema.js';

/** `C:\\…`, `C:/…` or a share: a path of Windows, in which `\\` parts folders. Elsewhere it is a letter of a name. */
const WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;

/**
 * A file as it is called from the working folder: inside it without a leading `./`, above it with `../` where the user
 * named it relatively, else absolute. Standard input (`-`) has no place.
 *
 * @param folder the working folder, absolute; '' = not known: relative paths are tidied only
 */
export function fromWorkingFolder(file: string, folder: string): string {
  if (file === '' || file === '-') return file;
  const windows = WINDOWS.test(folder) || WINDOWS.test(file);
  const [path, base] = windows ? [file.replaceAll('\\', '/'), folder.replaceAll('\\', '/')] : [file, folder];
  const absolute = path.startsWith('/') || WINDOWS.test(path);
  const home = partsOf(base, []);
  const parts = partsOf(path, absolute ? [] : home);
  const same = (a: string | undefined, b: string | undefined): boolean =>
    windows ? a?.toLowerCase() === b?.toLowerCase() : a === b;
  let shared = 0;
  while (shared < home.length && shared < parts.length && same(home[shared], parts[shared])) shared++;
  const inside = shared === home.length && (base !== '' || !absolute);
  if (inside) return parts.slice(shared).join('/') || '.';
  if (absolute)
    return windows && !path.startsWith('//')
      ? parts.join('/')
      : `${path.startsWith('//') ? '//' : '/'}${parts.join('/')}`;
  return [...home.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

/** The parts of a path below others, without `.` and with `..` gone up as far as there is something to leave. */
function partsOf(path: string, above: readonly string[]): readonly string[] {
  const parts = [...above];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts;
}

/** The check with its files as they are called from the working folder. */
export function inWorkingFolder(check: Check, folder = ''): Check {
  const named = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: fromWorkingFolder(one.file, folder),
  });
  return { ...check, sources: check.sources.map(named), violations: check.violations.map(named) };
}
