import type { RowVisitor } from './csv-reference.js';
import type { FindingLog } from './findings.js';
import { type OdsCellTag, odsCellTag, odsText, repeated } from './ods-cell.js';
import { WIDEST } from './sheet-rows.js';
import { STOP } from './xlsx-part.js';
import { SheetRows } from './xlsx-rows.js';
import { withoutEscapes } from './xml-text.js';
import { assertUtf8, XmlTokens } from './xml-tokens.js';

/** Rows of the largest grid there is. */
const MOST_ROWS = 1_048_576;
/** Cells that repetitions may stand for: a file of a few bytes can claim the whole grid. */
const MOST_REPEATED = 20_000_000;

export interface OdsReading {
  /** Which table of the document, from 0. */
  readonly table: number;
  readonly visit: RowVisitor;
  readonly log: FindingLog;
  /** Cells from this column on are only looked at for content. */
  readonly width: number;
  /** Called when repetitions stand for more cells than a table has; must throw. */
  readonly tooMany: () => never;
}

/** A cell with content, and the column it begins in. */
interface PlacedCell {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
}

/**
 * Reads the rows of one table from the bytes of an OpenDocument's `content.xml`, in pieces cut anywhere. Values are
 * taken from where the format keeps them, and the text beside them only where they are not. Notes and drawings in a
 * cell are none of its text. Logs cell_error and formula_without_value.
 */
export class OdsScanner {
  /** Names of the tables passed so far, in order. */
  readonly names: string[] = [];
  readonly #reading: OdsReading;
  readonly #rows: SheetRows;
  readonly #tokens = new XmlTokens();
  #path: string[] = [];
  #started = false;
  #inTable = false;
  /** The row that comes next, from 1, and how often it stands there. */
  #row = 1;
  #rowRepeats = 1;
  #column = 0;
  #filled: PlacedCell[] = [];
  #cell: OdsCellTag | null = null;
  /** Depth of the cell's own paragraphs. */
  #cellDepth = 0;
  #shown: string | null = null;
  #repeatedCells = 0;

  constructor(reading: OdsReading) {
    this.#reading = reading;
    this.#rows = new SheetRows(reading.visit, reading.width);
  }

  /** For `scanPieces`. @throws Declined */
  scan(bytes: Buffer): number {
    const tokens = this.#tokens;
    tokens.reset(bytes, 0);
    let used = 0;
    while (tokens.advance()) {
      used = tokens.next;
      const { kind, name } = tokens;
      if (kind === 'other') continue;
      if (kind === 'text' || kind === 'cdata') this.#text();
      else {
        if (!this.#started) {
          assertUtf8(bytes);
          this.#started = true;
        }
        if (kind === 'close') {
          this.#close(name);
          this.#path.pop();
        } else {
          this.#path.push(name);
          this.#open(name);
          if (kind === 'empty') {
            this.#close(name);
            this.#path.pop();
          }
        }
      }
      if (this.#rows.stopped) return STOP;
    }
    return used;
  }

  #open(name: string): void {
    const tokens = this.#tokens;
    const depth = this.#path.length;
    if (name === 'table' && this.#path[depth - 2] === 'spreadsheet') {
      this.names.push(withoutEscapes(tokens.attribute('name') ?? ''));
      this.#inTable = this.names.length - 1 === this.#reading.table;
      return;
    }
    if (!this.#inTable) return;
    if (this.#cell !== null) this.#openInCell(name, depth);
    else if (name === 'table-row') {
      this.#rowRepeats = repeated(tokens.attribute('number-rows-repeated'));
      this.#column = 0;
      this.#filled = [];
    } else if (name === 'table-cell') {
      this.#cell = odsCellTag(tokens);
      this.#cellDepth = depth + 1;
      this.#shown = null;
    } else if (name === 'covered-table-cell') this.#column += repeated(tokens.attribute('number-columns-repeated'));
  }

  #openInCell(name: string, depth: number): void {
    if (depth === this.#cellDepth && name === 'p') this.#shown = this.#shown === null ? '' : `${this.#shown}\n`;
    if (!this.#inParagraph()) return;
    if (name === 's') this.#shown += ' '.repeat(Math.min(repeated(this.#tokens.attribute('c')), WIDEST));
    else if (name === 'tab') this.#shown += '\t';
    else if (name === 'line-break') this.#shown += '\n';
  }

  /** Whether what stands here is in a paragraph of the cell itself, not of a note or a drawing in it. */
  #inParagraph(): boolean {
    if (this.#cell === null || this.#path[this.#cellDepth - 1] !== 'p') return false;
    for (let depth = this.#cellDepth; depth < this.#path.length; depth++) {
      if (/^(?:annotation|frame|custom-shape|note|ruby-text)$/.test(this.#path[depth] ?? '')) return false;
    }
    return true;
  }

  #text(): void {
    if (this.#cell === null || !this.#inParagraph()) return;
    const { kind, bytes, from, to } = this.#tokens;
    const raw = bytes.toString('utf8', from, to);
    // White space is written with elements: what stands in the text is the writer's layout.
    this.#shown += (kind === 'cdata' ? raw : withoutEscapes(raw)).replace(/[ \t\r\n]+/g, ' ');
  }

  #close(name: string): void {
    if (!this.#inTable) return;
    if (this.#cell !== null) {
      if (name === 'table-cell' && this.#path.length === this.#cellDepth - 1) this.#endCell(this.#cell);
    } else if (name === 'table-row') this.#endRow();
    else if (name === 'table' && this.#path.at(-2) === 'spreadsheet') this.#inTable = false;
  }

  #endCell(cell: OdsCellTag): void {
    const { log, width } = this.#reading;
    const column = this.#column;
    const text = odsText(cell, this.#shown);
    this.#cell = null;
    this.#column += cell.columns;
    if (cell.error) log.add('cell_error', this.#row, text);
    if (text === '' && cell.formula && cell.type === '' && column < width) log.add('formula_without_value', this.#row);
    if (text !== '') this.#filled.push({ column, columns: cell.columns, text });
  }

  #endRow(): void {
    const rows = this.#rows;
    const repeats = this.#rowRepeats;
    if (this.#filled.length > 0) {
      for (let again = 0; again < repeats && this.#row + again <= MOST_ROWS && !rows.stopped; again++) {
        rows.start(this.#row + again);
        for (const cell of this.#filled) this.#put(cell, again > 0);
        rows.end();
      }
    }
    this.#row += repeats;
  }

  #put({ column, columns, text }: PlacedCell, again: boolean): void {
    const rows = this.#rows;
    const end = Math.min(column + columns, WIDEST);
    this.#repeatedCells += end - column - (again ? 0 : 1);
    if (this.#repeatedCells > MOST_REPEATED) this.#reading.tooMany();
    for (let at = column; at < end && !rows.ignores(at); at++) {
      rows.column = at;
      rows.put(text);
    }
  }
}
