import { describe, expect, it } from 'vitest';
import type { HeadlineSaid } from '../../../src/locale/headline.js';
import { namedIn } from '../../../src/report/why/named.js';

const when = { period: '2024-Q2', until: null };
const than = { period: '2024-Q1', previous: 10, value: 12, isCount: false };
const wonValue = (compared: typeof than | null): HeadlineSaid => ({
  code: 'won_value',
  args: { ...when, value: 12, currency: null, deals: 3, than: compared, against: null },
});
const figures = (...sentences: HeadlineSaid[]) =>
  namedIn(sentences).map(({ figure, alike }) => (alike ? `${figure} alike` : figure));

describe('the figures that a headline compares', () => {
  it('are won value and the wins behind it, and none where there is nothing to compare with', () => {
    expect(figures(wonValue(than))).toEqual(['revenue_won', 'won_deals']);
    expect(figures(wonValue(null))).toEqual([]);
    expect(figures({ code: 'won_deals', args: { ...when, deals: 3, than } })).toEqual(['won_deals']);
  });

  it('are those of before where nothing was won', () => {
    const nothing = (value: number | null): HeadlineSaid => ({
      code: 'won_nothing',
      args: { ...when, currency: null, before: { period: '2024-Q1', deals: 2, value } },
    });
    expect(figures(nothing(500))).toEqual(['revenue_won', 'won_deals']);
    expect(figures(nothing(null))).toEqual(['won_deals']);
  });

  it('are those that moved and those that did not, beside what they are compared with', () => {
    const changed = [{ kpi: 'win_rate', value: 0.2, previous: 0.3 }] as const;
    const still = [{ kpi: 'sales_cycle', value: 30 }] as const;
    expect(figures({ code: 'moved', args: { changed, still, currency: null } })).toEqual(['win_rate', 'sales_cycle']);
    const args = { changed, still, beside: '2024-05', comparedTo: '2024-07', currency: null };
    expect(figures({ code: 'moved_alike', args })).toEqual(['win_rate alike', 'sales_cycle alike']);
    expect(figures({ code: 'nothing_moved', args: { kpis: still } })).toEqual(['sales_cycle']);
  });

  it('are stalled deals by their number, and as the share that was judged', () => {
    const rose: HeadlineSaid = { code: 'stalled_rose', args: { from: 3, to: 9, day: '2024-06-30', newest: null } };
    expect(figures(rose)).toEqual(['stalled_deals', 'stalled_share alike']);
  });

  it('are recurring revenue and the conversion of leads where there are no deals', () => {
    expect(figures({ code: 'mrr', args: { ...when, value: 12, currency: null, customers: 1, than } })).toEqual(['mrr']);
    const leads = { ...when, leads: 10, converted: 2, than: { period: '2024-Q1', share: 0.3 } };
    expect(figures({ code: 'leads_converted', args: leads })).toEqual(['lead_conversion_rate']);
  });

  it('are none of sentences about how things stand', () => {
    const levels = { winRate: 0.5, averageDeal: null, currency: null, cycle: null };
    expect(figures({ code: 'levels', args: levels }, { code: 'too_few', args: { kpis: ['win_rate'] } })).toEqual([]);
  });
});
