import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';
import { cellText } from '../../src/model/text-column.js';
import { BOM, encoded } from '../support/encode.js';

/* Any table, written in any dialect that we say we read, is read back cell by cell, and every row is accounted for. */

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Style {
  readonly delimiter: string;
  readonly quoting: 'needed' | 'all' | 'single';
  /** A space stands behind every delimiter. */
  readonly padded: boolean;
  readonly lineEnd: string;
  readonly lastLineEnd: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256';
  readonly bom: boolean;
  readonly gzip: boolean;
  /** After which row a blank line stands; rows that the reader must leave out. */
  readonly blankAfter: number | null;
  readonly pieceSize: number;
}

const WESTERN = ['Hélène Lefèvre', 'Café “Müller”', 'Société Générale', 'Zoë', 'prix : 500 €', 'l’été'];
/** windows-1256 has no Persian ye. */
const PERSIAN = ['شرکت پارس', 'سارا احمدزاده', 'گروه فولاد', 'نرم‌افزار', 'قرارداد «خدمات»'];
const AWKWARD = [
  'a"b',
  '"',
  '""',
  'He said "hi, you"',
  'x,y',
  'x;y',
  'x\ty',
  'x|y',
  'one\ntwo',
  'one\r\ntwo',
  "O'Brien",
  '-',
  '=1+1',
];

const word = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,10}[A-Za-z]$/);
const textFor = (encoding: Style['encoding']): fc.Arbitrary<string> => {
  const awkward = fc.constantFrom(...AWKWARD);
  if (encoding === 'windows-1252') return fc.oneof(word, awkward, fc.constant(''), fc.constantFrom(...WESTERN));
  if (encoding === 'windows-1256') return fc.oneof(word, awkward, fc.constant(''), fc.constantFrom(...PERSIAN));
  const anything = fc.string({ unit: 'grapheme', maxLength: 12 }).map(readable);
  return fc.oneof(word, awkward, fc.constant(''), fc.constantFrom(...WESTERN, ...PERSIAN), anything);
};

/** Without what a reader may not keep: control characters, and what stands for damage. */
function readable(text: string): string {
  return text.replace(/[\p{Cc}\ufeff\ufffd]/gu, '');
}

/**
 * A table as exports have them: an id, a number and some columns of anything, in any order, under names that differ.
 * The last line is a record for sure, because no cell of it is blank.
 */
function tables(encoding: Style['encoding']): fc.Arbitrary<Table> {
  const free = fc.integer({ min: 1, max: 5 });
  return fc
    .tuple(free, fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat())
    .chain(([others, count, idAt, numberAt]) => {
      const width = others + 2;
      const id = idAt % width;
      const number = (id + 1 + (numberAt % (width - 1))) % width;
      const names = fc.uniqueArray(word, {
        minLength: width,
        maxLength: width,
        selector: (name) => name.toLowerCase(),
      });
      const cells = fc.array(fc.array(textFor(encoding), { minLength: width, maxLength: width }), {
        minLength: count,
        maxLength: count,
      });
      const numbers = fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: count, maxLength: count });
      return fc.tuple(names, cells, numbers).map(([header, texts, values]) => ({
        header,
        rows: texts.map((row, index) =>
          row.map((cell, column) =>
            column === id ? `D${index + 100}` : column === number ? `${values[index]}` : cell,
          ),
        ),
      }));
    });
}

const styles: fc.Arbitrary<Style> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quoting: fc.constantFrom('needed', 'all', 'single'),
    padded: fc.constantFrom(false, false, true),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    lastLineEnd: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1256'),
    bom: fc.boolean(),
    gzip: fc.boolean(),
    blankAfter: fc.option(fc.nat(11)),
    pieceSize: fc.constantFrom(7, 64, 4096, 512 * 1024),
  })
  // A tab is room enough.
  .map((style) => ({ ...style, padded: style.padded && style.delimiter !== '\t' }));

const cases = styles.chain((style) => tables(style.encoding).map((table) => ({ style, table })));

function written({ header, rows }: Table, style: Style): Buffer {
  const { delimiter, quoting, padded, lineEnd, lastLineEnd, encoding, bom, gzip, blankAfter } = style;
  // Writers quote what would be read as something else.
  const special = /["\r\n]|^\s|\s$/;
  const quote = quoting === 'single' ? "'" : '"';
  const cellOf = (cell: string): string =>
    quoting !== 'needed' || special.test(cell) || cell.includes(delimiter)
      ? quote + cell.replaceAll(quote, quote + quote) + quote
      : cell;
  const lines = [header, ...rows].map((cells) => cells.map(cellOf).join(delimiter + (padded ? ' ' : '')));
  if (blankAfter !== null) lines.splice(Math.min(blankAfter, rows.length) + 1, 0, '');
  const text = lines.join(lineEnd) + (lastLineEnd ? lineEnd : '');
  const bytes = encoded((bom && encoding.startsWith('utf') ? BOM : '') + text, encoding);
  if (bytes === null) throw new Error(`${encoding} cannot write the table`);
  return gzip ? gzipSync(bytes) : bytes;
}

describe('a table written in any dialect', () => {
  it('is read back equal, and every row is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ style, table }) => {
        const source = await bytesSource('deals', written(table, style), style.pieceSize);
        const read = await (await openSource(source, {})).read();
        const rows = Array.from({ length: read.size }, (_, row) =>
          read.columns.map((column) => (column === undefined ? '·' : cellText(column, row))),
        );
        expect({ delimiter: read.head.delimiter, columns: read.head.columns, rows }).toEqual({
          delimiter: style.delimiter + (style.padded ? ' ' : ''),
          columns: table.header,
          rows: table.rows,
        });
        const skipped = read.skipped.reduce((sum, { rows: left }) => sum + left, 0);
        const lines = table.rows.length + (style.blankAfter === null ? 0 : 1);
        const blankAtEnd = style.blankAfter !== null && style.blankAfter >= table.rows.length && !style.lastLineEnd;
        expect(read.size + skipped).toBe(lines - (blankAtEnd ? 1 : 0));
      }),
      { numRuns: 400 },
    );
  });
});
