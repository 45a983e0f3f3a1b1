import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/index.js';
import { kpi } from '../support/run.js';
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
    // Run again, it is compared with the first one again, and stands there once.
    expect(check('2024-03-08').found('file.volume_drop')).toMatchObject({ violations: 1 });
    expect(history().split('\n')).toHaveLength(3);
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
