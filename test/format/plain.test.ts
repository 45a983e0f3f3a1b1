import { describe, expect, it } from 'vitest';
import {
  extentText,
  failsGate,
  isOverLimit,
  isUnchecked,
  placedViolations,
  placeText,
  type Rule,
  ruleText,
  verdictText,
  violationText,
} from '../../src/format/plain.js';
import { CHECK } from '../support/documents.js';

const ruleOf = (id: string): Rule => {
  const found = CHECK.rules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};
const WON = ruleOf('deal.won_without_amount');
const SKIPPED = ruleOf('deal.lost_without_reason');

describe('a rule before the gate', () => {
  it('fails it at its severity and above', () => {
    const of = (severity: string, failOn: string): boolean =>
      failsGate({ ...WON, severity }, { ...CHECK.summary, failOn });
    const severities = ['error', 'warn', 'info'];
    expect(['error', 'warn', 'info', 'never'].map((failOn) => severities.map((one) => of(one, failOn)))).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
      [false, false, false],
    ]);
  });

  it('that could not be set up, or was required and not checked, fails whatever fails', () => {
    const never = { ...CHECK.summary, failOn: 'never' };
    expect(failsGate({ ...WON, outcome: 'error' }, never)).toBe(true);
    expect(failsGate({ ...SKIPPED, outcome: 'fail' }, never)).toBe(true);
    expect(failsGate(SKIPPED, never)).toBe(false);
    expect([isUnchecked(SKIPPED), isUnchecked({ ...SKIPPED, outcome: 'fail' }), isUnchecked(WON)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is over its limit only with violations that are new', () => {
    expect(isOverLimit(WON)).toBe(true);
    expect(isOverLimit({ ...WON, known: 9 })).toBe(false);
    expect(isOverLimit({ ...WON, outcome: 'pass' })).toBe(false);
  });
});

describe('in plain words', () => {
  it('are counts, places and the verdict', () => {
    expect(extentText(WON, 'en')).toBe('9 of 10 (90.0 %), 2 of them known');
    expect(extentText(WON, 'fa')).toBe('۹ از ۱۰ (۹۰٫۰٪)، ۲ مورد دانسته');
    expect(ruleText(SKIPPED, 'en')).toBe('Lost deals without a reason: the file has no column for the reason of loss');
    expect(CHECK.violations.slice(5, 7).map(placeText)).toEqual(['hubspot.csv:16', 'hubspot.csv Deals:17']);
    expect(CHECK.violations.slice(0, 1).map(violationText)).toEqual(['hubspot.csv:7 D06 won, but the amount is empty']);
    expect(verdictText(CHECK.summary, 'en')).toBe('kpi check failed: errors 8, warnings 1, hints 0, known 2');
  });

  it('is a reason without a code of ours as it stands', () => {
    expect(ruleText({ ...WON, reason: 'days: Too small' }, 'en')).toBe('Won deals without an amount: days: Too small');
    expect(ruleText({ ...WON, reason: 'some_new_code' }, 'en')).toBe('Won deals without an amount: some_new_code');
  });
});

describe('violations with a place', () => {
  it('are those listed, and one for a rule of which none is listed', () => {
    const { violations } = CHECK;
    expect(placedViolations(CHECK, 'en')).toHaveLength(violations.length);
    const others = violations.filter(({ rule }) => rule !== WON.id);
    const [found] = placedViolations({ ...CHECK, violations: others }, 'en').filter(({ rule }) => rule === WON.id);
    expect(found).toMatchObject({ file: 'hubspot.csv', row: 1, fingerprint: WON.id, message: ruleText(WON, 'en') });
  });
});
