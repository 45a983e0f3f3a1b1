import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordScanner, SENTINELS } from '../../src/load/record-scanner.js';
import { createRowSorter } from '../../src/load/row-sorter.js';
import { createRecordTest } from '../../src/load/sure-record.js';

function scanned(line: string): RecordScanner {
  const bytes = Buffer.concat([Buffer.from(line), new Uint8Array(SENTINELS)]);
  const scanner = new RecordScanner('|');
  scanner.feed(bytes, bytes.length - SENTINELS, true);
  scanner.next();
  return scanner;
}

/** Whether the sorter keeps a row at once, for any table. */
function kept(cells: readonly string[], header: readonly string[] | null, columns: number): boolean {
  let accepted = false;
  const sorter = createRowSorter({
    header,
    columns,
    raggedRows: true,
    firstColumnIsTerse: true,
    accept: () => {
      accepted = true;
    },
    skip: () => {},
  });
  sorter.push(cells, 2, 2);
  return accepted;
}

const isSure = (cells: readonly string[], header: readonly string[] | null = ['ID', 'Name', 'Amount']): boolean =>
  createRecordTest(header, 3)(scanned(cells.join('|')));

describe('a row that is surely a record', () => {
  it.each([
    [['D1', 'Alpha', '5']],
    [['D1', '', 'won']],
    [['', 'D1', 'x']],
    [['Total', 'Alpha', '5']],
    [['ID-5', 'Alpha', '5']],
    [['سارا', 'شرکت پارس', '۵']],
    [['D1', 'Müller', '5']],
    [['D1', '5', '2024/01/05']],
  ])('%j is told', (cells) => {
    expect(isSure(cells)).toBe(true);
  });

  it.each([
    ['a blank row', ['', ' ', '']],
    ['a row that is blank but for a no-break space', ['\u00a0', '', '']],
    ['a row of one cell', ['Alpha', '', '']],
    ['a total', ['Total', '', '500']],
    ['a total in exponents', ['Total', '1e5', '1E+05']],
    ['a total in tomans', ['جمع', '', '۵۰۰ تومان']],
    ['a total in rials', ['جمع', '', '500 ریال']],
    ['sums below a group', ['', '5', '2024-01-05 to 2024-02-05']],
    ['the header', ['ID', 'Name', 'Amount']],
    ['the header with spaces', [' ID', 'Name ', 'Amount']],
    ['the header with spaces behind its first name', ['ID\u00a0', 'Name', 'Amount']],
  ])('is not %s', (_, cells) => {
    expect(kept(cells, ['ID', 'Name', 'Amount'], 3)).toBe(false);
    expect(isSure(cells)).toBe(false);
  });

  it('is not the header where that begins with a column without a name', () => {
    expect(isSure(['', 'Name', 'stage'], ['', 'Name', 'stage'])).toBe(false);
  });

  it('is not a repeated header with a text behind its last name', () => {
    const header = ['USD 5', '5 تومان', 'Name'];
    expect(createRecordTest(header, 4)(scanned('5-|5 تومان|Name|Ж'))).toBe(false);
    expect(createRecordTest(header, 4)(scanned('5-|5 تومان|Other|Ж'))).toBe(true);
  });

  it('is kept by the sorter at once, whatever its cells are made of', () => {
    const letters = fc.constantFrom(..."0159-−+()$€.,'’%٪٬٫۵٥eEtoUSDRیالرتومانجمعبمΣÉéЖя/:#@ \t\u00a0\u3000\ufeff﷼");
    const cell = fc.oneof(
      fc.string({ unit: letters, maxLength: 12 }),
      fc.constantFrom('', '', ' ', 'Total', 'Sum', 'جمع', 'ID', 'Name', '2024-01-05 to 2024-02-05', '1e5', '5 تومان'),
      fc.constantFrom('USD 5', '5 EUR', 'R$ 5', '۵۰۰ ریال', '(5)', '5-', 'итого', 'Copyright 2024', 'two words'),
    );
    const rows = fc.array(cell, { minLength: 1, maxLength: 5 });
    let sure = 0;
    fc.assert(
      fc.property(
        fc.array(rows, { maxLength: 6 }),
        fc.option(rows),
        fc.integer({ min: 1, max: 4 }),
        (table, top, columns) => {
          const header = top?.slice(0, columns).map((name) => name.trim()) ?? null;
          const test = createRecordTest(header, columns);
          for (const cells of table) {
            if (!test(scanned(cells.join('|')))) continue;
            sure++;
            expect(kept(cells, header, columns)).toBe(true);
          }
        },
      ),
      { numRuns: 20_000 },
    );
    expect(sure).toBeGreaterThan(5000);
  });
});
