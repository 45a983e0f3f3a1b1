/**
 * Text from files made harmless, one function per sink. Sources: CWE-150 (terminal escape sequences), Unicode TR 36
 * (bidirectional spoofing), the GitHub Actions runner's command syntax, GitHub-flavoured Markdown 0.29.
 */
import { onDemand } from '../locale/on-demand.js';

/** Longer texts are cut before anything else, so that one huge cell costs no time. */
const LONGEST = 2_000;
/** Marks on one letter: Persian and Vietnamese use two, Tibetan four; more is an attack on the lines above and below. */
const STACKED = onDemand(() => /((?:\p{M}|\u200c|\u200d){4})(?:\p{M}|\u200c|\u200d)+/gu);

const SPACES = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;
/**
 * Control characters, lone surrogates, interlinear marks, and everything without a picture of its own (bidirectional
 * controls, zero-width spaces, fillers, tags), except what spelling needs: the two joiners and variation selectors.
 */
const UNSEEN = onDemand(
  () => /[\p{Cc}\p{Cs}\ufff9-\ufffb]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu,
);
const LOOSE_JOINERS = onDemand(() => /(?<=^| )(?:\u200c|\u200d)+|(?<!\u200c|\u200d)(?:\u200c|\u200d)+(?=$| )/g);
/** Nothing of it is invisible, nor a mark. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** One line, nothing invisible, bounded marks. What every sink starts from. */
function oneLine(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  if (PRINTABLE_ASCII.test(cut)) return cut.replace(/ {2,}/g, ' ').trim();
  return cut
    .replace(SPACES, ' ')
    .replace(UNSEEN(), '')
    .replace(STACKED(), '$1')
    .replace(LOOSE_JOINERS(), '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** One line of text without anything invisible: for a language of its own, whose signs the caller replaces. */
export function plainLine(text: string): string {
  return oneLine(text);
}

/** For a terminal or a log: no control characters but what we write, no bidirectional controls, no commands. */
export function terminalText(text: string): string {
  return withoutCommands(oneLine(text));
}

/**
 * Takes `::` and `##[` apart: a build server reads lines of its log that begin with `::`, and `##[` anywhere, as
 * commands. For whole lines, since two harmless pieces may make one.
 */
export function withoutCommands(text: string): string {
  return text.replace(/:(?=:)/g, ': ').replaceAll('##[', '## [');
}

/** A file name or id as a shell takes it: in single quotes unless it is plain, and never mistaken for an option. */
export function shellWord(text: string): string {
  return quotedWord(text.startsWith('-') && text !== '-' ? `./${text}` : text);
}

/** The same of an argument that may be an option. */
export function quotedWord(word: string): string {
  return /^[\p{L}\p{N}_./@%+=:,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * For JSON text: the same document, with control and invisible direction characters escaped (JSON.stringify leaves
 * U+007F to U+009F and U+202E as they are) and lone surrogates, which many readers refuse, as U+FFFD.
 */
export function jsonText(json: string): string {
  const text = json
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)
    .replaceAll('##[', '##\\u005b');
  // Most of a document of forty megabytes has no backslash, which is seen much faster than that it has no half of a letter.
  if (!text.includes('\\')) return text;
  return text.replace(/\\(\\|u[dD][89a-fA-F][0-9a-fA-F]{2})/g, (whole, what: string) =>
    what === '\\' ? whole : '\\ufffd',
  );
}

/**
 * For XML, inside elements and attributes alike: no markup, and nothing that XML 1.0 cannot hold. Line breaks are the
 * caller's.
 */
export function xmlText(text: string): string {
  return terminalText(text)
    .replace(/[\ufffe\uffff]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[&<>"']/g, reference);
}

/** For a spreadsheet: one line, and an apostrophe before what would be a formula (OWASP, "CSV Injection"). */
export function spreadsheetText(text: string): string {
  const line = oneLine(text).replaceAll('##[', '## [');
  return FORMULA.test(line) && !PLAIN_NUMBER.test(line) ? `'${line}` : line;
}

/** The same for a cell that is handed on as it stands: nothing but the apostrophe is added, no white space is changed. */
export function spreadsheetCell(text: string): string {
  const start = text.trimStart();
  return (FORMULA.test(start) && !PLAIN_NUMBER.test(text)) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Wide forms too: some spreadsheets take them for the narrow ones. */
const FORMULA = /^[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)*%?$/;

/** For the text of a workflow command, line breaks kept: the escapes of the GitHub Actions toolkit. */
export function commandText(text: string): string {
  return text
    .split('\n')
    .map((line) => withoutCommands(oneLine(line)).replaceAll('%', '%25'))
    .join('%0A');
}

/** For a property of a workflow command, such as a file's name. */
export function commandProperty(text: string): string {
  return oneLine(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C').replaceAll('##[', '## [');
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
