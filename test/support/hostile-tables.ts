import fc from 'fast-check';

/** How large the pieces are that a file comes in. */
export const pieceSizes: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.constantFrom(64, 500, 100_000),
);
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');

/** Bits of text that mean something to one of the readers, in all orders. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['a', 'b', '1', '5.5', '2024-01-05', ' ', '"', '"', '""', ',', ',', ',', ';', '\t', '\n', '\n', '\r', '\r\n'],
      ...[
        'id',
        'name',
        'Total',
        'Total:',
        'Copyright 2024',
        'سارا',
        'جمع',
        'é',
        '😀',
        '€',
        '\u00a0',
        '\ufeff',
        '\ufffd',
      ],
      ...['\0', '",', ',"', '"\n', '\n"', '\n\n', 'two words', 'id,name,amount\n', 'D1,Sara,5\n', "'", ', '],
    ),
    { maxLength: 60 },
  )
  .map((bits) => bits.join(''));

const word = fc.constantFrom(
  'Alpha',
  'شرکت پارس',
  'Müller GmbH',
  'ООО Ромашка',
  'Open',
  'Acme "Inc"',
  'a,b;c',
  'تومان',
);
const number = fc.constantFrom(
  '5',
  '1,000.50',
  '-3',
  '$12',
  '12 EUR',
  '2024-01-05',
  '05.01.2024',
  '۱۴۰۳/۰۱/۰۵',
  '50%',
  '',
);
const note = fc.constantFrom(
  '',
  'one line',
  'two\nlines',
  'of\r\nmany\n\n\r\n\nlines,\nand more',
  'said ""this""',
  ' ',
  '\u00a0',
);
const code = fc.oneof(
  fc.nat(400).map((id) => `D${id}`),
  fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    'ID',
    'ID 5',
    'Total',
    'Sum',
    'Average (5)',
    'جمع',
    'Grand total:',
    'Deals A',
    'é',
  ),
);
const record = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(code, word, number, number, note).map((cells) => [...cells]) },
  { weight: 2, arbitrary: fc.tuple(code, number, number, number, fc.constant('')).map((cells) => [...cells]) },
  { weight: 1, arbitrary: fc.constantFrom([''], [' ', '', ''], ['', '', '', '', '']) },
  { weight: 1, arbitrary: fc.constant(['ID', ' Name', 'Amount', 'Closed', 'Notes']) },
  { weight: 1, arbitrary: fc.constantFrom(['Total', '', '500', '', ''], ['', '', '500', '', ''], ['Total (12)']) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['Copyright 2024 Acme'], ['© 2024'], ['Printed by Sara on Monday'], ['Won']),
  },
  { weight: 1, arbitrary: fc.constantFrom(['', '', '', '', '2024-01-05 to 2024-02-05'], ['', 'x', '5', '', '']) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['D1', 'Alpha'], ['D1', 'Alpha', '5', '', '', ''], ['D1', 'A', '5', '', '', 'x']),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ['D7', 'Alpha', '1', '200', '2024-01-05', ''],
      ['D7', 'Alpha', '1', '200', '2024-01-05', '', '', ''],
      ['D7', 'Beta', ' Inc', '5', '2024-01-05', 'x'],
      ['D7', 'Beta', '2024-01-05', 'x'],
      ['D7', '5', '2024-01-05', 'two words'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['Product', 'Price', 'Stock'], ['Bolt', '5', '200'], ['Stage: Won (2 records)']),
  },
  { weight: 1, arbitrary: fc.constantFrom(['Team', 'Head', 'City'], ['North', 'Ann', 'Oslo'], ['East', 'Bo', '']) },
);

export interface WrittenTable {
  readonly text: string;
  readonly delimiter: string;
}

function repeated<T>(rows: readonly T[], least: number): T[] {
  return Array.from({ length: rows.length === 0 ? 0 : Math.ceil(least / rows.length) }, () => rows).flat();
}

/** The rows of a table; with `above`, again and again below so many ordinary ones. */
export const writtenTable = (mostRows: number, above = 0): fc.Arbitrary<WrittenTable> =>
  fc
    .record({
      rows: fc.array(record, { maxLength: mostRows }),
      delimiter: delimiters,
      lineEnd: lineEnds,
      quoteAll: fc.boolean(),
      start: fc.constantFrom('', '', '\ufeff', 'My report\n\n', 'sep=;\r\n'),
      end: fc.boolean(),
    })
    .map(({ rows, delimiter, lineEnd, quoteAll, start, end }) => {
      const separator = start.startsWith('sep') ? ';' : delimiter;
      const quote = (cell: string): string =>
        quoteAll || /["\r\n,;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      const ordinary = new Array(above).fill(['D0', 'Beta', '5', '', '']);
      const body = above === 0 ? rows : [...ordinary, ...repeated(rows, 1.5 * above)];
      const lines = [['ID', 'Name', 'Amount', 'Closed', 'Notes'], ...body].map((cells) =>
        cells.map(quote).join(separator),
      );
      return { text: start + lines.join(lineEnd) + (end ? lineEnd : ''), delimiter: separator };
    });
