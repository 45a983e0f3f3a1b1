import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assistant } from '../support/assistant.js';
import { SIX_DEALS } from '../support/workplace.js';

/* What the server opens: files below the folders named, whatever an assistant was talked into asking for. */

const top = realpathSync(mkdtempSync(join(tmpdir(), 'kpi-roots-')));
const [root, second, secret] = [join(top, 'exports'), join(top, 'archive'), join(top, 'private')];
const SECRET =
  'Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date\n1,SECRET,Closed Won,1,2025-01-01,2025-01-02\n';

beforeAll(() => {
  for (const folder of [root, second, secret, join(root, 'sub'), join(root, 'configured')]) mkdirSync(folder);
  writeFileSync(join(root, 'deals.csv'), SIX_DEALS);
  writeFileSync(join(root, '-deals.csv'), SIX_DEALS);
  writeFileSync(join(root, '-'), SIX_DEALS);
  writeFileSync(join(root, 'sub', 'old.csv'), SIX_DEALS);
  writeFileSync(join(second, 'older.csv'), SIX_DEALS);
  writeFileSync(join(secret, 'deals.csv'), SECRET);
  // A config above the root: never looked for.
  writeFileSync(join(top, 'kpi.config.yaml'), 'lang: fa\n');
  symlinkSync(join(secret, 'deals.csv'), join(root, 'link.csv'));
  symlinkSync(secret, join(root, 'linked'));
  symlinkSync(join(root, 'deals.csv'), join(root, 'inner.csv'));
  symlinkSync(join(root, 'loop.csv'), join(root, 'loop.csv'));
  writeFileSync(join(root, 'huge.csv'), 'a,b\n');
  truncateSync(join(root, 'huge.csv'), 5_000_000);
  execFileSync('mkfifo', [join(root, 'pipe.csv')]);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const server = assistant(
  () => ['--root', 'exports', '--root', second, '--max-size', '4MB'],
  () => top,
);

const read = (file: string) => server.ask('report', { files: [file], kpis: ['won_deals'] });

describe('a file that may be read', () => {
  it.each([
    ['deals.csv', 'deals.csv'],
    ['./sub/../deals.csv', 'deals.csv'],
    [join(root, 'deals.csv'), 'deals.csv'],
    ['inner.csv', 'inner.csv'],
    ['sub/old.csv', 'sub/old.csv'],
    [join(second, 'older.csv'), '../archive/older.csv'],
    ['-deals.csv', './-deals.csv'],
    ['-', './-'],
  ])('%s is read as %s', async (named, told) => {
    const { isError, document, text } = await read(named);
    expect(isError, text).toBe(false);
    expect(document).toMatchObject({ sources: [{ file: told }], kpis: [{ id: 'won_deals', value: 3 }] });
    expect(text).not.toContain(top);
  });

  it('is listed, and no other', async () => {
    const { structured } = await server.ask('list_files');
    const { files } = structured as { files: { file: string }[] };
    expect(files.map(({ file }) => file).sort()).toEqual(
      ['-deals.csv', 'deals.csv', 'huge.csv', 'sub/old.csv', '../archive/older.csv']
        .map((file) => (file.startsWith('-') ? `./${file}` : file))
        .sort(),
    );
  });
});

describe('a file that may not be read', () => {
  it.each([
    ['/etc/passwd', 'outside_roots'],
    [join(secret, 'deals.csv'), 'outside_roots'],
    ['../private/deals.csv', 'outside_roots'],
    ['sub/../../private/deals.csv', 'outside_roots'],
    ['../private/missing.csv', 'outside_roots'],
    ['link.csv', 'outside_roots'],
    ['linked/deals.csv', 'outside_roots'],
    ['linked/missing.csv', 'outside_roots'],
    ['/dev/stdin', 'outside_roots'],
    ['/proc/self/environ', 'outside_roots'],
    ['missing.csv', 'file_not_found'],
    ['sub', 'is_directory'],
    ['.', 'is_directory'],
    ['pipe.csv', 'not_a_file'],
    ['huge.csv', 'file_over_limit'],
    ['loop.csv', 'unreadable'],
    ['deals.csv\0.txt', 'invalid_arguments'],
    ['', 'invalid_arguments'],
  ])('%j: %s', async (file, code) => {
    const { isError, document, text } = await read(file);
    expect(isError).toBe(true);
    expect(document).toMatchObject({ error: { code, hint: expect.stringMatching(/./) } });
    expect(text).not.toContain('SECRET');
  });

  it('is refused in every place that takes a file', async () => {
    for (const [tool, input] of [
      ['inspect', { file: 'link.csv' }],
      ['explain', { id: 'win_rate', files: ['link.csv'] }],
      ['check', { files: ['link.csv'] }],
      ['deals', { files: ['link.csv'] }],
      ['customers', { files: ['link.csv'] }],
      ['forecast', { files: ['link.csv'] }],
      ['compare', { files: ['deals.csv', 'link.csv'] }],
      ['report', { files: ['deals.csv'], roles: { lookup: ['link.csv'] } }],
    ] as const) {
      const { document } = await server.ask(tool, input);
      expect(document, tool).toMatchObject({ error: { code: 'outside_roots', file: 'link.csv' } });
    }
  });

  it('is not read though a config names it', async () => {
    for (const [config, message] of [
      ['currency: EUR\nrates: ../private/deals.csv\n', /outside the folders/],
      ['baseline: ../private/deals.csv\n', /outside the folders/],
      ['report:\n  template: ../private/deals.csv\n', /outside the folders/],
    ] as const) {
      writeFileSync(join(root, 'kpi.config.yaml'), config);
      const { isError, text } = await server.ask(config.startsWith('baseline') ? 'check' : 'report', {
        files: ['deals.csv'],
      });
      rmSync(join(root, 'kpi.config.yaml'));
      expect(isError, config).toBe(true);
      expect(text).toMatch(message);
      expect(text).not.toContain('SECRET');
    }
    symlinkSync(join(top, 'kpi.config.yaml'), join(root, 'kpi.config.yaml'));
    const { document } = await read('deals.csv');
    rmSync(join(root, 'kpi.config.yaml'));
    expect(document).toMatchObject({ error: { code: 'outside_roots' } });
  });
});

it('opens no link that is put in the place of a file while it is asked for', async () => {
  const [name, spare] = [join(root, 'swapped.csv'), join(root, '.spare')];
  writeFileSync(name, SIX_DEALS);
  let swapping = true;
  const swaps = (async () => {
    for (let link = true; swapping; link = !link) {
      if (link) symlinkSync(join(secret, 'deals.csv'), spare);
      else writeFileSync(spare, SIX_DEALS);
      renameSync(spare, name);
      await new Promise((done) => setImmediate(done));
    }
  })();
  const answers = await Promise.all(Array.from({ length: 25 }, () => read('swapped.csv')));
  swapping = false;
  await swaps;
  rmSync(name);
  for (const { isError, document, text } of answers) {
    expect(text).not.toContain('SECRET');
    // One row stands in the file outside, six in the one inside.
    expect(document).toMatchObject(isError ? { error: { file: 'swapped.csv' } } : { sources: [{ rows: 6 }] });
  }
});

it('takes no option that writes, and leaves the folders as they were', async () => {
  const before = readdirSync(root).sort();
  for (const extra of [
    { output: 'x.json' },
    { write_baseline: 'x' },
    { config: 'x' },
    { template: 'x' },
    { run_history: 'x' },
  ]) {
    const { document } = await server.ask('check', { files: ['deals.csv'], ...extra });
    expect(document).toMatchObject({ error: { code: 'invalid_arguments' } });
  }
  for (const by of ['--output=x.csv', '--help']) {
    const { text } = await server.ask('report', { files: ['deals.csv'], by: [by], where: '--output' });
    expect(text).not.toContain('wrote');
  }
  expect(readdirSync(root).sort()).toEqual(before);
  expect(existsSync(join(top, 'x.csv'))).toBe(false);
});
