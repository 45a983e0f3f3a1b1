/** What the executable calls: the help and the version are printed before anything else is loaded. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { isClosedOutput } from './closed-output.js';
import { COMMAND_LIST } from './command-list.js';
import { keepFreedMemory } from './freed-memory.js';
import type { KeptThread } from './kept/thread.js';
import { programHelp, shortHelp } from './program-help.js';
import { widthOf } from './terminal.js';
import { version } from './version.js';

/** Runs the command line of this process; its exit code is left to the process. */
export async function start(): Promise<void> {
  const args = process.argv.slice(2);
  const text = plainAnswer(args);
  if (text !== null && printed(text)) return;
  const files = filesRead(args);
  if (files.length > 0) keepFreedMemory();
  const large = files.find((file) => file.size >= (isWorkbook(file) ? LARGE_WORKBOOK : LARGE));
  const [{ isKeptByNode, keepCompiled }, { flagsFor, noLongerAlone, setFlags, underUsualFlags }] = await Promise.all([
    import('./kept/keep.js'),
    import('./flags.js'),
    import('./kept/built-in.js'),
  ]);
  // For the same reason, by this thread only; `import` would load what Node has for modules that are none of ours.
  process.getBuiltinModule('node:tty');
  const isAlone = large === undefined;
  const isShort = files.every(({ size }) => size < WORKED_LONG);
  // What Node keeps by itself is to be of one set of flags in every run: a thread that starts takes most of them back.
  const isSteady = isKeptByNode() && !isAlone;
  setFlags(flagsFor({ reads: files.length > 0 && !isSteady, isShort, splitsAlone: isAlone && args.some(isSplit) }));
  // Many deals may have one, too, in whatever file.
  process.once('worker', noLongerAlone);
  const command = COMMAND_LIST.find(({ name }) => args.includes(name))?.name ?? 'kpi';
  // Of a large file this thread calls other functions, and what is compiled in a long run has other flags.
  const kind = isShort ? '' : '-long';
  keepCompiled(isAlone ? command : `${command}${kind || '-large'}`, underUsualFlags);
  if (large !== undefined) await startThread(large, `thread${kind}`, isSteady);
  // Whatever is not plain, failures of printing among it, is the business of the whole command line.
  const { main } = await import('./main.js');
  await main();
  // Once all is written: else Node gives memory back piece by piece, which the system takes back as a whole.
  process.once('exit', () => process.exit());
}

/** What is printed whatever else there is, in the language that nobody asked for; null for any other arguments. */
function plainAnswer(args: readonly string[]): string | null {
  if (args.length > 1) return null;
  const width = (): number => widthOf(isTerminal() ? process.stdout : {}, process.env);
  switch (args[0]) {
    case undefined:
      return shortHelp('en', width());
    case '-h':
    case '--help':
      return programHelp('en', width());
    case '-V':
    case '--version':
      return `${version()}\n`;
    default:
      return null;
  }
}

/** Whether the text was taken; where it was not, nothing of it was. */
function printed(text: string): boolean {
  // Windows' terminals take letters only from the stream. To touch the stream is to load it: other outputs do without.
  if ((process.platform === 'win32' && isTerminal()) || isClosedOutput()) return false;
  try {
    process.cwd(); // throws where the folder was removed, which is told
    const bytes = Buffer.from(text);
    const taken = writeSync(1, bytes);
    if (taken < bytes.length) process.stdout.write(bytes.subarray(taken));
    return true;
  } catch {
    return false;
  }
}

/** Whether somebody reads the text on a terminal. Node's own answer brings all that it has for networks: files and pipes do without. */
function isTerminal(): boolean {
  try {
    if (process.platform !== 'win32' && !fstatSync(1).isCharacterDevice()) return false;
  } catch {
    return false; // it was closed
  }
  return process.getBuiltinModule('node:tty').isatty(1);
}

/** Commands that read all of a file. */
const READING: ReadonlySet<string> = new Set(['report', 'check', 'explain', 'deals', 'customers', 'forecast']);
/** Below this size, a second thread is not used: see disk/thread.ts, which is loaded for larger files only. */
const LARGE = 10_000_000;
/** A workbook is packed: of so many bytes come deals of which another thread looks at the rules, see second/helper.ts. */
const LARGE_WORKBOOK = 4_000_000;

/** From this size on, what is optimized late is missed. */
const WORKED_LONG = 40_000_000;

interface FileRead {
  readonly path: string;
  readonly size: number;
}

/** Whether an argument splits deals into groups: only then is a flag worth it that nothing is kept with once another thread runs. */
function isSplit(arg: string): boolean {
  return arg === '--by' || arg.startsWith('--by=');
}

/** The files that the arguments name, where the command reads all of them. */
function filesRead(args: readonly string[]): FileRead[] {
  if (!READING.has(args[0] ?? '')) return [];
  return args
    .slice(1)
    .filter((arg) => !arg.startsWith('-'))
    .map((path) => ({ path, size: sizeOf(path) }))
    .filter(({ size }) => size > 0);
}

/** By its name: what it is, is seen when it is opened. */
function isWorkbook({ path }: FileRead): boolean {
  return /\.xls[xm]$/i.test(path);
}

/**
 * Starts the thread that helps with a large file: what this one loads first takes as long.
 *
 * @param name what is kept of its code stands below this
 * @param isSteady whether V8's flags are to stay as they are meanwhile
 */
async function startThread(file: FileRead, name: string, isSteady: boolean): Promise<void> {
  const [{ startEarly }, { sharedFlags, startingThread, threadStarted }] = await Promise.all([
    import('../disk/thread.js'),
    import('./flags.js'),
  ]);
  if (!isSteady) startingThread();
  const first = {
    file: new URL('./kept/thread.js', import.meta.url),
    data: { name, flags: sharedFlags() } satisfies KeptThread,
  };
  // A workbook is read into memory as a whole, where its checksum is taken.
  startEarly(isWorkbook(file) ? null : file.path, { first, ended: threadStarted });
}

function sizeOf(path: string): number {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}
