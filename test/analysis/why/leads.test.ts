import { expect, it } from 'vitest';
import { leadConversionParts } from '../../../src/analysis/why/leads.js';
import { categoryColumn } from '../../../src/model/column.js';
import type { Leads } from '../../../src/model/leads.js';
import { textColumn } from '../../../src/model/text-column.js';
import { day } from '../../support/deals.js';
import { period } from '../../support/question.js';

/** Leads of a month by source: [how many, how many of them became customers]. */
function leadsOf(months: Record<string, Record<string, readonly [n: number, converted: number]>>): Leads {
  const all = Object.entries(months).flatMap(([month, sources]) =>
    Object.entries(sources).flatMap(([source, [n, converted]]) =>
      Array.from({ length: n }, (_, i) => ({ day: day(`${month}-10`), source, converted: i < converted ? 1 : 0 })),
    ),
  );
  return {
    size: all.length,
    id: textColumn(all.map((_, i) => `L${i}`)),
    createdAt: Int32Array.from(all, (one) => one.day),
    converted: Int8Array.from(all, (one) => one.converted),
    convertedBy: 'status',
    source: categoryColumn(all.map((one) => one.source)),
  };
}

it('tells mix and rate of lead conversion apart', () => {
  // The published case: .26 → .20 although both sources got better.
  const leads = leadsOf({ '2024-01': { SMB: [80, 24], ENT: [20, 2] }, '2024-02': { SMB: [40, 13], ENT: [60, 7] } });
  const [part] = leadConversionParts(leads, { before: period('2024-01'), after: period('2024-02') });
  expect(part).toMatchObject({ by: 'source' });
  expect(part?.mix).toBeCloseTo(-0.0816667, 7);
  expect(part?.rate).toBeCloseTo(0.0216667, 7);
});

it('leaves out leads of which nobody knows whether they became customers', () => {
  const leads = leadsOf({ '2024-01': { Web: [10, 5], Fair: [10, 2] }, '2024-02': { Web: [10, 7], Fair: [10, 2] } });
  const converted = Int8Array.from(leads.converted ?? [], (flag, lead) => (lead === 0 ? -1 : flag));
  const [part] = leadConversionParts({ ...leads, converted }, { before: period('2024-01'), after: period('2024-02') });
  const web = part?.groups.find(({ key }) => key === 'Web');
  expect(web?.before).toEqual({ size: 9, value: 4 / 9 });
});

it('has nothing to tell them apart by where the file names neither source nor owner', () => {
  const { source: _, ...leads } = leadsOf({ '2024-01': { Web: [10, 5] }, '2024-02': { Web: [10, 7] } });
  expect(leadConversionParts(leads, { before: period('2024-01'), after: period('2024-02') })).toEqual([]);
});
