import { expect, it } from 'vitest';
import type { InsightId } from '../../src/insight/catalogue/index.js';
import type { Finding } from '../../src/insight/definition.js';
import { nextStepOf } from '../../src/insight/next-steps.js';
import { kpi } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const HEAD = 'id,name,owner,stage,amount,created,closed,expected close,lost reason,customer,City';
const ROWS = Array.from({ length: 60 }, (_, at) => {
  const [month, day] = [String((at % 12) + 1).padStart(2, '0'), String((at % 27) + 1).padStart(2, '0')];
  const stage = ['Closed Won', 'Closed Lost', 'Proposal'][at % 3];
  const closed = stage === 'Proposal' ? '' : `2024-${month}-${day}`;
  const reason = stage === 'Closed Lost' ? 'Price' : '';
  return `${at},n${at},${at % 2 ? 'Ann' : 'Bob'},${stage},100,2023-12-01,${closed},2024-${month}-28,${reason},C${at % 9},Bonn`;
});

/** What a finding of each kind may rest on: a kind that is forgotten does not compile. */
const EVIDENCE: { readonly [Id in InsightId]: readonly Finding['evidence'][] } = {
  win_rate_change: [{ field: 'owner' }, { field: null }],
  simpsons_paradox: [{ field: 'City' }],
  revenue_change: [{}],
  velocity_change: [{}],
  segment_win_rate: [
    { where: 'owner = "Ann"', difference: -0.2 },
    { where: null, difference: 0.2 },
  ],
  stage_leak: [{ where: 'stage = "Proposal"' }, { where: null }],
  lost_reason_growth: [{ where: 'lost_reason = "Price"' }],
  stalled_value: [{}],
  overdue_value: [{}],
  concentration_risk: [{}],
  lapsed_customers: [{}],
  bulk_closing: [{ day: '2024-03-03' }],
  quarter_rhythm: [
    { judge: '2024-07', against: '2024-04', notAgainst: '2024-06' },
    { judge: '1403-04', against: '1403-01', notAgainst: '1403-03' },
  ],
  two_kinds: [{ kpi: 'sales_cycle' }, { kpi: 'avg_deal_size' }],
  win_rates_alike: [{}],
};

it.each(Object.entries(EVIDENCE))('the command of %s runs as it is typed', (id, all) => {
  place.put('all.csv', [HEAD, ...ROWS].join('\n'));
  for (const evidence of all) {
    const next = nextStepOf(id, { evidence });
    if (next === null) continue;
    const during = next.during ? ['--period', '2024-01-01..2024-12-31'] : [];
    const { status, stderr } = kpi([...next.command, ...during, '--as-of', '2024-12-31', 'all.csv'], {
      cwd: place.path,
    });
    expect([id, next.command.join(' '), status, stderr]).toEqual([id, next.command.join(' '), 0, expect.any(String)]);
  }
});
