import type { FindingLog } from './findings.js';
import { lineBreaks, nextLineBreak } from './line-breaks.js';
import { type CellEnd, cellStart, findCellEnd, literalEnd, type QuoteContext } from './quoted-cell.js';
import type { ReadFinding } from './raw-table.js';
import { completesRecords, countDelimiters, RecordShape, shapeOfLines } from './swallowed.js';

/** Whole records as RFC 4180 wants them: LF between records, none at the end, every quoted cell well formed. */
export interface Block {
  readonly text: string;
  readonly records: number;
  /** Pairs: index of a record in the block that spans lines, and how many line ends are inside it. */
  readonly tall: readonly number[];
}

export interface Mender {
  /** Takes the next piece of the file, returns the records that it completes. Pieces may be cut anywhere. */
  feed(piece: string, last: boolean): Block | null;
}

/**
 * A cell may span pieces, so a quote that is never closed would hold back the rest of the file; past this many
 * characters its cell is taken literally. Notes of a CRM end at some thousand characters; an Excel cell at 32,767.
 */
export const LONGEST_RECORD = 64_000_000;
const LONG_RECORD = 256_000;
/**
 * Makes any CSV text well formed before papaparse sees it, which takes one `newline` for the whole file and reads past
 * a malformed quoted cell to the end of the input. Text between quotes is searched natively, and a piece in which
 * nothing is wrong is passed on as it came. What had to be mended is logged with its row, counted from 1, and line.
 *
 * @param tooLong called when a record has no end within `LONGEST_RECORD` characters; must throw
 * @param padded a space stands behind every delimiter: the one in front of a quote is kept, behind it
 */
export function createMender(
  delimiter: string,
  firstLine: number,
  log: FindingLog,
  tooLong: () => never,
  padded = false,
): Mender {
  let pieces: string[] = [];
  let length = 0;
  let needsQuote = false;
  let enough = 0;
  let row = 1;
  let line = firstLine;
  const shape = new RecordShape();

  return {
    feed(piece, last) {
      pieces.push(piece);
      length += piece.length;
      const giveUp = length > LONGEST_RECORD;
      if (!last && !giveUp && (length < enough || (needsQuote && !piece.includes('"')))) return null;
      const whole = pieces.length === 1 ? piece : pieces.join('');
      // A CR at the very end may be the first half of a CRLF: it waits for the next piece.
      const text = !last && whole.endsWith('\r') ? whole.slice(0, -1) : whole;
      const found = scan({ text, delimiter, last, giveUp }, padded, shape);
      for (const problem of found.problems) {
        const place = `line ${line + problem.line}`;
        for (let time = 0; time < problem.times; time++)
          log.add(problem.code, row + problem.record, place, line + problem.line);
      }
      row += found.records;
      line += found.lines;
      const rest = whole.slice(found.consumed);
      if (giveUp && rest.length > LONGEST_RECORD) tooLong();
      pieces = rest === '' ? [] : [rest];
      length = rest.length;
      needsQuote = found.needsQuote;
      // A record that goes on is looked at again from its beginning: so not before it is twice as long.
      enough = rest.length > LONG_RECORD ? 2 * rest.length : 0;
      return found.records === 0 ? null : { text: found.mended, records: found.records, tall: found.tall };
    },
  };
}

interface Rewrite {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Problem {
  readonly code: ReadFinding['code'];
  readonly record: number;
  readonly line: number;
  /** On that line, in a row. */
  times: number;
}

interface Scan {
  readonly mended: string;
  readonly consumed: number;
  readonly records: number;
  /** Line ends passed in whole records. */
  readonly lines: number;
  readonly tall: number[];
  readonly problems: readonly Problem[];
  readonly needsQuote: boolean;
}

function scan(piece: Omit<QuoteContext, 'lineEnd'>, padded: boolean, shape: RecordShape): Scan {
  const { text, last, delimiter } = piece;
  const breaks = lineBreaks(text);
  const rewrites: Rewrite[] = [];
  const problems: Problem[] = [];
  const tall: number[] = [];
  let at = 0;
  let recordStart = 0;
  let records = 0;
  let lines = 0;
  let linesInRecord = 0;
  /** Delimiters of the current record up to the last quote that was looked at. */
  let cellsBefore = 0;
  let needsQuote = false;
  const report = (code: ReadFinding['code']): void => {
    const line = lines + linesInRecord;
    const before = problems.at(-1);
    if (before?.code === code && before.record === records && before.line === line) before.times++;
    else problems.push({ code, record: records, line, times: 1 });
  };

  for (;;) {
    const quote = text.indexOf('"', at);
    const until = quote < 0 ? text.length : quote;
    const regionStart = at;
    let counted = at;
    while (breaks.next < until) {
      if (shape.wanted()) {
        const cells = cellsBefore + countDelimiters(text.slice(counted, breaks.next), delimiter) + 1;
        shape.add(cells, text.slice(recordStart, breaks.next), delimiter);
      }
      cellsBefore = 0;
      recordStart = breaks.pass();
      counted = recordStart;
      if (linesInRecord > 0) tall.push(records, linesInRecord);
      lines += linesInRecord + 1;
      linesInRecord = 0;
      records++;
    }
    if (quote >= 0) cellsBefore += countDelimiters(text.slice(counted, quote), delimiter);
    if (recordStart > regionStart) rewriteLineEnds(text, regionStart, recordStart, rewrites);
    if (quote < 0) break;
    const context: QuoteContext = { ...piece, lineEnd: breaks.next };
    const start = cellStart(context, quote, recordStart, Math.max(regionStart, recordStart));
    if (start < 0) {
      report('stray_quote');
      at = quote + 1;
      continue;
    }
    let cell: CellEnd = findCellEnd(context, quote);
    if (cell.kind === 'closed' && breaks.next < cell.quote) {
      const inner = text.slice(quote + 1, cell.quote);
      const lines = shapeOfLines(inner, delimiter);
      if (lines !== null && lines.width === shape.usual()) {
        const behind = cellsBehind(piece, cell.end);
        if (behind === null) break;
        const broken = cellsBefore + 1 + behind !== lines.width || shape.isLike(inner, delimiter);
        if (behind !== MORE_LINES && completesRecords(lines, cellsBefore, behind) && broken) {
          cell = literalEnd(context, quote);
        }
      }
    }
    if (cell.kind === 'unknown') {
      needsQuote = cell.needsQuote;
      break;
    }
    if (cell.kind === 'literal') {
      const literal = text.slice(start, cell.end);
      report(literal.indexOf('"') === literal.lastIndexOf('"') ? 'unterminated_quote' : 'stray_quote');
      rewrites.push({ from: start, to: cell.end, text: quoted(literal) });
    } else {
      const pad = padded && start < quote && start > recordStart ? ' ' : '';
      if (cell.strayQuotes) {
        report('stray_quote');
        const inner = text.slice(quote + 1, cell.quote).replaceAll('""', '"');
        rewrites.push({ from: start, to: cell.end, text: quoted(pad + inner) });
      } else if (start < quote || cell.end > cell.quote + 1) {
        rewrites.push({ from: start, to: cell.end, text: `"${pad}${text.slice(quote + 1, cell.quote + 1)}` });
      }
      while (breaks.next < cell.quote) {
        breaks.pass();
        linesInRecord++;
      }
    }
    at = cell.end;
  }

  const unended = last && recordStart < text.length;
  if (unended) {
    if (linesInRecord > 0) tall.push(records, linesInRecord);
    lines += linesInRecord;
    records++;
  }
  const consumed = unended ? text.length : recordStart;
  const mended = apply(text, consumed, rewrites);
  return {
    // The line end of the last record is dropped: papaparse would see an empty record behind it.
    mended: unended || records === 0 ? mended : mended.slice(0, -1),
    consumed,
    records,
    lines,
    tall,
    problems: problems.filter((problem) => problem.record < records),
    needsQuote,
  };
}

function rewriteLineEnds(text: string, from: number, to: number, rewrites: Rewrite[]): void {
  const region = text.slice(from, to);
  if (region.includes('\r')) rewrites.push({ from, to, text: region.replace(/\r\n?/g, '\n') });
}

function apply(text: string, end: number, rewrites: readonly Rewrite[]): string {
  if (rewrites.length === 0) return text.slice(0, end);
  const parts: string[] = [];
  let at = 0;
  for (const rewrite of rewrites) {
    if (rewrite.to > end) break;
    parts.push(text.slice(at, rewrite.from), rewrite.text);
    at = rewrite.to;
  }
  parts.push(text.slice(at, end));
  return parts.join('');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Another cell of the record has line ends too. */
const MORE_LINES = -1;
const QUOTED = /"[^"]*(?:""[^"]*)*"/g;

/** How many cells stand between the end of a cell and the end of its record; null when the text ends before it does. */
function cellsBehind({ text, delimiter, last }: Pick<QuoteContext, 'text' | 'delimiter' | 'last'>, end: number) {
  const lineEnd = nextLineBreak(text, end);
  if (lineEnd === Number.POSITIVE_INFINITY && !last) return null;
  const line = text.slice(end, Math.min(lineEnd, text.length)).replace(QUOTED, '');
  return line.includes('"') ? MORE_LINES : countDelimiters(line, delimiter);
}
