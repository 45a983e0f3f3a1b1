import { describe, expect, it } from 'vitest';
import { type Report, report } from '../../../../src/index.js';
import { reportSchema } from '../../../../src/report/schema.js';
import { day } from '../../../support/deals.js';
import { loadTexts } from '../../../support/load-texts.js';

const AS_OF = '2024-09-30';
const dayAfter = (days: number): string =>
  new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Two hundred invented deals: created on day (7 i mod 180) of 2024, closed after ((13 i² + 5 i) mod 140) days in turns won,
 * lost, lost, open, won; what would close after September is open.
 */
function twoHundred(): string {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const begun = (i * 7) % 180;
    const end = begun + ((i * i * 13 + 5 * i) % 140);
    const kind = ['Closed Won', 'Closed Lost', 'Closed Lost', 'Open', 'Closed Won'][i % 5] ?? '';
    const isOpen = kind === 'Open' || dayAfter(end) > AS_OF;
    return `D${i},deal ${i},${isOpen ? 'Proposal' : kind},${dayAfter(begun)},${isOpen ? '' : dayAfter(end)},${i % 2 === 0 ? 'Ann' : 'Bo'}`;
  });
  return ['id,name,stage,created,closed,owner', ...rows].join('\n');
}

async function reportOf(text: string, more: Partial<Parameters<typeof report>[1]> = {}): Promise<Report> {
  const loaded = await loadTexts({ 'deals.csv': text });
  return report(loaded, { today: day('2030-12-31'), asOf: AS_OF, sections: ['survival'], ...more });
}

describe('survival, from a file to the document', () => {
  it('is what the textbook’s sums over all records give, computed outside this program', async () => {
    const document = await reportOf(twoHundred(), { by: ['owner'] });
    const { survival } = document;
    expect(survival).toMatchObject({ asOf: AS_OF, n: 200, won: 77, lost: 76, open: 47, reason: null, excluded: [] });
    const rate = survival?.eventualWinRate;
    expect(rate).toMatchObject({ reach: 272, reason: null });
    expect(rate?.value).toBeCloseTo(0.39863492758143093, 12);
    expect(rate?.stillOpen).toBeCloseTo(0.20768424742795927, 12);
    expect(rate?.interval?.low).toBeCloseTo(0.3288401684094164, 10);
    expect(rate?.interval?.high).toBeCloseTo(0.4674118130603036, 10);
    expect(survival?.timeToClose).toMatchObject({
      median: 88,
      interval: { low: 78, high: 98, method: 'brookmeyer-crowley' },
      restrictedMean: { horizon: 272 },
      eventsOnlyMedian: 70,
    });
    expect(survival?.timeToClose.restrictedMean?.value).toBeCloseTo(110.77355176104804, 9);
    const at30 = survival?.curve.find((point) => point.day === 30);
    expect(at30?.atRisk).toBe(162);
    expect([at30?.won, at30?.lost, at30?.open].map((share) => share?.toFixed(12))).toEqual([
      '0.115000000000',
      '0.075000000000',
      '0.810000000000',
    ]);
    const from30 = survival?.winFromAge[0]?.points.find((point) => point.age === 30);
    expect(from30).toMatchObject({ n: 162, medianRest: 68 });
    expect(from30?.pWin).toBeCloseTo(0.35016657726102596, 12);
    expect(from30?.pLost).toBeCloseTo(0.39343311727235764, 12);
    expect(survival?.groups[0]?.test?.statistic).toBeCloseTo(0.021992254215114984, 10);
    expect(survival?.groups[0]?.test?.pValue).toBeCloseTo(0.8821077069946389, 8);
    expect(survival?.stageTimes).toBeNull();
    expect(() => reportSchema.parse(document)).not.toThrow();
  });

  it('is the same whatever the order of the rows', async () => {
    const [head = '', ...rows] = twoHundred().split('\n');
    const turned = await reportOf([head, ...rows.reverse()].join('\n'), { by: ['owner'] });
    expect(turned.survival).toEqual((await reportOf(twoHundred(), { by: ['owner'] })).survival);
  });

  it('is as known at the end of a period', async () => {
    const document = await reportOf(twoHundred(), { period: '2024-Q2' });
    // Counted outside: of the deals created by 30 June 180 days are covered; all 200 are there.
    expect(document.survival).toMatchObject({ asOf: '2024-06-30', n: 200 });
    expect((document.survival?.won ?? 0) + (document.survival?.lost ?? 0)).toBeLessThan(153);
  });

  it.each([
    ['all are open', 'Proposal', 'no_closed_deals'],
    ['all are won', 'Closed Won', 'no_lost_deals_in_file'],
    ['all are lost', 'Closed Lost', 'no_won_deals_in_file'],
  ])('has a reason where %s', async (_, stage, reason) => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `D${i},${stage},2024-01-01,${stage === 'Proposal' ? '' : '2024-02-01'}`,
    );
    const document = await reportOf(['id,stage,created,closed', ...rows].join('\n'));
    expect(document.survival).toMatchObject({ n: 30, reason, curve: [], eventualWinRate: { value: null, reason } });
    expect(() => reportSchema.parse(document)).not.toThrow();
  });

  it('has a reason where there are no dates, or nothing', async () => {
    const undated = ['id,stage,amount', ...Array.from({ length: 30 }, (_, i) => `D${i},Closed Won,5`)].join('\n');
    const document = await reportOf(undated);
    expect(document.survival?.reason).toMatch(/^missing_field:/);
    expect(() => reportSchema.parse(document)).not.toThrow();
    const one = await reportOf('id,stage,created,closed\nD1,Closed Won,2024-01-01,2024-01-02');
    expect(one.survival).toMatchObject({ n: 1, reason: 'no_lost_deals_in_file' });
  });

  it('has a share and no time where all closed on the day they were created', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const begun = dayAfter(i);
      return `D${i},${i % 4 === 0 ? 'Closed Won' : 'Closed Lost'},${begun},${begun}`;
    });
    const { survival } = await reportOf(['id,stage,created,closed', ...rows].join('\n'));
    expect(survival).toMatchObject({
      reason: null,
      eventualWinRate: { value: 0.25, reach: 0, stillOpen: 0 },
      timeToClose: { median: null, interval: null, restrictedMean: null, reason: 'zero_cycle' },
      curve: [{ day: 0, atRisk: 40, won: 0.25, lost: 0.75, open: 0 }],
    });
  });

  it('is not there where nobody asks for it', async () => {
    expect((await reportOf(twoHundred(), { sections: ['funnel'] })).survival).toBeNull();
  });
});
