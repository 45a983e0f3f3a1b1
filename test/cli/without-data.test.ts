import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpi } from '../support/run.js';
import { workplace } from '../support/workplace.js';

describe('a run without usable data', () => {
  const place = workplace();
  const at = (name: string): string => readFileSync(`${place.path}/${name}`, 'utf8');

  it('writes every document of a check that was asked for over that of the last run, and exits with 3', () => {
    const names = ['dq.xml', 'dq.sarif', 'dq.json', 'dq.md', 'dq.csv', 'dq.txt', 'fix.csv'];
    place.put('empty.csv', 'Deal ID,Stage,Amount\n');
    for (const name of names) place.put(name, 'yesterday');
    const outputs = names.slice(0, -1).flatMap((name) => ['-o', name]);
    const { status, stderr, stdout } = kpi(['check', 'empty.csv', ...outputs, '--fix-list', 'fix.csv'], {
      cwd: place.path,
    });
    expect(status).toBe(3);
    expect(stderr).toContain('error: empty.csv: a header but no records below it.');
    expect(stdout).toBe('');
    for (const name of names) expect(at(name), name).toContain('a header but no records below it');
    expect(JSON.parse(at('dq.json')).error).toMatchObject({ code: 'no_records', exit: 3, file: 'empty.csv' });
  });

  it('says so on standard output in a format for programs, and not a second time on a terminal', () => {
    const json = kpi(['report', 'missing.csv', '--format', 'json'], { cwd: place.path });
    expect([json.status, JSON.parse(json.stdout).error.code]).toEqual([3, 'file_not_found']);
    expect(kpi(['report', 'missing.csv'], { cwd: place.path })).toMatchObject({ status: 3, stdout: '' });
  });

  it('writes nothing for a command that is wrong: nobody knows what was wanted', () => {
    place.put('empty.csv', 'Deal ID,Stage,Amount\n');
    const { status } = kpi(['check', 'empty.csv', '--rules', 'no.such', '-o', 'none.xml'], { cwd: place.path });
    expect([status, existsSync(`${place.path}/none.xml`)]).toEqual([2, false]);
  });
});
