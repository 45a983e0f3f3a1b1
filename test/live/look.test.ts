import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnfinished, lookAt, lookAtAll, markOf } from '../../src/live/look.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpi-look-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const mark = async (...names: string[]): Promise<string> => markOf(await lookAtAll(names.map(at)));

describe('a look at files', () => {
  it('is the same while nobody touches them', async () => {
    writeFileSync(at('still.csv'), 'a\n1\n');
    expect(await mark('still.csv', 'never.csv')).toBe(await mark('still.csv', 'never.csv'));
  });

  it('sees a file grow, be written over at the same length, be replaced by a rename, go, and come back', async () => {
    const marks: string[] = [];
    const see = async (): Promise<void> => {
      marks.push(await mark('live.csv'));
    };
    await see();
    writeFileSync(at('live.csv'), 'a\n1\n');
    await see();
    writeFileSync(at('live.csv'), 'a\n1\n2\n');
    await see();
    writeFileSync(at('live.csv'), 'a\n3\n2\n');
    utimesSync(at('live.csv'), 1_000, 2_000);
    await see();
    writeFileSync(at('other.csv'), 'a\n3\n2\n');
    utimesSync(at('other.csv'), 1_000, 2_000);
    renameSync(at('other.csv'), at('live.csv'));
    await see();
    rmSync(at('live.csv'));
    await see();
    expect(new Set(marks).size).toBe(marks.length - 1);
    expect(marks.at(-1)).toBe(marks[0]);
  });

  it('says what stands under a name, through links', async () => {
    mkdirSync(at('folder'));
    writeFileSync(at('file.csv'), 'abc');
    symlinkSync(at('file.csv'), at('link.csv'));
    symlinkSync(at('nowhere.csv'), at('dangling.csv'));
    const kinds = await lookAtAll(['folder', 'file.csv', 'link.csv', 'dangling.csv'].map(at));
    expect(kinds.map(({ kind, size }) => [kind, size])).toEqual([
      ['folder', 0],
      ['file', 3],
      ['file', 3],
      ['missing', 0],
    ]);
    expect((await lookAt('/dev/null')).kind).toBe('other');
  });

  it('takes an absent and an empty file for one that is being replaced', async () => {
    writeFileSync(at('empty.csv'), '');
    writeFileSync(at('full.csv'), 'a');
    expect(isUnfinished(await lookAtAll([at('full.csv')]))).toBe(false);
    expect(isUnfinished(await lookAtAll([at('full.csv'), at('empty.csv')]))).toBe(true);
    expect(isUnfinished(await lookAtAll([at('gone.csv')]))).toBe(true);
    expect(isUnfinished(await lookAtAll([folder]))).toBe(false);
  });
});
