import { describe, expect, it } from 'vitest';
import { redactCheck } from '../../src/report/redact.js';
import { checkSchema } from '../../src/report/schema.js';
import { CHECK } from '../support/documents.js';

describe('a check for other readers', () => {
  it('is the same in full', () => {
    expect(redactCheck(CHECK, 'full')).toBe(CHECK);
  });

  it('with ids only says where and which, and nothing that stands in a cell', () => {
    const { violations, rules } = redactCheck(CHECK, 'ids');
    expect(rules).toEqual(CHECK.rules);
    for (const [at, violation] of violations.entries()) {
      const { file, row, recordId, fingerprint } = CHECK.violations[at] as (typeof violations)[number];
      expect(violation).toMatchObject({ file, row, recordId, fingerprint, value: null });
      expect(rules.map(({ title }) => title)).toContain(violation.message);
    }
    expect(JSON.stringify(violations)).not.toContain('10 days before');
  });

  it('with none has counts, and no record', () => {
    const redacted = redactCheck(CHECK, 'none');
    expect(redacted.summary).toEqual(CHECK.summary);
    expect(redacted.violations).toEqual([]);
    expect(JSON.stringify(redacted)).not.toMatch(/D0\d|D1\d/);
    expect(checkSchema.parse(redacted)).toEqual(redacted);
  });
});
