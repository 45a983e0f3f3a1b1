import { describe, expect, it } from 'vitest';
import { check, explain, load, type ReportRequest, report } from '../../src/index.js';
import { civilDay } from '../../src/model/civil-day.js';
import { figure } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const today = civilDay(2026, 3, 1);
const HEADER = 'id,account,stage,amount';

/** A report of a file of these lines; two days of the run must give the same. */
async function reported(lines: readonly string[], more: Partial<ReportRequest> = {}) {
  const file = place.put('snapshot.csv', `${lines.join('\n')}\n`);
  const loaded = await load({ files: [{ path: file }] });
  const [now, later] = [today, today + 400].map((day) => report(loaded, { today: day, ...more }));
  if (now === undefined || later === undefined) throw new Error('two reports');
  expect(later).toEqual(now);
  return now;
}

describe('without a recorded date', () => {
  const lines = [
    `${HEADER},expected_close`,
    '1,Tarn,Negotiation,100,2031-05-30',
    '2,Nimbo,Proposal,250,2024-05-08',
    '3,Sund,Won,300,',
    '4,Estoril,Lost,50,',
  ];

  it('nothing is measured at the day of the run', async () => {
    const document = await reported(lines);
    expect(document.asOf).toBeNull();
    for (const id of ['overdue_pipeline_value', 'customer_retention_rate']) {
      expect(figure(document.kpis, id)).toMatchObject({ value: null, reason: 'no_snapshot_date' });
    }
    expect(figure(document.kpis, 'open_pipeline_value')?.value).toBe(350);
    expect(figure(document.kpis, 'revenue_won')?.value).toBe(300);
  });

  it('the user may say the day', async () => {
    const document = await reported(lines, { asOf: '2024-06-01' });
    expect(document.asOf).toBe('2024-06-01');
    expect(figure(document.kpis, 'overdue_pipeline_value')?.value).toBe(250);
  });

  it('a rule about that day is skipped with the reason, and the explanation names the way out', async () => {
    const loaded = await load({ files: [{ path: place.put('snapshot.csv', `${lines.join('\n')}\n`) }] });
    const document = check(loaded, { today, rules: { 'deal.open_past_close': 'error' } });
    const rule = document.rules.find(({ id }) => id === 'deal.open_past_close');
    expect(rule).toMatchObject({ outcome: 'skipped', reason: 'no_snapshot_date' });
    const { facts } = explain('deal.open_past_close', { today }, loaded);
    expect(facts.map(({ value }) => value).join()).toContain('--as-of');
  });

  it('a condition on as_of is refused, a rule with one is skipped', async () => {
    const file = place.put('snapshot.csv', `${lines.join('\n')}\n`);
    const where = 'expected_close < as_of';
    const conditioned = await load({ files: [{ path: file }], where });
    expect(() => report(conditioned, { today, where })).toThrow('invalid_expression');
    const custom = { rules: [{ id: 'own.late', require: 'expected_close >= as_of' }] };
    const document = check(await load({ files: [{ path: file }], custom }), { today, custom });
    expect(document.rules.find(({ id }) => id === 'own.late')).toMatchObject({
      outcome: 'skipped',
      reason: 'no_snapshot_date',
    });
  });
});

describe('the snapshot date', () => {
  it.each([
    ['Last Modified', '2024-06-20'],
    ['Last Activity Date', '2024-06-20'],
    ['Last Stage Change Date', '2024-06-20'],
    ['Created Date', '2024-06-20'],
  ])('is the newest of %s alone', async (header, asOf) => {
    const document = await reported([
      `${HEADER},expected_close,${header}`,
      '1,Tarn,Negotiation,100,2024-06-19,2024-06-01',
      '2,Nimbo,Proposal,250,2024-06-21,2024-06-20',
      '3,Sund,Won,300,,2024-05-01',
      '4,Estoril,Lost,50,,2024-05-02',
    ]);
    expect(document.asOf).toBe(asOf);
    expect(figure(document.kpis, 'overdue_pipeline_value')?.value).toBe(100);
  });

  it('comes from invented data of the future, and is said', async () => {
    const document = await reported([
      `${HEADER},created_date,close_date`,
      '1,Tarn,Won,100,2035-01-01,2035-01-20',
      '2,Nimbo,Lost,200,2035-01-03,2035-01-25',
      '3,Sund,Won,300,2035-01-05,2035-01-30',
      '4,Estoril,Open,50,2035-01-06,2035-03-01',
    ]);
    expect(document.asOf).toBe('2035-01-30');
    const [said] = document.warnings.filter(({ code }) => code === 'future_dates');
    expect(said?.message).toContain('30 Jan 2035');
    expect(said?.message).toContain('--as-of');
  });
});
