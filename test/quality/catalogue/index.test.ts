import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/quality/catalogue/index.js';
import type { Rule } from '../../../src/quality/definition.js';
import { runRule } from '../../support/rules.js';

describe.each(rules.map((rule: Rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('finds nothing in its accepted example, and applies to it', () => {
    expect(runRule(rule, rule.examples.accept)).toMatchObject({ outcome: 'pass', violations: 0 });
  });

  it('finds one violation in its rejected example', () => {
    const result = runRule(rule, rule.examples.reject);
    expect(result.outcome).toBe(rule.severity === 'error' ? 'fail' : 'warn');
    expect(result.describe()).toHaveLength(1);
  });
});
