import type { RowVisitor } from './csv-reference.js';
import { Declined } from './declined.js';
import type { FindingLog } from './findings.js';
import { WIDEST } from './sheet-rows.js';
import { isoDateText, type WrittenCell, writtenCell } from './xlsx-cell.js';
import { booleanText, type CellTexts, commonCell, NOT_COMMON } from './xlsx-common-cell.js';
import { STOP } from './xlsx-part.js';
import { SheetRows } from './xlsx-rows.js';
import { assertUtf8, tagEnd, XmlTokens } from './xml-tokens.js';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const COLON = 0x3a;
const C = 0x63;
const R = 0x72;
const O = 0x6f;
const W = 0x77;

/** Where the scanner is: before `sheetData`, in it, behind it. */
const BEFORE = 0;
const INSIDE = 1;
const BEHIND = 2;

/** The bytes end before the tag or the cell does. */
const UNFINISHED = -1;

export interface SheetReading extends CellTexts {
  readonly visit: RowVisitor;
  readonly log: FindingLog;
  /** Cells from this column on are only looked at for content. */
  readonly width: number;
}

/**
 * Reads the rows of a sheet from the bytes of its XML, in pieces cut anywhere. Cells of the common forms take a fast
 * path; at anything unexpected a cell is read again by the slow one, which knows all that ECMA-376 part 1, 18.3.1.4
 * allows. What neither understands is declined. Logs cell_error and formula_without_value.
 */
export class SheetScanner {
  readonly #reading: SheetReading;
  readonly #rows: SheetRows;
  readonly #pauses: boolean;
  readonly #tokens = new XmlTokens();
  #phase = BEFORE;
  #started = false;
  /** Bytes of the prefix of tags, with its colon: 2 in `<x:c>`. */
  #prefix = 0;

  /** @param pauses stops behind every row, whose rest of the bytes another reader may take */
  constructor(reading: SheetReading, pauses = false) {
    this.#reading = reading;
    this.#pauses = pauses;
    this.#rows = new SheetRows(reading.visit, reading.width);
  }

  /** All rows were read. */
  get isBehind(): boolean {
    return this.#phase === BEHIND;
  }

  /** It stopped behind a row. */
  get isBehindRow(): boolean {
    return this.#phase === INSIDE && this.#rows.ended;
  }

  /** Tags of this sheet have a prefix: `<x:c>`. */
  get hasPrefix(): boolean {
    return this.#prefix > 0;
  }

  /** The current row, and the last one that was given to the visitor. */
  get row(): number {
    return this.#rows.row;
  }
  get lastVisited(): number {
    return this.#rows.lastVisited;
  }

  /** Goes on behind rows that another reader read, see `SheetRows`. */
  resume(row: number, lastVisited: number, column: number): void {
    this.#rows.resume(row, lastVisited, column);
  }

  /** For `scanPieces`: takes what is whole, and returns how much that was. @throws Declined */
  scan(bytes: Buffer): number {
    if (this.#phase === BEHIND) return bytes.length;
    return this.#phase === INSIDE ? this.#sheetData(bytes, 0) : this.#head(bytes);
  }

  /** The part was read to its end. @throws Declined when the sheet was not */
  finish(): void {
    if (this.#phase !== BEHIND) throw new Declined('the sheet has no end');
  }

  #head(bytes: Buffer): number {
    const tokens = this.#tokens;
    let used = 0;
    tokens.reset(bytes, 0);
    while (tokens.advance()) {
      const { kind, name } = tokens;
      if (!this.#started) {
        if (kind === 'text') continue;
        assertUtf8(bytes);
        this.#started = true;
      }
      used = tokens.next;
      if (name === 'sheetData' && kind === 'open') {
        this.#phase = INSIDE;
        this.#prefix = tokens.from - name.length - 1 - bytes.lastIndexOf(LT, tokens.from - 1);
        return this.#sheetData(bytes, used);
      }
      if ((name === 'sheetData' && kind === 'empty') || (name === 'worksheet' && kind !== 'open')) {
        this.#phase = BEHIND;
        return bytes.length;
      }
    }
    return used;
  }

  #sheetData(bytes: Buffer, from: number): number {
    const rows = this.#rows;
    const prefix = this.#prefix;
    const length = bytes.length;
    let at = from;
    while (at < length) {
      if (bytes[at] !== LT) {
        at++;
        continue;
      }
      const name = at + 1 + prefix;
      const behind = bytes[name + 1];
      const cell = bytes[name] === C && (behind === SPACE || behind === GT || behind === SLASH);
      let next = NOT_COMMON;
      if (prefix === 0 || bytes[name - 1] === COLON) {
        if (!cell) next = this.#commonRow(bytes, at);
        else if (!rows.rowIsGuess) next = commonCell(bytes, at, prefix, rows, this.#reading);
      }
      if (next === NOT_COMMON) next = this.#anyTag(bytes, at);
      if (next === UNFINISHED) return at;
      if (rows.stopped) return STOP;
      if (this.#phase === BEHIND) return length;
      at = next;
      if (this.#pauses && rows.ended) return at;
    }
    return length;
  }

  /** `<row r="12" …>` and `</row>`, which are nearly all. */
  #commonRow(bytes: Buffer, at: number): number {
    const close = bytes[at + 1] === SLASH;
    const name = at + 1 + this.#prefix + (close ? 1 : 0);
    if (bytes[name] !== R || bytes[name + 1] !== O || bytes[name + 2] !== W) return NOT_COMMON;
    if (close) {
      if (bytes[name + 3] !== GT) return NOT_COMMON;
      this.#rows.end();
      return name + 4;
    }
    if (bytes[name + 3] !== SPACE || bytes[name + 4] !== R) return NOT_COMMON;
    if (bytes[name + 5] !== EQUALS || bytes[name + 6] !== QUOTE) return NOT_COMMON;
    let row = 0;
    let to = name + 7;
    for (; to < name + 14; to++) {
      const digit = (bytes[to] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      row = row * 10 + digit;
    }
    if (row === 0 || bytes[to] !== QUOTE) return NOT_COMMON;
    const end = tagEnd(bytes, to + 1);
    if (end < 0) return UNFINISHED;
    this.#rows.start(row);
    if (bytes[end - 1] === SLASH) this.#rows.end();
    return end + 1;
  }

  /** Whatever else stands between rows or cells. */
  #anyTag(bytes: Buffer, at: number): number {
    const tokens = this.#tokens;
    tokens.reset(bytes, at);
    if (!tokens.advance()) return UNFINISHED;
    const { kind, name } = tokens;
    if (name === 'c' && kind !== 'close') return this.#anyCell();
    if (name === 'row') {
      if (kind !== 'close') {
        const said = tokens.attribute('r');
        if (said !== null && !/^[1-9]\d{0,6}$/.test(said)) throw new Declined(`a row ${said}`);
        this.#rows.start(said === null ? null : Number(said));
      }
      if (kind !== 'open') this.#rows.end();
    } else if (name === 'sheetData' && kind === 'close') this.#phase = BEHIND;
    return tokens.next;
  }

  #anyCell(): number {
    const tokens = this.#tokens;
    const rows = this.#rows;
    const cell = writtenCell(tokens);
    if (cell === null) return UNFINISHED;
    if (rows.rowIsGuess && cell.row !== null) rows.renumber(cell.row);
    rows.rowIsGuess = false;
    if (cell.row !== null && cell.row !== rows.row) throw new Declined('a cell in the wrong row');
    rows.column = cell.column ?? rows.column + 1;
    if (rows.column >= WIDEST) throw new Declined('a column beyond the grid');
    if (!rows.ignores(rows.column)) rows.put(this.#anyText(cell));
    return tokens.next;
  }

  #anyText({ type, style, value, inline, formula }: WrittenCell): string {
    const { log, numbers, strings } = this.#reading;
    switch (type) {
      case '':
      case 'n': {
        if (value === null) break;
        const bytes = Buffer.from(value, 'latin1');
        return numbers.text(bytes, 0, bytes.length, style);
      }
      case 's':
        if (value === null) break;
        if (!/^\d+$/.test(value)) throw new Declined('a shared string without a number');
        return strings.text(Number(value));
      case 'str':
        return value ?? '';
      case 'inlineStr':
        return inline ?? value ?? '';
      case 'b':
        return booleanText(value ?? '');
      case 'd':
        if (value === null) break;
        return isoDateText(value.trim());
      case 'e':
        log.add('cell_error', this.#rows.row, value ?? '');
        return value ?? '';
      default:
        throw new Declined(`a cell of type ${type}`);
    }
    if (formula && this.#rows.column < this.#reading.width) log.add('formula_without_value', this.#rows.row);
    return '';
  }
}
