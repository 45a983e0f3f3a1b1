import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { FileTexts } from '../../src/load/placed-texts.js';
import { NO_PLACE, type PlacedFile, StoredPlaces } from '../../src/model/stored-places.js';
import { ValueColumn } from '../../src/model/stored-values.js';
import { plainColumn } from './plain-column.js';

let folder: string | null = null;
let files = 0;
afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

/** Writes a file that is there until the tests of a file end. */
export function placedFile(content: string | Uint8Array, delimiter = ','): PlacedFile {
  folder ??= mkdtempSync(join(tmpdir(), 'kpi-placed-'));
  const path = join(folder, `deals-${++files}.csv`);
  writeFileSync(path, content);
  const { size, mtimeMs, ino } = statSync(path);
  return { file: 'deals.csv', path, delimiter, size, mtimeMs, ino };
}

/** Words by whose first three letters a text is stored, whatever else it is. */
const WORDS = /asd|qwe|dum|xxx|bla|lor|tes|dem|sam|exa/i;

/** Whether a text may stay in a file. */
export function mayStay(text: string): boolean {
  return /^[A-Za-z0-9][ !#->@-~]{0,119}$/.test(text) && !WORDS.test(text);
}

/** A column of the cells, those of which stay in a file that may, every other one in quotes. */
export function placedColumn(cells: readonly string[]): ValueColumn {
  const places = new Uint32Array(new SharedArrayBuffer(cells.length * 4)).fill(NO_PLACE);
  let text = 'Name\n';
  cells.forEach((cell, row) => {
    if (!mayStay(cell)) return;
    places[row] = text.length;
    text += row % 2 === 0 && !cell.includes(',') ? `${cell},${row}\n` : `"${cell}",${row}\r\n`;
  });
  const rows = cells.flatMap((cell, row) => (cell !== '' && !mayStay(cell) ? [row] : []));
  const { bytes, offsets } = plainColumn(rows.map((row) => cells[row] ?? ''));
  const others = { rows: Uint32Array.from(rows), bytes, offsets };
  const empty = cells.filter((cell) => cell === '').length;
  const texts = new FileTexts(placedFile(text));
  return new ValueColumn(cells.length, new StoredPlaces({ places, texts, empty, others }));
}
