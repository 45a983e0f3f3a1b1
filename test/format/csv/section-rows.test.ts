import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import { reportTexts } from '../../support/load-texts.js';

type Row = Readonly<Record<string, string>>;

const HEAD = 'id,pipeline,stage,amount,currency,created,closed';
const WON = Array.from({ length: 20 }, (_, at) => `W${at},A,Closed Won,10,EUR,2025-03-01,2025-03-${at + 10}`);

async function rowsOf(lines: readonly string[], period?: string): Promise<Row[]> {
  const report = await reportTexts({ 'd.csv': [HEAD, ...lines].join('\n') }, period === undefined ? {} : { period });
  const text = [...(await renderReport(report, 'csv', { lang: 'en', color: false, width: 80 }))].join('');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const cells = (rows: readonly Row[], section: string, measure: string) =>
  rows
    .filter((row) => row['section'] === section && row['measure'] === measure)
    .map((row) => [row['by'], row['group'], row['by_2'], row['group_2'], row['value']].filter((cell) => cell !== ''));

describe('rows of the newer sections', () => {
  it('are the open deals of both days, by stage and age', async () => {
    const rows = await rowsOf(
      [...WON, 'A,A,=cmd(),100,EUR,2025-02-01,', 'B,A,Demo,30,EUR,2025-03-20,', 'C,A,Demo,,EUR,,'],
      '2025-02',
    );
    // To 28 February: A 27 days. To 29 March: 56, and B 9.
    expect(cells(rows, 'pipeline', 'open_at_end')[0]).toEqual(['1']);
    expect(cells(rows, 'pipeline', 'open_newest')).toEqual(
      expect.arrayContaining([['3'], ['age', '1'], ['stage', 'Demo', '2'], ['stage', "'=cmd()", '1']]),
    );
    const ofA = cells(rows, 'pipeline', 'open_newest').filter((row) => row[1] === "'=cmd()" && row[2] === 'age');
    expect(ofA.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(1);
    expect(cells(rows, 'pipeline', 'amount_newest')).toEqual([
      ['130'],
      ['stage', 'Demo', '30'],
      ['stage', "'=cmd()", '100'],
    ]);
  });

  it('name the pipeline where there are several, without the ages', async () => {
    const rows = await rowsOf([...WON, 'A,A,Demo,100,EUR,2025-02-01,', 'B,B,Demo,30,EUR,2025-03-20,']);
    const byStage = cells(rows, 'pipeline', 'open_newest').filter(([by]) => by === 'stage');
    expect(byStage).toEqual([
      ['stage', 'Demo', 'pipeline', 'A', '1'],
      ['stage', 'Demo', 'pipeline', 'B', '1'],
    ]);
  });

  it('are the time to close, with its bins', async () => {
    const rows = await rowsOf(WON);
    // 9 … 28 days: mean and median 18.5.
    expect(cells(rows, 'cycle', 'mean')).toEqual([['18.5']]);
    expect(cells(rows, 'cycle', 'median')).toEqual([['18.5']]);
    const [all, ...bins] = cells(rows, 'cycle', 'won');
    expect(all).toEqual(['20']);
    expect(bins.map((bin) => bin[0])).toEqual(bins.map(() => 'days'));
    expect(bins.reduce((sum, bin) => sum + Number(bin.at(-1)), 0)).toBe(20);
    expect(rows.find((row) => row['section'] === 'cycle' && row['measure'] === 'lost')?.['reason']).toBe(
      'no_lost_deals',
    );
  });

  it('are how many deals are behind each figure', async () => {
    const rows = (await rowsOf(WON)).filter((row) => row['section'] === 'evidence');
    expect(rows.find((row) => row['kpi'] === 'won_deals')).toMatchObject({
      title: 'Won deals',
      measure: 'deals',
      value: '20',
    });
  });
});
