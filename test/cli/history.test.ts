import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/index.js';
import { BIN, kpi } from '../support/run.js';
import { workplace } from '../support/workplace.js';

describe('kpi check --run-history', () => {
  const place = workplace();
  const rows = (n: number, value = 'Amount') =>
    [
      `Deal ID,Stage,${value},Create Date,Close Date`,
      ...Array.from({ length: n }, (_, at) => `D${at},Won,${at + 10},2024-01-05,2024-02-05`),
    ].join('\n');
  const check = (asOf: string) => {
    const args = ['check', 'weekly.csv', '--run-history', 'runs.jsonl', '--as-of', asOf, '--format', 'json'];
    const { status, stdout, stderr } = kpi(args, { cwd: place.path });
    const rules = status === 0 || status === 1 ? (JSON.parse(stdout) as Check).rules : [];
    const found = (id: string) => rules.find((one) => one.id === id);
    return { status, stderr, found };
  };
  const history = (): string => readFileSync(place.at('runs.jsonl'), 'utf8');

  it('writes the first run, and compares the next one with it', () => {
    place.put('weekly.csv', rows(30));
    const first = check('2024-03-01');
    expect(first.found('file.volume_drop')).toMatchObject({ outcome: 'skipped' });
    expect(history().split('\n')).toHaveLength(2);
    place.put('weekly.csv', rows(10, 'Deal Value'));
    const second = check('2024-03-08');
    expect(second.found('file.volume_drop')).toMatchObject({ violations: 1 });
    expect(second.found('schema.changed')).toMatchObject({ violations: 1 });
    // Run again, it is compared with the median of the two, 20, of which 10 are half: every run counts.
    expect(check('2024-03-08').found('file.volume_drop')).toMatchObject({ violations: 1 });
    expect(history().split('\n')).toHaveLength(4);
  });

  it('compares exports of one day, and never with a run that failed', () => {
    place.put('strict.yaml', 'rules:\n  file.volume_drop: error\n');
    const strict = (...more: string[]) => {
      const args = [
        'check',
        'weekly.csv',
        '--run-history',
        'strict.jsonl',
        '--as-of',
        '2024-03-01',
        '--config',
        'strict.yaml',
      ];
      const { status, stdout, stderr } = kpi([...args, '--format', 'json', ...more], { cwd: place.path });
      return { status, stderr, rules: (JSON.parse(stdout) as Check).rules, document: JSON.parse(stdout) as Check };
    };
    place.put('weekly.csv', rows(30));
    expect(strict().status).toBe(0);
    place.put('weekly.csv', rows(10));
    for (let again = 0; again < 2; again++) {
      const failed = strict();
      expect(failed.status).toBe(1);
      expect(failed.stderr).toContain('as failing');
      const [found] = failed.document.violations.filter(({ rule }) => rule === 'file.volume_drop');
      expect(found?.message).toBe('10 records, after 30 in the run of 2024-03-01: 33 %');
    }
    const outcomes = readFileSync(place.at('strict.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome);
    expect(outcomes).toEqual(['pass', 'fail', 'fail']);
    // A narrowed run stands apart, and says so; the whole one is still compared with the whole one.
    const narrowed = strict('--rules', 'file.*');
    expect(narrowed.status).toBe(0);
    expect(narrowed.document.warnings.map(({ code }) => code)).toEqual(['history_kept_apart', 'history_not_compared']);
    expect(strict().status).toBe(1);
  });

  it('starts a history with the first run, also where only that is asked for', () => {
    place.put('weekly.csv', rows(30));
    const only = () =>
      kpi(['check', 'weekly.csv', '--run-history', 'only.jsonl', '--rules', 'file.volume_drop'], { cwd: place.path });
    expect(only().status).toBe(0);
    place.put('weekly.csv', rows(10));
    expect(only().stdout).toContain('10 records, after 30');
  });

  it('keeps what runs at the same time add', async () => {
    place.put('weekly.csv', rows(30));
    const args = ['check', 'weekly.csv', '--run-history', 'many.jsonl', '--as-of', '2024-03-01', '--quiet'];
    const runs = Array.from(
      { length: 4 },
      () => new Promise((done) => spawn(process.execPath, [BIN, ...args], { cwd: place.path }).on('close', done)),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(place.at('many.jsonl'), 'utf8').trim().split('\n')).toHaveLength(4);
    expect(readdirSync(place.path).some((name) => name.includes('.lock'))).toBe(false);
  });

  it('refuses a file that is no history, names the line, and leaves it as it was', () => {
    place.put('runs.jsonl', 'id,amount\n');
    const { status, stderr } = check('2024-03-15');
    expect(status).toBe(2);
    expect(stderr).toContain('runs.jsonl:1');
    expect(history()).toBe('id,amount\n');
    expect(readdirSync(place.path).some((name) => name.includes('.tmp'))).toBe(false);
  });
});
