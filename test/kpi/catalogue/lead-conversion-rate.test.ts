import { expect, it } from 'vitest';
import { NO_DAY } from '../../../src/model/civil-day.js';
import type { Leads } from '../../../src/model/leads.js';
import { textColumn } from '../../../src/model/text-column.js';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { measure, noteCodes } from '../../support/question.js';

/** Leads as [created, converted]; null = not said. */
function leadsOf(...leads: readonly (readonly [string | null, boolean | null])[]): Leads {
  return {
    size: leads.length,
    id: textColumn(leads.map((_, index) => `L${index}`)),
    createdAt: Int32Array.from(leads, ([created]) => (created === null ? NO_DAY : day(created))),
    converted: Int8Array.from(leads, ([, converted]) => (converted === null ? -1 : converted ? 1 : 0)),
    convertedBy: 'status',
  };
}

it('is 12 of the 100 leads of March (Rekener)', () => {
  const march = Array.from({ length: 100 }, (_, i) => ['2024-03-15', i < 12] as const);
  const leads = leadsOf(...march, ['2024-04-01', true], ['2024-02-29', true]);
  expect(measure('lead_conversion_rate', sixteenDeals(), { leads, period: '2024-03' })).toMatchObject({
    value: 0.12,
    n: 100,
    numerator: { total: 12 },
    denominator: { total: 100 },
  });
});

it('is null without leads, without their outcome, without their dates, and for a period without any', () => {
  const deals = sixteenDeals();
  const leads = leadsOf(['2024-03-15', true]);
  expect(measure('lead_conversion_rate', deals)).toMatchObject({ value: null, reason: 'no_leads' });
  expect(measure('lead_conversion_rate', deals, { leads: { ...leads, converted: null } })).toMatchObject({
    reason: 'no_lead_outcome',
  });
  const undated = { ...leads, createdAt: null };
  expect(measure('lead_conversion_rate', deals, { leads: undated }).value).toBe(1);
  expect(measure('lead_conversion_rate', deals, { leads: undated, period: '2024' })).toMatchObject({
    reason: 'missing_field:leads.created_at',
  });
  expect(measure('lead_conversion_rate', deals, { leads, period: '2020' })).toMatchObject({ reason: 'no_leads' });
});

it('leaves out leads that say neither yes nor no, and with a period those without a date, and says so', () => {
  const leads = leadsOf(['2024-03-01', true], ['2024-03-31', false], ['2024-03-02', null], [null, true]);
  const march = measure('lead_conversion_rate', sixteenDeals(), { leads, period: '2024-03' });
  expect(march).toMatchObject({ value: 0.5, n: 2 });
  expect(noteCodes(march)).toEqual(['leads_without_outcome', 'leads_undated']);
  const all = measure('lead_conversion_rate', sixteenDeals(), { leads });
  expect(all).toMatchObject({ value: 2 / 3, n: 3 });
  expect(noteCodes(all)).toEqual(['leads_without_outcome']);
});

it('is null when no lead says what became of it', () => {
  const leads = leadsOf(['2024-03-01', null], ['2024-03-01', null]);
  expect(measure('lead_conversion_rate', sixteenDeals(), { leads })).toMatchObject({ reason: 'no_lead_outcome' });
});

it('needs no deals', () => {
  const leads = leadsOf(['2024-03-01', true], ['2024-03-01', false]);
  expect(measure('lead_conversion_rate', dealsOf('id'), { leads }).value).toBe(0.5);
});
