import { describe, expect, it } from 'vitest';
import { type CompareRequest, compare, type Report } from '../../../src/index.js';
import { loadTexts } from '../../support/load-texts.js';

const HEAD = 'Deal ID,Owner,Stage,Amount,Created Date,Close Date';

async function whyOf(
  [old, now]: readonly [string, string],
  options: CompareRequest = {},
): Promise<NonNullable<Report['why']>> {
  const loaded = [await loadTexts({ 'old.csv': old }), await loadTexts({ 'new.csv': now })];
  const { why } = compare(loaded, { taken: ['2024-03-31', '2024-04-30'], ...options });
  if (why === null) throw new Error('why is not told');
  return why;
}

const OLD = [
  HEAD,
  'A,Ann,Proposal,100.10,2024-01-05,',
  'B,Ann,Proposal,200.20,2024-01-06,',
  'C,Bob,Demo,,2024-02-01,',
  'D,Bob,Demo,300,2024-02-02,',
].join('\n');
const NEW = [
  HEAD,
  'A,Ann,Proposal,150.10,2024-01-05,',
  'B,Ann,Won,200.20,2024-01-06,2024-04-10',
  'C,Bob,Proposal,50,2024-02-01,',
  'D,Bob,Demo,300,2024-02-02,',
  'E,Cleo,Demo,400,2024-04-02,',
].join('\n');

describe('what two exports differ by', () => {
  it('is their open pipelines, taken apart into open deals, share with an amount and mean amount', async () => {
    const { changes, notes } = await whyOf([OLD, NEW]);
    const [pipeline] = changes;
    // 100.10 + 200.20 + 300 = 600.30; 150.10 + 50 + 300 + 400 = 900.10.
    expect(pipeline).toMatchObject({
      ...{ figure: 'open_pipeline_value', between: 'snapshots', before: expect.closeTo(600.3, 9) },
      ...{ after: expect.closeTo(900.1, 9), change: expect.closeTo(299.8, 9), verdict: null },
      days: { before: { start: '2024-03-31', end: '2024-03-31' }, after: { start: '2024-04-30', end: '2024-04-30' } },
    });
    const [factors] = pipeline?.parts ?? [];
    // Four open deals on either day: 3 of 4 with an amount at 200.10, then 4 of 4 at 225.025.
    expect(factors).toMatchObject({
      factors: [
        { factor: 'open_deals', before: 4, after: 4, effect: expect.closeTo(0, 9) },
        { factor: 'share_priced', before: 0.75, after: 1, effect: expect.closeTo(212.5625, 6) },
        { factor: 'mean_amount', effect: expect.closeTo(87.2375, 6) },
      ],
    });
    const owners = pipeline?.parts.find((part) => part.kind === 'sum' && part.by === 'owner');
    expect(owners).toMatchObject({
      groups: [
        { key: 'Cleo', effect: 400 },
        { key: 'Ann', effect: expect.closeTo(-150.2, 9) },
        { key: 'Bob', before: 300, after: 350, effect: 50 },
      ],
    });
    expect(notes.map(({ code }) => code)).toEqual(['why_arithmetic']);
  });

  it('is nothing between an export and itself', async () => {
    const { changes } = await whyOf([OLD, OLD]);
    expect(changes.map(({ figure, change }) => [figure, change])).toEqual([['open_pipeline_value', 0]]);
    expect(changes[0]?.sentence.code).toBe('why_unmoved');
    expect(changes[0]?.parts).toEqual([]);
  });

  it('is told in each currency by itself', async () => {
    const inCurrency = (text: string, by: Record<string, string>) =>
      text
        .split('\n')
        .map((line, at) => `${line},${at === 0 ? 'Currency' : (by[line.slice(0, 1)] ?? 'USD')}`)
        .join('\n');
    const { changes } = await whyOf([inCurrency(OLD, { D: 'EUR' }), inCurrency(NEW, { D: 'EUR', E: 'GBP' })]);
    const pipelines = changes.filter(({ figure }) => figure === 'open_pipeline_value');
    expect(pipelines.map(({ currency, before, after }) => [currency, before, after]).sort()).toEqual([
      ['EUR', 300, 300],
      ['GBP', 0, 400],
      ['USD', expect.closeTo(300.3, 9), expect.closeTo(200.1, 9)],
    ]);
  });

  it('is of the deals that are due in a period, where one is asked about', async () => {
    const due = (text: string, days: Record<string, string>) =>
      text
        .split('\n')
        .map((line, at) => `${line},${at === 0 ? 'Expected Close Date' : (days[line.slice(0, 1)] ?? '')}`)
        .join('\n');
    const texts = [
      due(OLD, { A: '2024-05-10', D: '2024-08-01' }),
      due(NEW, { A: '2024-05-10', D: '2024-06-30' }),
    ] as const;
    const { changes } = await whyOf(texts, { period: '2024-Q2' });
    // A of 100.10; then A of 150.10 and D of 300.
    expect(changes[0]).toMatchObject({ before: 100.1, after: expect.closeTo(450.1, 9) });
    expect(changes[0]?.sentence.message).toMatch(/^The open pipeline expected to close in 2024-Q2 rose/);
  });

  it('counts deals where one of them tells no amounts', async () => {
    const without = (text: string) => text.replaceAll(/,[\d.]*(?=,2024-0\d-\d\d,)/g, ',');
    const { changes } = await whyOf([without(OLD), NEW]);
    expect(changes[0]).toMatchObject({ figure: 'open_deals', before: 4, after: 4, unit: 'count', better: null });
  });

  it('is what closed since, beside as many days before, where the newer export tells of both', async () => {
    const deals = Array.from({ length: 90 }, (_, i) => {
      const at = new Date(Date.UTC(2024, 1, 1 + i)).toISOString().slice(0, 10);
      return `W${i},${i % 2 === 0 ? 'Ann' : 'Bob'},${i % 3 === 0 ? 'Lost' : 'Won'},${i < 60 ? 100 : 130},2024-01-01,${at}`;
    });
    const open = 'O,Ann,Demo,10,2024-01-02,';
    const old = [HEAD, ...deals.slice(0, 60), open].join('\n');
    const { changes } = await whyOf([old, [HEAD, ...deals, open].join('\n')]);
    const won = changes.find(({ figure }) => figure === 'revenue_won');
    // Thirty days up to 30 April, and thirty before them: 20 wins of 130, 20 of 100.
    expect(won).toMatchObject({
      ...{ before: 2000, after: 2600, between: 'periods' },
      days: { before: { start: '2024-03-02', end: '2024-03-31' }, after: { start: '2024-04-01', end: '2024-04-30' } },
    });
    expect(won?.sentence.message).toMatch(
      /^In the 30 days since the earlier export, beside as many before it, won value/,
    );
    expect(changes.map(({ figure }) => figure)).toContain('win_rate');
  });
});
