import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deals } from '../../src/model/deals.js';
import { DEAL_FIELDS } from '../../src/model/fields.js';
import { OUTCOMES } from '../../src/model/outcome.js';
import { textColumn } from '../../src/model/text-column.js';
import { rules } from '../../src/quality/catalogue/index.js';
import { type CheckResult, check, gate } from '../../src/quality/check.js';
import { defineRule, type Rule, type RuleSetting } from '../../src/quality/definition.js';
import { cpuTime } from '../support/cpu-time.js';
import { day, dealsOf, SIXTEEN_AS_OF, sixteenDeals } from '../support/deals.js';
import { placesBelow, placesOf } from '../support/row-places.js';
import { checkTable, readTable, runRule } from '../support/rules.js';

const rule = (id: string): Rule => {
  const found = rules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};

const ids = (result: CheckResult): string[] => result.results.map(({ rule: { id } }) => id);

describe('the sixteen deals, counted by hand', () => {
  const result = check(rules, { deals: sixteenDeals(), ambiguous: [], asOf: SIXTEEN_AS_OF });

  it('find D06, D16, D12, D15 and D09, and apply to as many records as a person counts', () => {
    const judged = result.results.filter(({ outcome }) => outcome !== 'skipped');
    const rows = judged.map((one) => [
      one.rule.id,
      one.outcome,
      one.violations,
      one.applicable,
      one.describe().map(({ recordId }) => recordId),
    ]);
    expect(rows).toEqual([
      ['column.required_missing', 'pass', 0, 4, []],
      ['deal.id_duplicate', 'pass', 0, 16, []],
      ['deal.outcome_unknown', 'pass', 0, 16, []],
      ['deal.won_without_amount', 'fail', 1, 8, ['D06']],
      ['deal.closed_without_close_date', 'pass', 0, 12, []],
      ['deal.close_before_create', 'fail', 1, 12, ['D16']],
      ['amount.unparseable', 'pass', 0, 14, []],
      // 16 created, 12 closed, 4 expected to close.
      ['date.unparseable', 'pass', 0, 32, []],
      ['date.ambiguous_format', 'pass', 0, 3, []],
      ['amount.ambiguous_locale', 'pass', 0, 1, []],
      ['date.out_of_range', 'pass', 0, 16, []],
      ['deal.closed_in_future', 'pass', 0, 12, []],
      ['row.total_line', 'pass', 0, 3, []],
      ['id.excel_mangled', 'pass', 0, 16, []],
      ['deal.snapshot_conflict', 'pass', 0, 16, []],
      ['deal.open_past_close', 'warn', 1, 4, ['D12']],
      ['account.duplicate_likely', 'pass', 0, 12, []],
      ['deal.open_without_amount', 'warn', 1, 4, ['D15']],
      ['deal.open_without_close_date', 'pass', 0, 4, []],
      ['deal.owner_missing', 'pass', 0, 16, []],
      ['deal.account_missing', 'pass', 0, 16, []],
      ['deal.create_date_missing', 'pass', 0, 16, []],
      ['deal.amount_negative', 'pass', 0, 14, []],
      ['deal.won_with_zero_amount', 'pass', 0, 7, []],
      ['deal.lost_with_zero_amount', 'pass', 0, 4, []],
      ['deal.probability_stage_mismatch', 'pass', 0, 16, []],
      ['record.test_or_placeholder', 'pass', 0, 16, []],
      // 3 owners, 3 sources; spellings of one account are one customer.
      ['text.case_or_space_variants', 'pass', 0, 6, []],
      // Id, account, owner and source of each.
      ['text.encoding_damage', 'pass', 0, 64, []],
      ['file.survivor_only', 'pass', 0, 1, []],
      ['row.line_items', 'pass', 0, 16, []],
      ['deal.same_day_close', 'warn', 1, 8, ['D09']],
      // The four days on which a deal was lost.
      ['deal.bulk_close', 'pass', 0, 4, []],
      ['cell.truncated', 'pass', 0, 4, []],
      // From the week of 1 January to that of 9 December.
      ['period.gap', 'pass', 0, 50, []],
      ['cell.formula_like', 'pass', 0, 64, []],
    ]);
  });

  it('are skipped by rules whose columns or tables are not there, or that ask for more deals', () => {
    const reasons = Object.fromEntries(result.results.map(({ rule: { id }, reason }) => [id, reason]));
    expect(reasons).toMatchObject({
      'currency.mixed': 'missing_field:currency',
      'deal.lost_without_reason': 'missing_field:lost_reason',
      'deal.amount_outlier': 'no_applicable_records',
      'customer.without_deals': 'no_applicable_records',
      'stage.skipped': 'no_applicable_records',
    });
    expect(result.results).toHaveLength(rules.length);
  });

  it('count 2 errors, 2 warnings, 1 hint; 14 of 16 records are free of errors, 12 of warnings too', () => {
    expect(result).toMatchObject({ records: 16, errors: 2, warnings: 2, infos: 1, nothingChecked: false });
    expect([result.score, result.strictScore]).toEqual([14 / 16, 12 / 16]);
  });

  it('say how much money is behind the violations: D16 5,000, D12 25,000, D09 4,000, the unpriced ones unknown', () => {
    const amount = (id: string) => result.results.find((one) => one.rule.id === id)?.amount;
    expect(amount('deal.close_before_create')).toBe(5000);
    expect(amount('deal.open_past_close')).toBe(25_000);
    expect(amount('deal.same_day_close')).toBe(4000);
    expect(amount('deal.won_without_amount')).toBeNull();
    expect(amount('deal.open_without_amount')).toBeNull();
    expect(amount('deal.closed_in_future')).toBe(0);
  });

  it('fail the gate at error, and pass it where nothing is to fail', () => {
    expect(gate(result.results, 'error')).toBe('fail');
    expect(gate(result.results, 'never')).toBe('pass');
  });
});

describe('thresholds', () => {
  // Two of four won deals have no amount.
  const TABLE = 'id outcome amount\nD1 won 5\nD2 won .\nD3 won 7\nD4 won .\nD5 open 1';
  const outcome = (setting: RuleSetting) => runRule(rule('deal.won_without_amount'), TABLE, setting).outcome;

  it.each([
    [{}, 'fail'],
    [{ maxViolations: 1 }, 'fail'],
    [{ maxViolations: 2 }, 'pass'],
    [{ maxRate: 0.49 }, 'fail'],
    [{ maxRate: 0.5 }, 'pass'],
    [{ maxViolations: 2, maxRate: 0.49 }, 'fail'],
    [{ maxViolations: 1, maxRate: 0.5 }, 'fail'],
    [{ maxViolations: 2, maxRate: 0.5 }, 'pass'],
    [{ severity: 'warn', maxViolations: 1 }, 'warn'],
  ] as const)('%j: %s', (setting, expected) => {
    expect(outcome(setting)).toBe(expected);
  });

  // 2 of 4 are 50 %: the severest limit that is passed decides.
  it.each([
    [{ warn: 1, fail: 5 }, 'warn', 'warn'],
    [{ warn: '49%', fail: '49.9%' }, 'error', 'fail'],
    [{ warn: '10%', fail: '50%' }, 'warn', 'warn'],
    [{ warn: '50%', fail: '60%' }, 'warn', 'pass'],
    [{ warn: 0, fail: '60%' }, 'warn', 'warn'],
    [{ fail: 1 }, 'error', 'fail'],
    [{ fail: 2 }, 'error', 'pass'],
    [{ warn: 1, severity: 'error' }, 'warn', 'warn'],
  ] as const)('two of them, %j: %s, %s', (setting, severity, expected) => {
    expect(runRule(rule('deal.won_without_amount'), TABLE, setting)).toMatchObject({ severity, outcome: expected });
  });

  it('two of them count a record by what the rule became', () => {
    const scores = (setting: RuleSetting) => {
      const { score, strictScore } = checkTable([rule('deal.won_without_amount')], TABLE, {
        'deal.won_without_amount': setting,
      });
      return [score, strictScore];
    };
    expect(scores({ warn: 1, fail: 5 })).toEqual([1, 3 / 5]);
    expect(scores({ warn: 0, fail: 1 })).toEqual([3 / 5, 3 / 5]);
  });

  it('leave the count, the rate and the descriptions complete', () => {
    const result = runRule(rule('deal.won_without_amount'), TABLE, { maxViolations: 2 });
    expect(result).toMatchObject({
      outcome: 'pass',
      violations: 2,
      applicable: 4,
      rate: 0.5,
      threshold: { maxViolations: 2, maxRate: null },
    });
    expect(result.describe()).toHaveLength(2);
  });

  it('do not clean a record: the score counts its fault', () => {
    const settings = { 'deal.won_without_amount': { maxViolations: 2 } };
    expect(checkTable([rule('deal.won_without_amount')], TABLE, settings).score).toBe(3 / 5);
  });
});

describe('severities', () => {
  const TABLE = 'id outcome amount created_at closed_at\nD1 won . 2024-01-02 2024-01-02\nD2 open . 2024-01-01 .';
  const chosen = ['deal.won_without_amount', 'deal.open_without_amount', 'deal.same_day_close'].map(rule);

  it('make a violation fail (error) or warn (warn, info)', () => {
    expect(checkTable(chosen, TABLE).results.map(({ outcome }) => outcome)).toEqual(['fail', 'warn', 'warn']);
  });

  it('from the settings order the results, then rank does', () => {
    const settings = { 'deal.won_without_amount': 'info', 'deal.same_day_close': 'error' } as const;
    const result = checkTable(chosen, TABLE, settings);
    expect(ids(result)).toEqual(['deal.same_day_close', 'deal.open_without_amount', 'deal.won_without_amount']);
    expect(result.results.map(({ outcome }) => outcome)).toEqual(['fail', 'warn', 'warn']);
    expect([result.errors, result.warnings, result.infos]).toEqual([1, 1, 1]);
  });

  it('of off take a rule out of the results, the counts and the score', () => {
    const settings = { 'deal.won_without_amount': 'off', 'deal.same_day_close': { severity: 'off' } } as const;
    const result = checkTable(chosen, TABLE, settings);
    expect(ids(result)).toEqual(['deal.open_without_amount']);
    expect([result.errors, result.infos, result.score]).toEqual([0, 0, 1]);
  });

  it.each([
    ['error', 'fail'],
    ['warn', 'fail'],
    ['info', 'fail'],
    ['never', 'pass'],
  ] as const)('fail the gate at or above --fail-on: an error at %s: %s', (failOn, verdict) => {
    expect(gate(checkTable(chosen.slice(0, 1), TABLE).results, failOn)).toBe(verdict);
  });

  it.each([
    ['error', 'pass'],
    ['warn', 'fail'],
    ['info', 'fail'],
  ] as const)('a warning at %s: %s', (failOn, verdict) => {
    expect(gate(checkTable(chosen.slice(1, 2), TABLE).results, failOn)).toBe(verdict);
  });

  it.each([
    ['warn', 'pass'],
    ['info', 'fail'],
  ] as const)('a hint at %s: %s', (failOn, verdict) => {
    expect(gate(checkTable(chosen.slice(2), TABLE).results, failOn)).toBe(verdict);
  });
});

describe('a rule that was not run', () => {
  it('is skipped with the field that is missing, never passed', () => {
    expect(runRule(rule('deal.won_without_amount'), 'id outcome\nD1 won')).toMatchObject({
      outcome: 'skipped',
      reason: 'missing_field:amount',
      applicable: 0,
      violations: 0,
      rate: null,
      amount: null,
    });
  });

  it('is skipped where it applies to no record', () => {
    expect(runRule(rule('deal.won_without_amount'), 'id outcome amount\nD1 open 5')).toMatchObject({
      outcome: 'skipped',
      reason: 'no_applicable_records',
    });
  });

  it('means that nothing was checked, if all are like it', () => {
    const result = checkTable([rule('deal.won_without_amount'), rule('currency.mixed')], 'id outcome\nD1 won');
    expect(result).toMatchObject({ nothingChecked: true, records: 1 });
  });

  it('does not hide that others were', () => {
    const result = checkTable([rule('deal.outcome_unknown'), rule('currency.mixed')], 'id outcome\nD1 won');
    expect(result.nothingChecked).toBe(false);
  });

  it('is in error, and fails the gate, when its settings are no good', () => {
    const result = checkTable([rule('deal.open_past_close')], 'id outcome expected_close\nD1 open 2025-06-01', {
      'deal.open_past_close': { days: -1 },
    });
    expect(result.results[0]).toMatchObject({
      outcome: 'error',
      reason: 'invalid_setting',
      problem: { id: 'deal.open_past_close', key: 'days' },
    });
    expect(gate(result.results, 'never')).toBe('fail');
  });
});

describe('no record at all', () => {
  const header = `outcome customer ${Object.keys(DEAL_FIELDS).join(' ')}`;

  it.each(rules.map((one: Rule) => [one.id, one] as const))('%s is skipped and does not throw', (_, one) => {
    expect(runRule(one, header)).toMatchObject({ outcome: 'skipped', reason: 'no_applicable_records', violations: 0 });
  });

  it('has no score, and nothing was checked', () => {
    expect(checkTable(rules, header)).toMatchObject({
      records: 0,
      score: null,
      strictScore: null,
      nothingChecked: true,
    });
  });
});

describe('the score', () => {
  it('counts a record with three faults once', () => {
    // D1 is won without an amount, closed before it was created, and closed in the future.
    const table =
      'id outcome amount created_at closed_at\nD1 won . 2026-02-01 2026-01-01\nD2 won 5 2024-01-01 2024-02-01';
    const result = checkTable(rules, table);
    expect(result.errors).toBe(3);
    expect(result.score).toBe(1 / 2);
  });

  it('leaves hints out', () => {
    const result = checkTable(rules, 'id outcome amount created_at closed_at\nD1 won 5 2024-01-01 2024-01-01');
    expect([result.infos, result.score, result.strictScore]).toEqual([1, 1, 1]);
  });
});

describe('the money behind violations', () => {
  const amount = (table: string) => runRule(rule('deal.owner_missing'), table).amount;

  it('is added up over one currency', () => {
    expect(amount('id owner amount currency\nD1 . 100 EUR\nD2 . 20 EUR\nD3 Sara 5 USD\nD4 . . EUR\nD5 . 3 .')).toBe(
      123,
    );
  });

  it('is unknown over several currencies, without a price, and without the field', () => {
    expect(amount('id owner amount currency\nD1 . 100 EUR\nD2 . 20 USD')).toBeNull();
    expect(amount('id owner amount\nD1 . .')).toBeNull();
    expect(amount('id owner\nD1 .')).toBeNull();
  });
});

describe('violations', () => {
  it('are described in order, as many as asked for, while counts stay complete', () => {
    const table = ['id owner', ...Array.from({ length: 30 }, (_, index) => `D${index} .`)].join('\n');
    const result = runRule(rule('deal.owner_missing'), table);
    expect(result.violations).toBe(30);
    expect(result.describe(20).map(({ place }) => place.row)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(result.describe(0)).toEqual([]);
    expect(result.describe()).toHaveLength(30);
  });

  it('are not described unless somebody asks', () => {
    const silent = defineRule({
      ...rule('deal.outcome_unknown'),
      needs: ['id'],
      wants: [],
      check: () => ({
        checked: 1,
        rows: Uint32Array.of(0),
        describe: () => {
          throw new Error('described');
        },
      }),
      message: { en: () => '', fa: () => '' },
      params: undefined as never,
    });
    expect(runRule(silent, 'id\nD1').violations).toBe(1);
    expect(() => runRule(silent, 'id\nD1').describe()).toThrow('described');
  });

  it('say a whole sentence in both languages, for every rule and kind of fault', () => {
    const faulty = `
      id owner    account outcome  amount currency created_at closed_at  expected_close lost_reason stage status
      D1 .        .       won      .      .        2024-01-02 2024-01-01 .              .           .     .
      D1 .        .       won      .      .        2024-01-02 2024-01-01 .              .           .     .
      D1 Sara     .       won      .      .        2024-01-02 2024-01-01 .              .           .     .
      D2 -        Alpha   lost     x      USD      1403-01-01 .          .              .           .     .
      D3 Sara     Alpha   lost     -5     EUR      1970-01-01 2031-01-01 .              Other       .     .
      D4 Sara     Alpha   open     .      .        03/04/2024 .          .              .           .     .
      D5 Sara     Alpha   open     7      IRR      never      .          2024-12-31     .           .     .
      D6 Sara     Alpha   excluded 7      EUR      2050-01-01 .          2024-11-01     .           Hm    Huh
      D7 Sara     Alpha   excluded 7      EUR      .          .          .              .           .     .
      D8 Sara     Alpha   won      0      EUR      2024-01-01 2024-01-01 .              .           .     .`;
    const survivors = 'id outcome\nD1 won\nD2 open';
    const lines = 'id product\nD1 Scale\nD1 Printer';
    const found = [
      ...checkTable(rules, faulty).results,
      ...checkTable([rule('file.survivor_only')], survivors).results,
      ...checkTable([rule('row.line_items')], lines).results,
      ...rules.map((one) => runRule(one, one.examples.reject)),
    ];
    const described = found.map((one) => [one.rule.id, one.describe()] as const);
    const silentRules = rules.filter(({ id }) => !described.some(([of, list]) => of === id && list.length > 0));
    expect(silentRules.map(({ id }) => id)).toEqual([]);
    for (const [id, list] of described) {
      for (const { message } of list) {
        for (const text of [message.en, message.fa]) {
          expect(text.trim(), id).not.toBe('');
          expect(text, id).not.toMatch(/undefined|NaN|null|\[object|-2147483648/);
        }
        expect(message.fa, id).toMatch(/[\u0600-\u06ff]/);
      }
    }
  });
});

describe('a rule that throws', () => {
  it('is named, because the fault is ours', () => {
    const broken = defineRule({
      ...rule('deal.outcome_unknown'),
      needs: ['id'],
      wants: [],
      check: (): never => {
        throw new Error('oops');
      },
      message: { en: () => '', fa: () => '' },
      params: undefined as never,
    });
    expect(() => runRule(broken, 'id\nD1')).toThrow('the rule deal.outcome_unknown failed');
  });
});

describe('any deals', () => {
  const cell = <T>(value: fc.Arbitrary<T>) => fc.option(value.map(String), { nil: '.', freq: 3 });
  const date = cell(
    fc.constantFrom('1899-12-30', '2024-01-01', '2024-01-02', '2024-12-31', '2025-01-02', '2099-01-01', 'x'),
  );
  const line = fc
    .tuple(
      fc.constantFrom(...OUTCOMES),
      cell(fc.constantFrom('100', '-5', '0', 'abc')),
      cell(fc.constantFrom('EUR', 'USD')),
      date,
      date,
      date,
      cell(fc.constantFrom('Sara', 'Unassigned')),
      cell(fc.constantFrom('Alpha')),
      cell(fc.constantFrom('Price', 'Other')),
    )
    .map((cells) => cells.join(' '));
  const header = 'id outcome amount currency created_at closed_at expected_close owner account lost_reason';

  it('have no more violations than records that a rule applies to, in order, and a score that agrees', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const table = [header, ...lines.map((cells, index) => `D${index} ${cells}`)].join('\n');
        const result = checkTable(rules, table);
        const [faulty, dubious] = [new Set<number>(), new Set<number>()];
        for (const one of result.results) {
          expect(one.violations).toBeLessThanOrEqual(one.applicable);
          const rows = one.describe().map(({ row }) => row ?? 0);
          expect(rows).toHaveLength(one.violations);
          expect(rows).toEqual([...rows].sort((a, b) => a - b));
          for (const { row } of one.describe()) {
            if (row !== null && one.severity === 'error') faulty.add(row);
            if (row !== null && one.severity !== 'info') dubious.add(row);
          }
        }
        const share = (bad: Set<number>) => (lines.length === 0 ? null : (lines.length - bad.size) / lines.length);
        expect([result.score, result.strictScore]).toEqual([share(faulty), share(dubious)]);
      }),
    );
  });

  it('give the same counts in any order of rows', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const counts = (order: readonly string[]) =>
          checkTable(rules, [header, ...order].join('\n')).results.map((one) => [
            one.rule.id,
            one.outcome,
            one.violations,
            one.applicable,
            one.amount,
          ]);
        const named = lines.map((cells, index) => `D${index} ${cells}`);
        expect(counts([...named].reverse())).toEqual(counts(named));
      }),
    );
  });
});

describe('set-aside values', () => {
  it('reach the rules', () => {
    const input = { ...readTable('id stage outcome\nD1 Merged excluded\nD2 Won won'), asOf: day('2025-01-01') };
    const unknown = [rule('deal.outcome_unknown')];
    expect(check(unknown, input).errors).toBe(1);
    expect(check(unknown, { ...input, setAside: new Set(['Merged']) }).errors).toBe(0);
  });
});

describe('deals of several files', () => {
  it('are named by their own file and row', () => {
    const deals = dealsOf('id owner\nD1 .\nD2 .', {
      files: [
        { file: 'a.csv', sheet: null },
        { file: 'b.xlsx', sheet: 'Deals' },
      ],
      places: placesOf([5, 3], [6, 0], [0, 1]),
    });
    const [result] = check([rule('deal.owner_missing')], { deals, ambiguous: [], asOf: day('2025-01-01') }).results;
    expect(result?.describe().map(({ place }) => place)).toEqual([
      { file: 'a.csv', sheet: null, row: 5, line: 6 },
      { file: 'b.xlsx', sheet: 'Deals', row: 3, line: null },
    ]);
  });
});

describe('a file with violations in every row', () => {
  const size = 100_000;
  const each = (cell: (row: number) => string) => Array.from({ length: size }, (_, row) => cell(row));
  const same = (text: string) => ({ codes: new Uint32Array(size).fill(1), values: ['', text] });
  const deals = new Deals({
    size,
    columns: {
      id: textColumn(each((row) => `${row}.5E+17`)),
      name: textColumn(each(() => 'test deal')),
      customer: same('asdf'),
      account: same('asdf'),
      owner: same('Unassigned'),
      stage: same('CafÃ©'),
      contact_email: textColumn(each((row) => `ana ${row}`)),
      contact_phone: textColumn(each((row) => `=${row}`)),
      outcome: new Uint8Array(size).fill(OUTCOMES.indexOf('open')),
      amount: new Float64Array(size).fill(-5),
      created_at: new Int32Array(size).fill(day('2024-05-05')),
      modified_at: new Int32Array(size).fill(day('2024-01-01')),
      expected_close: new Int32Array(size).fill(day('2024-06-30')),
      probability: new Float64Array(size).fill(1),
      push_count: new Float64Array(size).fill(9),
    },
    files: [{ file: 'deals.csv', sheet: null }],
    places: placesBelow(size, false),
    extra: new Map(),
    unreadable: [],
    duplicates: [],
  });

  it('is checked quickly, counted to the last one, and described as far as asked', () => {
    const before = cpuTime();
    const result = check(rules, { deals, ambiguous: [], asOf: day('2025-01-01') });
    const listed = result.results.map((one) => one.describe(20).length);
    expect(cpuTime() - before).toBeLessThan(20_000);
    const counts = Object.fromEntries(result.results.map((one) => [one.rule.id, one.violations]));
    expect(counts).toMatchObject({
      'deal.open_past_close': size,
      // All but the first of them repeats another.
      'deal.duplicate_likely': size - 1,
      'deal.stale_no_activity': size,
      'deal.owner_missing': size,
      'deal.amount_negative': size,
      'deal.probability_stage_mismatch': size,
      'deal.push_count_high': size,
      'deal.modified_before_create': size,
      // The name and the account of each.
      'record.test_or_placeholder': 2 * size,
      'text.encoding_damage': size,
      'contact.email_invalid': size,
      'contact.phone_invalid': size,
      'cell.formula_like': size,
      'id.excel_mangled': 10,
    });
    expect(Math.max(...listed)).toBe(20);
    expect([result.score, result.strictScore]).toEqual([(size - 10) / size, 0]);
  });
});
