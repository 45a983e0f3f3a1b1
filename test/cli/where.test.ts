import { describe, expect, it } from 'vitest';
import { kpi, reportOf } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(args, { cwd: place.path });

describe('--where', () => {
  it('is said in every format, with what it leaves out', () => {
    const table = run('report', 'deals.csv', '--where', 'amount > 900').stdout;
    expect(table).toContain('deals.csv (3 deals · 3 rows left out: 3 outside --where)');
    expect(table.replace(/\s+/g, ' ')).toContain(
      'Only amount > 900: 3 of 6 deals; for 1 of the others an empty cell leaves it open',
    );
    const markdown = run('report', 'deals.csv', '--where', 'amount > 900', '--format', 'markdown').stdout;
    expect(markdown).toContain('Only `amount > 900`: 3 of 6 deals;');
    const persian = run('report', 'deals.csv', '--where', 'amount > 900', '--lang', 'fa').stdout;
    expect(persian).toContain('۳ از ۶ معامله');
    expect(reportOf(['deals.csv', '--where', 'amount > 900'], { cwd: place.path }).filter).toEqual({
      where: 'amount > 900',
      records: 6,
      kept: 3,
      leftOut: 3,
      unknown: 1,
    });
  });

  it('narrows a check and an explanation alike', () => {
    const check = run('check', 'deals.csv', '--where', 'owner = Sara', '--rules', 'deal.won_without_amount');
    expect(check.status).toBe(0);
    expect(check.stdout).toContain('Only owner = Sara: 3 of 6 deals');
    const explained = run('explain', 'win_rate', 'deals.csv', '--where', 'owner = Sara', '--format', 'json');
    expect(JSON.parse(explained.stdout)).toMatchObject({ filter: { kept: 3 }, kpi: { value: 0.5, n: 2 } });
  });

  it.each([
    ['a condition that is none', 'amount > 5 adn x', 'character 12: "adn"'],
    ['kinds that do not fit', 'amount > won_at', 'cannot be compared'],
    ['a column that no file has', 'Regoin = North', 'no file has a column "Regoin"'],
    ['a field that no file has', 'probability > 50%', 'no file has a column "probability"'],
    ['an empty condition', ' ', '--where does not take'],
  ])('is refused with exit 2 for %s', (_, where, message) => {
    for (const command of [['report'], ['check'], ['explain', 'win_rate']]) {
      const { status, stdout, stderr } = run(...command, 'deals.csv', '--where', where);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
  });

  it('is refused before any file is opened, where no file is needed to see that', () => {
    const { status, stderr } = run('report', 'no-such-file.csv', '--where', 'amount >');
    expect(status).toBe(2);
    expect(stderr).toContain('a value is missing here');
  });
});

describe('rules of the config', () => {
  const CONFIG = `customRules:
  - id: custom.small_wins_need_a_name
    when: outcome = won and amount < 2000
    require: name = Gamma
columns: { Deal owner: { allowed: [Sara, Omid, Lina] }, amount: { range: { max: 2500 } } }
expect: { rows: 6, wonValue: 4000 }
`;

  it('run beside those of the catalogue, and can be chosen, required and explained', () => {
    const config = place.put('own.yaml', CONFIG);
    const check = run(
      'check',
      'deals.csv',
      '--config',
      config,
      '--format',
      'json',
      '--rules',
      'custom.*,column.*:*,file.c*',
    );
    expect(check.status).toBe(1);
    const { rules } = JSON.parse(check.stdout) as { rules: { id: string; outcome: string; violations: number }[] };
    expect(rules.map(({ id, outcome, violations }) => [id, outcome, violations])).toEqual([
      ['custom.small_wins_need_a_name', 'fail', 1],
      ['column.value_not_allowed:Deal owner', 'pass', 0],
      ['column.out_of_range:amount', 'fail', 1],
      ['file.control_total_mismatch:rows', 'pass', 0],
      ['file.control_total_mismatch:wonValue', 'pass', 0],
    ]);
    const explained = run('explain', 'custom.small_wins_need_a_name', 'deals.csv', '--config', config);
    expect(explained.stdout).toContain('Of deals with outcome = won and amount < 2000: name = Gamma.');
    expect(explained.stdout).toContain('Alpha');
    const report = run('report', 'deals.csv', '--config', config, '--format', 'json');
    expect(report.stdout).toContain('custom.small_wins_need_a_name');
    expect(run('check', 'deals.csv', '--config', config, '--rules', 'custom.smal').stderr).toContain(
      'Did you mean custom.small_wins_need_a_name?',
    );
  });

  it('fail where one is required and cannot be checked', () => {
    const config = place.put('team.yaml', 'customRules: [{ id: custom.team, require: Team = A, severity: warn }]');
    expect(run('check', 'clean.csv', '--config', config, '--as-of', '2025-06-30').status).toBe(0);
    const required = run('check', 'clean.csv', '--config', config, '--as-of', '2025-06-30', '--require', 'custom.team');
    expect(required.status).toBe(1);
    expect(required.stderr).toContain('custom.team');
  });

  it('are refused with exit 2, the line and the column, where one is broken', () => {
    const config = place.put('broken.yaml', CONFIG.replace('name = Gamma', 'name = Gamma or'));
    const { status, stderr } = run('check', 'deals.csv', '--config', config);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /broken\.yaml:4:29: customRules\.0\.require, character 16: a field or column is missing here/,
    );
  });
});
