import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { kpi } from '../support/run.js';

const script = (shell: string): string => kpi(['completion', shell]).stdout;
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** What bash would offer for a line that ends where the cursor is. */
function offered(line: string): string[] {
  const words = line.split(' ');
  const run = spawnSync(
    'bash',
    [
      ...['--norc', '-c'],
      `${script('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kpi; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ...['bash', ...words],
    ],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter((word) => word !== '');
}

describe('in bash', () => {
  it.each([
    ['kpi rep', ['report']],
    ['kpi report --enf', ['--enforce-targets']],
    ['kpi report a.csv --kpi win_rate_', ['win_rate_value']],
    ['kpi report --kpi won_deals,revenue_w', ['won_deals,revenue_won']],
    ['kpi report --grain q', ['quarter']],
    ['kpi check --rules deal.id_d', ['deal.id_duplicate']],
    ['kpi check --format sa', ['sarif']],
    ['kpi check -f sa', ['sarif']],
    ['kpi report --format = jso', ['json']],
    ['kpi list pre', ['presets']],
    ['kpi explain deal.id_d', ['deal.id_duplicate']],
    ['kpi explain kaplan', ['kaplan_meier']],
    ['kpi explain surviv', ['survival']],
    ['kpi list mod', ['models']],
    ['kpi help exp', ['explain', 'expressions']],
    ['kpi completion z', ['zsh']],
    // Files are the shell's own affair.
    ['kpi report --config x', []],
    ['kpi report dea', []],
  ])('%s', (line, words) => {
    expect(offered(line)).toEqual(words);
  });

  it('is installed for kpi', () => {
    const run = spawnSync('bash', ['--norc', '-c', `${script('bash')}complete -p kpi`], { encoding: 'utf8' });
    expect(run.stdout).toBe('complete -o default -F _kpi kpi\n');
  });
});

describe.each(['zsh', 'fish'])('for %s', (shell) => {
  it('names every command and option', () => {
    const text = script(shell);
    for (const { name, options } of COMMANDS) {
      expect(text).toContain(name);
      for (const option of options) expect(text).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
    }
    expect(text).toContain('win_rate');
    expect(text).toContain('deal.id_duplicate');
  });
});

// Of the shells of this machine: bash is on every one that the tests run on.
describe.each(['bash', 'zsh', 'fish'].filter(has))('for %s', (shell) => {
  it('is a script that the shell can read', () => {
    const run = spawnSync(shell, ['-n'], { input: script(shell), encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });
});

describe('for another shell', () => {
  it('there is none', () => {
    const run = kpi(['completion', 'fissh']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('Did you mean fish?');
  });
});
