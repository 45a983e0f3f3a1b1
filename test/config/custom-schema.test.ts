import { describe, expect, it } from 'vitest';
import { ownRuleIds } from '../../src/config/custom-schema.js';
import { CUSTOM_EXPECTED } from '../../src/config/custom-words.js';
import { CONTROL_TOTALS } from '../../src/config/expect-schema.js';
import { readConfig } from '../../src/config/read.js';
import { type Config, configSchema } from '../../src/config/schema.js';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';
import { EXPECTED_TOTALS } from '../../src/quality/custom/control-totals.js';
import { makeRules } from '../../src/quality/custom/make.js';

const KNOWN = { kpis: ['win_rate'], presets: ['hubspot'], rules: [{ id: 'deal.owner_missing' }] };
const read = (content: string): Config =>
  readConfig('kpi.config.yaml', content, (value) => configSchema({ ...KNOWN, own: ownRuleIds(value) }));

function problems(content: string): string[] {
  try {
    read(content);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exit, message } = describeError(error, 'en');
    expect(exit).toBe(2);
    return message.split('\n').map((line) => line.replace('kpi.config.yaml:', ''));
  }
  return [];
}

const RULES = `customRules:
  - id: custom.big
    when: outcome = won and amount >= 100000
    require: "'Contract No' is not empty"
    severity: warn
    maxRate: 0.1
columns:
  Region: { allowed: [North, South, 5, true], required: true }
  Email: { pattern: email, unique: true }
  amount: { range: { min: 0, max: 5000 EUR } }
expect: { rows: 1192, wonValue: { value: 4800000, tolerance: 1% } }
rules: { custom.big: off, "column.missing_value:Region": { maxViolations: 3 }, "file.control_total_mismatch:rows": warn }
`;

describe('the rules of a config', () => {
  it('are rules of their own, columns and control totals', () => {
    const { customRules = [], columns, expect: totals, rules } = read(RULES);
    expect(customRules[0]).toMatchObject({ id: 'custom.big', severity: 'warn', maxRate: 0.1 });
    expect(columns).toMatchObject({ Region: { allowed: ['North', 'South', 5, true] } });
    expect(totals).toEqual({ rows: 1192, wonValue: { value: 4_800_000, tolerance: '1%' } });
    expect(Object.keys(rules ?? {})).toHaveLength(3);
  });

  it('may be set like those of the catalogue, by the ids that a check gives them', () => {
    const { customRules = [], columns = {}, expect: totals = {} } = read(RULES);
    const made = makeRules({ rules: customRules, columns, expect: totals }, null);
    expect(ownRuleIds(read(RULES)).sort()).toEqual(made.rules.map(({ id }) => id).sort());
    expect(problems(`${RULES.trimEnd().slice(0, -1)}, custom.bog: warn }`)).toEqual([
      expect.stringContaining('unknown key "custom.bog". Did you mean custom.big?'),
    ]);
  });

  it('know the control totals that a check adds up', () => {
    expect(CONTROL_TOTALS).toEqual(EXPECTED_TOTALS);
  });
});

describe('the place of a wrong rule', () => {
  it.each([
    [
      'a condition',
      'customRules:\n  - id: a.b\n    require: amount > 5 adn x = y',
      '3:25: customRules.0.require, character 12: "adn" is not expected here',
    ],
    [
      'a condition in quotes',
      'customRules:\n  - id: a.b\n    require: "amount >"',
      '3:23: customRules.0.require, character 9: a value is missing',
    ],
    [
      'a condition over several lines',
      'customRules:\n  - id: a.b\n    require: >\n      amount >\n      much <',
      '3:14: customRules.0.require, character 15',
    ],
    [
      'kinds that do not fit',
      'customRules:\n  - id: a.b\n    require: amount > 1\n    when: outcome = gone',
      '4:21: customRules.0.when, character 11: "gone" is no outcome',
    ],
    [
      'a rule without a condition',
      'customRules:\n  - id: a.b',
      '2:5: customRules.0.require does not take this. It takes a condition',
    ],
    [
      'a wrong id',
      'customRules:\n  - { id: A, require: is_won }',
      '2:11: customRules.0.id does not take "A". It takes small letters',
    ],
    [
      'an id of the catalogue',
      'customRules:\n  - { id: deal.owner_missing, require: is_won }',
      '2:11: customRules.0.id does not take "deal.owner_missing". It takes an id that no other rule has',
    ],
    [
      'an id twice',
      'customRules:\n  - { id: a.b, require: is_won }\n  - { id: a.b, require: is_won }',
      '3:11: customRules.1.id does not take "a.b". It takes an id that no other',
    ],
    [
      'an unknown key',
      'customRules:\n  - { id: a.b, require: is_won, sevrity: warn }',
      '2:33: unknown key "sevrity". Did you mean severity?',
    ],
    [
      'a pattern of a number',
      'columns:\n  amount: { pattern: email }',
      '2:22: columns.amount.pattern: contains and matches look at texts',
    ],
    [
      'a broken pattern',
      'columns:\n  Email: { pattern: "(" }',
      '2:21: columns.Email.pattern: the pattern is no regular expression',
    ],
    [
      'an end of a range that is a word',
      'columns:\n  closed_at: { range: { min: soon } }',
      '2:16: columns.closed_at.range: "soon" is no number, day or field',
    ],
    [
      'a range without ends',
      'columns:\n  amount: { range: {} }',
      '2:13: columns.amount.range does not take this. It takes min, max or both',
    ],
    [
      'no allowed value',
      'columns:\n  Region: { allowed: [] }',
      '2:13: columns.Region.allowed does not take this. It takes a list of values',
    ],
    ['an unknown total', 'expect: { row: 5 }', '1:11: unknown key "row". Did you mean rows?'],
    [
      'a total that is no number',
      'expect: { won: many }',
      '1:16: expect.won does not take "many". It takes a number, or',
    ],
    [
      'a tolerance below 0',
      'expect: { won: { value: 4, tolerance: -1 } }',
      '1:39: expect.won.tolerance does not take -1. It takes a number, 0 or more',
    ],
  ])('of %s is its line and column', (_, content, problem) => {
    const [told = '', ...others] = problems(content);
    expect(told.slice(0, problem.length)).toBe(problem);
    expect(others).toEqual([]);
  });

  it('is told in every language', () => {
    for (const { en, fa } of Object.values(CUSTOM_EXPECTED)) {
      expect(en).not.toMatch(/[\u0600-\u06ff]/);
      expect(fa).toMatch(/[\u0600-\u06ff]/);
    }
  });
});

describe('what a column must hold', () => {
  it.each([
    ['columns:\n  Region: { type: nubmer }', '2:19: columns.Region.type does not take "nubmer". Did you mean number?'],
    ['columns:\n  Region: { match: excat }', '2:20: columns.Region.match does not take "excat". Did you mean exact?'],
    ['columns:\n  X: { minLenght: 3 }', '2:8: unknown key "minLenght". Did you mean minLength?'],
    ['columns:\n  X: { warn: 1.5 }', '2:14: columns.X.warn does not take 1.5. It takes a whole number'],
    ['columns:\n  X: { message: "is {valu}" }', '2:21: columns.X.message, character 4: {valu} stands for nothing'],
    ['columns:\n  X: { when: "outcome = gone" }', '2:25: columns.X.when, character 11: "gone" is no outcome'],
    ['unique: [account]', '1:1: unique does not take this. It takes two or more columns'],
    ['unexpectedColumns: warning', '1:20: unexpectedColumns does not take "warning". It takes error'],
    [
      'customRules:\n  - { id: a.b, on: lead, require: is_won }',
      '2:20: customRules.0.on does not take "lead". Did you mean leads?',
    ],
  ])('%s', (content, problem) => {
    expect(problems(content)[0]?.slice(0, problem.length)).toBe(problem);
  });

  it('may be said of one combination or several, whose ids the check gives too', () => {
    for (const unique of ['[account, closed_at]', '[[account, closed_at], { columns: [a, b], on: leads }]']) {
      const config = read(`unique: ${unique}`);
      const { rules } = makeRules({ unique: config.unique ?? [] }, null);
      expect(ownRuleIds(config)).toEqual(rules.map(({ id }) => id));
    }
  });
});

describe('figures over many records', () => {
  it.each([
    ['expect: [amount > 5]', 'expect.0, character 1: many records have no one value'],
    ['expect: [avg(stage) > 5, avg(created_at) > 5]', 'expect.1, character 5: days do not add up'],
    ['expect: [avg() > 5]', 'expect.0, character 1: a field or column is missing'],
    ['expect: [percentile(amount) > 5]', 'character 18: a percentile says which one'],
    ['expect: [{ by: owner }]', 'expect.0: a condition is missing'],
    ['expect: [{ check: count() > 5, wher: is_won }]', 'unknown key "wher". Did you mean where?'],
    ['expect: { row: 5 }', 'unknown key "row". Did you mean rows?'],
    ['customRules:\n  - { id: a.b, require: avg(amount) > 5 }', 'this is a figure of many records'],
  ])('%s', (content, problem) => {
    expect(problems(content).join('\n')).toContain(problem);
  });

  it('have ids that the check gives too', () => {
    const config = read(
      'expect: [avg(amount) between 1k and 50k, by: owner, { check: count() > 5, id: custom.n, on: leads }, { rows: 5 }]\nrules: { custom.n: warn }',
    );
    const ids = makeRules({ expect: config.expect }, null).rules.map(({ id }) => id);
    expect(ids).toEqual([
      'expect.not_met:avg(amount) between 1k and 50k by owner',
      'custom.n',
      'file.control_total_mismatch:rows',
    ]);
    expect(ownRuleIds(config)).toEqual(ids);
  });
});
