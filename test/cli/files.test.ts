import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpi } from '../support/run.js';
import { shell, UNPRIVILEGED } from '../support/shell.js';
import { SIX_DEALS, workplace } from '../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(args, { cwd: place.path });
const sh = (script: string) => shell(script, { cwd: place.path });
const text = (name: string): string => readFileSync(place.at(name), 'utf8');
const leftovers = (): string[] => readdirSync(place.path).filter((name) => name.endsWith('.tmp'));

describe('--output', () => {
  it('takes the format from the ending, unless --format says otherwise', () => {
    run('report', 'deals.csv', '-o', 'out.json');
    run('report', 'deals.csv', '-o', 'out.md');
    run('report', 'deals.csv', '-o', 'json.md', '-f', 'json');
    expect(JSON.parse(text('out.json'))).toEqual(JSON.parse(text('json.md')));
    expect(text('out.md')).toMatch(/^#/);
    const refused = run('report', 'deals.csv', '-o', 'out.pdf');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('--format table|json|markdown');
  });

  it('refuses an input by any of its names, and leaves it alone', () => {
    linkSync(place.at('deals.csv'), place.at('hard.json'));
    symlinkSync('deals.csv', place.at('soft.json'));
    for (const output of ['deals.csv', './deals.csv', 'hard.json', 'soft.json']) {
      const { status, stderr } = run('report', 'deals.csv', '--format', 'json', '--output', output);
      expect(status).toBe(2);
      expect(stderr).toContain('is the input file deals.csv');
    }
    expect(run('report', 'clean.csv', '--deals', 'deals.csv', '-f', 'json', '-o', 'hard.json').status).toBe(2);
    expect(text('deals.csv')).toBe(SIX_DEALS);
  });

  it('replaces the target of a link and keeps its mode', () => {
    mkdirSync(place.at('real'));
    place.put('real/report.md', 'old');
    chmodSync(place.at('real/report.md'), 0o640);
    symlinkSync('real/report.md', place.at('report.md'));
    expect(run('report', 'deals.csv', '-o', 'report.md').status).toBe(0);
    expect(lstatSync(place.at('report.md')).isSymbolicLink()).toBe(true);
    expect(statSync(place.at('real/report.md')).mode & 0o777).toBe(0o640);
    expect(text('real/report.md')).toMatch(/^#/);
  });

  it('says what is wrong with a folder, a missing folder and a device', () => {
    expect(run('report', 'deals.csv', '-f', 'json', '-o', '.')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('it is a folder'),
    });
    expect(run('report', 'deals.csv', '-o', 'none/deep/r.md')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('mkdir -p none/deep'),
    });
    expect(run('report', 'deals.csv', '-o', '/dev/full')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('no space left'),
    });
  });

  it('leaves a file that it may not replace as it was', () => {
    mkdirSync(place.at('locked'));
    place.put('locked/r.md', 'old');
    place.put('mine.md', 'old');
    chmodSync(place.at('locked'), 0o555);
    chmodSync(place.at('mine.md'), 0o444);
    chmodSync(place.path, 0o755);
    for (const output of ['locked/r.md', 'locked/new.md', 'mine.md']) {
      const { status, stderr } = sh(`${UNPRIVILEGED} $KPI report deals.csv -o ${output}`);
      expect(status, output).toBe(4);
      expect(stderr).toContain('permission denied');
    }
    chmodSync(place.at('locked'), 0o755);
    expect([text('locked/r.md'), text('mine.md')]).toEqual(['old', 'old']);
    expect(readdirSync(place.at('locked'))).toEqual(['r.md']);
  });

  it('leaves the old report whole where the new one does not fit', () => {
    place.put('full.json', 'old');
    // 4 blocks of 1,024 bytes: less than a report.
    const { status, stderr } = sh('ulimit -f 4; $KPI report deals.csv -o full.json');
    expect(status).toBe(4);
    expect(stderr).toContain('a size limit was reached');
    expect(text('full.json')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  it('is one whole report when twenty runs write it at once', () => {
    const { status } = sh(`
      for run in $(seq 20); do
        if [ $((run % 2)) = 0 ]; then file=deals.csv; else file=clean.csv; fi
        $KPI report $file --quiet -o shared.json & jobs="$jobs $!"
      done
      for job in $jobs; do wait $job || exit 9; done
      $KPI report deals.csv -o one.json -q; $KPI report clean.csv -o other.json -q`);
    expect(status).toBe(0);
    expect([text('one.json'), text('other.json')]).toContain(text('shared.json'));
    expect(leftovers()).toEqual([]);
  });

  it('survives being killed at any moment: the old report or the new one, whole', () => {
    sh('$KPI report deals.csv -o killed.json -q; cp killed.json whole.json');
    for (let run = 0; run < 12; run++) {
      sh(
        `$KPI report deals.csv -o killed.json -q & job=$!; sleep 0.${String(5 + run * 2).padStart(2, '0')}; kill -9 $job; wait $job`,
      );
      expect(text('killed.json')).toBe(text('whole.json'));
    }
  });

  it('is written to where it is a descriptor, without cutting it off', () => {
    expect(sh('{ echo first; $KPI list kpis -o /dev/stdout; } > both.txt; head -1 both.txt').stdout).toBe('first\n');
    expect(sh('$KPI report deals.csv -o /dev/stdout -f json | head -1').stdout).toBe('{\n');
  });
});
