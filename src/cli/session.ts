import type { Writable } from 'node:stream';
import { describeError } from '../errors/describe.js';
import { printable } from '../errors/printable.js';
import type { UserError } from '../errors/user-error.js';
import { withoutCommands } from '../format/sanitize.js';
import { localDigits } from '../locale/digits.js';
import { directedLine } from '../locale/direction.js';
import type { Lang, Phrase, Text } from '../locale/text.js';
import { NO_PROGRESS, type Progress, startProgress } from './progress.js';
import { canRedraw, type Environment, type Terminal, wantsColor, widthOf } from './terminal.js';

/** What a process has, as far as the command line uses it. */
export interface Machine {
  readonly stdin: Terminal;
  readonly stdout: Writable & Terminal;
  readonly stderr: Writable & Terminal;
  readonly env: Environment & { readonly HOME?: string | undefined; readonly USERPROFILE?: string | undefined };
  readonly cwd: string;
  /** Who wants to know how far the reading is, in place of a line on the terminal. */
  readonly progress?: Progress;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How loud and how coloured a run is. */
export interface Manner {
  readonly lang: Lang;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly noColor: boolean;
  readonly noProgress: boolean;
}

/** One run: the machine, and how to speak on it. The language may be set again once the config was read. */
export interface Session {
  readonly machine: Machine;
  readonly manner: Manner;
  readonly lang: () => Lang;
  readonly speak: (lang: Lang) => void;
  /** A line on standard error, unless --quiet. */
  readonly note: (line: Text) => void;
  /** A warning on standard error, unless --quiet. */
  readonly warn: (sentence: string) => void;
  /** A line on standard error, with --verbose only. */
  readonly detail: (line: Text) => void;
  /** Does a part of the work; with --verbose, a line on standard error says what was done and how long it took. */
  readonly step: <T>(what: Text, work: () => T | Promise<T>) => Promise<T>;
  readonly progress: () => Progress;
  /** Has something done when the command has ended, however it did. */
  readonly atEnd: (work: () => void) => void;
  /** Does what was to be done then, once. */
  readonly end: () => void;
}

const WARNING: Text = { en: 'warning:', fa: 'هشدار:' };
const ERROR: Text = { en: 'error:', fa: 'خطا:' };
const HINT: Text = { en: 'hint:', fa: 'راهنما:' };
const BUG: Phrase<string> = {
  en: (what) =>
    `this is a bug in kpi: ${what}.\nNothing you did should cause this. Please report it with the command you ran` +
    ' (run again with --verbose for details), without any customer data.',
  fa: (what) =>
    `این اشکالی در خود kpi است: ${what}.\nلطفاً آن را با فرمانی که اجرا کردید (با --verbose برای جزئیات) و بدون داده‌ی مشتریان گزارش کنید.`,
};

export function openSession(machine: Machine, manner: Manner): Session {
  const { stderr, env } = machine;
  const spoken = { lang: manner.lang };
  const ending: (() => void)[] = [];
  const paint = painter(wantsColor(stderr, env, manner.noColor));
  const line = (text: string): void => {
    // Build servers look for commands in standard error too.
    stderr.write(`${withoutCommands(text)}\n`);
  };
  const say = (text: string): string => directed(text, spoken.lang);
  return {
    machine,
    manner,
    lang: () => spoken.lang,
    speak: (lang) => {
      spoken.lang = lang;
    },
    note: (text) => {
      if (!manner.quiet) line(say(text[spoken.lang]));
    },
    warn: (sentence) => {
      const text = printable(sentence, sentence.length);
      if (!manner.quiet) line(labelled(WARNING[spoken.lang], text, spoken.lang, (label) => paint('yellow', label)));
    },
    detail: (text) => {
      if (manner.verbose && !manner.quiet) line(say(text[spoken.lang]));
    },
    step: async (what, work) => {
      const start = machine.now();
      const done = await work();
      if (manner.verbose && !manner.quiet)
        line(say(`${what[spoken.lang]} (${seconds(machine.now() - start, spoken.lang)})`));
      return done;
    },
    progress: () => {
      if (machine.progress !== undefined) return machine.progress;
      if (manner.quiet || manner.noProgress || !canRedraw(stderr, env)) return NO_PROGRESS;
      return startProgress({
        lang: spoken.lang,
        width: widthOf(stderr, env),
        now: machine.now,
        write: (text) => {
          stderr.write(text);
        },
      });
    },
    atEnd: (work) => {
      ending.push(work);
    },
    end: () => {
      for (const work of ending.splice(0)) work();
    },
  };
}

/** Lines as they are shown: in Persian, Latin and numbers have a direction of their own. */
function directed(text: string, lang: Lang): string {
  return lang === 'fa' ? text.split('\n').map(directedLine).join('\n') : text;
}

/** A message behind its label, which is painted. */
function labelled(label: string, text: string, lang: Lang, paint: (label: string) => string): string {
  return directed(`${label} ${text}`, lang).replace(label, () => paint(label));
}

function seconds(milliseconds: number, lang: Lang): string {
  const count = localDigits((milliseconds / 1000).toFixed(2), lang).replace('.', lang === 'fa' ? '٫' : '.');
  return lang === 'fa' ? `${count} ثانیه` : `${count} s`;
}

/** Tells a user's error and gives its exit code. */
export function tellUserError(error: UserError, { machine, manner, lang }: Session): number {
  const { exit, message, hint } = describeError(error, lang());
  const paint = painter(wantsColor(machine.stderr, machine.env, manner.noColor));
  const told = [
    labelled(ERROR[lang()], message, lang(), (label) => paint('red', label)),
    labelled(HINT[lang()], hint, lang(), (label) => paint('cyan', label)),
  ];
  if (manner.verbose && error.cause instanceof Error) told.push(printable(`(${error.cause.message})`));
  machine.stderr.write(`${withoutCommands(told.join('\n'))}\n`);
  return exit;
}

/**
 * Tells a bug of ours: which, and where in our files. Its message, which might repeat a cell of somebody's data, and
 * the stack are shown with --verbose only.
 */
export function tellBug(error: unknown, { machine, manner, lang }: Session): 70 {
  const paint = painter(wantsColor(machine.stderr, machine.env, manner.noColor));
  const stack = error instanceof Error ? (error.stack ?? '') : String(error);
  const frame = /^ +at .*?([^/\\]+\/[^/\\]+:\d+:\d+)\)?$/m.exec(stack)?.[1];
  const what = `${error instanceof Error ? error.name : typeof error}${frame === undefined ? '' : ` (${frame})`}`;
  const told = [labelled(ERROR[lang()], BUG[lang()](printable(what)), lang(), (label) => paint('red', label))];
  if (manner.verbose) told.push(...stack.split('\n').map((one) => printable(one)));
  machine.stderr.write(`${withoutCommands(told.join('\n'))}\n`);
  return 70;
}

const SGR = { red: 31, yellow: 33, cyan: 36 } as const;

function painter(color: boolean): (hue: keyof typeof SGR, text: string) => string {
  return (hue, text) => (color ? `\u001b[${SGR[hue]}m${text}\u001b[39m` : text);
}
