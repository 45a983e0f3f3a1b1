import { appendFileSync, existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LoadRequest, load, readAhead, report } from '../../src/index.js';
import { civilDay } from '../../src/model/civil-day.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = 'Deal ID,Stage,Amount,Created Date,Closed Date,Branch';

/** A file of won deals of 10 each. */
function deals(name: string, count: number): string {
  const path = join(folder, name);
  const rows = Array.from({ length: count }, (_, row) => `D${row},Won,10,2025-01-02,2025-02-03,B${row % 3}`);
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  return path;
}

async function wonBy(request: LoadRequest): Promise<unknown> {
  const loaded = await load(request);
  const { kpis, breakdowns } = report(loaded, {
    today: civilDay(2025, 6, 1),
    kpis: ['revenue_won'],
    by: request.by ?? [],
  });
  return { won: kpis.map(({ value }) => value), groups: breakdowns.map(({ groups }) => groups.length) };
}

describe('files that were begun to be read', () => {
  it('give what they hold', async () => {
    const request = { files: [{ path: deals('one.csv', 1200) }], by: ['Branch'] };
    const ahead = await readAhead(request);
    expect(await wonBy({ ...request, ahead })).toEqual({ won: [12_000], groups: [3] });
  });

  it('are those that were opened then, and are refused where they changed since', async () => {
    const path = deals('changed.csv', 5);
    const request = { files: [{ path }] };
    const ahead = await readAhead(request);
    appendFileSync(path, 'D9,Won,10,2025-01-02,2025-02-03,B\n');
    await expect(load({ ...request, ahead })).rejects.toMatchObject({ code: 'changed_while_reading' });
    expect(await wonBy(request)).toEqual({ won: [60], groups: [] });
  });

  it.each([
    ['another file', {}, 'another.csv'],
    ['another delimiter', { delimiter: ',' }, 'begun.csv'],
    ['a column by its name', { by: ['Branch'] }, 'begun.csv'],
    ['a condition on a column', { where: 'Branch = B0' }, 'begun.csv'],
    ['another mapping', { mapping: { amount: 'Deal ID' } }, 'begun.csv'],
  ])('are read anew where %s is asked for', async (_, more, name) => {
    deals('begun.csv', 6);
    deals('another.csv', 7);
    const request = { files: [{ path: join(folder, name) }], ...more };
    const ahead = await readAhead({ files: [{ path: join(folder, 'begun.csv') }] });
    expect(await wonBy({ ...request, ahead })).toEqual(await wonBy(request));
  });

  it('tell what is wrong with them when they are asked for', async () => {
    const request = { files: [{ path: join(folder, 'nowhere.csv') }] };
    const ahead = await readAhead(request);
    await expect(load({ ...request, ahead })).rejects.toMatchObject({ code: 'file_not_found' });
  });

  // Where the system tells which files a process has open.
  it.runIf(existsSync('/proc/self/fd'))('are held until they are given up, and not those that were taken', async () => {
    const path = deals('held.csv', 5);
    const isOpen = (): boolean =>
      readdirSync('/proc/self/fd').some((one) => {
        const link = `/proc/self/fd/${one}`;
        return existsSync(link) && readlinkSync(link) === path;
      });
    const ahead = await readAhead({ files: [{ path }] });
    expect(isOpen()).toBe(true);
    ahead.giveUp();
    await new Promise(setImmediate);
    expect(isOpen()).toBe(false);
    expect(await wonBy({ files: [{ path }], ahead })).toEqual({ won: [50], groups: [] });
    const taken = await readAhead({ files: [{ path }] });
    const loading = wonBy({ files: [{ path }], ahead: taken });
    taken.giveUp();
    expect(await loading).toEqual({ won: [50], groups: [] });
  });

  it('tell how far they are to who asks for them', async () => {
    const path = deals('progress.csv', 3);
    const ahead = await readAhead({ files: [{ path }] });
    const told: string[] = [];
    await load({ files: [{ path }], ahead, onProgress: (file) => told.push(file) });
    expect(told[0]).toBe(path);
  });
});
