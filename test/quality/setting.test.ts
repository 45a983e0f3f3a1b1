import { describe, expect, it } from 'vitest';
import { rules } from '../../src/quality/catalogue/index.js';
import type { Rule, RuleSetting } from '../../src/quality/definition.js';
import { readSetting, settingProblems } from '../../src/quality/setting.js';

const pastClose = rules.find(({ id }) => id === 'deal.open_past_close') as Rule;

describe('readSetting', () => {
  it('keeps the rule’s own severity and parameters where nothing is said', () => {
    expect(readSetting(pastClose, undefined)).toEqual({ severity: 'warn', threshold: null, params: { days: 0 } });
  });

  it('takes a bare severity', () => {
    expect(readSetting(pastClose, 'error')).toEqual({ severity: 'error', threshold: null, params: { days: 0 } });
  });

  it('takes severity, thresholds and parameters from an object', () => {
    expect(readSetting(pastClose, { severity: 'info', maxRate: 0.05, days: 14 })).toEqual({
      severity: 'info',
      threshold: { maxViolations: null, maxRate: 0.05 },
      params: { days: 14 },
    });
  });
});

describe('settingProblems', () => {
  const problem = (id: string, setting: RuleSetting) => settingProblems(rules, { [id]: setting })[0];

  it('finds none in good settings', () => {
    expect(settingProblems(rules, { 'deal.open_past_close': { days: 3 }, 'deal.id_duplicate': 'off' })).toEqual([]);
  });

  it('finds a rule that there is not', () => {
    expect(problem('deal.id_duplicat', 'off')).toMatchObject({ id: 'deal.id_duplicat', problem: 'unknown_rule' });
  });

  it.each([
    ['deal.open_past_close', { days: 'many' }, 'days'],
    ['deal.open_past_close', { days: -1 }, 'days'],
    ['deal.open_past_close', { dayz: 3 }, 'dayz'],
    ['deal.id_duplicate', { days: 3 }, 'days'],
    ['deal.id_duplicate', { maxRate: 5 }, 'maxRate'],
    ['deal.id_duplicate', { warn: 0.5 }, 'warn'],
    ['deal.id_duplicate', { fail: '101%' }, 'fail'],
    ['deal.id_duplicate', { fail: 'many' }, 'fail'],
    ['deal.id_duplicate', { warn: '6%', fail: '5%' }, 'warn'],
    ['deal.id_duplicate', { warn: '1%', maxRate: 0.5 }, 'warn'],
    ['deal.id_duplicate', { maxRate: Number.NaN }, 'maxRate'],
    ['deal.id_duplicate', { maxViolations: 1.5 }, 'maxViolations'],
    ['deal.id_duplicate', { severity: 'fatal' as never }, 'severity'],
  ] as const)('finds in %s %j the key %s', (id, setting, key) => {
    expect(problem(id, setting)).toMatchObject({ id, problem: 'invalid_setting', key });
  });
});
