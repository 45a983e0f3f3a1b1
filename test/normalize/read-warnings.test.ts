import { describe, expect, it } from 'vitest';
import type { ReadFinding, TableHead } from '../../src/load/raw-table.js';
import { say } from '../../src/locale/say.js';
import { readWarnings } from '../../src/normalize/read-warnings.js';

const HEAD: TableHead = {
  ...{
    file: 'a.xlsx',
    format: 'excel',
    sheet: 'Q2',
    encoding: 'utf-8',
    delimiter: null,
    columns: ['id'],
    headerRow: 1,
  },
  ...{ preamble: [], sample: [], sheets: ['Q1', 'Q2'] },
};
const told = (finding: Partial<ReadFinding> & Pick<ReadFinding, 'code'>) => {
  const findings = [{ count: 1, places: [], detail: '', ...finding }];
  const [warning] = readWarnings('a.xlsx', { head: HEAD, findings });
  return warning && { en: say(warning, 'en'), fa: say(warning, 'fa') };
};

describe('what the reader saw', () => {
  it('is told with the first rows, and how many there are', () => {
    expect(told({ code: 'row_too_long', places: [7] })?.en).toBe(
      'a.xlsx: 1 row has more cells than the header; the cells beyond it were left out (row 7).',
    );
    expect(told({ code: 'stray_quote', count: 9, places: [1, 2, 3, 4, 5, 6] })?.en).toBe(
      'a.xlsx: 9 cells hold a quote where none belongs, kept as text (row 1, 2, 3, 4, 5, …).',
    );
  });

  it('names the sheet that was read beside the others', () => {
    expect(told({ code: 'other_sheets', detail: 'Q1' })?.en).toBe(
      'a.xlsx: the sheet "Q2" was read; other sheets hold data, too: Q1 (--sheet chooses).',
    );
  });

  it.each([
    ...['row_too_long', 'row_too_short', 'stray_quote', 'unterminated_quote', 'encoding_guessed', 'encoding_damage'],
    ...['formula_without_value', 'cell_error', 'other_sheets', 'other_tables', 'duplicate_header', 'nul_bytes'],
  ] as const)('is told in Persian as well, with the same facts: %s', (code) => {
    const text = told({ code, count: 3, places: [41, 42], detail: 'windows-1256' });
    expect(text?.fa).toMatch(/[آ-ی]{3}/);
    const latin = (sentence: string) => sentence.replaceAll('۳', '3').replaceAll('،', ',');
    const facts = (sentence = ''): string[] =>
      (latin(sentence).match(/\b(?:3|41, 42|windows-1256|--\w+)\b/g) ?? []).sort();
    expect(facts(text?.fa)).toEqual(facts(text?.en));
  });
});
