import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { terminalText } from '../../../src/format/sanitize.js';
import { painter } from '../../../src/format/terminal/color.js';
import { MOST_ROWS, type TextRow, tableLines } from '../../../src/format/terminal/table.js';
import { HOSTILE } from '../../support/hostile.js';

const PLAIN = { paint: painter(false), isolate: (text: string) => text };
const cells = (...texts: string[]): TextRow => ({ kind: 'cells', cells: texts.map((text) => ({ text })) });
const columns = [
  { title: 'Name', align: 'left', drop: 0, min: 6 },
  { title: 'Deals', align: 'right', drop: 1 },
] as const;

describe('a terminal table', () => {
  it('has its header, columns two apart, numbers to the right, and no trailing spaces', () => {
    expect(tableLines({ columns, rows: [cells('Acme', '7'), cells('Beta Ltd', '12')] }, 40, PLAIN).lines).toEqual([
      'Name      Deals',
      'Acme          7',
      'Beta Ltd     12',
    ]);
  });

  it('aligns what the table package alone would not: vowel signs, joiners, wide letters', () => {
    const { lines } = tableLines(
      { columns, rows: [cells('عَلِیّ', '1'), cells('می‌رود', '2'), cells('株式', '3')] },
      40,
      PLAIN,
    );
    expect(lines.slice(1).map((line) => stringWidth(line))).toEqual([12, 12, 12]);
  });

  it('wraps texts and leaves numbers whole', () => {
    expect(tableLines({ columns, rows: [cells('The Long Company', '1,000')] }, 14, PLAIN).lines).toEqual([
      'Name     Deals',
      'The      1,000',
      'Long',
      'Company',
    ]);
  });

  it('says which columns did not fit', () => {
    expect(tableLines({ columns, rows: [cells('Acme', '1,000')] }, 8, PLAIN)).toEqual({
      lines: ['Name', 'Acme'],
      dropped: ['Deals'],
      more: 0,
    });
  });

  it('shows fifty rows and says how many more there are', () => {
    const rows = Array.from({ length: 60 }, (_, index) => cells(`row ${index}`, '1'));
    const { lines, more } = tableLines({ columns, rows }, 40, PLAIN);
    expect(lines).toHaveLength(1 + MOST_ROWS);
    expect(more).toBe(10);
  });

  it('sets rows in under a section, and runs a note across the columns', () => {
    const rows: TextRow[] = [
      { kind: 'section', text: 'Conversion' },
      cells('Win rate', '7'),
      { kind: 'note', label: { text: 'Leads' }, note: { text: 'n/a: no leads given' } },
    ];
    expect(tableLines({ columns, rows }, 40, PLAIN).lines).toEqual([
      'Name                      Deals',
      'Conversion',
      '  Win rate                    7',
      '  Leads     n/a: no leads given',
    ]);
  });

  it('does not confuse private-use letters of a file with its own stand-ins', () => {
    const { lines } = tableLines({ columns, rows: [cells('\u{f0000}\ue000', '1'), cells('b', '2')] }, 40, PLAIN);
    expect(lines.slice(1)).toEqual(['\u{f0000}\ue000        1', 'b         2']);
  });

  it('colours the text and not the space around it', () => {
    const rows: TextRow[] = [{ kind: 'cells', cells: [{ text: 'Acme', tone: 'bad' }, { text: '7' }] }];
    const { lines } = tableLines({ columns, rows }, 40, { ...PLAIN, paint: painter(true) });
    expect(lines[1]).toBe('\u001b[31mAcme\u001b[39m      7');
  });

  it('keeps every line within its room, whatever the cells hold', () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' })).map(terminalText);
    const row = fc.oneof(
      fc.array(text, { maxLength: 4 }).map((texts): TextRow => cells(...texts)),
      text.map((section): TextRow => ({ kind: 'section', text: section })),
      fc
        .tuple(text, text)
        .map(([label, note]): TextRow => ({ kind: 'note', label: { text: label }, note: { text: note } })),
    );
    const column = fc.record(
      {
        title: text,
        align: fc.constantFrom('left' as const, 'right' as const),
        drop: fc.nat(3),
        min: fc.integer({ min: 1, max: 20 }),
      },
      { requiredKeys: ['title', 'align', 'drop'] },
    );
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 5 }),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 10, max: 120 }),
        (some, rows, room) => {
          for (const line of tableLines({ columns: some, rows }, room, PLAIN).lines) {
            expect(stringWidth(line)).toBeLessThanOrEqual(room);
            expect(line).toBe(line.trimEnd());
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
