import { describe, expect, it } from 'vitest';
import { kpiValue, reportTexts, warningCodes, warningTexts } from '../support/load-texts.js';

const DEALS = (rows: string, header = 'Deal ID,Stage,Amount,Close Date'): string => `${header}\n${rows}\n`;

describe('stages that nobody knows', () => {
  const text = DEALS('1,Won,5,2025-01-03\n2,Pilot,6,2025-02-03\n3,Pilot,7,2025-02-04\n4,Site visit,8,2025-02-05');

  it('count as open where nothing in their names ends a deal, and are said, the commonest first', async () => {
    const report = await reportTexts({ 'deals.csv': text });
    expect(kpiValue(report, 'open_deals')).toBe(3);
    const [said] = report.warnings.filter(({ code }) => code === 'assumed_open');
    expect(said?.message).toMatch(/3 rows .* count as open.*: "Pilot" \(2\), "Site visit" \(1\) \(--stage/);
  });

  it('are settled by what the user says', async () => {
    const codes = warningCodes(await reportTexts({ 'deals.csv': text }, { stages: { '*': 'open' } }));
    expect(codes).not.toContain('assumed_open');
  });

  it('are no matter where a status decides', async () => {
    const withStatus = DEALS(
      '1,Pilot,won,5,2025-01-03\n2,Visit,open,6,2025-02-03',
      'Deal ID,Stage,Status,Amount,Close Date',
    );
    expect(warningCodes(await reportTexts({ 'deals.csv': withStatus }))).not.toContain('assumed_open');
  });

  it('are left out and asked about where a word in their names ends a deal', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS('1,Won,5,2025-01-03\n2,Contract signed,6,2025-02-03') });
    expect(report.partition).toMatchObject({ won: 1, excluded: 1 });
    expect(report.warnings[0]?.message).toMatch(/"Contract signed" \(1\)\. --stage/);
  });
});

describe('stages that end a deal, who knows how', () => {
  it('are named, the commonest first, and counted where they are too many to name', async () => {
    const stages = ['Closed', 'Done', 'Archived', 'Fermé', 'Закрыта', 'Kapandı', 'Done'];
    const rows = stages.map((stage, index) => `${index},${stage},5,2025-01-03`);
    const { warnings } = await reportTexts({ 'deals.csv': DEALS(['9,Won,5,2025-01-03', ...rows].join('\n')) });
    expect(warnings.find(({ code }) => code === 'unknown_outcome')?.message).toMatch(
      /^7 deals .* "Done" \(2\), "Closed" \(1\), .* and 1 more\. --stage/,
    );
  });
});

describe('columns that can be read in two ways', () => {
  it('name the option that settles them, and are silent once it was used', async () => {
    const files = { 'deals.csv': DEALS('1,Won,"1,234",03/04/2025\n2,Lost,"5,678",05/06/2025') };
    const options = (messages: readonly { readonly message: string }[]): string[] =>
      messages.flatMap(({ message }) => /\((--\S+) settles it\)/.exec(message)?.[1] ?? []);
    expect(options((await reportTexts(files)).warnings)).toEqual(['--decimal', '--date-order']);
    const settled = await reportTexts(files, { decimal: ',', dateOrder: 'dmy' });
    expect(warningCodes(settled)).toEqual([]);
    expect(kpiValue(settled, 'revenue_won')).toBe(1.234);
  });

  it('are told of leads as well, whose fields carry their role', async () => {
    const leads = 'Lead ID,Lead Status,Created Date\nL1,New,03/04/2025\nL2,New,05/06/2025\n';
    const report = await reportTexts({ 'leads.csv': leads });
    expect(report.warnings.find(({ code }) => code === 'ambiguous_column')?.message).toContain('"Created Date"');
    expect(warningCodes(await reportTexts({ 'leads.csv': leads }, { dateOrder: 'mdy' }))).toEqual([]);
  });
});

describe('amounts in thousands, by the name of their column', () => {
  it('are multiplied: 1.5 k€ and 2 k€ are 3,500 €', async () => {
    const text = 'Deal ID;Stage;Wert (k€);Close Date\n1;Won;1,5;2025-01-03\n2;Won;2;2025-02-03\n';
    const report = await reportTexts({ 'deals.csv': text });
    expect([kpiValue(report, 'revenue_won'), report.currency]).toEqual([3500, 'EUR']);
  });

  it('are multiplied in Persian, too: ۱٫۵ million toman', async () => {
    const text = 'شناسه,مرحله,مبلغ (میلیون تومان),تاریخ بستن\n1,برد,۱٫۵,1403/05/12\n2,باخت,۲,1403/05/13\n';
    expect(kpiValue(await reportTexts({ 'deals.csv': text }), 'revenue_won')).toBe(1_500_000);
  });
});

describe('deals whose column of outcomes is empty', () => {
  const deals = (...rows: string[]): string => ['Deal,Account,Outcome,Amount,Created', ...rows, ''].join('\n');
  const text = deals('A,X,Won,100,2024-01-01', 'B,Y,Lost,50,2024-01-02', 'C,Z,,70,2024-01-05');

  it('are asked about, with an option that works', async () => {
    const report = await reportTexts({ 'deals.csv': text });
    expect(kpiValue(report, 'open_deals')).toBe(0);
    const [asked] = warningTexts(report, 'unknown_outcome');
    expect(asked).toContain('--stage "(blank)=open"');
    expect(asked).not.toContain('NAME=');
    const said = await reportTexts({ 'deals.csv': text }, { stages: { '(blank)': 'open' } });
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(said, id))).toEqual([1, 1, 1]);
    expect(warningCodes(said)).not.toContain('unknown_outcome');
  });

  it('are what another column knows, whatever is said of empty names', async () => {
    const staged = 'Deal,Status,Stage,Amount,Close Date\nA,,Closed Won,10,2024-01-01\nB,Lost,,20,2024-01-02\nC,,,5,\n';
    const said = await reportTexts({ 'deals.csv': staged }, { stages: { '(blank)': 'open' } });
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(said, id))).toEqual([1, 1, 1]);
  });
});
