import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { UserError } from '../../src/errors/user-error.js';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource, openTable } from '../../src/load/open.js';
import type { OpenOptions, RawTable } from '../../src/load/raw-table.js';
import { cellText } from '../../src/model/text-column.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function errorOf(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`);
  return error;
}

function rowsOf(table: RawTable): string[][] {
  return Array.from({ length: table.size }, (_, row) =>
    table.columns.map((column) => (column === undefined ? '·' : cellText(column, row))),
  );
}

const fromBytes = async (content: string | Uint8Array, options: OpenOptions = {}, pieceSize?: number) =>
  openSource(await bytesSource('deals.csv', Buffer.from(content), pieceSize), options);

const CSV = 'id,amount\nD1,5\nD2,6\n';

describe('opening a file', () => {
  it('fills only the columns asked for, and may be done more than once', async () => {
    const table = await openTable(file('some.csv', CSV), {});
    expect(rowsOf(await table.read(new Set([1])))).toEqual([
      ['·', '5'],
      ['·', '6'],
    ]);
    expect(rowsOf(await table.read())).toEqual([
      ['D1', '5'],
      ['D2', '6'],
    ]);
  });

  it('gives the SHA-256 of the bytes on disk, packed or not', async () => {
    const packed = gzipSync(CSV);
    for (const [name, bytes] of [
      ['plain.csv', Buffer.from(CSV)],
      ['packed.csv.gz', packed],
    ] as const) {
      const table = await (await openTable(file(name, bytes), {})).read();
      expect(table.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(table.size).toBe(2);
    }
  });

  it('goes by what a file is, not by its name', async () => {
    const workbook = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(
      workbook,
      xlsx.utils.aoa_to_sheet([
        ['id', 'amount'],
        ['D1', 5],
      ]),
      'Deals',
    );
    const bytes = xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect((await openTable(file('workbook.csv', bytes), {})).head.format).toBe('excel');
    expect((await openTable(file('text.xlsx', CSV), {})).head.format).toBe('csv');
    expect((await openTable(file('workbook.csv.gz', gzipSync(bytes)), {})).head.format).toBe('excel');
  });

  it('reads a pipe that cannot be read twice', async () => {
    const script = `cat > ${join(folder, 'piped.csv')} && mkfifo ${join(folder, 'fifo')}`;
    execFileSync('bash', ['-c', script], { input: CSV });
    const writing = import('node:fs/promises').then(({ writeFile }) => writeFile(join(folder, 'fifo'), CSV));
    const table = await openTable(join(folder, 'fifo'), {});
    await writing;
    expect((await table.read()).size).toBe(2);
    expect((await table.read()).size).toBe(2);
  });

  it('reports the bytes read, up to the size of the file', async () => {
    const seen: [number, number | null][] = [];
    const table = await openTable(file('progress.csv', CSV), {
      onProgress: (bytes, total) => seen.push([bytes, total]),
    });
    await table.read();
    expect(seen.at(-1)).toEqual([CSV.length, CSV.length]);
  });

  it('follows a link', async () => {
    symlinkSync(file('target.csv', CSV), join(folder, 'link.csv'));
    expect((await (await openTable(join(folder, 'link.csv'), {})).read()).size).toBe(2);
  });
});

describe('what a user can cause', () => {
  it('a missing file is named, with a near name of the same folder', async () => {
    file('nodes.csv', CSV);
    const error = await errorOf(openTable(join(folder, 'nope.csv'), {}));
    expect(error.code).toBe('file_not_found');
    const near = await errorOf(openTable(join(folder, 'node.csv'), {}));
    expect(near.args).toEqual({ file: join(folder, 'node.csv'), suggestion: join(folder, 'nodes.csv') });
  });

  it('a folder is no file', async () => {
    expect((await errorOf(openTable(folder, {}))).code).toBe('is_directory');
  });

  it('a file that the system does not let be read', async () => {
    // A link to itself: a failure that does not depend on who runs the test, as a permission would.
    symlinkSync(join(folder, 'loop.csv'), join(folder, 'loop.csv'));
    const error = await errorOf(openTable(join(folder, 'loop.csv'), {}));
    expect(error).toMatchObject({ code: 'unreadable', args: { denied: false, cause: 'ELOOP' } });
  });

  it.each(['', '\ufeff', '\n\r\n  \n', ',,,\n,,,\n'])('an empty file, such as %j', async (content) => {
    expect((await errorOf(fromBytes(content))).code).toBe('empty_file');
  });

  it.each([
    ['%PDF-1.7 …', 'pdf'],
    ['{"a": 1}', 'json'],
    ['<html><body><h1>Please sign in</h1></body></html>', 'web_page'],
  ])('a file that is no table: %s', async (content, looksLike) => {
    const error = await errorOf(fromBytes(content));
    expect(error).toMatchObject({ code: 'not_a_table', args: { looksLike } });
  });

  it('a gzip file that ends early', async () => {
    const bytes = gzipSync(CSV.repeat(1000));
    expect((await errorOf(fromBytes(bytes.subarray(0, bytes.length - 20)))).code).toBe('damaged_gzip');
  });

  it('an encoding that does not exist', async () => {
    expect((await errorOf(fromBytes(CSV, { encoding: 'klingon' }))).code).toBe('unknown_encoding');
  });

  it('a file that grows between opening and reading', async () => {
    const path = file('growing.csv', CSV);
    const table = await openTable(path, {});
    appendFileSync(path, 'D3,7\n');
    expect((await errorOf(table.read())).code).toBe('changed_while_reading');
  });
});

describe('opening text', () => {
  it('obeys the encoding and the delimiter that the user names', async () => {
    const table = await fromBytes(Buffer.from('id;é\n1;2\n', 'latin1'), { encoding: 'latin1', delimiter: ',' });
    expect(table.head).toMatchObject({ encoding: 'windows-1252', delimiter: ',', columns: ['id;é'] });
    expect((await table.read()).findings).toEqual([]);
  });

  it('reads the same whatever the size of its pieces', async () => {
    const text = 'id,نام,note\r\n'.concat(
      ...Array.from({ length: 50 }, (_, index) => `D${index},"شرکت، ""پارس"" ${index}","two\r\nlines €"\r\n`),
    );
    const whole = rowsOf(await (await fromBytes(text)).read());
    expect(whole[7]).toEqual(['D7', 'شرکت، "پارس" 7', 'two\r\nlines €']);
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      expect(rowsOf(await (await fromBytes(text, {}, size)).read())).toEqual(whole);
    }
  });

  it('shows 200 rows at most before reading, and none of them is a footer', async () => {
    const text = `id,name,stage\n${'1,Alpha,Won\n'.repeat(500)}Total\n`;
    expect((await fromBytes(text)).head.sample.length).toBe(200);
    expect((await fromBytes('id,name,stage\n1,Alpha,Won\nTotal\n')).head.sample).toEqual([['1', 'Alpha', 'Won']]);
  });

  it('keeps a column without a name at the end if a row fills it, and drops it if none does', async () => {
    expect((await fromBytes('id,name,,\n1,A,,x\n')).head.columns).toEqual(['id', 'name', 'Column 3', 'Column 4']);
    expect((await fromBytes('id,name,,\n1,A,,\n')).head.columns).toEqual(['id', 'name']);
  });

  it('uses what the caller knows of column names to find the header', async () => {
    const text = 'a,b,c\nd,e,f\nDeal,Stage,Owner\nAlpha,Won,Sara\n';
    const headerScore = (cells: readonly string[]): number => (cells.includes('Stage') ? 1 : 0);
    const { head } = await fromBytes(text, { headerScore });
    expect(head).toMatchObject({ headerRow: 3, preamble: ['a b c', 'd e f'], columns: ['Deal', 'Stage', 'Owner'] });
  });

  it('does not touch the prototype of objects', async () => {
    await (await fromBytes('__proto__,constructor\npolluted,1\n')).read();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('whatever the bytes are', () => {
  /** Reads to the end, or fails with an error for the user: nothing else may come out. */
  async function survives(bytes: Uint8Array): Promise<void> {
    try {
      const table = await (await openSource(await bytesSource('fuzz', bytes), {})).read();
      expect(table.places.size).toBe(table.size);
      for (const column of table.columns) expect(column?.length).toBe(table.size);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }

  it('they are read or refused with a reason', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 500 });
  });

  it('a damaged file is read or refused with a reason', async () => {
    const workbook = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(
      workbook,
      xlsx.utils.aoa_to_sheet([
        ['id', 'amount'],
        ['D1', 5],
      ]),
      'Deals',
    );
    const files = [
      Buffer.from('id,"a ""b""",c\r\n1,"x\r\ny",3\n\nTotal,,5\n'),
      gzipSync(CSV),
      ...(['xlsx', 'biff8', 'xlsb', 'ods', 'html'] as const).map(
        (bookType) => xlsx.write(workbook, { type: 'buffer', bookType }) as Buffer,
      ),
    ];
    const damage = fc.tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat()),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([whole, flips, end]) => {
        const bytes = Buffer.from(end === null ? whole : whole.subarray(0, end % whole.length));
        for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
        await survives(bytes);
      }),
      { numRuns: 400 },
    );
  });
});
