/**
 * Isolates for Persian lines (UAX #9): every Latin, number or date run that would otherwise be torn apart or change places
 * with its neighbours gets a direction of its own. Input is harmless text of one line; the marks take no column.
 */

export const LRI = '\u2066';
const RLI = '\u2067';
export const PDI = '\u2069';

/** Right-to-left letters with their marks: Hebrew to Arabic Extended, and the presentation forms. */
const RTL = /[\u0590-\u05ff\u0608\u060b\u060d\u0610-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Persian and Arabic-Indic digits. */
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/;
/** Letters of any other script, and Latin digits. */
const LATIN = /[\p{L}\p{M}0-9]/u;
const ASCII_MARK = /[!-/:-@[-`{-~]/;
/** Marks that belong to the word behind them: `--format`, `./deals.csv`, `$HOME`. */
const LEADING = /[-./\\$#@~_+%&*]/;
const TRAILING = /[%+*/]/;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const SIGNS = /[-+\u2212<>\u2264\u2265\u00b1\u2248]/;
const COMPARED = /[<>\u2264\u2265]/;
/** What stands within a number or a date. */
const WITHIN = /[\u066b\u066c/.,:-]/;
const PERCENT = /[\u066a%]/;

type Kind = 'rtl' | 'digit' | 'latin' | 'mark' | 'space' | 'other';

interface Run {
  readonly start: number;
  readonly end: number;
  /** Whether the text around it could change its order: a plain number or date it cannot. */
  readonly loose: boolean;
}

/** A line or cell of a Persian page in a terminal, whose lines run from left to right as a whole. */
export function directedLine(text: string): string {
  if (isForeign(text)) return text;
  const runs = runsOf(text);
  const [first, ...more] = runs;
  if (!RTL.test(text)) {
    // One run alone stands among cells that are isolated themselves.
    if (first === undefined || more.length === 0) return text;
  }
  return RLI + isolated(text, runs) + PDI;
}

/** A text within a page that is set from right to left as a whole. */
export function directedText(text: string): string {
  if (isForeign(text)) return LRI + text + PDI;
  return isolated(text, runsOf(text));
}

/**
 * The arrow between two names of the files that leads from the first to the second as both are shown: names of one
 * direction make a run of that direction, whatever the page; between others the page decides.
 */
export function arrowBetween(from: string, to: string, lang: 'en' | 'fa'): '→' | '←' {
  const [first, second] = [RTL.test(from), RTL.test(to)];
  return (first === second ? first : lang === 'fa') ? '←' : '→';
}

/** A text that is one thing, such as a command or a name from a file: its direction is its own. */
export function directedWhole(text: string, written: string = text): string {
  if (text === '') return written;
  if (RTL.test(text)) return `\u2068${written}${PDI}`;
  const [run] = runsOf(text);
  return run !== undefined && !run.loose && run.end - run.start === text.length ? written : LRI + written + PDI;
}

/**
 * A sentence or a formula of another script, as a whole: a letter of it, and none of ours, nor our digits. What begins
 * with a space or a comma goes on from a text of ours.
 */
function isForeign(text: string): boolean {
  if (RTL.test(text)) return false;
  return /^[A-Za-z]/.test(text) || (/^[\p{L}(√∑∏∫]/u.test(text) && /\p{L}/u.test(text) && !DIGIT.test(text));
}

function isolated(text: string, runs: readonly Run[]): string {
  let out = '';
  let done = 0;
  for (const { start, end, loose } of runs) {
    if (!loose) continue;
    out += text.slice(done, start) + LRI + text.slice(start, end) + PDI;
    done = end;
  }
  return out + text.slice(done);
}

/** The runs from left to right, in the order of the text. Every character is looked at a bounded number of times. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const run =
      kind === 'latin'
        ? latinRun(text, at, runs.at(-1)?.end ?? 0)
        : kind === 'digit'
          ? numberRun(text, at, runs.at(-1)?.end ?? 0)
          : null;
    if (run !== null) runs.push(run);
    at = run?.end ?? at + 1;
  }
  return runs;
}

function kindAt(text: string, at: number): Kind {
  const code = text.codePointAt(at);
  if (code === undefined) return 'other';
  const one = String.fromCodePoint(code);
  if (one === ' ' || one === '\u00a0') return 'space';
  if (DIGIT.test(one)) return 'digit';
  if (RTL.test(one)) return 'rtl';
  if (LATIN.test(one)) return 'latin';
  return ASCII_MARK.test(one) ? 'mark' : 'other';
}

function latinRun(text: string, from: number, least: number): Run {
  let start = from;
  while (start > least && LEADING.test(text.charAt(start - 1))) start--;
  let end = from;
  let at = from;
  const open: string[] = [];
  while (at < text.length) {
    const one = text.charAt(at);
    const kind = kindAt(text, at);
    if (kind === 'latin') {
      at += text.codePointAt(at) === undefined || (text.codePointAt(at) ?? 0) < 0x10000 ? 1 : 2;
      end = at;
      continue;
    }
    // `last-۷-days` is one word.
    if (kind === 'digit' && !/[\s\u00a0]/.test(text.slice(end, at))) {
      at = numberRun(text, at, at).end;
      end = at;
      continue;
    }
    // `p = ۰٫۰۱` is one thing.
    if (kind === 'digit' && /[=<>]/.test(lastMark(text, at, end))) {
      at = numberRun(text, at, at).end;
      end = at;
      continue;
    }
    if (kind === 'other' && at === end && kindAt(text, at + 1) === 'latin') {
      at++;
      continue;
    }
    if (kind !== 'mark' && kind !== 'space') break;
    if (Object.values(CLOSERS).includes(one)) open.push(one);
    if (')]}'.includes(one)) {
      // A bracket that was opened before the run closes behind it.
      if (open.at(-1) !== CLOSERS[one]) break;
      open.pop();
      end = at + 1;
    }
    at++;
  }
  while (TRAILING.test(text.charAt(end))) end++;
  // `«Acme Inc.»`: what stands before a closing quote belongs to what is quoted.
  if (/[.,:;!?]/.test(text.charAt(end)) && /[\u00bb"\u201d]/.test(text.charAt(end + 1))) end++;
  return { start, end, loose: true };
}

/** The last mark between the end of a run and a place behind it. */
function lastMark(text: string, at: number, end: number): string {
  return text.slice(end, at).trim().slice(-1);
}

function numberRun(text: string, from: number, least: number): Run {
  let start = from;
  if (start > least && SIGNS.test(text.charAt(start - 1))) start--;
  if (start > least + 1 && text.charAt(start - 1) === ' ' && COMPARED.test(text.charAt(start - 2))) start -= 2;
  let end = from;
  while (end < text.length) {
    if (DIGIT.test(text.charAt(end))) end++;
    else if (WITHIN.test(text.charAt(end)) && DIGIT.test(text.charAt(end + 1))) end++;
    else break;
  }
  const digits = end;
  if (PERCENT.test(text.charAt(end))) end++;
  const loose = start < from || end > digits || /-/.test(text.slice(from, digits));
  return { start, end, loose };
}
