import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.js';
import { COMMANDS } from '../../src/cli/commands.js';
import type { OptionValues } from '../../src/cli/options.js';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';

const parse = (...args: string[]) => parseArguments(args, { lang: 'en', width: 80, version: '1.2.3' });

/** The parsed call as `name operands`, and its values. */
function call(...args: string[]): { typed: string; values: OptionValues } {
  const parsed = parse(...args);
  if (parsed.kind !== 'call') throw new Error(`a text: ${parsed.text}`);
  return { typed: [parsed.command.name, ...parsed.operands].join(' '), values: parsed.values };
}

function text(...args: string[]): string {
  const parsed = parse(...args);
  if (parsed.kind !== 'text') throw new Error(`a call of ${parsed.command.name}`);
  return parsed.text;
}

function refusal(...args: string[]): string {
  try {
    parse(...args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exit, message, hint } = describeError(error, 'en');
    return `${exit} ${message} ${hint}`;
  }
  throw new Error('it was taken');
}

describe('parseArguments', () => {
  it('finds command, operands and values, options anywhere', () => {
    expect(
      call('report', '--as-of', '2025-01-31', 'a.csv', '--by', 'owner', 'b.csv', '--by=source,owner', '-q'),
    ).toEqual({
      typed: 'report a.csv b.csv',
      values: { 'as-of': '2025-01-31', by: [['owner'], ['source', 'owner']], quiet: true },
    });
  });

  it('collects what is repeatable in order, and takes the last of the rest', () => {
    const { values } = call('report', '--kpi', 'a,b', '--kpi', 'c', '--period', '2024', '--period', '2025');
    expect(values).toEqual({ kpi: [['a', 'b'], ['c']], period: '2025' });
  });

  it('knows switches that begin with no', () => {
    expect(call('report', 'a.csv').values).toEqual({});
    expect(call('report', 'a.csv', '--no-color', '--no-progress').values).toEqual({
      'no-color': true,
      'no-progress': true,
    });
  });

  it('takes a value that begins with a dash, unless it is an option', () => {
    expect(call('check', 'a.csv', '--rules', '-deal.owner_missing').values).toEqual({
      rules: [['-deal.owner_missing']],
    });
    expect(call('report', 'a.csv', '--stage', '--None--=open').values).toEqual({ stage: [['--None--', 'open']] });
    expect(refusal('report', 'a.csv', '--period', '--compare', 'none')).toBe(
      '2 the option --period needs a value: --period PERIOD. `kpi report --help` says what it takes.',
    );
    expect(refusal('report', 'a.csv', '--output')).toMatch(/^2 the option --output needs a value: --output FILE\./);
  });

  it('takes everything behind -- as operands', () => {
    expect(call('report', '--', '-odd.csv', '--period')).toEqual({ typed: 'report -odd.csv --period', values: {} });
  });

  it('takes - as an operand and as an output', () => {
    expect(call('report', '-', '-o', '-')).toEqual({ typed: 'report -', values: { output: ['-'] } });
  });

  it('suggests the option that was meant', () => {
    expect(refusal('report', 'x.csv', '--perod', '2024')).toBe(
      '2 `kpi report` has no option --perod. Did you mean --period? `kpi report --help` lists the options.',
    );
    expect(refusal('report', 'x.csv', '--perod=2024')).toContain('no option --perod. Did you mean --period?');
    expect(refusal('report', 'x.csv', '-period', '2024')).toMatch(/^2 `kpi report` has no option -p/);
    expect(refusal('check', 'x.csv', '--by', 'owner')).toMatch(/^2 `kpi check` has no option --by\./);
  });

  it('takes no abbreviation: it might become ambiguous with the next version', () => {
    expect(refusal('report', 'x.csv', '--per', '2024')).toContain('Did you mean --period?');
    expect(refusal('rep', 'x.csv')).toContain('Did you mean report?');
  });

  it('suggests the command that was meant, and how to report on a file', () => {
    expect(refusal('reprot')).toBe(
      '2 there is no command "reprot". Did you mean report? `kpi --help` lists the commands.',
    );
    expect(refusal('deals.csv')).toBe('2 there is no command "deals.csv". To report on a file: kpi report deals.csv');
  });

  it('says where an option belongs', () => {
    expect(refusal('--quiet', 'report', 'a.csv')).toContain('Write it after the command');
    expect(refusal('-q', 'report', 'a.csv')).toContain('Write it after the command');
    expect(refusal('--nonsense')).toMatch(/^2 `kpi` has no option --nonsense\./);
  });

  it('counts operands', () => {
    expect(refusal('inspect', 'a.csv', 'b.csv')).toMatch(/^2 `kpi inspect` does not know what to do with "b\.csv"\./);
    expect(refusal('explain')).toMatch(
      /^2 `kpi explain` needs the id of a KPI, a rule, a model or a section of models/,
    );
    expect(refusal('list')).toMatch(/^2 `kpi list` needs one of kpis, rules, models, fields, presets\./);
  });

  it('answers --version and -V', () => {
    expect(text('--version')).toBe('1.2.3\n');
    expect(text('-V')).toBe('1.2.3\n');
  });

  it.each(COMMANDS)('answers $name --help with every option of the command', (command) => {
    const help = text(command.name, '--help');
    for (const name of command.options) expect(help).toContain(`--${name}`);
    expect(help).toBe(text(command.name, '-h'));
    expect(help.indexOf('Examples')).toBeLessThan(help.indexOf('Usage'));
  });
});
