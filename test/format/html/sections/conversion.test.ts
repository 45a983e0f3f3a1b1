import { describe, expect, it } from 'vitest';
import { conversionHtml } from '../../../../src/format/html/sections/conversion.js';
import { htmlPage, parsed, tableTexts, textsOf } from '../../../support/html-page.js';

const GIVEN = {
  grain: 'month',
  ages: [15, 30],
  until: '2024-03-31',
  rows: [
    { label: '2024-01', start: '2024-01-01', size: 40, won: [10, 20] },
    { label: '2024-02', start: '2024-02-01', size: 8, won: [1, null] },
  ],
  unseen: { periods: 2, closingsFrom: '2024-01-01' },
  excluded: [{ reason: 'undated_created', n: 3 }],
};

describe('deals won at equal age', () => {
  it('are shares of those created, as deep as they are high, nothing where they are too young', () => {
    const page = parsed(conversionHtml(GIVEN, 'conversion', htmlPage()));
    expect(tableTexts(page)).toEqual([
      ['Created', 'Deals', '15 d', '30 d'],
      ['2024-01', '40', '25', '50'],
      ['2024-02', '8', '13', '·'],
    ]);
    expect([...page.querySelectorAll('td')].map((cell) => cell.getAttribute('class') ?? '')).toEqual([
      '',
      'h2',
      'h5',
      '',
      'h1',
      'dim',
    ]);
    const [note] = textsOf(page, '.note');
    expect(note).toContain('2 older periods are left out: the closings of the files begin on 1 Jan 2024.');
    expect(note).toContain('Rows of under 10 deals say little.');
    expect(note).toContain('Left out: 3 without a creation date.');
  });

  it('are nothing where no period is old enough', () => {
    const rows = GIVEN.rows.map((row) => ({ ...row, won: [null, null] }));
    expect(conversionHtml({ ...GIVEN, rows }, 'conversion', htmlPage())).toBe(null);
  });

  it('are bounded, the newest kept', () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      label: `${1700 + at}`,
      start: `${1700 + at}-01-01`,
      size: 10,
      won: [5, 5],
    }));
    const page = parsed(conversionHtml({ ...GIVEN, grain: 'year', rows }, 'conversion', htmlPage('fa')));
    expect(tableTexts(page)).toHaveLength(15);
    expect(page.textContent).toContain('۱۴ سطر تازه‌تر از ۳۰۰');
  });
});
