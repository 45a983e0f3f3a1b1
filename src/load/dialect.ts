import { trailing } from '../locale/edges.js';
import { joiningSpaces, mayBeAligned, withSingleSpaces } from './aligned.js';
import { looksLikeData } from './cell-look.js';
import { createRecordReader, type RecordOptions, type RowVisitor, readRecords } from './csv-reference.js';
import { detectDelimiter } from './delimiter.js';
import { createFindingLog, type FindingLog } from './findings.js';

/** How a delimited text is written. */
export interface Dialect {
  /** What stands between cells; with `padded`, a space follows it and is no part of the cell. */
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly padded: boolean;
  /** A backslash stands before a quote that is text; otherwise it is doubled. */
  readonly backslash: boolean;
  /** Columns stand below each other: any number of spaces is one delimiter. */
  readonly aligned: boolean;
}

/** The dialect of nearly every export, which faster readers may handle: double quotes, nothing but the delimiter. */
export function isPlain({ quote, padded, backslash, aligned }: Dialect): boolean {
  return quote === '"' && !padded && !backslash && !aligned;
}

/** What separates the cells, as a person would write it: `, ` where a space belongs to it. */
export function delimiterText({ delimiter, padded }: Dialect): string {
  return padded ? `${delimiter} ` : delimiter;
}

/** Cells in single quotes are believed from this many on: one may be an apostrophe at both ends by accident. */
const FEWEST_QUOTED = 2;
/** Share of cells, of those in single quotes, that may begin with an apostrophe: 'tis. */
const UNMATCHED = 0.1;
/** Share of delimiters that a space must follow for it to belong to them. */
const PADDED = 0.95;
/** Records of the same width, of all records, for spaces to separate them. */
const SPACED = 0.95;
/** A table that spaces separate has at least this many columns and records: names have two words too. */
const FEWEST_SPACED = 3;
const RECORDS = 50;

/**
 * The dialect under which the beginning of a text reads best. Single quotes, a space as the delimiter and a space
 * behind the delimiter are rare, so each needs evidence in nearly every record.
 *
 * @param whole the text is the whole file
 * @param named the delimiter that the user or the file named
 */
export function detectDialect(text: string, whole: boolean, named?: string): Dialect {
  const quote = quotedSingly(text) ? "'" : '"';
  const swapped = quote === "'" ? swapQuotes(text) : text;
  const backslash = escapesQuotes(swapped, named, whole);
  const seen = backslash ? withoutBackslashes(swapped) : swapped;
  if (named !== undefined) {
    const delimiter = named.length > 1 ? named.trimEnd() : named;
    const aligned = delimiter === ' ' && !separatedBySpaces(seen, ',', whole) && isAligned(seen, ',', whole);
    return { delimiter, quote, backslash, padded: named.length > 1 || isPadded(seen, delimiter), aligned };
  }
  const best = detectDelimiter(seen, whole);
  const spaced = separatedBySpaces(seen, best, whole);
  const aligned = !spaced && isAligned(seen, best, whole);
  const delimiter = spaced || aligned ? ' ' : best;
  return { delimiter, quote, backslash, padded: isPadded(seen, delimiter), aligned };
}

/** Reads a text stream as its dialect says; otherwise as {@link readRecords}. */
export async function readDialect(
  texts: AsyncIterable<string>,
  { delimiter, quote, padded, backslash, aligned }: Dialect,
  options: Omit<RecordOptions, 'delimiter' | 'padded'>,
  log: FindingLog,
  visit: RowVisitor,
): Promise<void> {
  if (aligned) return readRecords(joiningSpaces(texts), { ...options, delimiter }, log, visit);
  const doubled = backslash ? doublingQuotes(texts) : texts;
  if (quote === '"') return readRecords(doubled, { ...options, delimiter, padded }, log, visit);
  // Single quotes are read as double ones and the other way round; an apostrophe inside a cell is no stray quote.
  const swapped = async function* () {
    for await (const text of doubled) yield swapQuotes(text);
  };
  const quiet: FindingLog = {
    ...log,
    add: (code, row, detail, line) => {
      if (code !== 'stray_quote') log.add(code, row, detail, line);
    },
  };
  return readRecords(swapped(), { ...options, delimiter, padded }, quiet, (cells, row, line) =>
    visit(cells.map(swapQuotes), row, line),
  );
}

function swapQuotes(text: string): string {
  return text.replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"'));
}

/** Writes quotes that a backslash stands before as RFC 4180 does, doubled; a doubled backslash is one. */
function withoutBackslashes(text: string): string {
  return text.replace(/\\(["'\\])/g, (_, escaped: string) => (escaped === '\\' ? escaped : escaped + escaped));
}

/** The same for a stream: a piece that ends in backslashes waits for the next. */
async function* doublingQuotes(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const text of texts) {
    const whole = rest + text;
    const end = whole.length - trailing(whole, '\\');
    rest = whole.slice(end);
    yield withoutBackslashes(whole.slice(0, end));
  }
  if (rest !== '') yield withoutBackslashes(rest);
}

/** Whether backslashes stand before quotes that are text: without them no quote is out of place, with them some are. */
function escapesQuotes(text: string, named: string | undefined, whole: boolean): boolean {
  if (!text.includes('\\"')) return false;
  const mended = withoutBackslashes(text);
  const delimiter = named ?? detectDelimiter(mended, whole);
  return strayQuotes(text, delimiter, whole) > 0 && strayQuotes(mended, delimiter, whole) === 0;
}

function strayQuotes(text: string, delimiter: string, whole: boolean): number {
  const log = createFindingLog();
  createRecordReader({ delimiter, tooLong }, log, () => true)(text, whole);
  return log.list().reduce((sum, { code, count }) => (code.endsWith('_quote') ? sum + count : sum), 0);
}

/** A cell between quotes, single (1) or double, or a single quote (2) that opens a cell and closes none. */
const QUOTED_CELL =
  /(?:^|[,;\t|\r\n]) ?(?:('[^']*(?:''[^']*)*'(?= ?(?:[,;\t|\r\n]|$)))|"[^"]*(?:""[^"]*)*"(?= ?(?:[,;\t|\r\n]|$))|('))/g;

/** Whether cells stand between single quotes: what one opens, one closes. `'-500` and `rock 'n' roll` are no such cells. */
function quotedSingly(text: string): boolean {
  let single = 0;
  let other = 0;
  for (const [, closed, open] of text.matchAll(QUOTED_CELL)) {
    if (closed !== undefined) single++;
    else if (open !== undefined) other++;
    else return false;
  }
  return single >= FEWEST_QUOTED && other <= UNMATCHED * single;
}

function isPadded(text: string, delimiter: string): boolean {
  if (delimiter === ' ' || delimiter === '\t') return false;
  const bare = text.replace(/"[^"]*(?:""[^"]*)*"/g, '"');
  let padded = 0;
  let close = 0;
  for (let at = bare.indexOf(delimiter); at >= 0; at = bare.indexOf(delimiter, at + 1)) {
    const next = bare[at + 1];
    if (next === ' ') padded++;
    // An empty last cell, and the end of the piece, say nothing.
    else if (next !== undefined && next !== '\r' && next !== '\n') close++;
  }
  return padded >= FEWEST_QUOTED && padded >= PADDED * (padded + close);
}

/** Whether spaces separate the cells: nearly all records agree, hold data below words, and do not agree otherwise. */
function separatedBySpaces(text: string, other: string, whole: boolean): boolean {
  const spaced = beginning(text, ' ', whole);
  const width = spaced[0]?.length ?? 0;
  if (spaced.length < FEWEST_SPACED || width < FEWEST_SPACED) return false;
  const same = (records: readonly (readonly string[])[], cells: number): number =>
    records.filter((record) => record.length === cells).length;
  if (same(spaced, width) < SPACED * spaced.length) return false;
  const records = beginning(text, other, whole);
  const otherWidth = records[0]?.length ?? 0;
  if (otherWidth > 1 && same(records, otherWidth) >= SPACED * records.length) return false;
  const [header = [], ...body] = spaced;
  const named = header.every((cell) => cell !== '' && !looksLikeData(cell));
  const typed = header.some(
    (_, column) => body.filter((cells) => looksLikeData(cells[column] ?? '')).length === body.length,
  );
  return typed && (named || header.some(looksLikeData));
}

/** Whether spaces that align columns separate the cells. */
function isAligned(text: string, other: string, whole: boolean): boolean {
  return mayBeAligned(text) && separatedBySpaces(withSingleSpaces(text), other, whole);
}

/** Characters read at once: mostly, these are enough records. */
const SLICE = 16 * 1024;

/** The first records that are not blank, of those whose end is in the text. */
function beginning(text: string, delimiter: string, whole: boolean): string[][] {
  const records: string[][] = [];
  const read = createRecordReader({ delimiter, tooLong }, createFindingLog(), (cells) => {
    if (cells.some((cell) => cell.trim() !== '')) records.push([...cells]);
    return records.length < RECORDS;
  });
  for (let at = 0; at < text.length; at += SLICE) {
    if (!read(text.slice(at, at + SLICE), whole && at + SLICE >= text.length)) break;
  }
  return records;
}

function tooLong(): never {
  throw new Error('the beginning of a file is shorter than the longest record');
}
