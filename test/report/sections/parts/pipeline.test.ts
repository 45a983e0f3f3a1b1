import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/index.js';
import { MOST_STAGES } from '../../../../src/report/open-deals-entry.js';
import { reportSchema } from '../../../../src/report/schema.js';
import { kpiValue, reportTexts } from '../../../support/load-texts.js';

function pipelineOf(report: Report): NonNullable<Report['pipeline']> {
  if (report.pipeline === null) throw new Error('no pipeline');
  return report.pipeline;
}

const deals = (head: string, ...lines: readonly string[]) => ({ 'deals.csv': [head, ...lines].join('\n') });
const HEAD = 'id,stage,amount,currency,created,closed';
/** Closed on 1 June: the newest day. */
const CLOSED = 'Z,Closed Won,5,EUR,2025-05-01,2025-06-01';

describe('the pipeline', () => {
  it('is that of the newest day, and of the last day of the period', async () => {
    const report = await reportTexts(
      deals(
        HEAD,
        'A,Proposal,100,EUR,2025-01-10,',
        'B,Proposal,,EUR,2025-05-30,',
        'C,Demo,30,EUR,,',
        'D,Closed Lost,70,EUR,2025-03-01,2025-05-02',
        CLOSED,
      ),
      { period: '2025-Q1' },
    );
    const { asOf, end, bands, atEnd, atNewest } = pipelineOf(report);
    expect([asOf, end, bands.length]).toEqual(['2025-06-01', '2025-03-31', 4]);
    // 80 days of A and 30 of D; C has no first day, so nobody knows; B was not there yet.
    expect(atEnd).toMatchObject({ day: '2025-03-31', n: 2, byAge: [0, 1, 1, 0], undated: 0, reason: null });
    expect(atEnd).toMatchObject({ stages: [], stagesReason: 'overwritten_at_closing' });
    expect(atEnd?.n).toBe(kpiValue(report, 'open_deals'));
    // To 1 June: A 142 days, B 2.
    expect(atNewest).toMatchObject({ n: 3, byAge: [1, 0, 0, 1], undated: 1, priced: 2, amount: 130, currency: 'EUR' });
    expect(
      atNewest.stages.map(({ stage, n, byAge, undated, priced, amount }) => [stage, n, byAge, undated, priced, amount]),
    ).toEqual([
      ['Demo', 1, [0, 0, 0, 0], 1, 1, 30],
      ['Proposal', 2, [1, 0, 0, 1], 0, 1, 100],
    ]);
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  it('has no past day without a period', async () => {
    const report = await reportTexts(deals(HEAD, 'A,Proposal,100,EUR,2025-01-10,', CLOSED));
    const { end, atEnd, atNewest } = pipelineOf(report);
    expect([end, atEnd, atNewest.n]).toEqual([null, null, kpiValue(report, 'open_deals')]);
  });

  it('says of a period that the files do not reach that nobody knows', async () => {
    const report = await reportTexts(deals(HEAD, 'A,Proposal,100,EUR,2025-01-10,', CLOSED), { period: '2019' });
    expect(pipelineOf(report).atEnd).toMatchObject({ n: 0, stages: [], amount: null, reason: 'outside_data' });
    expect(pipelineOf(report).atNewest.n).toBe(1);
  });

  it('has a reason for each amount and each stage that is not told', async () => {
    const mixed = await reportTexts(deals(HEAD, 'A,Demo,1,EUR,2025-01-10,', 'B,Demo,2,USD,2025-01-10,', CLOSED));
    expect(pipelineOf(mixed).atNewest).toMatchObject({
      amount: null,
      currency: null,
      amountReason: 'mixed_currencies',
    });
    const bare = await reportTexts(deals('id,status', 'A,Open', 'B,Won', 'C,Lost'));
    expect(pipelineOf(bare)).toMatchObject({ asOf: null, end: null });
    expect(pipelineOf(bare).atNewest).toMatchObject({
      ...{ day: null, n: 1, undated: 1, byAge: [0, 0, 0, 0], amount: null },
      ...{ amountReason: 'missing_field:amount', stagesReason: 'missing_field:stage', stages: [] },
    });
  });

  it('keeps pipelines apart, that with most deals first', async () => {
    const report = await reportTexts(
      deals(
        'id,pipeline,stage,created,closed',
        'A,Small,Demo,2025-01-10,',
        'B,Large,Proposal,2025-01-10,',
        'C,Large,Demo,2025-01-10,',
        'Z,Large,Closed Won,2025-01-10,2025-06-01',
      ),
    );
    expect(pipelineOf(report).atNewest.stages.map(({ pipeline, stage }) => [pipeline, stage])).toEqual([
      ['Large', 'Demo'],
      ['Large', 'Proposal'],
      ['Small', 'Demo'],
    ]);
  });

  it('takes spellings of a stage for one, and an empty cell for a stage', async () => {
    const report = await reportTexts(
      deals('id,stage,status,created', 'A,Demo,Open,2025-01-10', 'B,demo ,Open,2025-01-10', 'C,Demo,Open,', 'D,,Open,'),
    );
    expect(pipelineOf(report).atNewest.stages.map(({ stage, n }) => [stage, n])).toEqual([
      ['Demo', 3],
      ['', 1],
    ]);
  });

  it('tells thirty stages apart, and says how many more there are', async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `${at},Stage ${at},1,EUR,2025-01-10,`);
    const report = await reportTexts(deals(HEAD, ...lines, 'X,Stage 7,1,EUR,2025-01-10,', CLOSED));
    const { n, stages, stagesTotal, rest } = pipelineOf(report).atNewest;
    expect([n, stages.length, stagesTotal]).toEqual([5_001, MOST_STAGES, 5_000]);
    expect(stages.find(({ stage }) => stage === 'Stage 7')?.n).toBe(2);
    // Thirty stages hold 31 of the 5,001 deals.
    expect(rest).toMatchObject({ n: 4_970, amount: 4_970 });
  });

  it('adds up: stages and bands to the open deals, whatever the deals', async () => {
    const one = fc.record({
      stage: fc.constantFrom('Demo', 'Proposal', 'Negotiation', '', 'Closed Won', 'Closed Lost'),
      amount: fc.option(fc.integer({ min: 0, max: 9_000 })),
      created: fc.option(fc.integer({ min: 1, max: 9 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 30 }), fc.boolean(), async (some, quarter) => {
        const lines = some.map(({ stage, amount, created }, at) => {
          const closed = stage.startsWith('Closed') ? `2025-10-1${at % 10}` : '';
          return `${at},${stage},${amount ?? ''},EUR,${created === null ? '' : `2025-0${created}-11`},${closed}`;
        });
        const report = await reportTexts(deals(HEAD, ...lines), quarter ? { period: '2025-Q2' } : {});
        const { atEnd, atNewest } = pipelineOf(report);
        for (const snapshot of [atEnd, atNewest]) {
          if (snapshot === null) continue;
          const whole = [snapshot, ...snapshot.stages];
          for (const { n, byAge, undated } of whole) expect(byAge.reduce((a, b) => a + b, undated)).toBe(n);
          if (snapshot.stages.length === 0) continue;
          const total = (of: (part: (typeof whole)[number]) => number) =>
            snapshot.stages.reduce((sum, stage) => sum + of(stage), 0);
          expect(total(({ n }) => n)).toBe(snapshot.n);
          expect(total(({ amount }) => amount ?? 0)).toBe(snapshot.amount ?? 0);
        }
        expect((quarter ? atEnd : atNewest)?.n ?? 0).toBe(kpiValue(report, 'open_deals') ?? 0);
      }),
      { numRuns: 25 },
    );
  });
});
