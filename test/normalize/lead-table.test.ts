import { describe, expect, it } from 'vitest';
import { shownEntries } from '../../src/format/pages/sections/kpis.js';
import { kpiValue, reportTexts } from '../support/load-texts.js';

const text = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;
const rate = async (files: Record<string, string>) => {
  const report = await reportTexts(files);
  const entry = report.kpis.find(({ id }) => id === 'lead_conversion_rate');
  return entry?.value ?? entry?.reason;
};

describe('the conversion of leads', () => {
  it.each([
    ['statuses', text('LeadID,LeadSource,Status', 'L1,Web,New', 'L2,Web,Working', 'L3,Web,Disqualified')],
    ['an empty day', text('Lead ID,Lead Status,Converted Date', 'L1,New,', 'L2,Open,')],
    ['an empty deal', text('Lead ID,Lead Status,Converted Deal ID', 'L1,New,', 'L2,Open,-')],
  ])('is not known where %s never say it', async (_, leads) => {
    expect(await rate({ 'leads.csv': leads })).toBe('no_lead_outcome');
  });

  it.each([
    ['a flag', text('Lead ID,Lead Status,Converted', 'L1,New,FALSE', 'L2,Open,FALSE'), 0],
    ['a flag', text('Lead ID,Lead Status,Converted', 'L1,New,TRUE', 'L2,Open,FALSE'), 0.5],
    ['a day', text('Lead ID,Lead Status,Converted Date', 'L1,New,2024-03-01', 'L2,Open,'), 0.5],
    ['a status', text('Lead ID,Lead Status', 'L1,Converted - partner', 'L2,Not converted'), 0.5],
    ['a deal', text('Lead ID,Lead Status,Converted Deal ID', 'L1,New,D9', 'L2,Open,'), 0.5],
  ])('is told by %s', async (_, leads, expected) => {
    expect(await rate({ 'leads.csv': leads })).toBe(expected);
  });

  it('is told by won deals where deals and leads name one another, and else by the leads', async () => {
    const deals = text(
      'Deal ID,Lead ID,Stage,Amount,Close Date',
      'D1,L1,Won,10,2024-02-01',
      'D2,L2,Lost,10,2024-02-01',
    );
    const leads = text('Lead ID,Lead Status', 'L1,Converted', 'L2,Converted', 'L3,New', 'L4,New');
    expect(await rate({ 'deals.csv': deals, 'leads.csv': leads })).toBe(0.25);
    expect(await rate({ 'deals.csv': deals.replaceAll(',L', ',X'), 'leads.csv': leads })).toBe(0.5);
  });

  it('does not turn leads into deals: a table of leads that names its deals leaves the deals as they are', async () => {
    const report = await reportTexts({
      'opps.csv': text(
        'opportunity_id,lead_id,created_date,close_date,stage,amount',
        'O1,L1,2024-01-10,2024-03-01,Closed Won,100',
        'O2,L2,2024-01-11,2024-03-05,Closed Lost,60',
      ),
      'leads.csv': text(
        'lead_id,created_date,lead_score,status,converted_to_opportunity,opportunity_id',
        'L1,2024-01-02,70,Converted,TRUE,O1',
        'L2,2024-01-03,60,Converted,TRUE,O2',
        'L3,2024-01-05,10,Disqualified,FALSE,',
        'L4,2024-01-05,10,New,FALSE,',
      ),
    });
    expect(['won_deals', 'lost_deals', 'open_deals', 'lead_conversion_rate'].map((id) => kpiValue(report, id))).toEqual(
      [1, 1, 0, 0.25],
    );
  });
});

describe('leads alone', () => {
  it('have no deals, rather than deals without a stage', async () => {
    const report = await reportTexts({ 'leads.csv': text('Lead ID,Lead Status', 'L1,Converted', 'L2,New') });
    const reasons = report.kpis
      .filter(({ id }) => ['won_deals', 'revenue_won', 'customers', 'sales_velocity'].includes(id))
      .map(({ reason }) => reason);
    expect(reasons).toEqual(['no_deals', 'no_deals', 'no_deals', 'no_deals']);
    expect(
      shownEntries(report, { lang: 'en', calendar: 'gregorian', short: true, detail: 'standard' }).map(({ id }) => id),
    ).toEqual(['lead_conversion_rate']);
  });

  it('beside deals without an outcome leave the reason of those', async () => {
    const deals = text('Deal ID,Deal Name,Amount,Created Date', 'D1,One,10,2024-02-01');
    const report = await reportTexts({
      'deals.csv': deals,
      'leads.csv': text('Lead ID,Lead Status', 'L1,Converted', 'L2,New'),
    });
    expect(report.kpis.find(({ id }) => id === 'won_deals')?.reason).toBe('missing_field:outcome');
  });
});
