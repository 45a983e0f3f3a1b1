import { describe, expect, it } from 'vitest';
import { report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const DEALS = `Deal ID,Stage,Created,Closed,Amount,Owner
1,Closed Won,2024-01-02,2024-01-09,300,Ann
2,Closed Won,2024-01-02,2024-02-09,100,Ben
3,Closed Won,2024-01-02,2024-02-19,600,Cem
4,Closed Lost,2024-01-02,2024-03-09,50,Ann
`;

async function sharesBy(by: string, text = DEALS, top = 0): Promise<Record<string, (number | null | undefined)[]>> {
  const loaded = await loadTexts({ 'deals.csv': text }, { by: [by] });
  const made = report(loaded, { today: day('2024-04-01'), by: [by], top });
  const entry = made.breakdowns[0];
  const groups = [...(entry?.groups ?? []), ...(entry?.rest ? [{ key: ['rest'], kpis: entry.rest.kpis }] : [])];
  return Object.fromEntries(
    groups.map(({ key, kpis }) => [
      key.join(),
      ['revenue_won', 'won_deals', 'win_rate', 'avg_deal_size'].map((id) => kpis.find((one) => one.id === id)?.share),
    ]),
  );
}

describe('the share of a group', () => {
  it('is its part of counts and sums, and nothing of rates and means', async () => {
    // 300, 100 and 600 of 1,000; one of three won deals each.
    expect(await sharesBy('owner')).toEqual({
      Cem: [0.6, 1 / 3, null, null],
      Ann: [0.3, 1 / 3, null, null],
      Ben: [0.1, 1 / 3, null, null],
    });
  });

  it('counts those that were left out as one', async () => {
    expect(await sharesBy('owner', DEALS, 1)).toEqual({
      Cem: [0.6, 1 / 3, null, null],
      rest: [0.4, 2 / 3, null, null],
    });
  });

  it('is of all months, too, and nothing where one is negative, or alone', async () => {
    expect((await sharesBy('month'))['2024-02']).toEqual([0.7, 2 / 3, null, null]);
    expect((await sharesBy('owner', DEALS.replace(',100,', ',-100,')))['Cem']).toEqual([null, 1 / 3, null, null]);
    // Nobody but Cem closed a deal: his mean and his rate are those of all, and still no share.
    const one = DEALS.replaceAll('2024-01-09', '').replaceAll(/Closed Won,(.*),(Ann|Ben)/g, 'Offer,$1,$2');
    expect((await sharesBy('owner', one))['Cem']?.slice(2)).toEqual([null, null]);
    expect((await sharesBy('owner', DEALS.replaceAll(/Ben|Cem/g, 'Ann')))['Ann']).toEqual([null, null, null, null]);
  });
});
