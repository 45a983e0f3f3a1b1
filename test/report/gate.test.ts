import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import { rules as catalogue } from '../../src/quality/catalogue/index.js';
import type { CheckResult } from '../../src/quality/check.js';
import { recordBaseline } from '../../src/quality/compare-baseline.js';
import { applyGate, type GateContext } from '../../src/report/gate.js';
import { checkTable } from '../support/rules.js';

const CHOSEN = ['deal.won_without_amount', 'deal.owner_missing', 'deal.lost_without_reason'];
const rules = catalogue.filter(({ id }) => CHOSEN.includes(id));
const checked = (table: string): CheckResult => checkTable(rules, table);
const OPEN: GateContext = {
  failOn: 'error',
  require: [],
  maxWarnings: null,
  baseline: null,
  lang: 'en',
  today: civilDay(2026, 6, 15),
};

// One error (D1 has no amount), two warnings (D2 and D3 have no owner); no column for the reason of loss.
const found = checked('id outcome amount owner\nD1 won . Sara\nD2 won 5 .\nD3 lost 5 .');

describe('the gate', () => {
  it.each([
    ['error', 'fail'],
    ['warn', 'fail'],
    ['info', 'fail'],
    ['never', 'pass'],
  ] as const)('fails on %s: %s', (failOn, outcome) => {
    expect(applyGate(found, { ...OPEN, failOn }).summary.outcome).toBe(outcome);
  });

  it('counts warnings against --max-warnings, and says so', () => {
    const of = (maxWarnings: number) => applyGate(found, { ...OPEN, failOn: 'never', maxWarnings }).summary;
    expect(of(2)).toMatchObject({ outcome: 'pass', failures: [] });
    expect(of(1)).toMatchObject({
      outcome: 'fail',
      failures: [
        {
          code: 'max_warnings',
          args: { warnings: 2, most: 1 },
          message: 'warnings: 2, more than --max-warnings 1',
        },
      ],
    });
  });

  it('takes a required rule that was not checked for a failure, whether skipped or off', () => {
    const of = (...require: string[]) => applyGate(found, { ...OPEN, failOn: 'never', require });
    expect(of('deal.owner_missing').summary.outcome).toBe('pass');
    const failed = of('deal.lost_without_reason', 'file.stale');
    expect(failed.summary.outcome).toBe('fail');
    expect(failed.summary.failures.map(({ message }) => message)).toEqual([
      'deal.lost_without_reason is required but could not be checked: the file has no column for the reason of loss',
      'file.stale is required but could not be checked: it is switched off or not selected',
    ]);
    expect([...failed.required]).toEqual(['deal.lost_without_reason', 'file.stale']);
  });

  it('counts only what a baseline does not know, warnings too', () => {
    const baseline = { file: 'b.txt', known: recordBaseline(found, null) };
    const strict = { ...OPEN, failOn: 'info', maxWarnings: 0, baseline } as const;
    expect(applyGate(found, strict).summary).toEqual({
      baseline: 'b.txt',
      known: 3,
      fixed: 0,
      outcome: 'pass',
      failOn: 'info',
      failures: [],
    });
    const worse = checked('id outcome amount owner\nD1 won . Sara\nD2 won 5 .\nD4 lost 5 .');
    expect(applyGate(worse, strict).summary).toMatchObject({ known: 2, fixed: 1, outcome: 'fail' });
  });

  it('wonders about a baseline of ten and more of which nothing is left', () => {
    const many = (n: number, from = 0): CheckResult =>
      checked(
        // Half of the deals have an amount: the others are no fault of all, and are known one by one.
        `id outcome amount owner\n${Array.from({ length: n }, (_, row) => `D${from + row} won . Sara\nP${from + row} won 5 Sara`).join('\n')}`,
      );
    const warnings = (known: CheckResult, now: CheckResult): readonly string[] =>
      applyGate(now, { ...OPEN, baseline: { file: 'b.txt', known: recordBaseline(known, null) } }).warnings.map(
        ({ code }) => code,
      );
    expect(warnings(many(10), many(10, 100))).toEqual(['baseline_of_other_data']);
    expect(warnings(many(9), many(9, 100))).toEqual([]);
    expect(warnings(many(10), many(10, 9))).toEqual([]); // D9 is in both
  });
});
