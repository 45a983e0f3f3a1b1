import { isatty } from 'node:tty';
import { UserError } from '../errors/user-error.js';
import { LANGS, type Lang } from '../locale/text.js';
import { parseArguments } from './arguments.js';
import { isClosedOutput } from './closed-output.js';
import { closedOutput } from './closed-stream.js';
import { firstLang } from './languages.js';
import type { OptionValues } from './options.js';
import { writeStream } from './output.js';
import { shortHelp } from './program-help.js';
import { type Machine, type Manner, openSession, type Session, tellBug, tellUserError } from './session.js';
import { widthOf } from './terminal.js';
import { version } from './version.js';

/** Runs one command and leaves its exit code to the process, which ends once everything is written. */
export async function main(): Promise<void> {
  const machine = thisMachine();
  muteLibraries();
  const manner = mannerOf(process.argv.slice(2));
  if (workingFolder() === null) {
    process.exitCode = tellUserError(new UserError('working_folder_gone', {}), openSession(machine, manner));
    return;
  }
  process.on('uncaughtException', (error) => {
    // Nothing awaits what failed here (a stray stream, a worker), so no catch sees it; Node would exit 1.
    process.exit(tellBug(error, openSession(machine, manner)));
  });
  process.exitCode = await run(process.argv.slice(2), machine);
}

/**
 * Makes the console say nothing: SheetJS writes to it about files that it reads all the same. What this program has to
 * say goes to the machine's streams, and Node's own warnings do not go through the console.
 */
export function muteLibraries(): void {
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[method] = () => {};
}

/** Runs the command line on a machine; the exit code. */
export function run(args: readonly string[], machine: Machine): Promise<number> {
  return attempt(args, machine, tell);
}

/** The same for who tells errors in a way of its own. The only place where errors are caught. */
export async function attempt(
  args: readonly string[],
  machine: Machine,
  told: (error: unknown, session: Session) => number,
): Promise<number> {
  let session = openSession(machine, mannerOf(args));
  const width = widthOf(machine.stdout, machine.env);
  machine.stderr.on('error', () => {}); // nobody reads the messages: that is no reason to stop
  try {
    if (args.length === 0) {
      await writeStream(machine.stdout, [shortHelp(session.lang(), width)]);
      return 0;
    }
    const parsed = parseArguments(args, { lang: session.lang(), width, version: version() });
    if (parsed.kind === 'text') {
      await writeStream(machine.stdout, [parsed.text]);
      return 0;
    }
    session = openSession(machine, mannerOfValues(parsed.values));
    const command = await parsed.command.load();
    return await command.run({ session, operands: parsed.operands, values: parsed.values, typed: args });
  } catch (error) {
    return told(error, session);
  } finally {
    session.end();
  }
}

function tell(error: unknown, session: Session): number {
  return error instanceof UserError ? tellUserError(error, session) : tellBug(error, session);
}

/** How to speak before the arguments are understood: an error in them is told in the language they ask for. */
function mannerOf(args: readonly string[]): Manner {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const has = (...names: string[]): boolean => names.some((name) => options.includes(name));
  const at = options.indexOf('--lang');
  const typed = at < 0 ? options.find((one) => one.startsWith('--lang='))?.slice('--lang='.length) : options[at + 1];
  return {
    // The first of several, as in `fa,en`.
    lang: LANGS.find((lang) => lang === typed?.split(',', 1)[0]) ?? DEFAULT_LANG,
    quiet: has('--quiet', '-q'),
    verbose: has('--verbose', '-v'),
    noColor: has('--no-color'),
    noProgress: has('--no-progress'),
  };
}

const DEFAULT_LANG: Lang = 'en';

function mannerOfValues(values: OptionValues): Manner {
  return {
    lang: firstLang(values.lang) ?? DEFAULT_LANG,
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
    noColor: values['no-color'] ?? false,
    noProgress: values['no-progress'] ?? false,
  };
}

function thisMachine(): Machine {
  return {
    // Not process.stdin: to touch it is to open it, and what it reads from may not be ours.
    stdin: { isTTY: isatty(0) },
    stdout: isClosedOutput() ? closedOutput() : process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: workingFolder() ?? '/',
    now: Date.now,
  };
}

/** Null where the folder was removed while a shell stood in it: every relative name would mean nothing. */
function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}
