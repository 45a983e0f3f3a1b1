import { describe, expect, it } from 'vitest';
import { gateFailures } from '../../../src/cli/commands/check.js';
import type { Check } from '../../../src/index.js';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const summary: Check['summary'] = {
  records: 10,
  errors: 0,
  warnings: 3,
  infos: 0,
  score: 1,
  outcome: 'pass',
  failOn: 'error',
};

function rule(id: string, outcome: Check['rules'][number]['outcome'], reason: string | null): Check['rules'][number] {
  return {
    id,
    severity: 'warn',
    outcome,
    title: id,
    dimension: 'completeness',
    applicable: 10,
    violations: 0,
    rate: 0,
    amount: null,
    known: 0,
    fixed: 0,
    affects: [],
    threshold: null,
    reason,
    fix: '',
  };
}

const rules = [
  rule('deal.owner_missing', 'pass', null),
  rule('deal.lost_without_reason', 'skipped', 'missing_field:lost_reason'),
];

describe('gateFailures', () => {
  it('counts warnings against --max-warnings', () => {
    expect(gateFailures({ summary, rules }, { 'max-warnings': 3 })).toEqual([]);
    expect(gateFailures({ summary, rules }, { 'max-warnings': 2 })).toEqual([
      { kind: 'warnings', found: 3, allowed: 2 },
    ]);
    expect(gateFailures({ summary, rules }, {})).toEqual([]);
  });

  it('takes a required rule that was skipped for a failure, by id or pattern', () => {
    const unchecked = { kind: 'unchecked', rule: 'deal.lost_without_reason', reason: 'missing_field:lost_reason' };
    expect(gateFailures({ summary, rules }, { require: [['deal.lost_without_reason']] })).toEqual([unchecked]);
    expect(gateFailures({ summary, rules }, { require: [['deal.*']] })).toEqual([unchecked]);
    expect(gateFailures({ summary, rules }, { require: [['*_without_*']] })).toEqual([unchecked]);
    expect(gateFailures({ summary, rules }, { require: [['deal.owner_missing', 'file.*']] })).toEqual([]);
  });
});

describe('kpi check', () => {
  const place = workplace();
  const check = (...args: string[]) => {
    const { status, stdout, stderr } = kpi(['check', 'deals.csv', '--format', 'json', ...args], { cwd: place.path });
    return { status, stderr, document: JSON.parse(stdout) as Check };
  };

  it('prints the outcome that its exit code says', () => {
    const failed = check();
    expect([failed.status, failed.document.summary.outcome]).toEqual([1, 'fail']);
    expect(failed.document.violations.map(({ rule: id, row }) => [id, row])).toContainEqual([
      'deal.won_without_amount',
      5,
    ]);
    const passed = check('--fail-on', 'never');
    expect([passed.status, passed.document.summary.outcome]).toEqual([0, 'pass']);
  });

  it('fails for a required rule that could not be checked, and says so', () => {
    const { status, stderr, document } = check('--fail-on', 'never', '--require', 'deal.lost_without_reason');
    expect([status, document.summary.outcome]).toEqual([1, 'fail']);
    expect(stderr).toMatch(/deal\.lost_without_reason is required but could not be checked/);
  });

  it('lists as many violations as asked, and counts them all', () => {
    const all = check('--max-rows', '0').document;
    expect(all.violations.length).toBe(all.rules.reduce((sum, { violations }) => sum + violations, 0));
    const ids = check('--rules', 'deal.won_without_amount').document.rules.map(({ id }) => id);
    expect(ids).toEqual(['deal.won_without_amount']);
  });

  it('takes severities from the config', () => {
    place.put('soft.yaml', 'rules:\n  deal.won_without_amount: off\n');
    const { document } = check('--config', 'soft.yaml');
    expect(document.violations.filter(({ rule: id }) => id === 'deal.won_without_amount')).toEqual([]);
  });
});
