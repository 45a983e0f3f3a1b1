import Papa from 'papaparse';
import type { FindingLog } from './findings.js';
import { createMender } from './mend.js';

/**
 * Receives every record of a file in order, blank ones included: its cells, its row (1 is the first record) and the
 * physical line it starts on. Returning false ends the reading.
 */
export type RowVisitor = (cells: readonly string[], row: number, line: number) => boolean;

export interface RecordOptions {
  readonly delimiter: string;
  /** Line of the first character; 2 when an instruction such as `sep=;` was taken off. Default 1. */
  readonly firstLine?: number;
  /** A space stands behind every delimiter and belongs to it. */
  readonly padded?: boolean;
  /** Called when a line has no end within the longest record that is read; must throw. */
  readonly tooLong: () => never;
}

/**
 * The reference reader: papaparse with arrays, no header, no typing, an explicit delimiter and LF. It is fed whole
 * records that `createMender` made well formed, so that pieces may be cut anywhere, line ends may be mixed, and a bad
 * quote costs one cell. Memory is bounded by the piece and the longest record, whatever the size of the file.
 *
 * NUL characters are taken out of cells. Logs stray_quote, unterminated_quote, nul_bytes and encoding_damage (a cell
 * with U+FFFD, which stands for bytes that were no character).
 */
export function createRecordReader(options: RecordOptions, log: FindingLog, visit: RowVisitor) {
  const firstLine = options.firstLine ?? 1;
  const mender = createMender(options.delimiter, firstLine, log, options.tooLong, options.padded);
  let row = 0;
  let line = firstLine;
  /** Takes the next piece; false when the visitor has seen enough. */
  return (piece: string, last: boolean): boolean => {
    const block = mender.feed(piece, last);
    if (block === null) return true;
    const hasNul = block.text.includes('\0');
    const hasDamage = block.text.includes('\ufffd');
    const records = parse(block.text, options.delimiter);
    if (records.length !== block.records) {
      throw new Error(`papaparse found ${records.length} records where ${block.records} are, near line ${line}`);
    }
    let nextTall = 0;
    for (let index = 0; index < records.length; index++) {
      let cells = records[index] ?? [];
      row++;
      if (hasDamage && cells.some((cell) => cell.includes('\ufffd'))) log.add('encoding_damage', row, '', line);
      if (hasNul && cells.some((cell) => cell.includes('\0'))) {
        log.add('nul_bytes', row, '', line);
        cells = cells.map((cell) => cell.replaceAll('\0', ''));
      }
      if (options.padded === true) cells = cells.map(withoutPad);
      if (!visit(cells, row, line)) return false;
      line++;
      if (block.tall[nextTall] === index) {
        line += block.tall[nextTall + 1] ?? 0;
        nextTall += 2;
      }
    }
    return true;
  };
}

/** Reads a text stream to its end, or until the visitor has seen enough. */
export async function readRecords(
  texts: AsyncIterable<string>,
  options: RecordOptions,
  log: FindingLog,
  visit: RowVisitor,
): Promise<void> {
  const read = createRecordReader(options, log, visit);
  for await (const text of texts) {
    if (!read(text, false)) return;
  }
  read('', true);
}

function withoutPad(cell: string, index: number): string {
  return index > 0 && cell.startsWith(' ') ? cell.slice(1) : cell;
}

function parse(text: string, delimiter: string): string[][] {
  // papaparse gives no record at all for an empty text, and takes a BOM off every text it is given.
  if (text === '') return [['']];
  return Papa.parse<string[]>(text.startsWith('\ufeff') ? `\ufeff${text}` : text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  }).data;
}
