import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printBadRecords, printGoodRecords } from '../../src/format/csv/records.js';
import { type CustomRules, examine, type Loaded, load, type RecordSplit } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const HEADER = 'Deal ID,Deal name,Account,Amount,Stage,Close Date,Created,Note';
const CUSTOM: CustomRules = { columns: { Note: { allowed: ['ok'] } } };

function splitOf(loaded: Loaded, custom: CustomRules = CUSTOM): RecordSplit {
  const split = examine(loaded, {
    today: day('2024-12-31'),
    custom,
    select: ['column.value_not_allowed:Note'],
  }).split();
  if (split === null) throw new Error('no rows were kept');
  return split;
}

const rowsOf = (records: Iterable<{ readonly file: string; readonly row: number }>): string[] =>
  [...records].map(({ file, row }) => `${file.split('/').at(-1)}:${row}`);

describe('the records without and with errors', () => {
  it('are all records of all files, each in one of them', async () => {
    const cell = fc.constantFrom('ok', 'bad', '', '=1+1', ' spaced  out ', 'a,b', 'two\nlines', '"');
    const row = fc.record({
      note: cell,
      amount: fc.constantFrom('5', '', '-3', 'x'),
      stage: fc.constantFrom('Won', 'Lost', 'Open'),
    });
    const file = fc.array(row, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(file, file, async (one, other) => {
        const texts = Object.fromEntries(
          [one, other].map((rows, at) => {
            const lines = rows.map(
              ({ note, amount, stage }, n) =>
                `${at}-${n},Deal ${at}${n},Ardent,${amount},${stage},2024-03-0${(n % 9) + 1},2024-01-01,"${note.replaceAll('"', '""')}"`,
            );
            return [`deals${at}.csv`, `${HEADER}\n${lines.join('\n')}\n`];
          }),
        );
        const split = splitOf(await loadTexts(texts, { custom: CUSTOM, keepRows: true }));
        const [good, bad] = [rowsOf(split.good), rowsOf(split.bad)];
        const all = [one, other].flatMap((rows, at) => rows.map((_, n) => `deals${at}.csv:${n + 2}`));
        expect([...good, ...bad].sort()).toEqual(all.sort());
        // A filled note that is not "ok" is bad; every cell is handed on as it is.
        const notes = [...split.good].map(({ cells }) => cells[7]);
        expect(notes.every((note) => note === 'ok' || note?.trim() === '')).toBe(true);
        const written = [...split.bad].map(({ cells }) => cells[7]);
        const expected = [one, other].flatMap((rows) =>
          rows.map(({ note }) => note).filter((note) => note !== 'ok' && note !== ''),
        );
        expect(written).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('are printed with their own columns, the bad ones with place and reasons, and no formula', async () => {
    const text = `${HEADER}\n1,A,Ardent,5,Won,2024-03-01,2024-01-01,ok\n2,B,Ardent,-5,Won,2024-03-01,2024-01-02,=cmd()\n3,C,Ardent,7,Won,2024-03-02,2024-01-03,ok\n`;
    const split = splitOf(await loadTexts({ 'deals.csv': text }, { custom: CUSTOM, keepRows: true }));
    expect([...printGoodRecords(split)].join('')).toBe(
      `${HEADER}\n1,A,Ardent,5,Won,2024-03-01,2024-01-01,ok\n3,C,Ardent,7,Won,2024-03-02,2024-01-03,ok\n`,
    );
    const [header, line] = [...printBadRecords(split)].map((one) => one.replace(/\/\S*?deals\.csv/, 'deals.csv'));
    expect(header).toBe(`${HEADER},kpi_file,kpi_sheet,kpi_row,kpi_rules,kpi_reasons\n`);
    expect(line).toBe(
      `2,B,Ardent,-5,Won,2024-03-01,2024-01-02,'=cmd(),deals.csv,,3,column.value_not_allowed:Note,"Note is ""=cmd()"", none of ok (letter case and spaces aside)"\n`,
    );
  });

  it('have the columns of all files, and what stands behind the last one', async () => {
    const first = `${HEADER}\n1,A,Ardent,5,Won,2024-03-01,2024-01-01,ok,more\n`;
    const second =
      'Deal ID,Region,Deal name,Account,Amount,Stage,Close Date,Created,Note\n2,North,B,Borea,6,Won,2024-03-01,2024-01-01,no\n';
    const loaded = await loadTexts({ 'a.csv': first, 'b.csv': second }, { custom: CUSTOM, keepRows: true });
    const { columns, good, bad } = splitOf(loaded);
    expect(columns).toEqual([...HEADER.split(','), 'Region']);
    expect([...good].map(({ cells }) => cells)).toEqual([
      ['1', 'A', 'Ardent', '5', 'Won', '2024-03-01', '2024-01-01', 'ok', '', 'more'],
    ]);
    expect([...bad].map(({ cells }) => cells.join('|'))).toEqual(['2|B|Borea|6|Won|2024-03-01|2024-01-01|no|North']);
  });

  it('of a deal with several lines stay together', async () => {
    const text = `Deal ID,Deal name,Account,Product,Quantity,Unit price,Line total,Amount,Stage,Close Date,Created,Note
1,A,Ardent,Pump,1,2,2,7,Won,2024-03-01,2024-01-01,bad
1,A,Ardent,Hose,1,5,5,7,Won,2024-03-01,2024-01-01,bad
2,B,Borea,Pump,2,3,6,6,Won,2024-03-02,2024-01-02,ok
`;
    const loaded = await loadTexts({ 'deals.csv': text }, { custom: CUSTOM, keepRows: true });
    expect(loaded.dataset.deals.size).toBe(2);
    const split = splitOf(loaded);
    expect([rowsOf(split.good), rowsOf(split.bad)]).toEqual([['deals.csv:4'], ['deals.csv:2', 'deals.csv:3']]);
  });

  it('of a workbook are those of its sheet', async () => {
    const path = new URL('../../fixtures/crm/workbook.xlsx', import.meta.url).pathname;
    expect(readFileSync(path).length).toBeGreaterThan(0);
    const loaded = await load({ files: [{ path }], keepRows: true });
    const split = examine(loaded, { today: day('2026-12-31') }).split();
    const all = loaded.dataset.sources[0]?.records ?? 0;
    expect(rowsOf(split?.good ?? []).length + rowsOf(split?.bad ?? []).length).toBe(all);
    expect(all).toBeGreaterThan(0);
  });

  it('are not there unless they were asked for', async () => {
    const text = `${HEADER}\n1,A,Ardent,5,Won,2024-03-01,2024-01-01,ok\n`;
    const loaded = await loadTexts({ 'deals.csv': text }, { custom: CUSTOM });
    expect(examine(loaded, { today: day('2024-12-31'), custom: CUSTOM }).split()).toBeNull();
  });
});
