import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { kpi, kpiProcess, ROOT } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(args, { cwd: place.path });
/** Where the code of the process is the point: one of each. */
const started = (...args: string[]) => kpiProcess(args, { cwd: place.path });

describe('the exit code', () => {
  it('is 0 for a report', () => {
    const { status, stdout, stderr } = started('report', 'deals.csv');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('60');
    expect(run('report', 'deals.csv')).toEqual({ status, stdout, stderr });
  });

  it('is 1 where the gate of a check fails, and 0 where it passes', () => {
    expect(started('check', 'deals.csv').status).toBe(1);
    expect(run('check', 'deals.csv', '--fail-on', 'never').status).toBe(0);
    expect(run('check', 'clean.csv', '--as-of', '2025-06-30').status).toBe(0);
  });

  it.each([
    ['an unknown command', ['reprot', 'deals.csv'], 'Did you mean report?'],
    ['a file for a command', ['deals.csv'], 'kpi report deals.csv'],
    ['an unknown option', ['report', 'deals.csv', '--perod', '2025'], 'Did you mean --period?'],
    ['an option without its value', ['report', 'deals.csv', '--period'], '--period PERIOD'],
    ['no file', ['report'], 'needs a file'],
    ['a wrong period', ['report', 'deals.csv', '--period', '2025-Q7'], '2025-Q7'],
    ['a wrong comparison', ['report', 'deals.csv', '--period', '2025', '--compare', 'lastyear'], 'lastyear'],
    ['a comparison with all data', ['report', 'deals.csv', '--compare', 'previous'], 'needs a --period'],
    ['a day that is none', ['report', 'deals.csv', '--as-of', '2025-02-30'], '2025-02-30'],
    ['an unknown KPI', ['report', 'deals.csv', '--kpi', 'win_rat'], 'Did you mean win_rate?'],
    ['an unknown format', ['report', 'deals.csv', '--format', 'jsn'], 'Did you mean json?'],
    ['an unknown preset', ['report', 'deals.csv', '--preset', 'hubspt'], 'Did you mean hubspot?'],
    ['an unknown field', ['report', 'deals.csv', '--map', 'amuont=Amount'], 'Did you mean amount?'],
    ['an unknown rule', ['check', 'deals.csv', '--rules', 'deal.owner_mising'], 'Did you mean deal.owner_missing?'],
    ['a required rule that is unknown', ['check', 'deals.csv', '--require', 'deal.x'], 'deal.x'],
    ['an unknown id to explain', ['explain', 'win_rat', 'deals.csv'], 'Did you mean win_rate?'],
    ['an unknown list', ['list', 'kpi'], 'Did you mean kpis?'],
    ['an unknown schema', ['schema', 'reports'], 'Did you mean report?'],
    ['an unknown help', ['help', 'chek'], 'Did you mean check?'],
    ['an unknown zone', ['report', 'deals.csv', '--timezone', 'Asia/Tehren'], 'Did you mean Asia/Tehran?'],
    ['a missing config', ['report', 'deals.csv', '--config', 'none.yaml'], 'none.yaml'],
    ['standard input twice', ['report', '-', '-'], 'once'],
  ])('is 2 for %s, which is told before any file is opened', (_, args, hint) => {
    const named = kpi(args, { cwd: place.path });
    expect(named.status).toBe(2);
    expect(named.stdout).toBe('');
    expect(named.stderr).toContain(hint);
    expect(named.stderr).toMatch(/^error: .+\n(.*\n)*hint: .+\n$/);
    // The same with a file that is not there: nothing was read.
    const unread = args.map((arg) => (arg === 'deals.csv' ? 'missing.csv' : arg));
    expect(kpi(unread, { cwd: place.path }).status).toBe(2);
  });

  it('is 2 for the process too, with nothing on standard output', () => {
    const { status, stdout, stderr } = started('report', 'deals.csv', '--perod', '2025');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Did you mean --period?');
  });

  it('is 3 for a missing file, with the one that may be meant', () => {
    const { status, stdout, stderr } = started('report', 'deal.csv');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('deal.csv');
    expect(stderr).toContain('deals.csv');
  });

  it('is 3 for a folder, an empty file and a header alone', () => {
    place.put('empty.csv', '');
    place.put('header.csv', 'Deal ID,Amount,Deal Stage\n');
    for (const file of ['.', 'empty.csv', 'header.csv']) {
      expect(run('report', file).status, file).toBe(3);
      expect(run('check', file).status, file).toBe(3);
    }
  });

  it('is 4 where the output cannot be written', () => {
    expect(started('report', 'deals.csv', '--output', 'none/report.md').status).toBe(4);
  });
});

describe('help and version', () => {
  it('prints ten lines for `kpi` alone', () => {
    const { status, stdout, stderr } = started();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('prints the version of the package', () => {
    const manifest: { version: string } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(started('--version').stdout).toBe(`${manifest.version}\n`);
  });

  it.each(COMMANDS.map(({ name }) => name))('prints the same for `kpi help %s` and --help', (name) => {
    const help = run('help', name);
    expect(help).toEqual(run(name, '--help'));
    expect(help.status).toBe(0);
  });

  it('speaks Persian where that is asked for, in errors too', () => {
    expect(run('report', '--help', '--lang', 'fa').stdout).toContain('کدهای خروج');
    expect(run('report', 'deals.csv', '--perod', '1', '--lang=fa').stderr).toContain(
      'منظورتان \u2066--period\u2069 بود؟',
    );
    expect(run('report', 'missing.csv', '--lang', 'fa').stderr).toMatch(/^\u2067خطا: /);
  });
});

describe('messages', () => {
  it('obey nothing that a name holds', () => {
    for (const args of [
      ['report', '\u001b[2J\u0007.csv'],
      ['report', 'deals.csv', '--kpi', '\u202e\u009b2J'],
      ['\u001b]52;c;eA==\u0007'],
      ['report', 'deals.csv', '--output', 'none\n::error::x/out.md'],
    ]) {
      const { stderr } = run(...args);
      expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(stderr).not.toMatch(/^::/m);
    }
  });

  it('hold no stack trace', () => {
    for (const args of [
      ['report', 'missing.csv'],
      ['report', '--x'],
      ['schema', 'x'],
    ]) {
      expect(run(...args).stderr).not.toMatch(/^\s+at /m);
    }
  });
});

describe('the config file', () => {
  it('is found upward, beaten by the command line, and named with --verbose', () => {
    place.put('kpi.config.yaml', 'report:\n  kpis: [win_rate, won_deals]\nlang: fa\n');
    try {
      const ids = (args: string[]): string[] =>
        JSON.parse(kpi(['report', 'deals.csv', '--format', 'json', ...args], { cwd: place.path }).stdout).kpis.map(
          ({ id }: { id: string }) => id,
        );
      expect(ids([]).sort()).toEqual(['win_rate', 'won_deals']);
      expect(ids(['--kpi', 'lost_deals'])).toEqual(['lost_deals']);
      expect(run('report', 'deals.csv', '-v', '--lang', 'en').stderr).toContain('config: kpi.config.yaml');
      expect(run('report', 'missing.csv').stderr).toMatch(/^\u2067خطا: /);
    } finally {
      place.put('kpi.config.yaml', '');
    }
  });

  it('is refused with every problem, its line and its column', () => {
    const config = place.put('bad.yaml', 'reprot: {}\nrules:\n  deal.owner_missing: fatal\n');
    const { status, stderr } = run('check', 'missing.csv', '--config', config);
    expect(status).toBe(2);
    expect(stderr).toContain('bad.yaml:1:1: unknown key "reprot". Did you mean report?');
    expect(stderr).toContain('bad.yaml:3:23: rules.deal.owner_missing does not take "fatal".');
  });
});
