import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/report/schema.js';
import { kpi } from '../support/run.js';
import { workplace } from '../support/workplace.js';

/** Twenty won deals; `amounts` of the first are missing, of the others 100. Half have an owner. */
function deals(missing: readonly number[], { from = 1, n = 20, owner = true } = {}): string {
  const header = `Deal ID,Deal Name,${owner ? 'Deal owner,' : ''}Deal Stage,Amount,Currency,Create Date,Close Date`;
  const rows = Array.from({ length: n }, (_, at) => {
    const id = from + at;
    const who = owner ? `${id % 2 === 0 ? 'Sara' : ''},` : '';
    return `${id},Deal ${id},${who}Closed Won,${missing.includes(id) ? '' : 100 + id},EUR,2025-01-06,2025-02-${String(1 + (at % 28)).padStart(2, '0')}`;
  });
  return `${[header, ...rows].join('\n')}\n`;
}

const RULES = ['--rules', 'deal.won_without_amount,deal.owner_missing'] as const;

describe('kpi check --prune-baseline', () => {
  const place = workplace();
  const run = (...args: string[]) => kpi(['check', ...args], { cwd: place.path });
  const text = (name: string): string => readFileSync(place.at(name), 'utf8');
  const write = (name = 'b.txt', ...args: string[]): string => {
    place.put('crm.csv', deals([2, 4, 6]));
    place.put(name, '');
    expect(run('crm.csv', ...RULES, '--write-baseline', name, ...args).status).toBe(0);
    return text(name);
  };
  const prune = (file: string, ...args: string[]) => run(file, '--baseline', 'b.txt', '--prune-baseline', ...args);

  it.each([
    ['a condition', 'crm.csv', [...RULES, '--where', 'amount > 110'], /only at the deals of --where amount > 110/],
    [
      'a rule that was not selected',
      'crm.csv',
      ['--rules', 'deal.owner_missing'],
      /did not check deal\.won_without_amount/,
    ],
    ['a rule that is off', 'crm.csv', [...RULES, '--config', 'off.yaml'], /did not check deal\.owner_missing/],
    ['a column that is gone', 'narrow.csv', [...RULES], /did not check deal\.owner_missing/],
    ['half of the records', 'half.csv', [...RULES], /saw 10 records, the baseline is of 20/],
    ['other data', 'other.csv', [...RULES], /same data: 13 of the known records are not in these files/],
  ])('refuses %s, says what would be lost, and writes nothing', (_, file, args, message) => {
    const before = write();
    place.put('off.yaml', 'rules:\n  deal.owner_missing: off\n');
    place.put('narrow.csv', deals([4, 6], { owner: false }));
    place.put('half.csv', deals([2], { n: 10 }));
    place.put('other.csv', deals([], { from: 1001 }));
    const refused = prune(file, ...args, '-o', 'page.md');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
    expect(refused.stderr).toMatch(/^hint: .*--force/m);
    expect(text('b.txt')).toBe(before);
    expect(() => text('page.md')).toThrow('ENOENT');
  });

  it('names what would be lost', () => {
    write();
    place.put('half.csv', deals([2], { n: 5 }));
    expect(prune('half.csv', ...RULES).stderr).toMatch(/It would lose .*deal\.won_without_amount 2 \(4, 6\)/);
  });

  it('prunes what it saw where it is forced, and never what was not looked at', () => {
    write();
    place.put('fixed.csv', deals([4]));
    const forced = prune('fixed.csv', '--rules', 'deal.won_without_amount', '--force');
    expect([0, 1]).toContain(forced.status);
    const lines = text('b.txt').split('\n');
    expect(lines.filter((line) => line.startsWith('deal.won_without_amount'))).toEqual([
      expect.stringMatching(/ 1 "4"$/),
    ]);
    expect(lines.filter((line) => line.startsWith('deal.owner_missing')).length).toBeGreaterThan(0);
  });

  it('prunes without a word where the same data was looked at, under another name, with a few records deleted', () => {
    write();
    place.put('june.csv', deals([4]));
    expect(prune('june.csv', ...RULES).status).toBe(0);
    expect(text('b.txt').match(/^deal\.won_without_amount/gm)).toHaveLength(1);
    place.put(
      'crm.csv',
      deals([4])
        .split('\n')
        .filter((line) => !line.startsWith('4,'))
        .join('\n'),
    );
    expect(prune('crm.csv', ...RULES).status).toBe(0);
    expect(text('b.txt')).not.toMatch(/^deal\.won_without_amount/m);
  });

  it('lets a baseline of some of the deals be pruned by a run over the same', () => {
    write('b.txt', '--where', 'owner = Sara');
    expect(prune('crm.csv', ...RULES, '--where', 'owner  =  Sara').stderr).not.toMatch(/not pruned/);
  });
});

describe('a reason and a last day behind an entry', () => {
  const place = workplace();
  const run = (...args: string[]) => kpi(['check', ...args], { cwd: place.path });
  const text = (name: string): string => readFileSync(place.at(name), 'utf8');
  const rules = ['--rules', 'deal.won_without_amount'] as const;
  const noted = (behind: string): void => {
    place.put('b.txt', '');
    run('deals.csv', ...rules, '--write-baseline', 'b.txt');
    place.put('b.txt', text('b.txt').replace(/ 1 "4"$/m, ` 1 "4" # ${behind}`));
  };

  it('counts again where the day is over: it fails, warns, and stands in the finding', () => {
    noted('until 2020-01-31: ticket 7');
    const { status, stdout } = run('deals.csv', ...rules, '--baseline', 'b.txt', '--format', 'json');
    const check = JSON.parse(stdout) as Check;
    expect([status, check.summary.errors, check.summary.known]).toEqual([1, 1, 0]);
    expect(check.rules[0]).toMatchObject({ violations: 1, known: 0, expired: 1 });
    expect(check.violations[0]?.expired).toEqual({ until: '2020-01-31', reason: 'ticket 7' });
    expect(check.violations[0]?.message).toMatch(/ \(known until 2020-01-31: ticket 7\)$/);
    expect(check.warnings.filter(({ code }) => code === 'baseline_expired')[0]?.message).toMatch(
      /^1 known violation counts again.*deal\.won_without_amount until 2020-01-31: ticket 7/,
    );
    const persian = run('deals.csv', ...rules, '--baseline', 'b.txt', '--lang', 'fa').stdout;
    expect(persian).toMatch(/دانسته بود/);
  });

  it('is known until then, in one line of the page, and named in the JSON', () => {
    noted('until 2999-12-31: ticket 7');
    const page = run('deals.csv', ...rules, '--baseline', 'b.txt', '--format', 'markdown');
    expect(page.status).toBe(0);
    expect(page.stdout).toMatch(/won_without_amount`?: 1 known, the first until 2999-12-31/);
    expect(page.stdout).not.toMatch(/deals\.csv:5/);
    const check = JSON.parse(run('deals.csv', ...rules, '--baseline', 'b.txt', '--format', 'json').stdout) as Check;
    expect(check.known).toEqual([
      expect.objectContaining({
        rule: 'deal.won_without_amount',
        recordId: '4',
        until: '2999-12-31',
        reason: 'ticket 7',
      }),
    ]);
    expect(check.violations).toEqual([]);
  });

  it('stays where the baseline is written again; what has expired is no pass by that', () => {
    noted('until 2020-01-31: ticket 7');
    const again = run('deals.csv', ...rules, '--write-baseline', 'b.txt');
    expect(again.status).toBe(1);
    expect(text('b.txt')).toMatch(/ 1 "4" # until 2020-01-31: ticket 7$/m);
  });

  it('is read in a baseline of the first version', () => {
    noted('until 2999-12-31: ticket 7');
    const first = text('b.txt')
      .replace('kpi-baseline 2', 'kpi-baseline 1')
      .replace(/^@.*\n/gm, '');
    place.put('b.txt', first);
    expect(run('deals.csv', ...rules, '--baseline', 'b.txt').status).toBe(0);
  });
});
