import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, NO_DAY } from '../../src/model/civil-day.js';
import { categoryAt, categoryColumn, numberAt } from '../../src/model/column.js';
import { RowPick } from '../../src/model/pick-rows.js';
import { NO_ID } from '../../src/model/stored-ids.js';
import { type DayTexts, placedDays, StoredDays, ValueColumn } from '../../src/model/stored-values.js';
import { cellText, type PlainColumn, textColumn } from '../../src/model/text-column.js';
import { idColumn } from '../support/id-column.js';
import { placedColumn } from '../support/placed-file.js';

const encoder = new TextEncoder();

/** The cells as bytes, whatever they are. */
function plain(cells: readonly string[]): PlainColumn {
  const offsets = new Uint32Array(cells.length + 1);
  cells.forEach((cell, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + Buffer.byteLength(cell);
  });
  return { kind: 'plain', length: cells.length, bytes: Buffer.from(cells.join('')), offsets };
}

const cells = Array.from({ length: 90 }, (_, row) =>
  row % 7 === 0 ? '' : row % 5 === 0 ? `تهران ${row}` : `D-${row}`,
);

describe('rows that are picked', () => {
  it('hold what they held, in long runs and in short ones, in any order', () => {
    const run = fc.tuple(fc.nat(89), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const rows = runs.flatMap(([first, length]) =>
          Array.from({ length: Math.min(length, 90 - first) }, (_, at) => first + at),
        );
        const pick = new RowPick(Uint32Array.from(rows));
        const texts = rows.map((row) => cells[row]);
        for (const column of [plain(cells), textColumn(cells)]) {
          const picked = pick.cells(column);
          expect(picked.length).toBe(rows.length);
          expect(rows.map((_, at) => cellText(picked, at))).toEqual(texts);
        }
        const category = pick.cells(categoryColumn(cells));
        expect(rows.map((_, at) => categoryAt(category, at))).toEqual(texts);
        const few = pick.cells({
          codes: Uint8Array.from(cells, (_, row) => row % 3),
          numbers: Float64Array.of(0, 1, 0.5),
        });
        expect(rows.map((_, at) => numberAt(few, at))).toEqual(rows.map((row) => [0, 1, 0.5][row % 3]));
        const numbers = Float64Array.from(cells, (_, row) => row / 2);
        expect([...pick.numbers(numbers)]).toEqual(rows.map((row) => row / 2));
      }),
    );
  });

  it('are ids that are stored as numbers as before', () => {
    const ids = Array.from({ length: 90 }, (_, row) =>
      row % 7 === 0 ? '' : row % 11 === 0 ? `تهران ${row}` : `D-${row}`,
    );
    const column = idColumn('D-', 0, ids);
    const run = fc.tuple(fc.nat(89), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const rows = runs.flatMap(([first, length]) =>
          Array.from({ length: Math.min(length, 90 - first) }, (_, at) => first + at),
        );
        const picked: PlainColumn = new RowPick(Uint32Array.from(rows)).cells(column);
        const texts = rows.map((row) => ids[row] ?? '');
        expect(rows.map((_, at) => cellText(picked, at))).toEqual(texts);
        const { stored } = picked;
        if (stored?.kind !== 'ids') throw new Error('not stored as numbers');
        expect([...stored.ids]).toEqual(texts.map((text) => (/^D-/.test(text) ? Number(text.slice(2)) : NO_ID)));
        expect([...stored.others.rows]).toEqual(texts.flatMap((text, at) => (/^ت/.test(text) ? [at] : [])));
        expect(stored.empty).toBe(texts.filter((text) => text === '').length);
      }),
    );
  });

  it('are texts that stay in the file as before', () => {
    const names = Array.from({ length: 90 }, (_, row) =>
      row % 7 === 0 ? '' : row % 11 === 0 ? `تهران ${row}` : `Deal ${row}, ${row % 3}`,
    );
    const column = placedColumn(names);
    const run = fc.tuple(fc.nat(89), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const rows = runs.flatMap(([first, length]) =>
          Array.from({ length: Math.min(length, 90 - first) }, (_, at) => first + at),
        );
        const picked: PlainColumn = new RowPick(Uint32Array.from(rows)).cells(column);
        const texts = rows.map((row) => names[row] ?? '');
        expect(Buffer.from(picked.bytes).toString()).toBe(texts.join(''));
        const { stored } = picked;
        if (stored?.kind !== 'places') throw new Error('stored as texts');
        expect([...stored.others.rows]).toEqual(texts.flatMap((text, at) => (/^ت/.test(text) ? [at] : [])));
        expect(stored.empty).toBe(texts.filter((text) => text === '').length);
      }),
    );
  });

  it('are days whose texts are read again, by the rows that they were', () => {
    const texts = Array.from({ length: 90 }, (_, row) =>
      row % 7 === 0
        ? ''
        : row % 11 === 0
          ? `روز ${row}`
          : `2024-03-${String(1 + (row % 28)).padStart(2, '0')} 08:${row % 50}`,
    );
    const hasDay = (text: string): boolean => /^2024/.test(text);
    const days = Int32Array.from(texts, (text) =>
      hasDay(text) ? civilDay(2024, 3, Number(text.slice(8, 10))) : NO_DAY,
    );
    const rows = texts.flatMap((text, row) => (text !== '' && !hasDay(text) ? [row] : []));
    const { bytes, offsets } = plain(rows.map((row) => texts[row] ?? ''));
    const others = { rows: Uint32Array.from(rows), bytes, offsets };
    const write: DayTexts['write'] = (row, day, to, from) => {
      expect(day).toBe(days[row]);
      return from + encoder.encodeInto(texts[row] ?? '', to.subarray(from)).written;
    };
    const empty = texts.filter((text) => text === '').length;
    const column = new ValueColumn(90, new StoredDays(days, { write }, empty, others));
    const run = fc.tuple(fc.nat(89), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const picks = runs.flatMap(([first, length]) =>
          Array.from({ length: Math.min(length, 90 - first) }, (_, at) => first + at),
        );
        const picked: PlainColumn = new RowPick(Uint32Array.from(picks)).cells(column);
        const expected = picks.map((row) => texts[row] ?? '');
        expect(picks.map((_, at) => cellText(picked, at))).toEqual(expected);
        expect(Buffer.from(picked.bytes).toString()).toBe(expected.join(''));
        const stored = placedDays(picked);
        expect([...(stored?.days ?? [])]).toEqual(picks.map((row) => days[row]));
        expect([...(stored?.others.rows ?? [])]).toEqual(expected.flatMap((text, at) => (/^ر/.test(text) ? [at] : [])));
        expect(stored?.empty).toBe(expected.filter((text) => text === '').length);
      }),
    );
  });

  it('keep the kind of their array', () => {
    const pick = new RowPick(Uint32Array.of(2, 0));
    expect(pick.numbers(Int8Array.of(1, 0, -1))).toEqual(Int8Array.of(-1, 1));
    expect(pick.cells(Uint16Array.of(7, 8, 9))).toEqual(Uint16Array.of(9, 7));
    expect(pick.cells(Float64Array.of(1, 2, Number.NaN))).toEqual(Float64Array.of(Number.NaN, 1));
  });
});
