import { describe, expect, it } from 'vitest';
import { kpiValue, reportTexts, warningTexts } from '../../support/load-texts.js';

const table = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\n');

/** Header → field. */
async function fieldsOf(
  text: string,
  mapping: Readonly<Record<string, string>> = {},
): Promise<Record<string, string | null>> {
  const report = await reportTexts({ 'deals.csv': text }, { mapping });
  return Object.fromEntries((report.sources[0]?.columns ?? []).map(({ column, field }) => [column, field]));
}

describe('of two closing dates', () => {
  /** The actual day stands with closed deals only: cycles of 40, 50 and 60 days. */
  const two = (expected: string, actual: string, order: 'expected first' | 'actual first'): string => {
    const pair = (a: string, b: string): string => (order === 'expected first' ? `${a},${b}` : `${b},${a}`);
    return table(
      `Deal Name,Client,Status,Deal Value,Created Date,${pair(expected, actual)}`,
      `One,Ardent,Won,100,2024-01-01,${pair('2024-06-30', '2024-02-10')}`,
      `Two,Borea,Won,300,2024-01-05,${pair('2024-06-30', '2024-02-24')}`,
      `Three,Cinder,Lost,80,2024-01-10,${pair('2024-07-31', '2024-03-10')}`,
      `Four,Dovetail,Open,90,2024-02-01,${pair('2024-12-31', '')}`,
      `Five,Elm,Open,90,2024-02-01,${pair('2024-11-30', '')}`,
    );
  };

  it.each([
    ['Tentative Close Date', 'Close Date (A)'],
    ['Close Date', 'Closed Date'],
    ['Close Date (T)', 'Close Date (A)'],
    ['Expected Close Date', 'Close Date'],
    ['Close Date', 'Close Date (final)'],
    ['Closed Date', 'Close Date'],
  ])('the one that closed deals have and open ones lack is the actual one: %s, %s', async (expected, actual) => {
    for (const order of ['expected first', 'actual first'] as const) {
      const report = await reportTexts({ 'deals.csv': two(expected, actual, order) });
      expect(kpiValue(report, 'sales_cycle'), order).toBe(45);
      expect(kpiValue(report, 'open_deals')).toBe(2);
      expect(['closed_at', 'close_date']).toContain(
        report.sources[0]?.columns.find(({ column }) => column === actual)?.field,
      );
    }
  });

  it('both are taken, the other one as the expected one', async () => {
    const fields = await fieldsOf(two('Close Date (T)', 'Close Date (A)', 'expected first'));
    expect(fields).toMatchObject({ 'Close Date (T)': 'expected_close', 'Close Date (A)': 'closed_at' });
  });

  it('what the user says is not questioned', async () => {
    const text = two('Tentative Close Date', 'Close Date (A)', 'expected first');
    const fields = await fieldsOf(text, { close_date: 'Tentative Close Date' });
    expect(fields['Tentative Close Date']).toBe('close_date');
  });

  it('one that all deals have stays what its name says, where no other one is better', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Stage,Amount,Close Date,Expected Close Date',
        '1,Won,5,2024-02-01,2024-02-10',
        '2,Lost,5,2024-02-01,2024-02-10',
        '3,Proposal,5,2024-05-01,2024-05-10',
      ),
    );
    expect(fields).toMatchObject({ 'Close Date': 'close_date', 'Expected Close Date': 'expected_close' });
  });
});

describe('a day of creation', () => {
  const deals = (header: string, starts: readonly [string, string, string, string]): string =>
    table(
      `ID,Customer,Amount,Status,Close Date,${header}`,
      `1,Ardent,100,Won,2024-02-01,${starts[0]}`,
      `2,Borea,60,Lost,2024-02-11,${starts[1]}`,
      `3,Cinder,140,Won,2024-03-05,${starts[2]}`,
      `4,Dovetail,90,Open,2024-08-01,${starts[3]}`,
    );
  const AFTER = ['2024-03-01', '2024-04-01', '2024-05-01', '2024-09-01'] as const;
  const BEFORE = ['2024-01-01', '2024-01-12', '2024-01-20', '2024-02-01'] as const;

  it.each(['Start Date', 'Created Date', 'تاریخ شروع'])('is none after the close of most deals: %s', async (header) => {
    const report = await reportTexts({ 'deals.csv': deals(header, AFTER) });
    expect(report.sources[0]?.columns.find(({ column }) => column === header)?.field).toBeNull();
    expect(report.kpis.find(({ id }) => id === 'sales_cycle')).toMatchObject({
      value: null,
      reason: 'missing_field:created_at',
    });
    const [said] = warningTexts(report, 'refused_column');
    expect(said).toContain(`"${header}" is named like created_at, but it lies after the close of 3 of 3 closed deals`);
    expect(said).toContain(`--map created_at="${header}"`);
  });

  it('is taken all the same where the user says so, as the warning offers', async () => {
    const report = await reportTexts(
      { 'deals.csv': deals('Start Date', AFTER) },
      { mapping: { created_at: 'Start Date' } },
    );
    expect(report.sources[0]?.columns.find(({ column }) => column === 'Start Date')?.field).toBe('created_at');
    expect(warningTexts(report, 'refused_column')).toEqual([]);
  });

  it('is the Start Date that lies before the close', async () => {
    const report = await reportTexts({ 'deals.csv': deals('Start Date', BEFORE) });
    expect(report.sources[0]?.columns.find(({ column }) => column === 'Start Date')?.field).toBe('created_at');
    // 31, 30 and 45 days: of the won ones 31 and 45.
    expect(kpiValue(report, 'sales_cycle')).toBe(38);
  });

  it('with one deal the wrong way round is the creation, and the deal is left out', async () => {
    const report = await reportTexts({
      'deals.csv': deals('Created Date', ['2024-01-01', '2024-01-12', '2024-03-20', '2024-02-01']),
    });
    expect(report.sources[0]?.columns.find(({ column }) => column === 'Created Date')?.field).toBe('created_at');
    expect(kpiValue(report, 'sales_cycle')).toBe(31);
  });

  it('is the next column with such a name, where the first one contradicts the rest', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Customer,Amount,Status,Close Date,Start Date,Opened',
        '1,Ardent,100,Won,2024-02-01,2024-03-01,2024-01-01',
        '2,Borea,60,Lost,2024-02-11,2024-04-01,2024-01-03',
      ),
    );
    expect(fields).toMatchObject({ 'Start Date': null, Opened: 'created_at' });
  });

  it('is no Start Date that lies after the last change of most deals', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Customer,Amount,Status,Start Date,Last Modified',
        '1,Ardent,100,Won,2024-03-01,2024-02-01',
        '2,Borea,60,Open,2024-04-01,2024-02-03',
        '3,Cinder,60,Open,2024-04-01,2024-02-04',
      ),
    );
    expect(fields).toMatchObject({ 'Start Date': null, 'Last Modified': 'modified_at' });
  });

  it('says of a last change before the creation of most deals that it is none', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Customer,Amount,Status,Created Date,Date Modified',
        '1,Ardent,100,Won,2024-03-01,2023-02-01',
        '2,Borea,60,Open,2024-04-01,2023-02-03',
      ),
    );
    expect(fields).toMatchObject({ 'Created Date': 'created_at', 'Date Modified': null });
  });
});
