import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BytePlan, ByteTable, type ByteTableContents } from '../../../src/load/byte-table.js';
import { Kernel } from '../../../src/load/kernel/kernel.js';
import { KernelTable } from '../../../src/load/kernel/table.js';
import { type WidthPlan, widthPlan } from '../../../src/load/row-width.js';
import { profileOf } from '../../../src/load/several-tables.js';
import { lineAt, sheetRowAt } from '../../../src/model/row-places.js';
import { cellText, type TextColumn, textColumn } from '../../../src/model/text-column.js';
import { writtenTexts } from '../../../src/model/written-texts.js';
import { hostileText, pieceSizes, writtenTable } from '../../support/hostile-tables.js';
import { kernelHere } from '../../support/kernel.js';
import { writtenPlaces } from '../../support/row-places.js';
import { overwriteSpare } from '../../support/spare.js';

const HEADER = ['ID', 'Name', 'Amount', 'Closed', 'Notes'];
const BODY = [
  ['D1', 'Alpha', '5', '2024-01-05', ''],
  ['D2', 'Beta', '1,000.50', '2024-01-05', 'one line'],
  ['D3', 'Gamma', '7', '2024-02-05', 'x'],
];

/** Bytes of a page of WebAssembly memory. */
const PAGE = 65_536;

function planOf({ header = HEADER, ...other }: Partial<BytePlan>): BytePlan {
  return {
    delimiter: ',',
    header,
    columns: HEADER.length,
    firstColumnIsTerse: true,
    wanted: [0, 1, 2, 3, 4],
    widths: null,
    firstLine: 1,
    size: 4000,
    headerRow: header === null ? 0 : 1,
    known: [],
    lookedTo: 1,
    profile: profileOf(header ?? [], BODY),
    ...other,
  };
}

type Reader = Pick<ByteTable, 'feed' | 'finish'>;

/** What a reader makes of bytes that come in pieces; null where it declines. */
function contents(reader: Reader, bytes: Uint8Array, pieceSize: number): ByteTableContents | null {
  for (let at = 0; at < bytes.length; at += pieceSize) {
    if (!reader.feed(bytes.subarray(at, at + pieceSize), false)) return null;
  }
  return reader.feed(new Uint8Array(0), true) ? reader.finish() : null;
}

function plainly(table: ByteTableContents | null): unknown {
  if (table === null) return null;
  const { columns, places, spare: _, ...rest } = table;
  return {
    ...rest,
    ...writtenPlaces(places),
    columns: [...columns].map(([column, texts]) => [column, texts && shape(texts)]),
  };
}

/** Kind, order of values and cells: what a column is, but for the width of its codes and where the empty text stands. */
function shape(column: TextColumn): unknown {
  const cells = Array.from({ length: column.length }, (_, row) => cellText(column, row));
  return column.kind === 'plain'
    ? { kind: 'plain', cells }
    : { kind: 'dictionary', values: column.values.filter((text) => text !== ''), cells };
}

let declined = 0;

/**
 * Whole, with everything that it knows, against the reader in JavaScript, which reads it in one piece, or in the same
 * ones: where a column has many distinct cells, what it is hangs on the rows that the pieces so far promise.
 */
function agrees(text: string | Uint8Array, pieceSize: number, plan: BytePlan, samePieces = false): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const kernel = contents(new KernelTable(kernelHere(), plan, () => 0), bytes, pieceSize);
  const referenceSize = samePieces ? pieceSize : bytes.length;
  const reference = contents(new ByteTable(plan, () => 0), bytes, Math.max(1, referenceSize));
  if (kernel === null) declined++;
  expect(plainly(kernel)).toEqual(plainly(reference));
}

const widths: fc.Arbitrary<WidthPlan | null> = fc.constantFrom(
  null,
  widthPlan(HEADER, BODY, ','),
  // A delimiter at the end of each line.
  widthPlan(
    HEADER,
    BODY.map((cells) => [...cells, '']),
    ',',
  ),
);
const plans = fc
  .record({
    header: fc.constantFrom(HEADER, HEADER, null, ['', 'Name', 'Amount', 'Closed', 'Notes'], ['ID']),
    wanted: fc.subarray([0, 1, 2, 3, 4]),
    lookedTo: fc.constantFrom(1, 4),
    widths,
  })
  .map(planOf);

describe('a table read by the kernel is what the reader in JavaScript reads', () => {
  it('for any text, however hostile, cut anywhere', () => {
    declined = 0;
    fc.assert(
      fc.property(hostileText, pieceSizes, plans, (text, pieceSize, plan) => {
        agrees(text, pieceSize, plan);
        agrees(`${HEADER.join(',')}\nD1,Alpha,5,2024-01-05,\nD2,"Be""ta",6,,x\n${text}`, pieceSize, plan);
      }),
      { numRuns: 1000 },
    );
    // The comparison is one only if many of the texts are read.
    expect(declined).toBeLessThan(1600);
  });

  it('for tables with rows of all kinds', () => {
    declined = 0;
    fc.assert(
      fc.property(writtenTable(30), pieceSizes, plans, ({ text, delimiter }, pieceSize, plan) => {
        agrees(text, pieceSize, { ...plan, delimiter });
      }),
      { numRuns: 1000 },
    );
    expect(declined).toBeLessThan(200);
  });

  it('for any bytes', () => {
    const begin = Buffer.from(`${HEADER.join(',')}\nD1,Alpha,5,2024-01-05,\n`);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), pieceSizes, plans, (bytes, pieceSize, plan) => {
        agrees(Buffer.concat([begin, bytes]), pieceSize, plan);
      }),
      { numRuns: 500 },
    );
  });

  it('wherever a table is cut', () => {
    const text =
      'ID,Name,Amount,Closed,Notes\r\nD1,"Müller ""& Co""",5,2024-01-05,"two\r\nlines"\r\n\r\n' +
      'D2,شرکت پارس,"1,000.50",,\rD3,"a\n\n\n\n\n\n\nb",7,2024-01-06,😀\nTotal,,1012.50,,\r\nD4,Ωmega,8,,x';
    const bytes = Buffer.from(text);
    for (let size = 1; size <= bytes.length; size++) agrees(bytes, size, planOf({}));
  });

  it('in cells of every length, quoted and not, around the blocks that it looks at', () => {
    for (let length = 0; length < 150; length++) {
      const cell = 'x'.repeat(length);
      const rows = [`D1,${cell},5,,${cell}`, `D2,"${cell}",5,,"${cell}"`, `D3,"${cell}""",6,,"""${cell}"`];
      agrees([HEADER.join(','), ...rows, ...rows].join(length % 2 === 0 ? '\n' : '\r\n'), 1000, planOf({}));
    }
  });

  it('in columns of many distinct cells, of few, and that become plain early or late', () => {
    const cells = (index: number): readonly (string | number)[] => [
      `D-${index}`,
      `name ${index % 60_000}`,
      index % 300,
      index < 60_000 ? index % 20_000 : index,
      `"${index % 9000} ""x"""`,
    ];
    const rows = Array.from({ length: 130_000 }, (_, index) => cells(index).join(','));
    const text = `${HEADER.join(',')}\n${rows.join('\n')}\n`;
    agrees(text, 100_000, planOf({ size: text.length }), true);
    agrees(text, 1_000_000, planOf({ size: null }));
  });

  it('in a column whose first cells nearly all differ, and that is a dictionary in the end', () => {
    const accounts = 20_011;
    const rows = Array.from({ length: 60_000 }, (_, row) => {
      const mixed = Math.imul(row, 0x9e3779b1);
      const drawn = (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 8) % accounts;
      // By steps of a number that is prime to theirs: none comes again before all were there.
      return `D-${row},account ${drawn},${(row * 7919) % accounts},x,`;
    });
    const text = `${rows.join('\n')}\n`;
    const plan = planOf({ size: text.length, wanted: [0, 1, 2], profile: profileOf(HEADER, []) });
    const table = contents(new KernelTable(kernelHere(), plan, () => 0), Buffer.from(text), 20_000);
    // The first cells of the last column say that there will be no other.
    expect([...(table?.columns.values() ?? [])].map((column) => column?.kind)).toEqual([
      'plain',
      'dictionary',
      'plain',
    ]);
    agrees(text, 20_000, plan, true);
  });

  it('with codes of one, two and four bytes', () => {
    const rows = Array.from({ length: 180_000 }, (_, row) => `${row % 255},${row % 256},${Math.floor(row / 2.5)},x,`);
    const text = `${HEADER.join(',')}\n${rows.join('\n')}\n`;
    const plan = planOf({ wanted: [0, 1, 2], profile: profileOf(HEADER, []) });
    const table = contents(new KernelTable(kernelHere(), plan, () => 0), Buffer.from(text), 50_000);
    const columns = [...(table?.columns.values() ?? [])];
    expect(columns.map((column) => column?.kind === 'dictionary' && column.codes.BYTES_PER_ELEMENT)).toEqual([1, 2, 4]);
    agrees(text, 50_000, plan);
  });

  it('when another reader starts in its memory meanwhile', () => {
    const rows = Array.from(
      { length: 600 },
      (_, row) => `D${row},name ${row % 50},${row % 7},2024-01-0${1 + (row % 9)},`,
    );
    const text = `${HEADER.join(',')}\n${rows.join('\n')}\n`;
    const parts = kernelHere();
    const table = new KernelTable(parts, planOf({}), () => 0);
    const bytes = Buffer.from(text);
    expect(table.feed(bytes.subarray(0, 9000), false)).toBe(true);
    new KernelTable(parts, planOf({}), () => 0).feed(bytes, true);
    expect(table.feed(bytes.subarray(9000), true)).toBe(true);
    const reference = contents(new ByteTable(planOf({}), () => 0), bytes, bytes.length);
    expect(plainly(table.finish())).toEqual(plainly(reference));
  });

  it('with a line break in every row: where each stands lies in memory that another thread sees', () => {
    const text = `${HEADER.join(',')}\n${'D,"a\nb",5,2024-01-05,x\n'.repeat(40_000)}`;
    const table = contents(new KernelTable(kernelHere(), planOf({}), () => 0), Buffer.from(text), 1 << 20);
    expect(table?.places.firsts).toHaveLength(40_000);
    for (const list of ['firsts', 'rows', 'lines'] as const) {
      expect(table?.places[list].buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it('in two parts that grow in turn, each row in a place of its own, while others take pages and write there', () => {
    const row = (n: number): string => `D${n},name ${n},${n},2024-01-05,note é${n}\n\n`;
    const rows = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, n) => row(from + n)).join('');
    const begin = Buffer.from(`${HEADER.join(',')}\n${rows(0, 1000)}`);
    const [first, behind] = [Buffer.from(rows(1000, 90_000)), Buffer.from(rows(90_000, 180_000))];
    const bytes = Buffer.concat([begin, first, behind]);
    const parts = kernelHere();
    const table = new KernelTable(parts, planOf({ size: bytes.length }), () => 0);
    expect(table.feed(begin, false)).toBe(true);
    const places = table.planPart(begin.length + first.length, bytes.length) ?? 0;
    const second = new KernelTable(parts, planOf({ headerRow: 0, lookedTo: 0, firstLine: 0 }), () => 0, places);
    const foreign: Uint8Array[] = [];
    for (let at = 0; at < behind.length; at += 20_000) {
      expect(table.feed(first.subarray(at, at + 20_000), false)).toBe(true);
      const page = parts.memory.grow(1) * PAGE;
      foreign.push(new Uint8Array(parts.memory.buffer, page, PAGE).fill(0xaa));
      expect(second.feed(behind.subarray(at, at + 20_000), at + 20_000 >= behind.length)).toBe(true);
    }
    expect(table.absorb(second.detach())).toBe(true);
    const reference = contents(new ByteTable(planOf({}), () => 0), bytes, bytes.length);
    expect(plainly(table.finish())).toEqual(plainly(reference));
    expect(foreign.every((page) => page.every((byte) => byte === 0xaa))).toBe(true);
  });

  it('in two parts, with codes of every width that lie behind each other or do not, and rows of several lines', () => {
    const texts = (row: number): readonly string[] => [
      // The second part has other widths than the first, or ones that nobody expected.
      String(row < 100_000 ? row % 3 : row % 300),
      row % 7 === 0 ? '' : `name ${(row * 7919) % 40_000}`,
      String((row * 31) % 200),
      row < 110_000 ? `a\n${row % 11}` : String(row % 60_000),
      row < 5000 ? 'x' : String((row * 17) % 70_000),
    ];
    const rows = (from: number, to: number): Buffer =>
      Buffer.from(Array.from({ length: to - from }, (_, row) => `"${texts(from + row).join('","')}"\n`).join(''));
    const plan = planOf({ header: null, firstLine: 1, profile: profileOf(HEADER, []) });
    for (const [looked, from, to, promised] of [
      [4000, 90_000, 180_000, 180_000],
      [4000, 100_000, 180_000, 180_000],
      // Far fewer rows were expected than come.
      [300, 60_000, 180_000, 30_000],
      [500, 500, 900, 900],
    ] as const) {
      const [begin, first, behind] = [rows(0, looked), rows(looked, from), rows(from, to)];
      const parts = kernelHere();
      const table = new KernelTable(parts, plan, () => 0);
      expect(table.feed(begin, false)).toBe(true);
      const size = Math.round((begin.length / looked) * promised);
      const places = table.planPart(Math.round((size * from) / to), size) ?? 0;
      const second = new KernelTable(parts, { ...plan, firstLine: 0, lookedTo: 0 }, () => 0, places);
      expect(table.feed(first, false)).toBe(true);
      expect(second.feed(behind, false) && second.feed(new Uint8Array(0), true)).toBe(true);
      expect(table.absorb(second.detach())).toBe(true);
      const { size: kept, places: found, columns } = table.finish();
      expect(kept).toBe(to);
      const wrong: number[] = [];
      for (let row = 0, line = 1; row < to; row++) {
        const isThere = texts(row).every(
          (text, column) => cellText(columns.get(column) ?? textColumn([]), row) === text,
        );
        if (!isThere || sheetRowAt(found, row) !== row + 1 || lineAt(found, row) !== line) wrong.push(row);
        line += row < 110_000 ? 2 : 1;
      }
      expect(wrong.slice(0, 5), `${from} of ${to}`).toEqual([]);
      // A run for each row of two lines, and one for all of one line.
      expect(found.firsts).toHaveLength(Math.min(to, 110_001));
      for (const column of columns.values()) {
        if (column?.kind === 'dictionary') expect(new Set(column.values).size).toBe(column.values.length);
      }
    }
  });

  it('with short rows, of which it names the first and counts all', () => {
    const rows = Array.from({ length: 70 }, (_, index) => (index % 3 === 0 ? `D${index},x,5,,` : `D${index},Alpha,5`));
    const text = `${HEADER.join(',')}\n${rows.join('\n')}\n`;
    for (const pieceSize of [40, 100_000]) agrees(text, pieceSize, planOf({}));
    const table = contents(new KernelTable(kernelHere(), planOf({}), () => 0), Buffer.from(text), 100_000);
    const { code, count, places } = table?.findings[0] ?? {};
    expect([code, count, places?.length, places?.[0]]).toEqual(['row_too_short', 46, 20, 3]);
  });
});

describe('the memory that the kernel read into', () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, row) => `D${row},Name ${row % 9000},${row}.5,2024-01-0${1 + (row % 9)},${row % 2 === 0 ? '' : 'note'}\n`,
  );
  const bytes = Buffer.from(`${HEADER.join(',')}\n${rows.join('')}`);
  const plan = planOf({
    size: bytes.length,
    values: new Map([
      [2, 'numbers'],
      [3, 'days'],
    ]),
  });

  it('is given to others where no column stands', () => {
    const table = contents(new KernelTable(kernelHere(), plan, () => 0), bytes, 100_000);
    const { spare } = table ?? {};
    const before = plainly(table);
    const size = (spare?.parts ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
    // The dictionary of the names alone had slots for twice as many, of 24 bytes.
    expect(size).toBeGreaterThan(2 * 9000 * 24);
    overwriteSpare(spare);
    expect(plainly(table)).toEqual(before);
    expect(before).toEqual(plainly(contents(new ByteTable(plan, () => 0), bytes, 100_000)));
  });

  it('has the empty text as the first of every dictionary, so that what is read as a category keeps its codes', () => {
    const text = Buffer.from(`${HEADER.join(',')}\na,,1,,\nb,x,1,,\na,y,,,\n`);
    const table = contents(new KernelTable(kernelHere(), planOf({ size: text.length }), () => 0), text, 100_000);
    const columns = [0, 1, 2, 3].map((column) => table?.columns.get(column));
    expect(columns.map((column) => column?.kind === 'dictionary' && [column.values, [...column.codes]])).toEqual([
      [
        ['', 'a', 'b'],
        [1, 2, 1],
      ],
      [
        ['', 'x', 'y'],
        [0, 1, 2],
      ],
      [
        ['', '1'],
        [1, 1, 0],
      ],
      [[''], [0, 0, 0]],
    ]);
  });

  it('is kept where many texts stand, for whoever looks at them in another thread', () => {
    // Every other name is one of the first hundred: a column in which nearly all differ is none of texts.
    const name = (row: number): number => (row % 2 === 0 ? (row / 2) % 12_000 : (row >> 1) % 100);
    const names = Array.from({ length: 30_000 }, (_, row) => `D${row % 3},Näme ${name(row)},,,\n`).join('');
    const text = Buffer.from(`${HEADER.join(',')}\n${names}`);
    const table = contents(new KernelTable(kernelHere(), planOf({ size: text.length }), () => 0), text, 100_000);
    const { spare, columns } = table ?? {};
    expect(spare?.parts.length).toBeGreaterThan(0);
    overwriteSpare(spare);
    const [few, many] = [columns?.get(0), columns?.get(1)];
    if (few?.kind !== 'dictionary' || many?.kind !== 'dictionary') throw new Error('other columns');
    expect(writtenTexts(few)).toBeNull();
    const kept = writtenTexts(many);
    const written = kept?.texts;
    expect(kept?.values).toBe(many.values);
    expect(written?.length).toBe(12_001);
    const told = Array.from({ length: 12_001 }, (_, code) => written && cellText({ kind: 'plain', ...written }, code));
    expect(told).toEqual(['', ...Array.from({ length: 12_000 }, (_, code) => `Näme ${code}`)]);
  });

  it('is never given to one of two readers where the other has its own, however many rows the first part has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 500, max: 9_000 }), (runs, rows) => {
        const parts = kernelHere();
        const [first, second] = [new Kernel(parts), new Kernel(parts)];
        first.run.start(0x2c, 1, first.putWords([0]), 1, 1, 0);
        // Each row in a run of its own.
        let row = 0;
        const keep = ({ run }: Kernel, times: number): void => {
          for (let time = 0; time < times; time++) {
            row += 2;
            run.keepRow(row, row);
          }
        };
        keep(first, runs);
        second.run.start(0x2c, 1, second.putWords([0]), 1, 0, first.run.planPart(rows, 2 * rows));
        keep(second, 3);
        const { run } = second;
        const lists = (): number[][] =>
          [run.runFirsts(), run.runRows(), run.runLines()].map((at) => [...second.words(at, 3)]);
        const before = lists();
        // More than was promised: what the first reader leaves is given to whoever asks, who writes there.
        keep(first, 3 * rows);
        for (let block = 0; block < 3 * rows; block++) {
          const at = first.run.allocate(16) >>> 0;
          first.bytes.fill(0xee, at, at + 16);
        }
        expect(lists()).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is given to nobody while another thread may read into it', () => {
    const parts = kernelHere();
    const table = new KernelTable(parts, plan, () => 0);
    expect(table.feed(bytes, false)).toBe(true);
    expect(table.planPart(bytes.length, 2 * bytes.length)).not.toBeNull();
    expect(table.feed(new Uint8Array(0), true)).toBe(true);
    expect(table.finish().spare).toBeUndefined();
  });
});
