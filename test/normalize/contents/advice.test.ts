import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../../src/errors/catalogue.js';
import { UserError } from '../../../src/errors/user-error.js';
import type { Report } from '../../../src/index.js';
import type { Role } from '../../../src/model/fields.js';
import { kpiValue, loadTexts, reportTexts, warningTexts } from '../../support/load-texts.js';

const table = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\n');

/** The `--map field="column"` options that a text names. */
function mappingIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/--map ([a-z_.]+)="([^"]+)"/g)].map((match) => [match[1], match[2]]));
}

function hint(report: Report, id: string): string {
  const entry = report.kpis.find((one) => one.id === id);
  return entry?.notes.find(({ code }) => code === 'could_be')?.message ?? '';
}

/** What the error says to do about a file that holds no deals. */
async function refusal(text: string): Promise<string> {
  try {
    await loadTexts({ 'file.csv': text });
  } catch (error) {
    if (error instanceof UserError && error.code === 'no_deals') {
      return ERRORS.no_deals.hint.en((error as UserError<'no_deals'>).args);
    }
    throw error;
  }
  throw new Error('was read');
}

describe('figures that miss a field', () => {
  const DEALS = table(
    'deal_id,who bought,rep,mnthly,yearly total,phase_nr,begun,finished',
    '1,Ardent,Lea,100,1200,x,2024-01-01,2024-02-01',
    '2,Borea,Tom,50,600,y,2024-01-02,2024-02-11',
    '3,Ardent,Lea,200,2400,x,2024-02-01,2024-03-02',
  );
  const withStage = DEALS.replaceAll('phase_nr', 'stage').replaceAll(',x,', ',Won,').replaceAll(',y,', ',Lost,');

  it('name the columns that could hold it beside the reason, and once on top', async () => {
    const report = await reportTexts({ 'deals.csv': withStage });
    const revenue = report.kpis.find(({ id }) => id === 'revenue_won');
    expect(revenue).toMatchObject({ value: null, reason: 'missing_field:amount' });
    expect(hint(report, 'revenue_won')).toContain('--map amount="yearly total"');
    const warnings = warningTexts(report, 'unmapped_candidates');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('"mnthly"');
  });

  it('name no column of kinds, and none that is mostly empty, for the customer', async () => {
    const rows = Array.from(
      { length: 24 },
      (_, n) =>
        `${n},${n % 2 === 0 ? 'Won' : 'Lost'},100,2024-02-01,${['cat', 'wolf', 'eagle'][n % 3]},${n < 4 ? `Firm ${n % 3}` : ''}`,
    );
    const report = await reportTexts({ 'deals.csv': table('id,stage,amount,close_date,behaviour,stock', ...rows) });
    expect(report.kpis.find(({ id }) => id === 'customers')?.reason).toBe('missing_field:customer');
    expect(hint(report, 'customers')).toBe('');
  });

  it('are there once the options are given, each of them and all together', async () => {
    const before = await reportTexts({ 'deals.csv': withStage });
    const advice = mappingIn(warningTexts(before, 'unmapped_candidates').join(' '));
    expect(advice).toMatchObject({ amount: 'yearly total', account: 'who bought' });
    const after = await reportTexts({ 'deals.csv': withStage }, { mapping: advice });
    expect(kpiValue(after, 'revenue_won')).toBe(3600);
    expect(kpiValue(after, 'customers')).toBe(1);
    // Of the two days the earlier is the creation: 31 and 30 days.
    expect(kpiValue(after, 'sales_cycle')).toBe(30.5);
    expect(warningTexts(after, 'unmapped_candidates')).toEqual([]);
    for (const [field, column] of Object.entries(advice)) {
      const one = await reportTexts({ 'deals.csv': withStage }, { mapping: { [field]: column } });
      expect(one.sources[0]?.columns.find((found) => found.column === column)?.field).toBe(field);
    }
  });

  it('name the column of stages by its values', async () => {
    const text = table(
      'deal_id,company,amount,close date,verdict',
      '1,Ardent,100,2024-02-01,Won',
      '2,Borea,50,2024-02-11,Lost',
      '3,Cinder,20,2024-02-12,Proposal',
    );
    const before = await reportTexts({ 'deals.csv': text });
    if (kpiValue(before, 'won_deals') === 1) return;
    const advice = mappingIn(hint(before, 'win_rate'));
    expect(advice).toEqual({ stage: 'verdict' });
    const after = await reportTexts({ 'deals.csv': text }, { mapping: advice });
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(after, id))).toEqual([1, 1, 1]);
  });

  it('name no ids, shares, counts, years and phone numbers as amounts', async () => {
    const report = await reportTexts({
      'deals.csv': table(
        'deal_id,erp nr,Seats,Founding year,Score,Telefon,Share,stage,close date',
        '1,8812,20,1998,7,5550101,20%,Won,2024-02-01',
        '2,8854,35,2004,3,5550102,35%,Lost,2024-02-11',
        '3,8811,12,2011,9,5550103,12%,Won,2024-02-12',
      ),
    });
    expect(report.kpis.find(({ id }) => id === 'revenue_won')?.value).toBeNull();
    expect(hint(report, 'revenue_won')).toBe('');
  });

  it('name no stage where no column is one, and no --stage either', async () => {
    const report = await reportTexts({
      'deals.csv': table(
        'deal id,company,state,amount,close date,newsletter,country',
        '1,Ardent,Texas,100,2024-02-01,yes,US',
        '2,Borea,Ohio,50,2024-02-11,no,US',
      ),
    });
    const said = report.warnings.map(({ message }) => message).join('\n');
    expect(said).not.toContain('--stage');
    expect(said).not.toContain('--map stage');
    expect(hint(report, 'win_rate')).toBe('');
  });
});

describe('a file without deals', () => {
  it.each([
    [
      'deals',
      table(
        'Kd,Zst,Wrt,Tag',
        'Ardent,Won,200,2024-01-01',
        'Borea,Lost,300,2024-02-01',
        'Ardent,Won,50,2024-02-01',
        'Ardent,Open,70,2024-02-01',
      ),
      { revenue_won: 250, lost_deals: 1, customers: 1 },
    ],
    [
      'orders',
      table('Kd,Wrt,Tag', 'Ardent,200,2024-01-01', 'Borea,300,2024-02-01', 'Ardent,50,2024-02-01'),
      { revenue_won: 550, customers: 2, repeat_purchase_rate: 0.5 },
    ],
    ['leads', table('E-mail,Kanal', 'a@example.org,web', 'b@example.org,fair'), {}],
  ] as const)('is read as %s with the options that the error names', async (role, text, figures) => {
    const said = await refusal(text);
    expect(said).toMatch(new RegExp(`--${role} \\S+file\\.csv`));
    // The first line is of this file; the last one speaks of files in general.
    const report = await reportTexts(
      { 'file.csv': text },
      { mapping: mappingIn(said.split('\n')[0] ?? '') },
      { 'file.csv': role as Role },
    );
    expect(report.sources[0]?.role).toBe(role);
    for (const [id, value] of Object.entries(figures)) expect(kpiValue(report, id), id).toBe(value);
  });

  it('that could be none of them is told no options of its own', async () => {
    const said = await refusal(table('Who,Where', 'Lea,Ulm', 'Tom,Bern'));
    expect(said.split('\n')).toHaveLength(1);
  });
});
