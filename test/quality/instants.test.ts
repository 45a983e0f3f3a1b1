import { describe, expect, it } from 'vitest';
import { check, type LoadRequest } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/** How many violations a rule has over files with these texts. */
async function violations(
  rule: string,
  texts: Readonly<Record<string, string>>,
  { asOf, ...reading }: Omit<LoadRequest, 'files'> & { readonly asOf?: string } = {},
): Promise<number | undefined> {
  const loaded = await loadTexts(texts, reading);
  const found = check(loaded, {
    today: day('2030-12-31'),
    select: [rule],
    ...(asOf === undefined ? {} : { asOf }),
  });
  return found.rules.find(({ id }) => id === rule)?.violations;
}

const table = (...deals: readonly string[]): string =>
  ['Id,Stage,Amount,Created Date,Close Date', ...deals, ''].join('\n');

/** Half past two in London is the evening before in New York. */
const EVENINGS = [
  '2025-03-06T02:30:00.000Z',
  '2025-03-06T02:30:00+00:00',
  '2025-03-06T03:30:00+01:00',
  '1741228200000',
];

describe('an instant beside a plain date', () => {
  it.each(EVENINGS)('%s may have been the day before: closed then is no fault', async (created) => {
    const rows = [`1,Closed Won,10,${created},2025-03-05`, '2,Closed Lost,10,2025-03-01T10:00:00Z,2025-03-09'];
    expect(await violations('deal.close_before_create', { 'deals.csv': table(...rows) })).toBe(0);
  });

  it('keeps the column of creation though most deals were created in the evening', async () => {
    const rows = EVENINGS.slice(0, 3).map((created, n) => `${n},Closed Won,10,${created},2025-03-05`);
    expect(await violations('deal.close_before_create', { 'deals.csv': table(...rows) })).toBe(0);
  });

  it('two days are a fault, and one is where both are instants, both plain, or the zone is said', async () => {
    const late = '2,Closed Lost,10,2025-03-01T10:00:00Z,2025-03-09T10:00:00Z';
    const files = {
      twoDays: table(
        '1,Closed Won,10,2025-03-07T02:30:00Z,2025-03-05',
        '2,Closed Lost,10,2025-03-01T10:00:00Z,2025-03-09',
      ),
      instants: table('1,Closed Won,10,2025-03-06T02:30:00Z,2025-03-05T22:00:00Z', late),
      plain: table('1,Closed Won,10,2025-03-06,2025-03-05', '2,Closed Lost,10,2025-03-01,2025-03-09'),
    };
    for (const [name, text] of Object.entries(files)) {
      expect(await violations('deal.close_before_create', { 'deals.csv': text }), name).toBe(1);
    }
    const evening = table(
      '1,Closed Won,10,2025-03-06T02:30:00Z,2025-03-05',
      '2,Closed Lost,10,2025-03-01T10:00:00Z,2025-03-09',
    );
    const options = { timezone: 'UTC' };
    expect(await violations('deal.close_before_create', { 'deals.csv': evening }, options)).toBe(1);
    expect(
      await violations('deal.close_before_create', { 'deals.csv': evening }, { timezone: 'America/New_York' }),
    ).toBe(0);
  });

  it('closing on the local day after the snapshot in UTC is not in the future; two days after it is', async () => {
    const rows = [
      '1,Closed Won,10,2025-03-01T10:00:00Z,2025-03-10',
      '2,Closed Lost,10,2025-03-02T10:00:00Z,2025-03-11',
    ];
    expect(await violations('deal.closed_in_future', { 'deals.csv': table(...rows) }, { asOf: '2025-03-09' })).toBe(1);
  });

  it('is the same day of creation in two exports of one deal', async () => {
    const older = table(
      '1,Proposal,10,2025-03-06T02:30:00Z,2025-06-01',
      '2,Proposal,10,2025-03-01T10:00:00Z,2025-06-01',
    );
    const newer = table('1,Closed Won,10,2025-03-05,2025-04-01', '2,Closed Won,10,2025-02-26,2025-04-02');
    const texts = { 'march.csv': older, 'april.csv': newer };
    // Deal 2 was created on 1 March, or three days before: no zone explains that.
    expect(await violations('deal.snapshot_conflict', texts)).toBe(1);
  });
});
