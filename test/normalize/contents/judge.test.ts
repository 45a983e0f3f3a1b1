import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/index.js';
import { day } from '../../support/deals.js';
import { kpiValue, loadTexts, reportTexts, warningTexts } from '../../support/load-texts.js';

/** Header → field, as a report of the file has them. */
async function fieldsOf(text: string): Promise<Record<string, string | null>> {
  const report = await reportTexts({ 'deals.csv': text });
  return Object.fromEntries((report.sources[0]?.columns ?? []).map(({ column, field }) => [column, field]));
}

/** Why a column is what it is, as an inspection says. */
async function reasonOf(text: string, column: string): Promise<string> {
  const loaded = await loadTexts({ 'deals.csv': text });
  const { sources } = inspect(loaded, { today: day('2030-12-31') });
  return sources[0]?.columns.find((one) => one.column === column)?.reason.message ?? '';
}

const table = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\n');

describe('a column of places', () => {
  const among = (header: string, places: readonly [string, string, string, string]): string =>
    table(
      `Deal ID,Company,${header},Stage,Amount,Created Date,Close Date`,
      `1,Ardent,${places[0]},Won,100,2024-01-01,2024-02-01`,
      `2,Borea,${places[1]},Lost,50,2024-01-03,2024-02-03`,
      `3,Cinder,${places[2]},Won,200,2024-01-04,2024-02-04`,
      `4,Dovetail,${places[3]},Negotiation,70,2024-02-01,2024-09-01`,
    );

  it.each([
    ['State', ['TX', 'NV', 'OR', 'TX']],
    ['State', ['Texas', 'Nevada', 'Oregon', 'Ohio']],
    ['State', ['Karnataka', 'Kerala', 'Goa', 'Delhi']],
    ['State', ['NSW', 'VIC', 'QLD', 'NSW']],
    ['Estado', ['SP', 'RJ', 'MG', 'SP']],
    ['Estado', ['Jalisco', 'Puebla', 'CDMX', 'Sonora']],
    ['Status', ['Germany', 'France', 'Italy', 'Spain']],
  ] as const)('under %s is no status, beside the stage: %s', async (header, places) => {
    const text = among(header, places);
    expect((await fieldsOf(text))[header]).toBeNull();
    expect(await reasonOf(text, header)).toContain('its values are places');
    const report = await reportTexts({ 'deals.csv': text });
    // The stage tells the outcome, so nothing is missing and nothing has to be said.
    expect(warningTexts(report, 'refused_column')).toEqual([]);
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(report, id))).toEqual([2, 1, 1]);
  });

  it('is said where no other column tells the outcome, without an option that cannot help', async () => {
    const text = table(
      'Deal ID,Company,State,Amount,Created Date,Close Date',
      '1,Ardent,Texas,100,2024-01-01,2024-02-01',
      '2,Borea,California,50,2024-01-03,2024-02-03',
    );
    const report = await reportTexts({ 'deals.csv': text });
    expect(warningTexts(report, 'refused_column')).toEqual([
      expect.stringContaining(
        '"State" is named like status, but its values are places ("Texas", "California"), so it was left out.',
      ),
    ]);
    expect(report.warnings.map(({ message }) => message).join('\n')).not.toContain('--stage');
  });

  it('does not hinder a State that is the status', async () => {
    const fields = await fieldsOf(
      table(
        'Deal ID,Company,State,Amount,Created Date,Close Date',
        '1,Ardent,Won,100,2024-01-01,2024-02-01',
        '2,Borea,Lost,50,2024-01-03,2024-02-03',
        '3,Cinder,Open,50,2024-01-03,2024-02-03',
      ),
    );
    expect(fields['State']).toBe('status');
  });

  it('is taken where the user says so', async () => {
    const text = among('State', ['TX', 'NV', 'OR', 'TX']);
    const report = await reportTexts(
      { 'deals.csv': text },
      { mapping: { status: 'State' }, stages: { TX: 'won', NV: 'lost', OR: 'open' } },
    );
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(report, id))).toEqual([2, 1, 1]);
  });
});

describe('a column of yes and no', () => {
  const deals = (header: string, [yes, no]: readonly [string, string]): string =>
    table(
      `ID,${header},Company Name,Stage,Amount,Created Date,Close Date`,
      `1,${yes},Ardent,Won,100,2024-01-01,2024-02-01`,
      `2,${no},Borea,Lost,50,2024-01-02,2024-02-02`,
      `3,${yes},Cinder,Won,70,2024-01-03,2024-02-03`,
      `4,${yes},Ardent,Won,30,2024-01-04,2024-02-04`,
    );

  it.each([
    ['Account Name', ['Yes', 'No']],
    ['Customer', ['TRUE', 'FALSE']],
    ['Cliente', ['Sí', 'No']],
    ['Client', ['Oui', 'Non']],
    ['Kunde', ['Ja', 'Nein']],
    ['مشتری', ['بله', 'خیر']],
    ['Customer', ['1', '0']],
  ] as const)('%s is no account', async (header, answers) => {
    const text = deals(header, answers);
    expect(await fieldsOf(text)).toMatchObject({ [header]: null, 'Company Name': 'account' });
    expect(kpiValue(await reportTexts({ 'deals.csv': text }), 'customers')).toBe(2);
  });

  it('is no owner and no source; addresses are fine as owners', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Sales Rep,Owner,Lead Source,Source,Stage,Amount,Created Date,Close Date',
        '1,Y,lea@example.org,yes,Web,Won,1,2024-01-01,2024-02-01',
        '2,N,tom@example.org,no,Fair,Lost,2,2024-01-01,2024-02-01',
      ),
    );
    expect(fields).toMatchObject({ 'Sales Rep': null, Owner: 'owner', 'Lead Source': null, Source: 'source' });
  });

  it('is said where it would have been the only account', async () => {
    const report = await reportTexts({
      'deals.csv': table('ID,Customer,Stage,Amount,Close Date', '1,Yes,Won,100,2024-02-01', '2,No,Lost,50,2024-02-02'),
    });
    expect(warningTexts(report, 'refused_column')).toEqual([
      expect.stringContaining(
        '"Customer" is named like account, but its cells say yes or no ("Yes", "No"), so it was left out.',
      ),
    ]);
  });
});

describe('a column without a cell', () => {
  it('yields to its filled twin, of whatever name', async () => {
    const fields = await fieldsOf(
      table(
        'id,Deal_Name,Stage,Amount,Deal Value,Created_Time,Closing_Date,Account_Name,Account_Name__name,Owner,Owner__name',
        '1,A,Closed Won,,100,2024-01-01,2024-02-01,,Ardent,,Lea',
        '2,B,Closed Lost,,50,2024-01-02,2024-02-05,-,Borea,,Tom',
      ),
    );
    expect(fields).toMatchObject({
      Amount: null,
      'Deal Value': 'amount',
      Account_Name: null,
      Account_Name__name: 'account',
      Owner: null,
      Owner__name: 'owner',
    });
  });

  it('keeps the field that no other column has', async () => {
    const fields = await fieldsOf(
      table('ID,Stage,Amount,Close Date,Owner', '1,Won,,2024-02-01,Lea', '2,Lost,,2024-02-02,Tom'),
    );
    expect(fields['Amount']).toBe('amount');
  });

  it('is no evidence of what became of a deal', async () => {
    const text = table(
      'ID,Stage,Is Won,Won Date,Status,Amount,Close Date',
      '1,Won,,,,5,2024-02-01',
      '2,Lost,,,,5,2024-02-02',
      '3,Proposal,,,,5,2024-02-03',
    );
    expect(await fieldsOf(text)).toMatchObject({ 'Is Won': null, 'Won Date': null, Status: null, Stage: 'stage' });
    expect(await reasonOf(text, 'Is Won')).toContain('not one cell');
    const report = await reportTexts({ 'deals.csv': text });
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(report, id))).toEqual([1, 1, 1]);
  });
});

describe('a stage column whose values mean nothing', () => {
  it('yields to one whose values are stages', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Status,Result,Amount,Close Date',
        '1,Blue,Won,5,2024-02-01',
        '2,Green,Lost,5,2024-02-02',
        '3,Blue,Open,5,2024-02-03',
      ),
    );
    expect(fields).toMatchObject({ Status: null, Result: 'status' });
  });

  it('that holds numbers yields to names', async () => {
    const fields = await fieldsOf(
      table('ID,Stage,Stage Name,Amount,Close Date', '1,10,Closed Won,5,2024-02-01', '2,20,Closed Lost,5,2024-02-02'),
    );
    expect(fields).toMatchObject({ Stage: null, 'Stage Name': 'stage' });
  });

  it('is taken where it is the only one, its outcome asked about', async () => {
    const text = table('ID,Stage,Amount,Close Date', '1,Alpha,5,2024-02-01', '2,Beta,6,2024-02-02');
    expect((await fieldsOf(text))['Stage']).toBe('stage');
    const [asked] = warningTexts(await reportTexts({ 'deals.csv': text }), 'unknown_outcome');
    expect(asked).toContain('--stage');
    expect(asked).toContain('"Alpha" (1)');
    const told = await reportTexts({ 'deals.csv': text }, { stages: { Alpha: 'won', Beta: 'lost' } });
    expect(['won_deals', 'lost_deals'].map((id) => kpiValue(told, id))).toEqual([1, 1]);
  });

  it('with one known name is the stage, its own names open', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Stage,Amount,Close Date',
        '1,Lead In,5,2024-02-01',
        '2,Demo,5,2024-02-02',
        '3,Won,5,2024-02-02',
        '4,Lost,5,2024-02-02',
      ),
    );
    expect(fields['Stage']).toBe('stage');
  });
});

describe('a title', () => {
  it.each([
    ['Contact', 'Email', ['VP Sales', 'CEO', 'VP Sales']],
    ['Contact Name', 'Phone', ['Head of Procurement', 'Owner', 'IT Manager']],
    ['Ansprechpartner', 'E-Mail', ['Geschäftsführer', 'Einkaufsleiter', 'Geschäftsführerin']],
    ['Contacto', 'Correo', ['Gerente de compras', 'Directora comercial', 'Jefe de ventas']],
    ['Contact', 'Email', ['Mr', 'Mrs', 'Dr.']],
  ] as const)('beside %s and %s is a job: %s', async (contact, mail, titles) => {
    const text = table(
      `${contact},Company,Title,${mail},Stage,Amount,Created,Closed`,
      ...titles.map((title, at) => `Jo Reed,Ardent ${at},${title},jo@example.org,Won,100,2024-01-01,2024-02-01`),
    );
    expect((await fieldsOf(text))['Title']).toBeNull();
    expect(await reasonOf(text, 'Title')).toContain('jobs of people');
  });

  it('that is the deal stays, beside a contact too', async () => {
    const fields = await fieldsOf(
      table(
        'Contact,Company,Title,Email,Stage,Amount,Created,Closed',
        'Jo Reed,Ardent,Website relaunch,jo@example.org,Won,100,2024-01-01,2024-02-01',
        'Kim Ott,Borea,Manager training,kim@example.org,Lost,50,2024-01-02,2024-02-02',
        'Li Moss,Cinder,Support 2024,li@example.org,Won,70,2024-01-03,2024-02-03',
      ),
    );
    expect(fields['Title']).toBe('name');
  });
});

describe('a column of dates', () => {
  it('is no account and no contact', async () => {
    const fields = await fieldsOf(
      table(
        'ID,Customer,Company,Stage,Amount,Close Date',
        '1,2023-01-05,Ardent,Won,5,2024-02-01',
        '2,2022-11-30,Borea,Lost,5,2024-02-02',
      ),
    );
    expect(fields).toMatchObject({ Customer: null, Company: 'account' });
  });
});

describe('an amount of one digit in every cell', () => {
  const rows = (rev: readonly [string, string, string]): string =>
    table(
      'Quote No,Rev,Customer,Quote Value,Won/Lost,Date Won/Lost',
      `Q1,${rev[0]},Ardent,4100,Won,2024-02-01`,
      `Q2,${rev[1]},Borea,2500,Lost,2024-02-03`,
      `Q3,${rev[2]},Cinder,900,Won,2024-02-09`,
    );

  it.each([
    ['0', '0', '0'],
    ['0', '2', '1'],
  ] as const)('yields to an amount: a revision %s %s %s', async (...rev) => {
    const fields = await fieldsOf(rows([...rev]));
    expect(fields['Quote Value']).toBe('amount');
    expect(fields['Rev']).not.toBe('amount');
  });

  it('is one where nothing else is: millions', async () => {
    const text = table('Deal ID,Amount,Stage,Close Date', '1,2,Won,2024-01-01', '2,5,Lost,2024-01-02');
    expect((await fieldsOf(text))['Amount']).toBe('amount');
  });
});
