import { describe, expect, it } from 'vitest';
import { type Report, type ReportRequest, report } from '../../../../src/index.js';
import { day } from '../../../support/deals.js';
import { kpiValue, loadTexts } from '../../../support/load-texts.js';

const TODAY = day('2030-12-31');

async function reportOf(texts: Record<string, string>, options: Partial<ReportRequest> = {}): Promise<Report> {
  const loaded = await loadTexts(texts, options.by === undefined ? {} : { by: options.by });
  return report(loaded, { today: TODAY, sections: ['why'], ...options });
}

/** So many closed deals of an owner, some of them won, a third in each month of the quarter from `month` on. */
function closed(owner: string, [n, won]: readonly [number, number], amount: number, month: number): string[] {
  return Array.from({ length: n }, (_, i) => {
    // Wins are spread evenly, so that no month of a quarter is better than another.
    const isWon = Math.floor(((i + 1) * won) / n) > Math.floor((i * won) / n);
    const at = month + (i % 3);
    const created = `2023-12-${String(1 + (i % 28)).padStart(2, '0')}`;
    return `${owner} ${month} ${i},${owner},${isWon ? 'Won' : 'Lost'},${amount},${created},2024-0${at}-15`;
  });
}

const HEAD = 'Deal ID,Owner,Stage,Amount,Created Date,Close Date';
/** The published case: each rate rises, 24/80 → 13/40 and 2/20 → 7/60, and the whole falls from 26 % to 20 %. */
const SIMPSON = [
  HEAD,
  ...closed('SMB', [80, 24], 100, 1),
  ...closed('ENT', [20, 2], 300, 1),
  ...closed('SMB', [40, 13], 100, 4),
  ...closed('ENT', [60, 7], 300, 4),
].join('\n');

const QUARTER = { period: '2024-Q2', compare: 'previous' } as const;

function changeOf({ why }: Report, figure: string) {
  const found = why?.changes.find((change) => change.figure === figure);
  if (found === undefined) throw new Error(`${figure} is not told`);
  return found;
}

describe('why figures changed', () => {
  it('is null unless it is asked for', async () => {
    const loaded = await loadTexts({ 'deals.csv': SIMPSON });
    expect(report(loaded, { today: TODAY, ...QUARTER }).why).toBeNull();
  });

  it('takes won value apart into deals closed, win rate and mean amount', async () => {
    const document = await reportOf({ 'deals.csv': SIMPSON }, QUARTER);
    const change = changeOf(document, 'revenue_won');
    // 24 × 100 + 2 × 300 = 3,000; 13 × 100 + 7 × 300 = 3,400.
    expect(change).toMatchObject({
      ...{ before: 3000, after: 3400, change: 400, unit: 'money', better: 'higher', between: 'periods', alike: null },
      days: { before: { start: '2024-01-01', end: '2024-03-31' }, after: { start: '2024-04-01', end: '2024-06-30' } },
    });
    expect(kpiValue(document, 'revenue_won')).toBe(3400);
    const [factors, owners] = change.parts;
    // −6 wins of 100 at (115.3846 + 170) / 2; 54.6154 more of each of 23 wins.
    expect(factors).toMatchObject({
      kind: 'factors',
      factors: [
        { factor: 'deals_closed', before: 100, after: 100, effect: expect.closeTo(0, 9) },
        { factor: 'win_rate', before: 0.26, after: 0.2, effect: expect.closeTo(-856.1538, 3) },
        { factor: 'mean_amount', after: 170, effect: expect.closeTo(1256.1538, 3) },
      ],
    });
    expect(owners).toMatchObject({
      kind: 'sum',
      by: 'owner',
      groups: [
        { key: 'ENT', before: 600, after: 2100, effect: 1500 },
        { key: 'SMB', before: 2400, after: 1300, effect: -1100 },
      ],
    });
    expect(change.sentence.message).toBe(
      'Won value rose from 3,000 to 3,400 (+400): larger deals +1,256, lower win rate −856.',
    );
  });

  it('says that the falling win rate is all mix, with the verdict that the figure has', async () => {
    const document = await reportOf({ 'deals.csv': SIMPSON }, QUARTER);
    const change = changeOf(document, 'win_rate');
    const [part] = change.parts;
    expect(part).toMatchObject({
      kind: 'mix_rate',
      by: 'owner',
      mix: expect.closeTo(-0.0816667, 7),
      rate: expect.closeTo(0.0216667, 7),
    });
    const entry = document.kpis.find(({ id }) => id === 'win_rate');
    expect(change).toMatchObject({
      before: entry?.previous?.value,
      after: entry?.value,
      significant: entry?.change?.significant,
    });
    expect(change.verdict?.code).toBe('why_within_chance');
    expect(change.sentence.message).toContain('−8.2 pp from the mix and +2.2 pp from win rates within the groups');
  });

  it('tells no names that nobody asked for where they must not leave the house', async () => {
    const lines = SIMPSON.split('\n').map(
      (line, at) => `${line},${at === 0 ? 'Product' : at % 3 === 0 ? 'Box' : 'Bag'}`,
    );
    const texts = { 'deals.csv': lines.join('\n') };
    const none = await reportOf(texts, { ...QUARTER, samples: 'none' });
    expect(JSON.stringify(none.why)).not.toMatch(/SMB|ENT/);
    expect(changeOf(none, 'win_rate').parts.map((part) => 'by' in part && part.by)).toEqual(['product']);
    const asked = await reportOf(texts, { ...QUARTER, samples: 'none', by: ['owner'] });
    expect(changeOf(asked, 'win_rate').parts.map((part) => 'by' in part && part.by)).toEqual(['owner', 'product']);
  });

  it('says in Persian what it says in English', async () => {
    const document = await reportOf({ 'deals.csv': SIMPSON }, { ...QUARTER, lang: 'fa', calendar: 'gregorian' });
    const change = changeOf(document, 'revenue_won');
    expect(change.title).toBe('ارزش معامله‌های برنده');
    expect(change.sentence.message).toBe(
      'ارزش معامله‌های برنده از ۳٬۰۰۰ به ۳٬۴۰۰ افزایش یافت (+۴۰۰): معامله‌های بزرگ‌تر +۱٬۲۵۶، نرخ برد پایین‌تر −۸۵۶.',
    );
  });

  it('explains what is alike where the months of a quarter differ', async () => {
    // Two years in which the third month of every quarter is won, the others mostly lost.
    const deals = Array.from({ length: 24 }, (_, month) =>
      Array.from({ length: 30 }, (_, i) => {
        const wins = month % 3 === 2 ? 24 : 6;
        const at = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        return `D${month}-${i},${i % 2 === 0 ? 'Ann' : 'Bob'},${i < wins ? 'Won' : 'Lost'},100,2022-12-01,${at}-1${i % 10}`;
      }),
    ).flat();
    const document = await reportOf(
      { 'deals.csv': [HEAD, ...deals].join('\n') },
      { period: '2024-09', compare: 'previous' },
    );
    const rate = changeOf(document, 'win_rate');
    expect(rate).toMatchObject({
      alike: 'part_of_quarter',
      days: { before: { start: '2024-06-01', end: '2024-06-30' }, after: { start: '2024-09-01', end: '2024-09-30' } },
      change: 0,
    });
    // What is won has no verdict, and the rhythm says why better than that sums have no test.
    expect(changeOf(document, 'revenue_won')).toMatchObject({ reason: 'rhythm_of_quarter', before: 600, after: 2400 });
  });

  it('bridges recurring revenue', async () => {
    const subscriptions = [
      'Subscription ID,Customer,MRR,Start Date,End Date',
      'S1,A,100,2024-01-01,',
      'S2,B,50,2024-01-01,2024-05-31',
      'S3,C,30,2024-05-10,',
      'S4,A,20,2024-06-01,',
      'S5,D,5,2024-07-15,2024-09-30',
    ].join('\n');
    const document = await reportOf({ 'subscriptions.csv': subscriptions }, QUARTER);
    const change = changeOf(document, 'mrr');
    // 150 at the end of March: + 30 of C, + 20 of A, − 50 of B.
    expect(change).toMatchObject({ before: 150, after: 150, change: 0 });
    expect(change.parts).toMatchObject([
      {
        kind: 'bridge',
        steps: [
          { step: 'new', effect: 30 },
          { step: 'expansion', effect: 20 },
          { step: 'reactivation', effect: 0 },
          { step: 'contraction', effect: 0 },
          { step: 'churned', effect: -50 },
        ],
      },
    ]);
    expect(change.sentence.message).toContain('churned customers −50');
  });

  it('takes the conversion of leads apart by source', async () => {
    const leads = ([n, won]: readonly [number, number], source: string, month: string): string[] =>
      Array.from({ length: n }, (_, i) => {
        const at = `2024-${month}-${String(1 + (i % 29)).padStart(2, '0')}`;
        return `${source}${month}${i},${source},${i < won ? 'Converted' : 'New'},${at}`;
      });
    const text = [
      'Lead ID,Lead Source,Lead Status,Created Date',
      ...leads([80, 24], 'Web', '01'),
      ...leads([20, 2], 'Fair', '01'),
      ...leads([40, 13], 'Web', '02'),
      ...leads([60, 7], 'Fair', '02'),
    ].join('\n');
    const document = await reportOf({ 'leads.csv': text }, { period: '2024-02', compare: 'previous' });
    const change = changeOf(document, 'lead_conversion_rate');
    expect(change).toMatchObject({ before: 0.26, after: 0.2 });
    expect(change.parts).toMatchObject([{ by: 'source', mix: expect.closeTo(-0.0816667, 7) }]);
  });

  it.each([
    ['nothing is compared', {}, 'nothing_compared'],
    ['the files do not tell the earlier period', { period: '2024-Q1', compare: 'previous' }, 'nothing_to_explain'],
  ])('says why there is none where %s', async (_, options, reason) => {
    const { why } = await reportOf({ 'deals.csv': SIMPSON }, options);
    expect(why).toEqual({ reason, changes: [], notes: [] });
  });

  it.each([
    ['one deal', `${HEAD}\nD1,Ann,Won,5,2024-05-01,2024-05-10`],
    ['no dates', `${HEAD}\nD1,Ann,Won,5,,\nD2,Bob,Lost,,,`],
    ['no amounts', SIMPSON.replaceAll(/,[13]00,/g, ',,')],
  ])('stands %s', async (_, text) => {
    const { why } = await reportOf({ 'deals.csv': text }, QUARTER);
    for (const change of why?.changes ?? []) expect(change.figure).not.toBe('revenue_won');
  });
});
