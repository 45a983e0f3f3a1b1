import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CannotPrint, renderRaw } from '../../src/format/render.js';
import { textColumn } from '../../src/model/text-column.js';
import { buildRaw } from '../../src/report/raw.js';
import { rawSchema } from '../../src/report/schema.js';
import { HOSTILE } from '../support/hostile.js';
import { placesBelow } from '../support/row-places.js';

const OPTIONS = { lang: 'en', color: false, width: 80 } as const;

/** The raw document of a table literal. */
function documentOf(columns: readonly string[], rows: readonly (readonly string[])[]) {
  return buildRaw(
    {
      head: { file: 'deals.csv', sheet: null, encoding: 'utf-8', delimiter: ',', headerRow: 1, preamble: [], columns },
      size: rows.length,
      columns: columns.map((_, column) => textColumn(rows.map((cells) => cells[column] ?? ''))),
      places: placesBelow(rows.length),
      written: { header: columns, beyond: new Map() },
      skipped: [{ reason: 'blank row', rows: 1, places: [9] }],
    },
    {
      lang: 'en',
      tool: { name: 'kpi', version: '1' },
      warnings: [{ code: 'nul_bytes', args: { file: 'deals.csv', count: 1, rows: [] } }],
    },
  );
}

async function rendered(document: ReturnType<typeof documentOf>, format: string): Promise<string> {
  return [...(await renderRaw(document, format, OPTIONS))].join('');
}

const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.tuple(
      fc.array(fc.string({ minLength: 1 }), { minLength: width, maxLength: width }),
      fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), { maxLength: 6 }),
    ),
  );

describe('a raw table', () => {
  it('as CSV is read back by another reader, whatever its cells are', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ([columns, rows]) => {
        const text = await rendered(documentOf(columns, rows), 'csv');
        expect(text.endsWith('\n')).toBe(true);
        const read = Papa.parse(text.slice(0, -1), { delimiter: ',', newline: '\n' }).data;
        expect(read).toEqual([columns, ...rows]);
      }),
    );
  });

  it('as JSON is what the schema says, and the same texts', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ([columns, rows]) => {
        const parsed = rawSchema.parse(JSON.parse(await rendered(documentOf(columns, rows), 'json')));
        expect(parsed.columns).toEqual(columns);
        expect(parsed.rows).toEqual(rows.map((cells, row) => ({ row: row + 2, line: row + 2, cells })));
        expect(parsed.skipped).toEqual([{ reason: 'blank row', rows: 1, places: [9] }]);
        expect(parsed.warnings).toEqual([
          {
            code: 'nul_bytes',
            args: { file: 'deals.csv', count: 1, rows: [] },
            message: 'deals.csv: 1 NUL byte was left out.',
          },
        ]);
      }),
    );
  });

  it('as JSON holds no control character, and as CSV every cell as it is', async () => {
    const document = documentOf(['text'], HOSTILE.map((text) => [text])); // biome-ignore format: a table
    expect(await rendered(document, 'json')).not.toMatch(/(?!\n)[\p{Cc}]|[\u202a-\u202e\u2066-\u2069]/u);
    expect(await rendered(documentOf(['id', 'x'], [['D1', '=1+1']]), 'csv')).toBe('id,x\nD1,=1+1\n');
  });

  it('quotes what would be an instruction to a spreadsheet, and a lone empty cell', async () => {
    expect(await rendered(documentOf(['sep=;'], [[''], ['x']]), 'csv')).toBe('"sep=;"\n""\nx\n');
  });

  it('can be printed again: its rows begin anew', async () => {
    const document = documentOf(['id'], [['D1'], ['D2']]);
    expect(await rendered(document, 'csv')).toBe(await rendered(document, 'csv'));
  });

  it('has no other format', async () => {
    await expect(renderRaw(documentOf(['id'], []), 'markdown', OPTIONS)).rejects.toThrow(CannotPrint);
  });
});
