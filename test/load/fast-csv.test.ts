import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ByteSource } from '../../src/load/bytes.js';
import { bytesSource, openBytes } from '../../src/load/bytes.js';
import { isByteDelimiter } from '../../src/load/fast-csv.js';
import { openSource } from '../../src/load/open.js';
import type { OpenOptions, RawTable, ValueKind } from '../../src/load/raw-table.js';
import { checksumOf, readPart } from '../../src/load/read-part.js';
import { placedDays } from '../../src/model/stored-values.js';
import { cellText, type TextColumn } from '../../src/model/text-column.js';
import { hostileText, pieceSizes, writtenTable } from '../support/hostile-tables.js';
import { writtenPlaces } from '../support/row-places.js';
import { overwriteSpare } from '../support/spare.js';

/** How the reader under `openSource` is to behave, and what it did. */
const state = vi.hoisted(() => ({
  fast: true,
  kernel: true,
  pages: undefined as number | undefined,
  split: false,
  leaveFrom: undefined as number | undefined,
  reads: 0,
  declined: 0,
  parts: 0,
  taken: 0,
}));

vi.mock('../../src/load/fast-csv.js', async (original) => {
  const actual = await original<typeof import('../../src/load/fast-csv.js')>();
  const readFast: typeof actual.readFast = async (input, plan, score) => {
    if (!state.fast) return null;
    const twoFrom = state.split ? 0 : Number.POSITIVE_INFINITY;
    const table = await actual.readFast(input, plan, score, twoFrom, state.leaveFrom);
    state.reads++;
    if (table === null) state.declined++;
    return table;
  };
  return { ...actual, readFast };
});

vi.mock('../../src/load/kernel/kernel.js', async (original) => {
  const actual = await original<typeof import('../../src/load/kernel/kernel.js')>();
  return { ...actual, kernelParts: () => (state.kernel ? actual.kernelParts(state.pages) : null) };
});

// The second part is read in this thread, by a kernel of its own in the same memory.
vi.mock('../../src/load/second-reader.js', async (original) => ({
  ...(await original<typeof import('../../src/load/second-reader.js')>()),
  startSecondReader: () => {
    let part: ReturnType<typeof readPart> = null;
    let sha256: string | null = null;
    return {
      read({ kernel, ...task }: Parameters<typeof readPart>[0]) {
        state.parts++;
        part = structuredClone(readPart({ ...structuredClone(task), kernel }));
        // Every other time the thread ends without a checksum, and the first must take it.
        if (task.checksum && part !== null && state.parts % 2 === 0) sha256 = checksumOf(task.path);
      },
      get part() {
        if (part !== null) state.taken++;
        return Promise.resolve(part);
      },
      get sha256() {
        return Promise.resolve(sha256);
      },
      hold: () => {},
      stop: () => {},
    };
  },
}));

beforeEach(() => {
  Object.assign(state, {
    fast: true,
    kernel: true,
    pages: undefined,
    split: false,
    leaveFrom: undefined,
    reads: 0,
    declined: 0,
    parts: 0,
    taken: 0,
  });
});

const folder = mkdtempSync(join(tmpdir(), 'kpi-fast-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textsOf = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, row) => cellText(column, row));

/** Everything that a table says, columns as cells: what it calls spare holds nothing of them, and is written over. */
async function contents(source: ByteSource, options: OpenOptions, wanted?: ReadonlySet<number>): Promise<unknown> {
  const describeTable = async ({ laterSha256, spare, ...table }: RawTable): Promise<unknown> => {
    overwriteSpare(spare);
    return {
      ...table,
      sha256: (await laterSha256) ?? table.sha256,
      ...writtenPlaces(table.places),
      columns: table.columns.map(
        (column) => column && Array.from({ length: column.length }, (_, row) => cellText(column, row)),
      ),
    };
  };
  try {
    const opened = await openSource(source, options);
    return { head: opened.head, table: await describeTable(await opened.read(wanted)) };
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : error };
  }
}

/** Reads the same bytes both ways. */
async function agrees(
  text: string | Uint8Array,
  { pieceSize, options = {}, wanted }: { pieceSize?: number; options?: OpenOptions; wanted?: ReadonlySet<number> } = {},
): Promise<void> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  let source = await bytesSource('deals.csv', bytes, pieceSize);
  if (state.split) {
    // A file of its own: what a test that ran out of time still reads is not written over by the next.
    const path = join(folder, `deals-${++files}.csv`);
    writeFileSync(path, bytes);
    source = { ...(await openBytes(path, pieceSize)), file: 'deals.csv' };
  }
  const fast = await contents(source, options, wanted);
  state.fast = false;
  const reference = await contents(await bytesSource('deals.csv', bytes, pieceSize), options, wanted);
  state.fast = true;
  expect(fast).toEqual(reference);
}

describe('the byte reader gives what the reference reader gives', () => {
  it('for any text, however hostile, cut into pieces anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, pieceSizes, async (text, pieceSize) => {
        await agrees(text, { pieceSize });
        await agrees(`id,name,amount\nD1,Alpha,5\nD2,Beta,6\n${text}`, { pieceSize, options: { delimiter: ',' } });
      }),
      { numRuns: 3000 },
    );
    // The comparison is one only if many of the texts are read by bytes.
    expect(state.reads - state.declined).toBeGreaterThan(state.reads / 5);
  });

  it('for tables with blank, short, long and repeated rows, totals, notes and footers, and declines none', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTable(30), pieceSizes, async ({ text, delimiter }, pieceSize) => {
        await agrees(text, { pieceSize, options: { delimiter } });
      }),
      { numRuns: 1500 },
    );
    expect(state.reads).toBeGreaterThan(1000);
    expect(state.declined).toBe(0);
  });

  it('for tables with a small one of words below a blank row, among the first rows and far below them', async () => {
    const small = ['', 'Team,Head,City', 'North,Ann,Oslo'].join('\n');
    for (const rows of [2, 500]) {
      const above = Array.from({ length: rows }, (_, row) => `D${row},Alpha,5`).join('\n');
      for (const pieceSize of [7, 1000]) await agrees(`ID,Name,Amount\n${above}\n${small}\n`, { pieceSize });
      const read = await openSource(
        await bytesSource('deals.csv', Buffer.from(`ID,Name,Amount\n${above}\n${small}`)),
        {},
      );
      const { size, skipped, findings } = await read.read();
      expect(size).toBe(rows);
      expect(skipped.find(({ reason }) => reason === 'other table')).toEqual({
        reason: 'other table',
        rows: 2,
        places: [rows + 3, rows + 4],
      });
      expect(findings.map(({ code, detail }) => [code, detail])).toEqual([['other_tables', `${rows + 3}–${rows + 4}`]]);
    }
    expect(state.declined).toBe(0);
  });

  it('for long tables, whose first rows say little of the rest', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTable(1200), async ({ text, delimiter }) => {
        await agrees(text, { options: { delimiter } });
      }),
      { numRuns: 40 },
    );
  });

  it('for any bytes', async () => {
    const begin = Buffer.from('id,name,amount\nD1,Alpha,5\n');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), pieceSizes, async (bytes, pieceSize) => {
        await agrees(Buffer.concat([begin, bytes]), { pieceSize });
      }),
      { numRuns: 500 },
    );
  });

  it('whichever columns are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTable(12), fc.uniqueArray(fc.nat(6)), async ({ text }, columns) => {
        await agrees(text, { wanted: new Set(columns) });
      }),
      { numRuns: 200 },
    );
  });

  const fixtures = ['crm', 'traps'].flatMap((name) => {
    const place = fileURLToPath(new URL(`../../fixtures/${name}/`, import.meta.url));
    return readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.csv'))
      .map((file) => `${place}${file}`);
  });
  it.each(fixtures)('for %s, in pieces of every size', async (file) => {
    for (const pieceSize of [3, 17, 1000, 100_000]) await agrees(readFileSync(file), { pieceSize });
  });

  it('in columns of many distinct cells, of few, and of a few among empty ones', async () => {
    const rows = Array.from({ length: 70_000 }, (_, row) =>
      [`D-${row}`, `شرکت ${row % 60_000}`, row % 7, row % 1000 === 0 ? `n${row}` : '', `"${row % 9000} ""x"""`].join(
        ',',
      ),
    );
    await agrees(`id,name,stage,note,size\n${rows.join('\n')}\n`);
    expect(state.declined).toBe(0);
  });

  it('in a table of thousands of columns', async () => {
    const line = (text: string): string => Array.from({ length: 5000 }, (_, column) => `${text}${column}`).join(',');
    await agrees(`${line('h')}\n${line('a')}\n${line('b')},x\n${line('c')}`);
    expect(state.declined).toBe(0);
  });
});

describe('the byte reader', () => {
  it.each([
    ['a quote inside a cell', 'id,name\n1,5" pipe\n'],
    ['text behind a closing quote', 'id,name\n1,"Alpha"x\n'],
    ['a space before a quote', 'id,name\n1, "Alpha"\n'],
    ['a quote that is never closed', 'id,name\n1,"Alpha\n2,Beta\n'],
    ['NUL bytes', 'id,name\n1,A\0\n'],
    ['characters that stand for damage', 'id,name\n1,A\ufffd\n'],
    ['bytes that are no UTF-8', Buffer.from('id,name\n1,M\xfcller\n', 'latin1')],
    ['a quoted cell that holds records', `id,name,a,b\n1,"x,5,6\n${'2,y,7,8\n'.repeat(9)}3,z",7,8\n`],
  ])('declines %s', async (_, text) => {
    await agrees(text, { options: { encoding: 'utf-8', delimiter: ',' } });
    expect([state.reads, state.declined]).toEqual([1, 1]);
  });

  it('declines a record of megabytes', async () => {
    await agrees(`id,name\n1,"${'x'.repeat(5_000_000)}"\n`);
    expect([state.reads, state.declined]).toEqual([1, 1]);
  });

  it('knows delimiters of one ASCII character', () => {
    expect([',', ';', '\t', '|', ' ', '^', 'x'].filter(isByteDelimiter).length).toBe(7);
    expect(['', ', ', '::', '"', '\n', '\r', '\0', '§', 'é', '😀'].filter(isByteDelimiter)).toEqual([]);
  });
});

describe('where the kernel cannot run', () => {
  beforeEach(() => {
    state.kernel = false;
  });

  it('the reader of bytes in JavaScript gives what the reference reader gives', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTable(30), hostileText, pieceSizes, async ({ text, delimiter }, more, pieceSize) => {
        await agrees(text, { pieceSize, options: { delimiter } });
        await agrees(`id,name,amount\nD1,Alpha,5\nD2,Beta,6\n${more}`, { pieceSize, options: { delimiter: ',' } });
      }),
      { numRuns: 300 },
    );
    expect(state.reads - state.declined).toBeGreaterThan(300);
  });

  it('a file is read by one thread, however large', async () => {
    state.split = true;
    await agrees(`id,name,amount\n${'D1,Alpha,5\nD2,Beta,6\n'.repeat(900)}`);
    expect([state.parts, state.declined]).toEqual([0, 0]);
  });
});

describe('a table for which the kernel has no room', () => {
  it.each([false, true])('is read in JavaScript, two threads or one (two: %s)', async (split) => {
    state.pages = 60;
    state.split = split;
    const rows = Array.from({ length: 60_000 }, (_, row) => `D-${row},the name of deal ${row * 7},${row}.50`);
    await agrees(`id,name,amount\n${rows.join('\n')}\n`);
    expect([state.reads, state.declined]).toEqual([1, 0]);
  });
});

describe('a file that begins in ASCII', () => {
  const ascii = `id,name\n${Array.from({ length: 40_000 }, (_, row) => `${row},Alpha`).join('\n')}\n`;

  it.each([
    ['stays UTF-8 when the rest is', Buffer.from(`${ascii}1,شرکت پارس\n`), 'utf-8'],
    ['is UTF-8 with damage where most of the rest is', Buffer.from(`${ascii}1,شرکت پارس\xff\n`, 'utf8'), 'utf-8'],
    [
      'is the code page that the rest is written in',
      Buffer.from(`${ascii}1,Zo\xeb Andr\xe9\n`, 'latin1'),
      'windows-1252',
    ],
  ])('%s', async (_, bytes, encoding) => {
    await agrees(bytes);
    const table = await (await openSource(await bytesSource('deals.csv', bytes), {})).read();
    expect(table.head.encoding).toBe(encoding);
    expect(table.size).toBe(40_001);
  });

  it('is opened again when it turns out to be something else, and reads the same twice', async () => {
    const bytes = Buffer.from(`${ascii}1,Zo\xeb Andr\xe9\n`, 'latin1');
    const opened = await openSource(await bytesSource('deals.csv', bytes), {});
    for (const table of [await opened.read(), await opened.read()]) {
      const [, name] = table.columns;
      expect(name && cellText(name, 40_000)).toBe('Zoë André');
      expect(table.findings).toEqual([{ code: 'encoding_guessed', count: 1, places: [], detail: 'windows-1252' }]);
    }
  });
});

describe('two readers of one file', () => {
  /** Rows that the opening looks at: a part that begins among them is not taken. */
  const EARLY = 400;
  beforeEach(() => {
    state.split = true;
  });

  it('give what one gives, whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTable(40, EARLY), async ({ text, delimiter }) => {
        await agrees(text, { options: { delimiter } });
      }),
      { numRuns: 400 },
    );
    // The comparison is one only if the second part was often taken.
    expect(state.taken).toBeGreaterThan(60);
    expect(state.taken).toBeLessThan(state.parts);
  });

  it('give what one gives for any text', async () => {
    const rows = 'D1,Alpha,5\nD2,Beta,6\n'.repeat(EARLY / 2);
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (first, second) => {
        await agrees(`id,name,amount\n${rows}${first}\n${rows}${second}\n${rows}`, { options: { delimiter: ',' } });
      }),
      { numRuns: 400 },
    );
    expect(state.taken).toBeGreaterThan(60);
  });

  it('do not believe a line inside quotes that looks like a record', async () => {
    const quoted = `1,"${'\n2,3,4\nx'.repeat(300)}",5\n`;
    await agrees(`id,note,size\n${quoted.repeat(3)}`, { options: { delimiter: ',' } });
    await agrees(`id,note,size\n9,${quoted.repeat(2)}`, { options: { delimiter: ',' } });
    expect(state.taken).toBe(0);
  });

  it('join dictionaries, plain columns and every mixture of the two', async () => {
    const half = (start: number, mixed: (row: number) => string): string =>
      Array.from({ length: 20_000 }, (_, index) => start + index)
        .map((row) => `D-${row},${mixed(row)},${row % 9},${row % 2 === 0 ? '' : 'ب'}`)
        .join('\n');
    const few = (row: number): string => `x${row % 5}`;
    const many = (row: number): string => `y${row * 7}`;
    for (const [first, second] of [
      [few, many],
      [many, few],
      [many, many],
      [few, few],
    ] as const) {
      await agrees(`id,mixed,stage,note\n${half(0, first)}\n${half(20_000, second)}\n`);
    }
    expect(state.taken).toBe(4);
  });

  it('begin one after the other, where the first has something else to do', async () => {
    const text = `id,name,amount\n${'D1,Alpha,5\nD2,Beta,6\n'.repeat(300_000)}`;
    const path = join(folder, 'meanwhile.csv');
    writeFileSync(path, text);
    const seen: { parts: number; bytes: number }[] = [];
    let bytes = 0;
    const meanwhile = async (): Promise<void> => {
      seen.push({ parts: state.parts, bytes });
      await new Promise(setImmediate);
      seen.push({ parts: state.parts, bytes });
    };
    const onProgress = (read: number): void => {
      bytes = read;
    };
    const opened = await openSource(await openBytes(path), { meanwhile, onProgress });
    const table = await opened.read();
    expect([table.size, state.taken]).toEqual([600_000, 1]);
    const [before, after] = seen;
    expect(seen).toHaveLength(2);
    expect(before?.parts).toBe(1);
    expect(after).toEqual(before);
    // The other one has the larger part: here, all but what was looked at.
    expect(before?.bytes).toBeLessThan(text.length / 2);
    expect(bytes).toBeLessThan(text.length / 2);
  });

  it.each([
    ['by its bytes', 'utf-8'],
    ['as texts', 'latin1'],
  ])('wait for what the first has to do where there is but one, which reads %s', async (_, encoding) => {
    state.split = false;
    const path = join(folder, 'alone.csv');
    writeFileSync(path, `id,name\n${'D1,Alpha\n'.repeat(500)}`);
    let goOn = (): void => {};
    const waits = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const opened = await openSource(await openBytes(path), { meanwhile: () => waits, encoding });
    const reading = opened.read();
    const first = await Promise.race([reading, new Promise((resolve) => setTimeout(() => resolve('waits'), 200))]);
    expect(first).toBe('waits');
    goOn();
    expect((await reading).size).toBe(500);
  });

  it('leave the rest to the first when the second declines', async () => {
    const rows = 'D1,Alpha,5\nD2,Beta,6\n'.repeat(40);
    await agrees(`id,name,amount\n${rows}D3,5" pipe,7\n`, { options: { delimiter: ',' } });
    expect([state.parts, state.taken, state.declined]).toEqual([1, 0, 1]);
  });
});

describe('texts that may stay in the file', () => {
  const name = (row: number): string =>
    row % 50 === 0
      ? `شرکت ${row}`
      : row % 51 === 0
        ? `Test ${row}`
        : row % 7 === 0
          ? `"Deal ${row}, two"`
          : `Deal ${row}`;
  const ROWS = Array.from({ length: 20_000 }, (_, row) =>
    row % 997 === 0
      ? `D${row},Deal ${row},3`
      : `D${row},${row % 53 === 0 ? '' : name(row)},${row % 7},a note of a few words`,
  );
  const VALUES: ReadonlyMap<number, ValueKind> = new Map([[1, 'places']]);
  /** With times of days beside the names, some of which are other texts. */
  const DAYS = new Map<number, ValueKind>([
    [1, 'places'],
    [2, 'placed_days'],
  ]);
  const dayOf = (row: number): string => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const day = `20${two(row % 50)}-${two(1 + (row % 12))}-${two(1 + (row % 28))}`;
    return (
      ['', day, `"${day} 10:00"`, 'unknown', `${day}T10:20`][row % 83] ?? `${day} 08:${two(row % 60)}:${two(row % 59)}`
    );
  };

  /** The names of a table as it is read, with the kind of what is stored of them. */
  async function namesIn(
    source: ByteSource,
    values?: ReadonlyMap<number, ValueKind>,
  ): Promise<readonly [string, readonly string[]]> {
    const { columns } = await (await openSource(source, {})).read(undefined, values);
    const [, column] = columns;
    if (column === undefined) throw new Error('no column');
    const kind = column.kind === 'plain' ? (column.stored?.kind ?? 'texts') : column.kind;
    return [kind, Array.from({ length: column.length }, (_, row) => cellText(column, row))];
  }

  function written(content: string | Uint8Array): string {
    const path = join(folder, `staying-${++files}.csv`);
    writeFileSync(path, content);
    return path;
  }

  it.each([
    [1, '', '\n'],
    [2, '', '\n'],
    [1, '\ufeff', '\r\n'],
    [2, '\ufeff', '\r\n'],
    [2, 'sep=,\r\n', '\r\n'],
  ])('are the texts that are stored else, with %s threads, behind "%s"', async (threads, begin, end) => {
    Object.assign(state, { split: threads === 2, leaveFrom: 0 });
    // Enough that the second thread has a part.
    const rows = [...ROWS, ...ROWS.map((row) => `E${row}`), ...ROWS.map((row) => `F${row}`), ...ROWS];
    const path = written(`${begin}id,name,stage,note${end}${rows.join(end)}`);
    const stays = await namesIn(await openBytes(path), VALUES);
    expect(state.taken).toBe(threads - 1);
    expect(stays[0]).toBe('places');
    expect(stays[1]).toEqual((await namesIn(await openBytes(path)))[1]);
  });

  it.each([
    [1, '\n'],
    [2, '\n'],
    [2, '\r\n'],
    [1, '\r'],
  ])('have times of days beside them, with %s threads, lines ending in %j', async (threads, end) => {
    Object.assign(state, { split: threads === 2, leaveFrom: 0 });
    const notes = ['a note', '"of ""two""', 'یادداشت', '"lines', ''];
    const rows = Array.from({ length: 60_000 }, (_, row) => {
      const note = notes[row % 5] ?? '';
      const whole = note.startsWith('"') ? `${note}\n and more, too"` : note;
      // A row of too few cells comes back as texts, and one of sums is left out.
      if (row % 997 === 0) return `D${row},Deal ${row},${dayOf(row)}`;
      return `${row % 4999 === 4998 ? `Total,,,${end}` : ''}D${row},${name(row)},${dayOf(row)},${whole}`;
    });
    const path = written(`id,name,day,note${end}${rows.join(end)}`);
    const read = async (values?: ReadonlyMap<number, ValueKind>): Promise<TextColumn | undefined> =>
      (await (await openSource(await openBytes(path), {})).read(undefined, values)).columns[2];
    const [stays, texts] = [await read(DAYS), await read()];
    expect(state.taken).toBe(threads === 2 ? 2 : 0);
    if (stays === undefined || texts === undefined) throw new Error('no column');
    expect(placedDays(stays)).not.toBeNull();
    expect(textsOf(stays)).toEqual(rows.map((_, row) => dayOf(row).replaceAll('"', '')));
    expect(textsOf(texts)).toEqual(textsOf(stays));
    appendFileSync(path, `${end}D,x,,`);
    const again = (): string => cellText(stays, 30_001);
    await new Promise(setImmediate);
    expect(again).toThrowError(expect.objectContaining({ code: 'changed_while_reading' }));
  });

  it('are stored where the file is small, packed, a pipe or no file, and where nobody asks', async () => {
    const content = `id,name,stage,note\n${ROWS.join('\n')}\n`;
    const path = written(content);
    const kindOf = async (source: ByteSource, values?: ReadonlyMap<number, ValueKind>): Promise<string> =>
      (await namesIn(source, values))[0];
    expect(await kindOf(await openBytes(path), VALUES)).toBe('texts');
    state.leaveFrom = content.length * 2;
    expect(await kindOf(await openBytes(path), VALUES)).toBe('texts');
    state.leaveFrom = 0;
    expect(await kindOf(await openBytes(path), VALUES)).toBe('places');
    expect(await kindOf(await openBytes(path))).toBe('texts');
    expect(await kindOf(await openBytes(written(gzipSync(content))), VALUES)).toBe('texts');
    expect(await kindOf(await bytesSource('deals.csv', Buffer.from(content)), VALUES)).toBe('texts');
    state.kernel = false;
    expect(await kindOf(await openBytes(path), VALUES)).toBe('texts');
  });

  it('are stored where the file is larger than words count', async () => {
    state.leaveFrom = 0;
    const source = await openBytes(written(`id,name,stage,note\n${ROWS.join('\n')}\n`));
    const stamp = { size: 2 ** 32, mtimeMs: 0, ino: 0 };
    expect((await namesIn({ ...source, stamp }, VALUES))[0]).toBe('texts');
  });
});
