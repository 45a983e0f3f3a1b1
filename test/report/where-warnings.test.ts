import { describe, expect, it } from 'vitest';
import { reportTexts } from '../support/load-texts.js';

const DEALS = [
  'Deal ID,Stage,Amount,Owner,Region,Close Date',
  '1,Closed Won,10,ann,EMEA,2024-01-05',
  '2,Closed Won,20,bob,EMEA,2024-02-05',
  '3,Closed Lost,5,ann,APAC,2024-03-05',
  '',
].join('\n');

async function said(where: string): Promise<string[]> {
  const { warnings } = await reportTexts({ 'deals.csv': DEALS }, { where });
  return warnings
    .filter(({ code }) => code === 'nothing_fits' || code === 'value_not_there')
    .map(({ message }) => message);
}

describe('a condition that keeps no deal', () => {
  it('says what its column holds, and what was probably meant', async () => {
    expect(await said('Region = EMAE')).toEqual([
      'No deal fits the condition of --where, so there is nothing to count. Region is "EMAE" in no deal. Did you mean "EMEA"?',
    ]);
    expect(await said('Region in (Nordics, LATAM)')).toEqual([
      expect.stringContaining('Region is "Nordics" in no deal. It is "EMEA" (2), "APAC" (1).'),
    ]);
    expect(await said('owner = carl')).toEqual([expect.stringContaining('It is "ann" (2), "bob" (1).')]);
  });

  it('is data for who does not read sentences: words, numbers and ISO days', async () => {
    const argsOf = async (where: string) => {
      const { warnings } = await reportTexts({ 'deals.csv': DEALS }, { where });
      return warnings.find(({ code }) => code === 'nothing_fits')?.args;
    };
    expect(await argsOf('Region = Nordics')).toEqual({
      missed: [
        {
          ...{ name: 'Region', value: 'Nordics', near: null, more: 0 },
          values: [
            { value: 'EMEA', deals: 2 },
            { value: 'APAC', deals: 1 },
          ],
        },
      ],
      reaches: [],
      counted: [],
      today: '2030-12-31',
    });
    expect(await argsOf('amount > 1000 and closed_at > 2025-01-01')).toMatchObject({
      missed: [],
      reaches: [
        { name: 'amount', from: 5, to: 20 },
        { name: 'closed_at', from: '2024-01-05', to: '2024-03-05' },
      ],
    });
  });

  it('says the day that relative periods were counted from', async () => {
    expect(await said('closed_at in last-month')).toEqual([
      expect.stringContaining('last-month was counted from today, 31 Dec 2030; --as-of says another day.'),
    ]);
    expect(await said('closed_at >= today')).toEqual([
      expect.stringContaining('today is the day of the run, 31 Dec 2030;'),
    ]);
  });

  it('says how far numbers and days go', async () => {
    expect(await said('amount > 1000')).toEqual([expect.stringContaining('amount goes from 5 to 20.')]);
    expect(await said('closed_at >= 2025-01-01')).toEqual([
      expect.stringContaining('closed_at goes from 5 Jan 2024 to 5 Mar 2024.'),
    ]);
  });
});

describe('a condition that keeps some deals', () => {
  it('says of a value that no deal has only where it looks misspelt', async () => {
    expect(await said('Region in (EMEA, APCA)')).toEqual([
      '--where: Region is "APCA" in no deal. Did you mean "APAC"?',
    ]);
    expect(await said('Region in (EMEA, Nordics)')).toEqual([]);
    expect(await said('Region = emea')).toEqual([]);
    expect(await said('Region != Nordics')).toEqual([]);
  });
});
