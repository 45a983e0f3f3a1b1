import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource, openTable } from '../../src/load/open.js';
import { cellText } from '../../src/model/text-column.js';
import { workbookBytes, zip } from '../support/workbook-bytes.js';

const CSV = Buffer.from('id,name\nD1,Alpha\nD2,شرکت پارس\n');
const ROWS = [
  ['D1', 'Alpha'],
  ['D2', 'شرکت پارس'],
];
const deals = { name: 'export/deals.csv', content: CSV };

async function open(bytes: Uint8Array) {
  return (await openSource(await bytesSource('deals.zip', bytes), {})).read();
}

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const table = await open(bytes);
  return Array.from({ length: table.size }, (_, row) =>
    table.columns.map((column) => (column === undefined ? '' : cellText(column, row))),
  );
}

async function errorOf(bytes: Uint8Array): Promise<UserError> {
  const error = await open(bytes).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`);
  return error;
}

describe('a ZIP archive', () => {
  it('is read where it holds one table, deflated or stored', async () => {
    expect(await rowsOf(zip([deals]))).toEqual(ROWS);
    expect(await rowsOf(zip([{ ...deals, stored: true }]))).toEqual(ROWS);
  });

  it.each(['csv', 'tsv', 'CSV', 'txt'])('may hold a .%s', async (ending) => {
    expect(await rowsOf(zip([{ name: `deals.${ending}`, content: CSV }]))).toEqual(ROWS);
  });

  it.each(['xlsx', 'xlsm', 'xlsb', 'xls', 'ods'] as const)('may hold a workbook: .%s', async (ending) => {
    const content = workbookBytes(
      { Deals: [['id', 'name'], ...ROWS] },
      { bookType: ending === 'xls' ? 'biff8' : ending },
    );
    expect(await rowsOf(zip([{ name: `deals.${ending}`, content }]))).toEqual(ROWS);
  });

  it('may hold a table in gzip, and be in gzip itself', async () => {
    expect(await rowsOf(zip([{ name: 'deals.csv.gz', content: gzipSync(CSV) }]))).toEqual(ROWS);
    expect(await rowsOf(gzipSync(zip([deals])))).toEqual(ROWS);
  });

  it('may hold folders, notes and what computers leave behind', async () => {
    const notes = { name: 'readme.txt', content: Buffer.from('See the manual.') };
    const folder = { name: 'export/', content: Buffer.alloc(0) };
    const litter = { name: '__MACOSX/export/._deals.csv', content: Buffer.from([0, 5, 22, 7]) };
    expect(await rowsOf(zip([notes, folder, litter, deals]))).toEqual(ROWS);
  });

  it('that is a workbook is read as one', async () => {
    const bytes = workbookBytes({ Deals: [['id', 'name'], ...ROWS] });
    expect(await rowsOf(bytes)).toEqual(ROWS);
  });

  it('is known by the bytes on disk: their checksum, and whether they change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-archive-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'deals.zip');
    const bytes = zip([deals]);
    writeFileSync(path, bytes);
    const table = await openTable(path, {});
    expect((await table.read()).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    writeFileSync(path, zip([deals, deals]));
    await expect(table.read()).rejects.toMatchObject({ code: 'changed_while_reading' });
  });

  it('with more than one table is refused, and they are named', async () => {
    const error = await errorOf(zip([deals, { name: 'accounts.xlsx', content: Buffer.from('x') }]));
    expect(error).toMatchObject({ code: 'several_tables', args: { names: ['export/deals.csv', 'accounts.xlsx'] } });
  });

  it('without a table is refused', async () => {
    const error = await errorOf(zip([{ name: 'logo.png', content: Buffer.from('x') }]));
    expect(error).toMatchObject({ code: 'not_a_table', args: { looksLike: 'zip_without_table' } });
    expect((await errorOf(zip([]))).code).toBe('not_a_table');
  });

  it('inside another one is not opened, whatever it is called', async () => {
    const looksLike = 'nested_zip';
    const nested = zip([deals]);
    expect(await errorOf(zip([{ name: 'deals.zip', content: nested }]))).toMatchObject({ args: { looksLike } });
    expect(await errorOf(zip([{ name: 'deals.csv', content: nested }]))).toMatchObject({ args: { looksLike } });
    expect((await errorOf(zip([{ name: 'deals.xlsx', content: nested }]))).code).toBe('not_a_table');
  });

  it('with a password is refused', async () => {
    expect((await errorOf(zip([{ ...deals, encrypted: true }]))).code).toBe('encrypted_archive');
  });

  it('that ends early or is damaged is refused', async () => {
    const bytes = zip([{ name: 'deals.csv', content: Buffer.concat(Array.from({ length: 500 }, () => CSV)) }]);
    expect((await errorOf(bytes.subarray(0, bytes.length - 30))).code).toBe('damaged_archive');
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, 60, 80);
    expect((await errorOf(damaged)).code).toBe('damaged_archive');
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    const wrong = Buffer.from(bytes);
    wrong.writeUInt32LE(0, directory + 16);
    expect((await errorOf(wrong)).code).toBe('damaged_archive');
  });

  it('that unpacks to far more than any export is refused before it is unpacked', async () => {
    const bomb = zip([{ name: 'deals.csv', content: Buffer.alloc(60 * 1024 ** 2, 'a') }]);
    expect((await errorOf(bomb)).code).toBe('damaged_archive');
  });

  it('whose size lies is not unpacked beyond it', async () => {
    const content = Buffer.alloc(60 * 1024 ** 2, 'a,b\n');
    expect((await errorOf(zip([{ name: 'deals.csv', content, claimedSize: 100 }]))).code).toBe('damaged_archive');
  });

  it('with any damage is read or refused with a reason', async () => {
    const archive = zip([deals, { name: 'notes.txt', content: Buffer.from('x'), stored: true }]);
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(flips, async (damage) => {
        const bytes = Buffer.from(archive);
        for (const [at, value] of damage) bytes[at % bytes.length] = value;
        const error = await open(bytes).then(
          () => null,
          (cause: unknown) => cause,
        );
        if (error !== null && !(error instanceof UserError)) throw error;
      }),
      { numRuns: 500 },
    );
  });
});
