import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import { compareTexts } from '../../support/compare-texts.js';
import { reportTexts } from '../../support/load-texts.js';

type Row = Readonly<Record<string, string>>;

const HEAD = 'Deal ID,Deal Name,Account,Owner,Stage,Amount,Currency,Create Date,Expected Close,Closed Date';
const OLD = `${HEAD}
D1,Alpha,Acme,Ann,Proposal,100.10,EUR,2025-01-02,2025-02-28,
D2,Beta,Beta Inc,"=cmd()",Demo,300.20,EUR,2025-01-03,2025-02-28,
D3,Gamma,Gamma Inc,Ann,Demo,100,EUR,2025-01-04,2025-02-28,
`;
const NEW = `${HEAD}
D1,Alpha,Acme,Ann,Closed Won,120,EUR,2025-01-02,,2025-02-20
D2,Beta,Beta Inc,"=cmd()",Proposal,310.20,EUR,2025-01-03,2025-03-20,
D7,Eta,Et,Ann,Demo,5,EUR,2025-02-05,2025-03-15,
`;
const FILES = { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW };

async function rowsOf(report: Awaited<ReturnType<typeof compareTexts>>): Promise<Row[]> {
  const text = [...(await renderReport(report, 'csv', { lang: 'en', color: false, width: 80 }))].join('');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const cells = (rows: readonly Row[], measure: string, ...columns: readonly string[]) =>
  rows
    .filter((row) => row['section'] === 'changes' && row['measure'] === measure)
    .map((row) => columns.map((column) => row[column] ?? '').filter((cell) => cell !== ''));

describe('rows of what changed', () => {
  it('have the waterfall, which adds up, the classes and the moves', async () => {
    const rows = await rowsOf(await compareTexts(FILES));
    const of = (measure: string, ...columns: string[]) => cells(rows, measure, ...columns);
    // 100.10 + 300.20 + 100; 310.20 + 5; what left as 100.10 was closed for 120.
    expect(of('start', 'start', 'end', 'value', 'currency', 'n')).toEqual([
      ['2025-01-31', '2025-02-28', '500.3', 'EUR', '3'],
    ]);
    expect(of('end', 'value', 'n')).toEqual([['315.2', '2']]);
    expect(of('step', 'group', 'value', 'n').filter(([, value]) => value !== '0')).toEqual([
      ['new', '5', '1'],
      ['grown', '10', '1'],
      ['won', '-100.1', '1'],
      ['vanished', '-100', '1'],
    ]);
    expect(of('won_amount', 'value')).toEqual([['120']]);
    const steps = of('step', 'value').reduce((sum, [value]) => sum + Math.round(Number(value) * 100), 0);
    expect(steps).toBe(31520 - 50030);
    const changes = of('step_deals', 'value').reduce((sum, [value]) => sum + Number(value), 0);
    expect(changes).toBe(2 - 3);
    expect(of('class_deals', 'group', 'value').filter(([, n]) => n !== '0')).toEqual([
      ['new', '1'],
      ['won', '1'],
      ['vanished', '1'],
      ['grown', '1'],
    ]);
    expect(of('class_amount', 'group', 'previous', 'value')).toContainEqual(['grown', '300.2', '310.2']);
    // 28 February to 20 March.
    expect(of('move_median_days', 'group', 'value')).toEqual([['slipped', '20']]);
    expect(of('stage_move_deals', 'by', 'group', 'by_2', 'group_2', 'value')).toContainEqual([
      ...['from_stage', 'Demo', 'to_stage', 'Proposal', '1'],
    ]);
    expect(of('open_amount', 'end', 'value')).toEqual([
      ['2025-01-31', '500.3'],
      ['2025-02-28', '315.2'],
    ]);
    expect(of('matched_by_id', 'value')).toEqual([['2']]);
    expect(of('pushed_deals', 'value', 'reason')).toEqual([['too_few_snapshots']]);
  });

  it('have groups as long as there are, and no formulas', async () => {
    const rows = await rowsOf(await compareTexts(FILES, { by: [['owner', 'account']] }));
    expect(cells(rows, 'group_step', 'group', 'group_2', 'group_3', 'value').filter(([, , , n]) => n !== '0')).toEqual(
      expect.arrayContaining([
        ["'=cmd()", 'Beta Inc', 'grown', '10'],
        ['Ann', 'Acme', 'won', '-100.1'],
      ]),
    );
  });

  it('say what became of the deals that were due, which adds up to them', async () => {
    const rows = await rowsOf(await compareTexts(FILES));
    // All three were due by 28 February: Alpha won, Beta is due on 20 March now, Gamma is gone.
    expect(cells(rows, 'due_deals', 'start', 'end', 'value')).toEqual([['2025-02-01', '2025-02-28', '3']]);
    expect(cells(rows, 'due_amount', 'value')).toEqual([['500.3']]);
    expect(cells(rows, 'due_became_deals', 'group', 'value').filter(([, n]) => n !== '0')).toEqual([
      ['won', '1'],
      ['slipped', '1'],
      ['vanished', '1'],
    ]);
    expect(cells(rows, 'due_became_amount', 'group', 'value').filter(([, n]) => n !== '0')).toEqual([
      ['won', '100.1'],
      ['slipped', '300.2'],
      ['vanished', '100'],
    ]);
    expect(cells(rows, 'due_won_for_amount', 'value')).toEqual([['120']]);
  });

  it('of several exports tell each pair apart', async () => {
    const rows = await rowsOf(await compareTexts({ ...FILES, 'deals-2025-03-31.csv': NEW }));
    expect(cells(rows, 'start', 'start', 'end')).toEqual([['2025-01-31', '2025-03-31']]);
    expect(cells(rows, 'each_start', 'start', 'end')).toEqual([
      ['2025-01-31', '2025-02-28'],
      ['2025-02-28', '2025-03-31'],
    ]);
  });

  it('are a reason where there is no earlier export, and none where nobody asked', async () => {
    const usual = await reportTexts({ 'deals.csv': NEW });
    expect((await rowsOf(usual)).filter(({ section }) => section === 'changes')).toEqual([]);
  });
});
