import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kpi, ROOT } from '../../support/run.js';
import { SIX_DEALS } from '../../support/workplace.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpi-init-'));
  writeFileSync(join(folder, 'deals.csv'), SIX_DEALS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => kpi(args, { cwd: folder });
const config = (name = 'kpi.config.yaml'): string => readFileSync(join(folder, name), 'utf8');
const report = (file: string) => run('report', file, '--format', 'json');

/** Warnings that a config settles: what was assumed or guessed is an answer now. */
const SETTLED = ['assumed_mapping', 'ambiguous_column', 'encoding_guessed', 'mapping_tie', 'assumed_open'];

describe('kpi init', () => {
  const fixtures = readdirSync(`${ROOT}fixtures/crm`).filter((name) => name.endsWith('.csv'));

  it.each(fixtures)('writes what makes the same report of %s, asking nothing', (name) => {
    const file = `${ROOT}fixtures/crm/${name}`;
    const before = report(file);
    expect(run('init', file)).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringContaining('wrote kpi.config.yaml'),
    });
    const after = report(file);
    expect(after.status).toBe(before.status);
    const [old, now] = [before, after].map(({ stdout }) => JSON.parse(stdout));
    const open = old.warnings.filter(({ code }: { code: string }) => !SETTLED.includes(code));
    expect(now.warnings).toEqual(open);
    if (open.length === old.warnings.length) expect(after.stdout).toBe(before.stdout);
    else expect({ ...now, warnings: [], quality: null }).toEqual({ ...old, warnings: [], quality: null });
  });

  it('asks about a stage that nothing explains, and the answer settles it', () => {
    const deals = SIX_DEALS.replace('Negotiation', 'Closed');
    writeFileSync(join(folder, 'deals.csv'), deals);
    expect(run('init', 'deals.csv').stderr).toContain('stage names without a meaning: 1');
    expect(config()).toContain('  #Closed: # ');
    expect(JSON.parse(report('deals.csv').stdout).partition).toMatchObject({ open: 0, excluded: 1 });
    writeFileSync(join(folder, 'kpi.config.yaml'), config().replace('  #Closed: #', '  Closed: open #'));
    expect(JSON.parse(report('deals.csv').stdout).partition).toMatchObject({ open: 1, excluded: 0 });
  });

  it('settles dates that fit both orders as they were taken, and says how many', () => {
    writeFileSync(
      join(folder, 'dates.csv'),
      'Deal ID,Status,Amount,Created,Closed on\n1,won,5,03/04/2025,05/06/2025\n2,lost,5,03/05/2025,07/06/2025\n',
    );
    expect(report('dates.csv').stderr).toContain('--date-order settles it');
    run('init', 'dates.csv');
    expect(config()).toMatch(/^dateOrder: mdy # assumed: check \(4 cells of "Created", "Closed on" fit another/m);
    expect(report('dates.csv').stderr).toBe('');
  });

  it('settles amounts that fit both decimal signs as they were taken, and says how many', () => {
    writeFileSync(join(folder, 'sums.csv'), 'Deal ID;Status;Amount\n1;won;1.234\n2;lost;5.678\n');
    expect(report('sums.csv').stderr).toContain('(--decimal settles it)');
    const revenue = (...args: string[]) => {
      const { stdout, stderr } = run('report', 'sums.csv', '--kpi', 'revenue_won', '-f', 'json', ...args);
      expect(stderr).toBe('');
      return JSON.parse(stdout).kpis[0].value;
    };
    expect([revenue('--decimal', 'point'), revenue('--decimal', ',')]).toEqual([1.234, 1234]);
    run('init', 'sums.csv');
    expect(config()).toMatch(/^decimal: comma # assumed: check \(2 cells of "Amount" fit another/m);
    expect([revenue(), revenue('--decimal', '.')]).toEqual([1234, 1.234]);
  });

  it('takes files that are read together, and what it writes serves each of them alone, too', () => {
    const accounts = 'Account,Sector\nAcme,Retail\nBeta,Energy\n';
    writeFileSync(join(folder, 'accounts.csv'), accounts);
    const sales =
      'Deal ID,Account,Sales Agent,Deal Stage,Amount,Close Date\n1,Acme,Ann,Won,5,2025-01-03\n2,Beta,Bo,Lost,6,2025-02-03\n';
    writeFileSync(join(folder, 'sales.csv'), sales);
    writeFileSync(join(folder, 'teams.csv'), 'Sales Agent,Manager\nAnn,Cy\nBo,Di\n');
    const both = (...args: string[]) =>
      run('report', 'sales.csv', 'accounts.csv', 'teams.csv', '--by', 'Sector', '-f', 'json', ...args);
    const before = both();
    expect(run('init', 'sales.csv', 'accounts.csv', 'teams.csv')).toMatchObject({ status: 0 });
    expect(parse(config()).mapping).toMatchObject({ 'deals.amount': 'Amount', 'customers.name': 'Account' });
    expect(both()).toMatchObject({ status: 0, stdout: before.stdout, stderr: before.stderr });
    expect(run('report', 'sales.csv')).toMatchObject({ status: 0, stderr: '' });
    for (const file of ['accounts.csv', 'teams.csv']) {
      const { status, stderr } = run('report', file);
      expect([status, stderr]).toEqual([3, expect.stringContaining('no file holds deals')]);
    }
  });

  it('leaves a file that is there as it is, whatever config it is, unless it is told to replace it', () => {
    writeFileSync(join(folder, 'kpi.config.yml'), 'currency: EUR\n');
    for (const args of [['init', 'deals.csv'], ['init'], ['init', 'deals.csv', '-o', 'kpi.config.yml']]) {
      const refused = run(...args);
      expect(refused).toMatchObject({ status: 4, stdout: '' });
      expect(refused.stderr).toContain('kpi.config.yml is there already');
      expect(refused.stderr).toContain('--force');
    }
    expect(config('kpi.config.yml')).toBe('currency: EUR\n');
    expect(run('init', 'deals.csv', '--force').status).toBe(0);
    expect(parse(config('kpi.config.yml'))).toMatchObject({ mapping: { amount: 'Amount' } });
    expect(existsSync(join(folder, 'kpi.config.yaml'))).toBe(false);
  });

  it('does not listen to the config that it replaces', () => {
    writeFileSync(join(folder, 'kpi.config.yaml'), 'mapping:\n  source: Deal owner\nzzz: broken\n');
    expect(run('init', 'deals.csv', '--force').status).toBe(0);
    expect(parse(config()).mapping).toMatchObject({ owner: 'Deal owner' });
  });

  it('prints to standard output, and writes where it is told, JSON without comments', () => {
    const { stdout } = run('init', 'deals.csv', '-o', '-');
    expect(existsSync(join(folder, 'kpi.config.yaml'))).toBe(false);
    run('init', 'deals.csv', '-o', 'other.yaml');
    expect(config('other.yaml')).toBe(stdout);
    run('init', 'deals.csv', '-o', 'kpi.config.json');
    expect(JSON.parse(config('kpi.config.json'))).toEqual(parse(stdout));
    expect(run('init', 'deals.csv', '-o', 'deals.csv', '--force')).toMatchObject({ status: 2 });
  });

  it('keeps what the command line says', () => {
    run(
      'init',
      'deals.csv',
      '--map',
      'source=Deal Name',
      '--ignore',
      'Deal owner',
      '--stage',
      'Negotiation=won',
      '--timezone',
      'Asia/Tehran',
    );
    expect(parse(config())).toMatchObject({
      mapping: { source: 'Deal Name' },
      ignore: ['Deal owner'],
      stages: { Negotiation: 'won' },
      timezone: 'Asia/Tehran',
    });
    expect(parse(config()).mapping).not.toHaveProperty('owner');
    expect(JSON.parse(report('deals.csv').stdout).partition).toMatchObject({ won: 4, open: 0 });
  });

  it('writes a template of all keys without a file', () => {
    expect(run('init').status).toBe(0);
    expect(parse(config())).toBeNull();
    for (const key of ['preset', 'mapping', 'ignore', 'stages', 'dateOrder', 'rules', 'report'])
      expect(config()).toMatch(new RegExp(`^#${key}:`, 'm'));
    expect(report('deals.csv').status).toBe(0);
  });

  it('speaks Persian where it is asked to, with the same settings', () => {
    run('init', 'deals.csv', '-o', 'fa.yaml', '--lang', 'fa');
    run('init', 'deals.csv', '-o', 'en.yaml');
    expect(config('fa.yaml')).toContain('ستونی از فایل که آن را دارد');
    expect(parse(config('fa.yaml'))).toEqual(parse(config('en.yaml')));
  });

  it('survives headers that YAML would take for something else', () => {
    const header = '"Deal: value # net","Status, ""new""",مبلغ,تاریخ ایجاد';
    writeFileSync(join(folder, 'odd.csv'), `${header}\n1,won,5,2025-01-01\n2,lost,6,2025-01-02\n`);
    const map = ['--map', 'name=Deal: value # net', '--map', 'status=Status, "new"'];
    expect(run('init', 'odd.csv', ...map).status).toBe(0);
    expect(parse(config()).mapping).toMatchObject({
      name: 'Deal: value # net',
      status: 'Status, "new"',
      amount: 'مبلغ',
      created_at: 'تاریخ ایجاد',
    });
    expect(JSON.parse(report('odd.csv').stdout).partition).toMatchObject({ won: 1, lost: 1 });
  });
});

describe('--ignore', () => {
  it('keeps a column from being taken for a field, and says when there is none', () => {
    const fields = (...args: string[]): string[] =>
      JSON.parse(run('inspect', 'deals.csv', '--format', 'json', ...args).stdout).sources[0].columns.map(
        ({ field }: { field: string | null }) => field,
      );
    expect(fields()).toContain('owner');
    expect(fields('--ignore', 'deal OWNER')).not.toContain('owner');
    expect(
      run('report', 'deals.csv', '--ignore', 'Deal ownr').stderr +
        run('report', 'deals.csv', '--ignore', 'Deal ownr').stdout,
    ).toContain('Did you mean "Deal owner"?');
  });
});
