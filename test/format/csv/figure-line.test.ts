import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { figureLines } from '../../../src/format/csv/figure-line.js';
import { headerOf } from '../../../src/format/csv/report-columns.js';

describe('a figure as a line', () => {
  const row = (name: string) => ({ section: 'breakdowns', groups: [['owner', name] as const], value: 0.1 + 0.2 });

  it('has a cell for each column, in order, and nothing where the row has none', () => {
    const text = [headerOf(2).join(','), figureLines(2, ',')({ ...row('Ann'), reason: 'no_deals' })].join('\n');
    const [cells = {}] = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    expect(Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''))).toEqual({
      section: 'breakdowns',
      by: 'owner',
      group: 'Ann',
      value: '0.30000000000000004',
      reason: 'no_deals',
    });
  });

  it('writes a text alike the first and the thousandth time', () => {
    const line = figureLines(1, '\t');
    const names = Array.from({ length: 5_000 }, (_, index) => `Rep "${index % 2_500}"`);
    const cells = names.map((name) => line(row(name)).split('\t')[5]);
    expect(cells).toEqual(names.map((name) => `"${name.replaceAll('"', '""')}"`));
    expect(line(row('=1+1')).split('\t')[5]).toBe("'=1+1");
  });
});
