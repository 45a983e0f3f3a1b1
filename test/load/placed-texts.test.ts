import { execFileSync } from 'node:child_process';
import { appendFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { FileTexts } from '../../src/load/placed-texts.js';
import { placedFile } from '../support/placed-file.js';

const decoder = new TextDecoder();

/** The text of a file at a place. */
function textAt(texts: FileTexts, place: number): string {
  const bytes = new Uint8Array(200).fill(0x23);
  const end = texts.write(place, bytes, 3);
  expect([...bytes.subarray(0, 3), ...bytes.subarray(end)].every((byte) => byte === 0x23)).toBe(true);
  return decoder.decode(bytes.subarray(3, end));
}

const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof UserError ? [error.code, error.args] : error;
  }
  return null;
};
const CHANGED = ['changed_while_reading', { file: 'deals.csv' }];

describe('texts that stayed in a file', () => {
  it('end at a delimiter, a line end, a quote, or with the file', () => {
    const long = 'x'.repeat(120);
    const text = `Alpha;Beta\nGamma\r\nDelta\rEps"ilon;"Ze;ta\n";Eta;${long};"${long}";"Last";The last`;
    const texts = new FileTexts(placedFile(text, ';'));
    const at = (word: string): string => textAt(texts, text.indexOf(word));
    expect(['Alpha', 'Beta', 'Gamma', 'Delta', 'Eps', '"Ze', 'Eta'].map(at)).toEqual([
      ...['Alpha', 'Beta', 'Gamma', 'Delta', 'Eps"ilon', 'Ze;ta\n', 'Eta'],
    ]);
    expect([long, `"${long}`].map(at)).toEqual([long, long]);
    expect(['"Last', 'The'].map(at)).toEqual(['Last', 'The last']);
    expect(textAt(new FileTexts(placedFile('a,"b"')), 2)).toBe('b');
  });

  it('are the same in any order, near and far', () => {
    const rows = Array.from({ length: 3000 }, (_, row) => ({
      text: `Deal ${row}`,
      rest: 'n'.repeat(row % 50 === 0 ? 9000 : row % 300),
    }));
    let content = '';
    const places = rows.map(({ text, rest }, row) => {
      const place = content.length;
      content += row % 3 === 0 ? `"${text}",${rest}\n` : `${text},${rest}\n`;
      return place;
    });
    const file = placedFile(content);
    const inOrder = new FileTexts(file);
    expect(places.map((place) => textAt(inOrder, place))).toEqual(rows.map(({ text }) => text));
    fc.assert(
      fc.property(fc.array(fc.nat(2999), { maxLength: 60 }), (asked) => {
        const texts = new FileTexts(file);
        expect(asked.map((row) => textAt(texts, places[row] ?? 0))).toEqual(asked.map((row) => `Deal ${row}`));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['was made shorter', (path: string) => truncateSync(path, 20)],
    ['was written on', (path: string) => appendFileSync(path, 'more')],
    ['went', (path: string) => rmSync(path)],
    [
      'became a pipe, which nobody waits for,',
      (path: string) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
    [
      'is another one of the same size and time',
      (path: string) => {
        const { atime, mtime, size } = statSync(path);
        writeFileSync(`${path}.new`, 'y'.repeat(size));
        utimesSync(`${path}.new`, atime, mtime);
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'was written again',
      (path: string) => {
        writeFileSync(path, 'z'.repeat(statSync(path).size));
        utimesSync(path, 1, 1);
      },
    ],
  ])('are refused where the file %s', (_, change) => {
    const content = `Name\n${'Alpha,1\n'.repeat(40_000)}`;
    const file = placedFile(content);
    const texts = new FileTexts(file);
    expect(textAt(texts, 5)).toBe('Alpha');
    change(file.path);
    expect(refusal(() => textAt(new FileTexts(file), 5))).toEqual(CHANGED);
  });

  it('are refused where the file was written to while it is open', () => {
    const file = placedFile(`Name\n${'Alpha,1\n'.repeat(40_000)}`);
    const texts = new FileTexts(file);
    expect(textAt(texts, 5)).toBe('Alpha');
    appendFileSync(file.path, 'more');
    expect(refusal(() => textAt(texts, 80_005))).toEqual(CHANGED);
  });

  it('are read by whoever opened the file before another one took its place', () => {
    const file = placedFile(`Name\n${'Alpha,1\n'.repeat(40_000)}`);
    const texts = new FileTexts(file);
    expect(textAt(texts, 5)).toBe('Alpha');
    writeFileSync(`${file.path}.new`, 'other');
    renameSync(`${file.path}.new`, file.path);
    expect(textAt(texts, 80_005)).toBe('Alpha');
  });

  it('are read again after a rest', async () => {
    const file = placedFile(`Name\n${'Alpha,1\n'.repeat(40_000)}`);
    const texts = new FileTexts(file);
    for (const place of [5, 80_005, 160_005]) {
      expect(textAt(texts, place)).toBe('Alpha');
      await new Promise(setImmediate);
      await new Promise(setImmediate);
    }
  });

  it('are refused where none can be: it is too long, or its quote does not end', () => {
    const long = new FileTexts(placedFile(`${'x'.repeat(121)},1`));
    expect(refusal(() => textAt(long, 0))).toEqual(CHANGED);
    const open = new FileTexts(placedFile('"x,1'));
    expect(refusal(() => textAt(open, 0))).toEqual(CHANGED);
    expect(refusal(() => textAt(open, 4))).toEqual(CHANGED);
  });
});
