import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/report/schema.js';
import { kpi } from '../../support/run.js';
import { CLEAN_DEALS, workplace } from '../../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(['compare', ...args], { cwd: place.path });
/** The same deals a month later: Zeta was won, and Eta is new. */
const LATER = `${CLEAN_DEALS.replace('Zeta,Sara,Negotiation', 'Zeta,Sara,Closed Won')}7,Eta,Omid,Proposal,900,EUR,2025-08-20,2025-10-01\n`;
const prepared = () => {
  place.put('deals-2025-05-31.csv', CLEAN_DEALS);
  place.put('later.csv', LATER);
  return ['deals-2025-05-31.csv', 'later.csv'];
};

describe('kpi compare', () => {
  it('prints a report that is a comparison and nothing else', () => {
    const { status, stdout } = run(...prepared(), '--format', 'json');
    expect(status).toBe(0);
    const document = reportSchema.parse(JSON.parse(stdout));
    const { kpis, breakdowns, series, headline, insights, actions, quality, forecast, changes, why } = document;
    expect({ kpis, breakdowns, series, headline, insights }).toEqual({
      ...{ kpis: [], breakdowns: [], series: [], headline: [], insights: [] },
    });
    expect({ actions, quality, forecast }).toEqual({ actions: null, quality: null, forecast: null });
    expect(changes?.snapshots.map(({ taken, takenFrom }) => [taken, takenFrom])).toEqual([
      ['2025-05-31', 'file_name'],
      ['2025-08-20', 'data'],
    ]);
    expect(why).not.toBeNull();
  });

  it.each([
    ['table', 'What changed · 31 May – 20 Aug 2025'],
    ['markdown', '# What changed · 31 May – 20 Aug 2025'],
    ['html', '<h1><bdi>What changed, 31 May – 20 Aug 2025'],
    ['csv', 'section,'],
    ['tsv', 'section\t'],
  ])('says in %s which days it is about, and nothing of what it does not have', (format, title) => {
    const { status, stdout } = run(...prepared(), '--format', format);
    expect(status).toBe(0);
    expect(stdout.replaceAll('\u00a0', ' ')).toContain(title);
    for (const other of ['Data quality', 'Over time', 'Funnel', 'Deals to act on']) {
      expect(stdout).not.toContain(`>${other}<`);
      expect(stdout.split('\n').filter((line) => line.replace(/^[# ]+/, '').startsWith(other))).toEqual([]);
    }
  });

  it('is Persian, with every detail, and both languages of a page', () => {
    for (const detail of ['brief', 'standard', 'full']) {
      const { stdout } = run(...prepared(), '--detail', detail, '--lang', 'fa');
      // 31 May and 20 August 2025 are 10 Khordad and 29 Mordad 1404.
      expect(stdout.replaceAll(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' '), detail).toMatch(
        /^چه تغییر کرده · ۱۰ خرداد – ۲۹ مرداد ۱۴۰۴/,
      );
    }
    const { status, stdout } = run(...prepared(), '--format', 'html', '--lang', 'en,fa');
    expect(status).toBe(0);
    for (const text of ['What changed', 'چه تغییر کرده']) expect(stdout).toContain(text);
  });

  it('writes several outputs, and a template of the user', () => {
    place.put('days.liquid', '{% for one in changes.snapshots %}{{ one.taken }} {% endfor %}');
    const { status, stdout } = run(...prepared(), '-o', 'changes.html', '-o', 'changes.json', '-o', 'markdown=-');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# What changed/);
    expect(readFileSync(place.at('changes.html'), 'utf8')).toContain('What changed');
    expect(JSON.parse(readFileSync(place.at('changes.json'), 'utf8')).changes).not.toBeNull();
    expect(run(...prepared(), '--template', 'days.liquid').stdout.trim()).toBe('2025-05-31 2025-08-20');
  });

  it('asks for a second export, and says what the files hold that are none', () => {
    prepared();
    const one = run('later.csv');
    expect(one.status).toBe(2);
    expect(one.stderr).toContain('only one is given: later.csv');
    expect(one.stderr).toContain('kpi compare OLD NEW');
    place.put('accounts.csv', 'Company name,Industry,Country\nAcme,Steel,DE\nBolt,Food,FR\n');
    const two = run('later.csv', '--customers', 'accounts.csv');
    expect(two.status).toBe(2);
    expect(two.stderr).toContain('accounts.csv holds customers');
    expect(run().status).toBe(2);
    const persian = run('later.csv', '--lang', 'fa');
    expect(persian.stderr).toContain('مقایسه دست‌کم دو خروجی');
  });

  it('takes days in both calendars and digits, and refuses what is none, or too few', () => {
    const taken = (days: string) => run(...prepared(), '--taken', days, '--format', 'json');
    const daysOf = (stdout: string) => JSON.parse(stdout).changes.snapshots.map((one: { taken: string }) => one.taken);
    expect(daysOf(taken('2025-05-31,2025-08-31').stdout)).toEqual(['2025-05-31', '2025-08-31']);
    expect(daysOf(taken('۱۴۰۴/۰۳/۱۰،1404-06-09').stdout)).toEqual(['2025-05-31', '2025-08-31']);
    const twice = run(...prepared(), '--taken', '2025-05-31', '--taken', '2025-08-31', '--format', 'json');
    expect(daysOf(twice.stdout)).toEqual(['2025-05-31', '2025-08-31']);
    for (const days of ['2025-05-31', '2025-05-31,2025-02-30', 'May,June']) expect(taken(days).status, days).toBe(2);
  });

  it('reads one of the exports from standard input, and not both', () => {
    prepared();
    const { status, stdout } = kpi(['compare', 'deals-2025-05-31.csv', '-', '--format', 'json'], {
      cwd: place.path,
      input: LATER,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).changes.snapshots.map((one: { files: string[] }) => one.files)).toEqual([
      ['deals-2025-05-31.csv'],
      ['-'],
    ]);
    expect(kpi(['compare', '-', '-'], { cwd: place.path, input: LATER }).status).toBe(2);
  });

  it('does not let an export be written over', () => {
    const { status } = run(...prepared(), '--output', 'later.csv');
    expect(status).toBe(2);
  });
});

describe('kpi report --earlier', () => {
  it('adds the section in every format, and leaves what stood there', () => {
    const [earlier = '', later = ''] = prepared();
    const report = (...args: string[]) => kpi(['report', later, ...args], { cwd: place.path });
    for (const format of ['table', 'markdown', 'json']) {
      const { status, stdout } = report('--earlier', earlier, '--format', format);
      expect(status, format).toBe(0);
      expect(stdout, format).toContain(format === 'json' ? '"takenFrom"' : 'What changed since the earlier export');
      expect(report('--format', format).stdout).not.toContain('What changed since the earlier export');
    }
    for (const lang of ['en', 'en,fa']) {
      expect(report('--earlier', earlier, '--format', 'html', '--lang', lang).status, lang).toBe(0);
    }
  });

  it('names the option where the section is asked for without a file', () => {
    prepared();
    const { status, stdout } = kpi(['report', 'later.csv', '--sections', 'changes'], { cwd: place.path });
    expect(status).toBe(0);
    expect(stdout).toContain('--earlier FILE');
  });

  it('takes the days of earlier exports, and refuses days of none', () => {
    const [earlier = '', later = ''] = prepared();
    const taken = (...args: string[]) =>
      kpi(['report', later, '--taken', '2025-06-15', '--format', 'json', ...args], { cwd: place.path });
    expect(JSON.parse(taken('--earlier', earlier).stdout).changes.snapshots[0].taken).toBe('2025-06-15');
    expect(taken()).toMatchObject({ status: 2, stdout: '' });
    expect(taken('--earlier', earlier, '--earlier', earlier).status).toBe(2);
  });

  it('refuses an earlier file that is not there, and an output over it', () => {
    const [earlier = '', later = ''] = prepared();
    expect(kpi(['report', later, '--earlier', 'gone.csv'], { cwd: place.path }).status).toBe(3);
    expect(kpi(['report', later, '--earlier', earlier, '--output', earlier], { cwd: place.path }).status).toBe(2);
  });

  it('lists the deals that changed, with options of their own', () => {
    const { status, stdout } = run(...prepared(), '--list', 'won,new', '--format', 'csv', '--sort', 'name:asc');
    expect(status).toBe(0);
    expect(
      stdout.split('\n').map((line) =>
        line
          .split(',')
          .slice(0, 4)
          .filter((_, at) => at !== 1)
          .join(' '),
      ),
    ).toEqual(['class id name', 'new 7 Eta', 'won 6 Zeta', '']);
    const table = run(...prepared(), '--list', 'all', '--limit', '1');
    expect(table.stdout).toContain('1 of 2 deals shown; all of them: --limit 0 or --format csv');
  });

  it.each([
    [['--list', 'slipepd'], 'Did you mean slipped?'],
    [['--list', 'moved_in'], '--list moved_in says something only together with --period.'],
    [['--limit', '3'], '--limit says something only together with --list.'],
    [['--list', 'all', '--by', 'owner'], '--by and --list cannot be given together.'],
    [['--list', 'all', '--sort', 'amont'], 'Did you mean amount?'],
    [['--list', 'all', '--format', 'html'], 'html'],
  ])('refuses %j', (args, text) => {
    const { status, stderr, stdout } = run(...prepared(), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(text);
  });
});
