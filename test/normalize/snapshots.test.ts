import { describe, expect, it } from 'vitest';
import { kpiValue, loadTexts, reportTexts, warningCodes } from '../support/load-texts.js';

const HEADER = 'Deal ID,Deal Name,Account,Stage,Amount,Create Date,Close Date';
const table = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

/** Four deals at the end of January … */
const JANUARY = table(
  'D1,One,Alpha,Closed Won,100,2024-01-02,2024-01-20',
  'D2,Two,Beta,Negotiation,200,2024-01-03,2024-02-20',
  'D3,Three,Alpha,Negotiation,300,2024-01-04,2024-03-20',
  'D4,Four,Gamma,Negotiation,50,2024-01-05,2024-03-21',
);
/** … and three of them, with a new one, at the end of February: D2 was won for 250, D4 is gone. */
const FEBRUARY = table(
  'D1,One,Alpha,Closed Won,100,2024-01-02,2024-01-20',
  'D2,Two,Beta,Closed Won,250,2024-01-03,2024-02-18',
  'D3,Three,Alpha,Negotiation,300,2024-01-04,2024-03-20',
  'D5,Five,Delta,Negotiation,500,2024-02-25,2024-04-20',
);

describe('two exports of the same deals at different dates', () => {
  it.each([
    ['january.csv', 'february.csv'],
    ['february.csv', 'january.csv'],
  ])('count each deal once, as the newer has it, given %s before %s', async (first, second) => {
    const texts: Record<string, string> = { 'january.csv': JANUARY, 'february.csv': FEBRUARY };
    const report = await reportTexts({ [first]: texts[first] ?? '', [second]: texts[second] ?? '' });
    // Won D1 100 and D2 250; open D3 300, D5 500, and D4 50, which the older file alone has.
    expect([kpiValue(report, 'new_deals'), kpiValue(report, 'revenue_won')]).toEqual([5, 350]);
    expect(kpiValue(report, 'open_pipeline_value')).toBe(850);
    const january = report.sources.find(({ file }) => file.endsWith('january.csv'));
    const february = report.sources.find(({ file }) => file.endsWith('february.csv'));
    expect(january).toMatchObject({ rows: 4, records: 1, skipped: [{ reason: 'older snapshot', rows: 3 }] });
    expect(february).toMatchObject({ rows: 4, records: 4, skipped: [] });
  });

  it('are named in a warning with their dates and overlap, and break no rule of repeated ids', async () => {
    const report = await reportTexts({ 'january.csv': JANUARY, 'february.csv': FEBRUARY });
    expect(warningCodes(report)).toEqual(['snapshots']);
    const message = report.warnings[0]?.message ?? '';
    expect(message).toMatch(/january\.csv \(20 Jan 2024\), .*february\.csv \(25 Feb 2024\) hold the same deals/);
    expect(message).toContain('3 deals stand in several of them and count once, as in');
    expect(message).toContain('1 stands in an older one only');
    expect(report.quality?.rules.map(({ id }) => id)).not.toContain('deal.id_duplicate');
  });

  it('leave an id that one file repeats to the rule of repeated ids', async () => {
    const twice = `${FEBRUARY}D3,Three,Alpha,Negotiation,999,2024-01-04,2024-03-20\n`;
    const report = await reportTexts({ 'january.csv': JANUARY, 'february.csv': twice });
    expect(report.sources.map(({ skipped }) => skipped)).toEqual([
      [{ reason: 'older snapshot', rows: 3 }],
      [{ reason: 'repeated id', rows: 1 }],
    ]);
    expect(report.quality?.rules).toContainEqual(
      expect.objectContaining({ id: 'deal.id_duplicate', severity: 'error', violations: 1 }),
    );
  });

  it('are told apart by the order they are given in where their dates are equal', async () => {
    const edited = JANUARY.replace('Closed Won,100,', 'Closed Won,175,');
    const report = await reportTexts({ 'a.csv': JANUARY, 'b.csv': edited });
    expect(kpiValue(report, 'revenue_won')).toBe(175);
    expect(warningCodes(report)).toEqual(['snapshots']);
  });

  it('may be three, and may have a row per product line', async () => {
    const lines = (rows: readonly string[]): string => [`${HEADER},Product Name`, ...rows, ''].join('\n');
    const at = (month: string, amount: number): string =>
      lines(
        ['Scale', 'Printer'].flatMap((product) => [
          `D1,One,Alpha,Closed Won,${amount},2024-01-02,2024-01-20,${product}`,
          `D2,Two,Beta,Closed Lost,${amount},2024-01-02,2024-${month}-10,${product}`,
        ]),
      );
    const report = await reportTexts({ 'march.csv': at('03', 30), 'may.csv': at('05', 50), 'april.csv': at('04', 40) });
    expect([kpiValue(report, 'won_deals'), kpiValue(report, 'revenue_won')]).toEqual([1, 50]);
    expect(report.sources.map(({ records, skipped }) => [records, ...skipped.map(({ rows }) => rows)])).toEqual([
      [0, 2, 2],
      [2, 2],
      [0, 2, 2],
    ]);
  });
});

describe('files that are no snapshots', () => {
  it('of different deals that share few ids: the conflict is reported', async () => {
    const south = table(
      'D1,One,Alpha,Closed Won,111,2024-01-02,2024-01-20',
      'D7,Seven,Eta,Closed Won,10,2024-02-02,2024-02-20',
      'D8,Eight,Eta,Closed Won,10,2024-02-02,2024-02-20',
    );
    const report = await reportTexts({ 'north.csv': JANUARY, 'south.csv': south });
    expect(warningCodes(report)).toEqual(['repeated_ids']);
    expect(report.quality?.rules).toContainEqual(
      expect.objectContaining({ id: 'deal.id_duplicate', severity: 'error', violations: 1 }),
    );
  });

  it('of systems that both count from 1: the same ids name other deals', async () => {
    const other = table(
      'D1,Ten,Eta,Closed Won,10,2024-05-02,2024-06-20',
      'D2,Eleven,Theta,Closed Won,20,2024-05-03,2024-06-20',
      'D3,Twelve,Iota,Closed Lost,30,2024-05-04,2024-06-20',
    );
    const report = await reportTexts({ 'north.csv': JANUARY, 'south.csv': other });
    expect(warningCodes(report)).toEqual(['repeated_ids']);
    expect(report.quality?.rules).toContainEqual(
      expect.objectContaining({ id: 'deal.id_duplicate', severity: 'error', violations: 3 }),
    );
  });

  it('that are one file given twice', async () => {
    const { dataset } = await loadTexts({ 'a.csv': JANUARY, 'b.csv': JANUARY });
    expect(dataset.deals.size).toBe(4);
    expect(dataset.warnings.map(({ code }) => code)).toEqual(['repeated_ids']);
  });
});
