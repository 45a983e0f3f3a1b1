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
    const failures = (maxWarnings?: number) => gateFailures({ summary, rules }, { required: [], maxWarnings });
    expect(failures()).toEqual([]);
    expect(failures(3)).toEqual([]);
    expect(failures(2)).toEqual([{ kind: 'warnings', found: 3, allowed: 2 }]);
  });

  it('takes a required rule that was skipped for a failure', () => {
    const failures = (...required: string[]) => gateFailures({ summary, rules }, { required });
    const unchecked = { kind: 'unchecked', rule: 'deal.lost_without_reason', reason: 'missing_field:lost_reason' };
    expect(failures('deal.owner_missing', 'deal.lost_without_reason')).toEqual([unchecked]);
    expect(failures('deal.owner_missing')).toEqual([]);
    expect(failures('file.stale')).toEqual([{ kind: 'unchecked', rule: 'file.stale', reason: 'off' }]);
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

  it('takes patterns for rules', () => {
    expect(check('--fail-on', 'never', '--require', 'deal.lost*').status).toBe(1);
    const ids = check('--rules', 'deal.*,-deal.won_without_amount').document.rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.every((id) => id.startsWith('deal.') && id !== 'deal.won_without_amount')).toBe(true);
  });

  it('fails for more warnings than allowed', () => {
    place.put('warn.yaml', 'rules:\n  deal.won_without_amount: warn\n');
    const warned = (...args: string[]) => check('--config', 'warn.yaml', '--rules', 'deal.won_without_amount', ...args);
    expect(warned().document.summary).toMatchObject({ errors: 0, warnings: 1, outcome: 'pass' });
    expect(warned('--max-warnings', '1').status).toBe(0);
    const failed = warned('--max-warnings', '0');
    expect([failed.status, failed.document.summary.outcome]).toEqual([1, 'fail']);
    expect(failed.stderr).toContain('failed: 1 warnings, more than --max-warnings 0');
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
