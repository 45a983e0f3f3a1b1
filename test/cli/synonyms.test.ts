import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { OPTIONS } from '../../src/cli/options.js';
import { commandMeant, optionMeant } from '../../src/cli/synonyms.js';

const optionsOf = (name: string): readonly string[] => COMMANDS.find((one) => one.name === name)?.options ?? [];

describe('an option of another program', () => {
  it.each([
    ['report', 'group-by', '--by'],
    ['report', 'groupBy', '--by'],
    ['report', 'group_by', '--by'],
    ['report', 'filter', '--where "CONDITION"'],
    ['report', 'json', '--format json'],
    ['report', 'since', '--period 2025-01-01..'],
    ['report', 'from', '--period 2025-01-01..'],
    ['report', 'to', '--period 2025-01-01..2025-03-31'],
    ['report', 'metric', '--kpi'],
    ['report', 'language', '--lang'],
    ['report', 'currency-rates', '`rates:` in kpi.config.yaml'],
    ['serve', 'bind', '--host ADDRESS'],
    ['report', 'bind', null],
    ['check', 'strict', '--fail-on warn'],
    ['check', 'limit', '--max-rows'],
    ['check', 'disable', '--rules=-RULE'],
    // A check has no breakdown, and knows no period.
    ['check', 'group-by', null],
    ['report', 'xyzzy', null],
  ])('kpi %s --%s: %s', (command, typed, written) => {
    expect(optionMeant(typed, optionsOf(command))).toBe(written);
  });

  it('is answered with an option that there is, and is none itself where it is', () => {
    for (const command of COMMANDS) {
      for (const name of ['json', 'since', 'filter', 'group-by', 'lang', 'rates', 'tz', 'sep', 'out']) {
        const written = optionMeant(name, command.options);
        const option = /^--([a-z-]+)/.exec(written ?? '')?.[1];
        if (option !== undefined) expect(Object.keys(OPTIONS)).toContain(option);
      }
    }
  });
});

describe('a command of another program', () => {
  it.each([
    ['analyze', 'report'],
    ['dashboard', 'serve'],
    ['follow', 'watch'],
    ['Validate', 'check'],
    ['show', 'inspect'],
    ['ls', 'list'],
    ['xyzzy', null],
  ])('%s: %s', (typed, command) => {
    expect(commandMeant(typed)).toBe(command);
  });
});
