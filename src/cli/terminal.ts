/** Width of a terminal that does not say it, and of files and pipes, which are read in wider places. */
const DEFAULT_WIDTH = 80;
const FILE_WIDTH = 100;
/** Narrower than this nothing can be laid out; wider lines are hard to follow. */
const NARROWEST = 20;
const WIDEST = 1000;

/** The environment variables that are obeyed. */
export interface Environment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  readonly COLUMNS?: string | undefined;
  /** The locale of letters: the first of these that is not empty (POSIX, "Environment Variables"). */
  readonly LC_ALL?: string | undefined;
  readonly LC_CTYPE?: string | undefined;
  readonly LANG?: string | undefined;
  /** A file of GitHub Actions that every step may add Markdown to. */
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
}

/** The part of a stream that decides how to write to it. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Whether to colour what goes to a stream. The first that speaks decides: --no-color, NO_COLOR (any value but empty,
 * no-color.org), FORCE_COLOR (any value but empty, 0 and false), then whether the stream is a terminal that is not
 * `TERM=dumb`.
 */
export function wantsColor(stream: Terminal, env: Environment, noColor: boolean): boolean {
  if (noColor || isSet(env.NO_COLOR)) return false;
  const force = env.FORCE_COLOR;
  if (isSet(force)) return force !== '0' && force !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/**
 * Whether a stream goes to a terminal that shows ASCII only: a dumb one, or one whose locale is not UTF-8. Files and
 * pipes are the same in every locale.
 */
export function isAsciiOnly(stream: Terminal, env: Environment): boolean {
  if (stream.isTTY !== true) return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  return env.TERM === 'dumb' || (locale !== undefined && !/utf-?8/i.test(locale));
}

/** Columns to lay out for: COLUMNS, else the terminal's width or 80; 100 for files and pipes. */
export function widthOf(stream: Terminal, env: Environment): number {
  const asked = /^\d{1,4}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 0;
  const width = asked > 0 ? asked : stream.isTTY === true ? (stream.columns ?? 0) : 0;
  return width > 0 ? Math.min(WIDEST, Math.max(NARROWEST, width)) : stream.isTTY === true ? DEFAULT_WIDTH : FILE_WIDTH;
}

/** Whether a line on a stream may be erased and written again. */
export function canRedraw(stream: Terminal, env: Environment): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
