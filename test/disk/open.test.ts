import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../src/disk/open.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const at = (...parts: string[]): string => join(place.path, ...parts);

beforeEach(() => {
  rmSync(at('in'), { recursive: true, force: true });
  rmSync(at('out'), { recursive: true, force: true });
  for (const folder of ['in', 'in/sub', 'out']) mkdirSync(at(folder));
  writeFileSync(at('in/sub/a.csv'), 'inside');
  writeFileSync(at('out/a.csv'), 'outside');
});

/** Opens `in/sub/a.csv`, with something done between the look at the path and the opening. */
async function opened(meanwhile: () => void, flags: 'all' | 'none' = 'all'): Promise<string> {
  const fence = { folders: [at('in')], named: [at('in')], largest: 100 };
  const opening: typeof open = (path, given) => {
    meanwhile();
    return flags === 'all' ? open(path, given) : open(path);
  };
  const handle = await openFile(at('in/sub/a.csv'), { fence, opening });
  return handle.readFile('utf8').finally(() => handle.close());
}

const fileIsLink = (): void => {
  rmSync(at('in/sub/a.csv'));
  symlinkSync(at('out/a.csv'), at('in/sub/a.csv'));
};
const folderIsLink = (): void => {
  renameSync(at('in/sub'), at('in/old'));
  symlinkSync(at('out'), at('in/sub'));
};

describe('between the look at a path and its opening', () => {
  it('nothing happens: the file is read', async () => {
    expect(await opened(() => {})).toBe('inside');
  });

  it('a link out takes the place of the file: it is not followed', async () => {
    await expect(opened(fileIsLink)).rejects.toThrow('ELOOP');
  });

  it('the same where the system follows every link: what was opened is looked at', async () => {
    await expect(opened(fileIsLink, 'none')).rejects.toMatchObject({ code: 'outside_roots' });
  });

  it('a link out takes the place of its folder: what was opened is looked at', async () => {
    await expect(opened(folderIsLink)).rejects.toMatchObject({ code: 'outside_roots' });
  });

  it('the file grows beyond the limit', async () => {
    await expect(opened(() => writeFileSync(at('in/sub/a.csv'), 'x'.repeat(101)))).rejects.toMatchObject({
      code: 'file_over_limit',
    });
  });
});
