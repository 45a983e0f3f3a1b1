import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/index.js';
import { check, load } from '../../src/index.js';
import { workplace } from '../support/workplace.js';

/* Rules about files, columns and other tables, from the bytes of files to the violation. */

const place = workplace();

async function checked(files: Readonly<Record<string, string>>, rules: readonly string[]): Promise<Check> {
  const paths = Object.entries(files).map(([name, text]) => ({ path: place.put(name, text) }));
  return check(await load({ files: paths }), { asOf: '2024-12-31', today: 20_088, select: rules });
}

const messages = (document: Check) =>
  document.violations.map(({ file, row, recordId, message }) => [file.split('/').at(-1), row, recordId, message]);

const DEALS = `Deal ID,Deal Name,Account Name,Owner,Product,Stage,Amount,Created Date,Closed Date
D1,Pump,Alpha,Sara,GTXPro,Won,100,2024-01-05,2024-02-05
D2,Fan,Beta,Omid,GTX Basic,Lost,200,2024-01-06,2024-03-05
D3,Valve,Betta Industries,Sara,GTX Basic,Won,300,2024-01-07,2024-03-06
`;

describe('tables beside the deals', () => {
  it('are compared with what the deals say, and the spelling of the table is offered', async () => {
    const found = await checked(
      {
        'deals.csv': DEALS,
        'products.csv': 'Product,Series\nGTX Basic,B\nGTX Pro,P\n',
        'accounts.csv':
          'Account ID,Account Name,Industry\n1,Alpha,Oil\n2,Beta,Gas\n3,Gamma,Gas\n4,Beta Industries,Oil\n',
      },
      ['ref.*', 'customer.*'],
    );
    expect(messages(found)).toEqual(
      [
        [
          'deals.csv',
          4,
          'D3',
          'the account "Betta Industries" is not in accounts.csv; did you mean "Beta Industries"?',
        ],
        ['deals.csv', 2, 'D1', 'the Product "GTXPro" is not in products.csv; did you mean "GTX Pro"?'],
        ['accounts.csv', 4, null, 'no deal names the customer "Gamma"'],
        ['accounts.csv', 5, null, 'no deal names the customer "Beta Industries"'],
      ].map(([file, row, id, message]) => [
        file,
        row,
        id,
        String(message).replaceAll(/in (\w+\.csv)/g, `in ${place.path}/$1`),
      ]),
    );
  });
});

describe('two snapshots of the same deals', () => {
  it('may move a deal on, but not change one that was closed', async () => {
    const header = 'Deal ID,Deal Name,Stage,Amount,Created Date,Closed Date';
    const found = await checked(
      {
        'january.csv': `${header}\nD1,Pump,Won,100,2023-11-05,2024-01-10\nD2,Fan,Proposal,200,2023-12-01,\nD3,Valve,Lost,50,2023-12-05,2024-01-12\nD4,Motor,Won,70,2023-12-06,2024-01-15\n`,
        'june.csv': `${header}\nD1,Pump,Won,120,2023-11-05,2024-01-10\nD2,Fan,Won,250,2023-12-01,2024-05-20\nD3,Valve,Won,50,2023-12-05,2024-06-01\nD4,Motor,Won,70,2023-12-06,2024-01-15\n`,
      },
      ['deal.snapshot_conflict'],
    );
    const january = `${place.path}/january.csv`;
    expect(messages(found)).toEqual([
      ['january.csv', 2, 'D1', `the amount of D1 is 100 in ${january}, but 120 where it counts`],
      ['january.csv', 4, 'D3', `the outcome of D3 is lost in ${january}, but won where it counts`],
    ]);
  });
});

describe('faults of a file', () => {
  it('are told by row: cells beyond the header, and a quote that is never closed', async () => {
    const broken = `${DEALS}D4,Motor,Alpha,Sara,GTX Basic,Won,400,2024-01-08,2024-03-07,one,more\nD5,"Pump,Alpha,Sara,GTX Basic,Won,5,2024-01-09,2024-03-08\n`;
    const found = await checked({ 'broken.csv': broken }, ['row.width', 'file.truncated']);
    const byRule = Object.fromEntries(found.rules.map(({ id, violations }) => [id, violations]));
    expect(byRule['file.truncated']).toBe(1);
    expect(byRule['row.width']).toBeGreaterThanOrEqual(1);
    expect(found.violations.map(({ rule, row }) => [rule, row])).toContainEqual(['row.width', 5]);
    expect(found.violations.map(({ rule, row }) => [rule, row])).toContainEqual(['file.truncated', 6]);
  });

  it('are told of an empty file beside one with deals', async () => {
    const [header = ''] = DEALS.split('\n');
    const found = await checked({ 'deals.csv': DEALS, 'next.csv': `${header}\n` }, ['file.empty']);
    expect(messages(found)).toEqual([['next.csv', 0, null, `${place.path}/next.csv has a header and no record`]]);
  });
});

describe('contacts and postponements', () => {
  it('are read from their columns', async () => {
    const found = await checked(
      {
        'contacts.csv':
          'Deal ID,Stage,Amount,Created Date,Contact Email,Phone,Push Count\nD1,Proposal,5,2024-01-05,ana.alpha.de,9.89E+11,4\nD2,Won,5,2024-01-05,ben@beta.de,+98 21 88776655,9\n',
      },
      ['contact.*', 'deal.push_count_high'],
    );
    expect(found.violations.map(({ rule, recordId, column }) => [rule, recordId, column])).toEqual([
      ['deal.push_count_high', 'D1', 'Push Count'],
      ['contact.email_invalid', 'D1', 'Contact Email'],
      ['contact.phone_invalid', 'D1', 'Phone'],
    ]);
  });
});

describe('a file without any lost deal', () => {
  const WON =
    'Deal ID,Stage,Amount,Created Date,Closed Date\nD1,Won,10,2024-01-05,2024-02-05\nD2,Offer,20,2024-01-06,\n';

  it('is complete where the user says so, as the repair offers it', async () => {
    const loaded = await load({ files: [{ path: place.put('won.csv', WON) }] });
    const request = { asOf: '2024-12-31', today: 20_088, select: ['file.survivor_only'] };
    expect(check(loaded, request).rules[0]).toMatchObject({
      outcome: 'warn',
      fix: expect.stringContaining('--assume-complete'),
    });
    expect(check(loaded, { ...request, assumeComplete: true }).rules[0]?.outcome).toBe('pass');
  });
});
