import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderCheck } from '../../../src/format/render.js';
import type { Check } from '../../../src/report/schema.js';
import { CHECK, PASSING_CHECK, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';

// The table of "Code Quality report format" in the documentation of GitLab.
const report = z.array(
  z.strictObject({
    description: z.string(),
    check_name: z.string().min(1),
    fingerprint: z.string().min(1),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.\/)/),
      lines: z.strictObject({ begin: z.number().int().min(1) }),
    }),
  }),
);

const gitlab = async (check: Check): Promise<z.infer<typeof report>> =>
  report.parse(JSON.parse([...(await renderCheck(check, 'gitlab', { lang: 'en', color: false, width: 80 }))].join('')));

describe('the code quality report of GitLab', () => {
  it('has an entry per new violation, without ./ before the path', async () => {
    const [first] = CHECK.violations;
    const violations = [{ ...(first as NonNullable<typeof first>), file: './in/hubspot.csv' }];
    const entries = await gitlab({ ...CHECK, violations });
    expect(entries.find(({ check_name: name }) => name === 'deal.won_without_amount')).toEqual({
      description: 'D06: won, but the amount is empty',
      check_name: 'deal.won_without_amount',
      fingerprint: '0000000000000007',
      severity: 'critical',
      location: { path: 'in/hubspot.csv', lines: { begin: 7 } },
    });
    expect(await gitlab(PASSING_CHECK)).toEqual([]);
  });

  it('has no fingerprint twice, and tells it the same for the same document', async () => {
    const [first] = CHECK.violations;
    const violations = Array.from({ length: 3 }, () => first as NonNullable<typeof first>);
    const prints = (await gitlab({ ...CHECK, violations })).map(({ fingerprint }) => fingerprint);
    expect(prints).toEqual(expect.arrayContaining(['0000000000000007', '0000000000000007-2', '0000000000000007-3']));
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('keeps its shape with any text in it', async () => {
    // Every rule has one name then: each of the three over their limit is given all eight violations.
    for (const text of HOSTILE.filter((one) => one.trim() !== ''))
      expect(await gitlab(withText(CHECK, text)), text).toHaveLength(24);
  });
});
