import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/index.js';
import { kpi } from '../../support/run.js';
import { shell, UNPRIVILEGED } from '../../support/shell.js';
import { SIX_DEALS, workplace } from '../../support/workplace.js';

describe('kpi check', () => {
  const place = workplace();
  const check = (...args: string[]) => {
    const { status, stdout, stderr } = kpi(['check', 'deals.csv', '--format', 'json', ...args], { cwd: place.path });
    return { status, stderr, document: JSON.parse(stdout) as Check };
  };

  it('prints the outcome that its exit code says', () => {
    const failed = check();
    expect([failed.status, failed.document.summary.outcome]).toEqual([1, 'fail']);
    expect(failed.document.violations.map(({ rule: id, row }) => [id, row])).toContainEqual([
      'deal.won_without_amount',
      5,
    ]);
    const passed = check('--fail-on', 'never');
    expect([passed.status, passed.document.summary.outcome]).toEqual([0, 'pass']);
  });

  it('fails for a required rule that could not be checked, and says so', () => {
    const { status, stderr, document } = check('--fail-on', 'never', '--require', 'deal.lost_without_reason');
    expect([status, document.summary.outcome]).toEqual([1, 'fail']);
    expect(stderr).toMatch(/deal\.lost_without_reason is required but could not be checked/);
  });

  it('takes patterns for rules', () => {
    expect(check('--fail-on', 'never', '--require', 'deal.lost*').status).toBe(1);
    const ids = check('--rules', 'deal.*,-deal.won_without_amount').document.rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.every((id) => id.startsWith('deal.') && id !== 'deal.won_without_amount')).toBe(true);
  });

  it('fails for more warnings than allowed', () => {
    place.put('warn.yaml', 'rules:\n  deal.won_without_amount: warn\n');
    const warned = (...args: string[]) => check('--config', 'warn.yaml', '--rules', 'deal.won_without_amount', ...args);
    expect(warned().document.summary).toMatchObject({ errors: 0, warnings: 1, outcome: 'pass' });
    expect(warned('--max-warnings', '1').status).toBe(0);
    const failed = warned('--max-warnings', '0');
    expect([failed.status, failed.document.summary.outcome]).toEqual([1, 'fail']);
    expect(failed.stderr).toContain('failed: warnings: 1, more than --max-warnings 0');
  });

  it('lists as many violations as asked, and counts them all', () => {
    const all = check('--max-rows', '0').document;
    expect(all.violations.length).toBe(all.rules.reduce((sum, { violations }) => sum + violations, 0));
    const ids = check('--rules', 'deal.won_without_amount').document.rules.map(({ id }) => id);
    expect(ids).toEqual(['deal.won_without_amount']);
  });

  it('takes severities from the config', () => {
    place.put('soft.yaml', 'rules:\n  deal.won_without_amount: off\n');
    const { document } = check('--config', 'soft.yaml');
    expect(document.violations.filter(({ rule: id }) => id === 'deal.won_without_amount')).toEqual([]);
  });
});

/** Deal 4 of the six has no amount; here deal 3 lost its amount too. */
const WORSE = SIX_DEALS.replace('Closed Won,3000,', 'Closed Won,,');

describe('kpi check with a baseline', () => {
  const place = workplace();
  const rules = ['--rules', 'deal.*'] as const;
  const run = (...args: string[]) => kpi(['check', ...args], { cwd: place.path });
  const json = (...args: string[]): Check => JSON.parse(run(...args, '--format', 'json').stdout) as Check;
  const text = (name: string): string => readFileSync(place.at(name), 'utf8');

  it('passes what it knows, fails on what is new, lists what is fixed, and can forget that', () => {
    const written = run('deals.csv', ...rules, '--write-baseline', 'b.txt');
    expect(written).toMatchObject({ status: 0, stderr: expect.stringContaining('wrote b.txt') });
    expect(text('b.txt')).toMatch(/^kpi-baseline 2\n[\s\S]*^deal\.won_without_amount [0-9a-f]{16} 1 "4"$/m);

    place.put('worse.csv', WORSE);
    const worse = run('worse.csv', ...rules, '--baseline', 'b.txt');
    expect(worse.status).toBe(1);
    const document = json('worse.csv', ...rules, '--baseline', 'b.txt');
    expect(document.summary).toMatchObject({ errors: 1, baseline: 'b.txt', outcome: 'fail' });
    expect(document.violations.filter(({ severity }) => severity === 'error').map(({ recordId }) => recordId)).toEqual([
      '3',
    ]);

    const fixed = json('clean.csv', ...rules, '--baseline', 'b.txt');
    expect(fixed.fixed).toEqual([
      { rule: 'deal.won_without_amount', fingerprint: expect.any(String), count: 1, recordId: '4' },
    ]);
    const before = text('b.txt');
    run('worse.csv', ...rules, '--baseline', 'b.txt', '--prune-baseline');
    expect(text('b.txt')).toBe(before); // nothing is fixed, and the new one is not taken in
    run('clean.csv', ...rules, '--baseline', 'b.txt', '--prune-baseline');
    expect(text('b.txt')).not.toContain('deal.won_without_amount');
  });

  it('knows the same deals in another order, with other columns, in another encoding and with more rows', () => {
    run('deals.csv', ...rules, '--write-baseline', 'same.txt');
    const [header = '', ...rows] = SIX_DEALS.trim().split('\n');
    const turned = [header, '7,Neu,Sara,Closed Won,10,EUR,2025-01-06,2025-02-05', ...rows.reverse()]
      .map((line) => line.split(',').reverse().join(';'))
      .join('\r\n');
    place.put('turned.csv', '');
    shell(`printf '%s' "$TEXT" | iconv -t UTF-16 > turned.csv`, { cwd: place.path, env: { TEXT: turned } });
    const again = json('turned.csv', ...rules, '--baseline', 'same.txt');
    expect(again.summary).toMatchObject({ records: 7, errors: 0, fixed: 0, outcome: 'pass' });
    expect(again.summary.known).toBeGreaterThan(0);
  });

  it('is found through the config, from a folder below as well', () => {
    mkdirSync(place.at('quality'));
    mkdirSync(place.at('quality/below'));
    run('deals.csv', ...rules, '--write-baseline', 'quality/known.txt');
    place.put('quality/kpi.config.yaml', 'baseline: known.txt\n');
    const below = kpi(['check', '../../deals.csv', ...rules, '--format', 'json'], { cwd: place.at('quality/below') });
    expect(below.status).toBe(0);
    expect((JSON.parse(below.stdout) as Check).summary.baseline).toBe('../known.txt');
  });

  it.each([
    ['missing', ['--baseline', 'none.txt'], /the baseline none\.txt cannot be read \(ENOENT/],
    ['no baseline', ['--baseline', 'deals.csv'], /deals\.csv:1: this line is not of a baseline/],
    [
      'of another version',
      ['--baseline', 'v3.txt'],
      /v3\.txt:1: a baseline of version 3; this program reads versions 1 to 2/,
    ],
    ['with a bad date', ['--baseline', 'date.txt'], /date\.txt:3: "2027-02-30" is no date on which an entry ends/],
    ['damaged', ['--baseline', 'damaged.txt'], /damaged\.txt:3: this line is not of a baseline/],
    ['with a conflict', ['--baseline', 'conflict.txt'], /conflict\.txt:2: two branches were not joined here/],
    ['not there to be pruned', ['--prune-baseline'], /--prune-baseline is given, but no baseline/],
    ['written and pruned', ['--write-baseline', 'x.txt', '--prune-baseline'], /cannot be given together/],
    ['written and another one read', ['--write-baseline', 'x.txt', '--baseline', 'v3.txt'], /cannot be given together/],
    [
      'to be written over other data',
      ['--write-baseline', 'notes.txt'],
      /notes\.txt:1: this line is not of a baseline/,
    ],
    ['to be written over an input', ['--write-baseline', 'deals.csv'], /is the input file deals\.csv/],
  ])('that is %s is refused with the place before anything is read', (_, args, message) => {
    place.put('v3.txt', 'kpi-baseline 3\n');
    place.put('date.txt', 'kpi-baseline 2\n\na.b 85944171f73967e8 1 # until 2027-02-30: x\n');
    place.put('damaged.txt', 'kpi-baseline 1\na.b 85944171f73967e8 1\na.b 85944171f73967\n');
    place.put('conflict.txt', 'kpi-baseline 1\n<<<<<<< ours\n');
    place.put('notes.txt', 'my notes\n');
    const refused = run('deals.csv', ...args);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
    expect(refused.stderr).toMatch(/^hint: /m);
    expect(text('notes.txt')).toBe('my notes\n');
    expect(existsSync(place.at('x.txt'))).toBe(false);
  });

  it('replaces one of another version, and keeps what it knows of rules that were left out', () => {
    place.put('old.txt', 'kpi-baseline 0\nwhatever\n');
    expect(run('deals.csv', '--write-baseline', 'old.txt').status).toBe(0);
    const all = text('old.txt');
    expect(run('deals.csv', '--rules', 'deal.owner_missing', '--write-baseline', 'old.txt').status).toBe(0);
    expect(text('old.txt')).toBe(all);
  });
});

describe('kpi check for build servers', () => {
  const place = workplace();
  const sh = (script: string, env: Readonly<Record<string, string>> = {}) => shell(script, { cwd: place.path, env });
  /** A line that a shell would do nothing to. */
  const check = (line: string) => kpi(['check', ...line.split(' ')], { cwd: place.path });
  const text = (name: string): string => readFileSync(place.at(name), 'utf8');

  it('writes several formats in one run, and says the verdict where nobody sees a report', () => {
    const { status, stdout, stderr } = check(
      'deals.csv -o junit=dq.xml --output sarif=dq.sarif -o gitlab=q.json -o dq.csv -o dq.md',
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^kpi check failed: errors 1, /m);
    expect(text('dq.xml')).toMatch(/^<\?xml/);
    expect(JSON.parse(text('dq.sarif')).version).toBe('2.1.0');
    expect(JSON.parse(text('q.json'))[0].check_name).toMatch(/^[a-z]+\.[a-z_]+$/);
    expect(text('dq.csv')).toMatch(/^rule,severity,file/);
    expect(text('dq.md')).toMatch(/^# /);
  });

  it('prints --format on standard output where every file names its own', () => {
    const { stdout } = check('deals.csv --format github --output junit=g.xml');
    expect(stdout).toMatch(/^::error file=deals\.csv,line=5,title=deal\.won_without_amount::/m);
    expect(text('g.xml')).toMatch(/^<\?xml/);
    expect(check('deals.csv --output json=-').stdout).toMatch(/^{/);
  });

  it.each([
    ['-o junit=a.xml -o ./a.xml', 2, /two outputs are to be written to \.\/a\.xml/],
    ['-o - -o json=-', 2, /two outputs are to be written to standard output/],
    ['-o junit=a.xml --fix-list a.xml', 2, /two outputs/],
    ['-o junt=a.xml', 2, /Did you mean junit\?/],
    ['-o html=a.html', 2, /It prints table, json, markdown, csv, tsv, junit, sarif, github, gitlab/],
    ['--format pdf', 2, /pdf/],
    ['--fix-list deals.csv', 2, /is the input file/],
    ['--fix-list none/fix.csv', 4, /mkdir -p none/],
    ['-o junit=none/dq.xml', 4, /mkdir -p none/],
    ['-o junit=.', 4, /it is a folder/],
    ['-o junit=/dev/full', 4, /no space left/],
    ['--fix-list /dev/full', 4, /no space left/],
    ['--samples all', 2, /full, ids, none/],
  ])('refuses %s with %i and a sentence', (args, code, message) => {
    const { status, stderr } = check(`deals.csv ${args}`);
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
    expect(stderr).toMatch(/^hint: /m);
    expect(readdirSync(place.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('leaves a baseline as it was where it may not be written', () => {
    mkdirSync(place.at('locked'));
    sh('$KPI check deals.csv --write-baseline locked/b.txt; chmod 755 .; chmod 555 locked; chmod 444 locked/b.txt');
    const before = text('locked/b.txt');
    const refused = sh(`${UNPRIVILEGED} $KPI check clean.csv --baseline locked/b.txt --prune-baseline`);
    expect(refused).toMatchObject({ status: 4, stdout: '' });
    expect(refused.stderr).toContain('permission denied');
    expect(text('locked/b.txt')).toBe(before);
    sh('chmod 755 locked');
  });

  it('may lose its reader early', () => {
    for (const format of ['junit', 'sarif', 'github', 'gitlab', 'csv']) {
      const { stdout, stderr } = sh(
        `$KPI check deals.csv -f ${format} | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
      );
      expect([format, stdout]).toEqual([format, '1\n']);
      expect(stderr).not.toMatch(/EPIPE|Error/);
    }
  });

  it('adds to the job summary of GitHub, and takes a summary that cannot be written for no failure', () => {
    place.put('summary.md', '# before\n');
    sh('$KPI check deals.csv -f github', { GITHUB_STEP_SUMMARY: place.at('summary.md') });
    expect(text('summary.md')).toMatch(/^# before\n# Data quality\n/);
    sh('$KPI check deals.csv -f json', { GITHUB_STEP_SUMMARY: place.at('other.md') });
    expect(existsSync(place.at('other.md'))).toBe(false);
    const { status, stdout, stderr } = sh('$KPI check clean.csv --rules deal.won_without_amount -f github', {
      GITHUB_STEP_SUMMARY: '/nowhere/summary.md',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('kpi check passed')]);
    expect(stderr).toMatch(/GITHUB_STEP_SUMMARY: .*cannot be written/);
  });

  it('shows build servers where records stand and not what they hold, unless asked', () => {
    place.put('names.csv', SIX_DEALS.replace('4,Delta,Omid', '4,=Secret(1),Omid'));
    for (const format of ['junit', 'sarif', 'github', 'gitlab']) {
      expect(check(`names.csv -f ${format} --fail-on info`).stdout, format).not.toContain('Secret');
      expect(check(`names.csv -f ${format} --fail-on info --samples full`).stdout, format).toContain('Secret');
    }
    expect(check('names.csv -f json').stdout).toContain('Secret');
    const none = JSON.parse(check('names.csv -f json --samples none').stdout) as Check;
    expect([none.violations, none.summary.outcome]).toEqual([[], 'fail']);
    place.put('samples.yaml', 'samples: none\n');
    const asked = JSON.parse(check('names.csv -f json --config samples.yaml').stdout) as Check;
    expect(asked.violations).toEqual([]);
  });

  it('writes the records to repair for the people who keep the CRM', () => {
    const { status } = check('deals.csv --fix-list fix.csv --as-of 2025-05-05');
    expect(status).toBe(1);
    expect(text('fix.csv')).toMatch(/^\ufeffAmount,Currency,Owner,Id,Deal,.*\n(.*\n)*,EUR,Omid,4,Delta,/);
    expect(check('deals.csv --fix-list - -o json=r.json').stdout).toMatch(/^\ufeffAmount,/);
  });
});

describe('kpi check of a file without recorded dates', () => {
  const place = workplace();

  it('names --as-of where every rule asked for needs the snapshot date', () => {
    place.put('undated.csv', 'Id,Stage,Amount,Expected Close\n1,Proposal,100,2025-02-01\n2,Proposal,90,2025-01-01\n');
    const late = (...args: string[]) =>
      kpi(['check', 'undated.csv', '--rules', 'deal.open_past_close', ...args], { cwd: place.path });
    expect(late().status).toBe(3);
    expect(late().stderr).toContain('--as-of');
    expect(late('--as-of', '2025-01-15').stdout).toContain('14 days ago');
  });
});
