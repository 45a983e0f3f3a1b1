import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type LongRun, longRun } from '../../support/long-run.js';
import { kpi, kpiProcess } from '../../support/run.js';
import { SIX_DEALS, workplace } from '../../support/workplace.js';

const place = workplace();
const running: LongRun[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) await one.end('SIGKILL');
});

function watch(...args: string[]): LongRun {
  const one = longRun(['watch', ...args], place.path);
  running.push(one);
  return one;
}

/** The pages that were printed whole: each ends with what made it. */
const pages = (stdout: string): string[] => stdout.split('\f');

describe('kpi watch', () => {
  it('prints the report of kpi report, again when the file changes, and what is wrong under the last one', async () => {
    const file = place.put('live.csv', SIX_DEALS);
    const one = watch('live.csv', '--detail', 'brief', '--sections', 'none');
    const now = (): string =>
      kpi(['report', 'live.csv', '--detail', 'brief', '--sections', 'none'], { cwd: place.path }).stdout;
    const first = now();
    await one.until((stdout) => stdout.length >= first.length);
    expect(one.stdout()).toBe(first);
    writeFileSync(file, SIX_DEALS.replace('Closed Lost', 'Closed Won'));
    const second = now();
    expect(second).not.toBe(first);
    await one.until((stdout) => stdout.length >= first.length + 1 + second.length);
    expect(pages(one.stdout())).toEqual([first, second]);
    rmSync(file);
    await one.until((_, stderr) => stderr.includes('live.csv: no such file.'));
    expect(pages(one.stdout())).toEqual([first, second, second]);
    expect(await one.end('SIGINT')).toBe(130);
  });

  it('writes its outputs again each time, and keeps them while the file is gone', async () => {
    const file = place.put('out.csv', SIX_DEALS);
    const one = watch('out.csv', '--output', 'out.json', '--output', 'markdown=out.md');
    const wrote = (times: number) => (_: string, stderr: string) => stderr.split('wrote out.md').length > times;
    const won = (): number =>
      JSON.parse(readFileSync(place.at('out.json'), 'utf8')).kpis.find(({ id }: { id: string }) => id === 'won_deals')
        .value;
    await one.until(wrote(1));
    expect(won()).toBe(3);
    writeFileSync(file, SIX_DEALS.replace('Closed Lost', 'Closed Won'));
    await one.until(wrote(2));
    expect(won()).toBe(4);
    rmSync(file);
    await one.until((_, stderr) => stderr.includes('no such file'));
    expect(won()).toBe(4);
    expect(await one.end('SIGTERM')).toBe(143);
  });

  it('waits for a file that is not there yet', async () => {
    const one = watch('later.csv');
    await one.until((_, stderr) => stderr.includes('later.csv: no such file'));
    place.put('later.csv', SIX_DEALS);
    await one.until((stdout) => stdout.includes('3'));
  });

  it('refuses standard input, and a place that cannot be written', () => {
    expect(kpiProcess(['watch', '-'], { cwd: place.path })).toMatchObject({ status: 2, stdout: '' });
    const nowhere = kpiProcess(['watch', 'deals.csv', '-o', 'none/x.md'], { cwd: place.path });
    expect([nowhere.status, nowhere.stdout]).toEqual([4, '']);
  });
});
