import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, ROOT } from './support/run.js';
import { shell } from './support/shell.js';

/* The commands of the README in both languages, as they are written there. */

const commandsOf = (file: string): string[] =>
  [...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(/^```sh\n([^`]*)^```/gm)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );
const commands = commandsOf('README.md');
const persian = commandsOf('README.fa.md');
const [installing, using] = [
  commands.filter((command) => command.startsWith('npm ')),
  commands.filter((command) => !command.startsWith('npm ')),
];

describe('the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-readme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    // A folder of its own with a `kpi` on the path: some commands write files.
    cpSync(`${ROOT}fixtures`, join(folder, 'fixtures'), { recursive: true });
    mkdirSync(join(folder, 'bin'));
    writeFileSync(
      join(folder, 'bin', 'kpi'),
      `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(BIN)} "$@"\n`,
    );
    chmodSync(join(folder, 'bin', 'kpi'), 0o755);
  });

  it('opens with the two commands of a newcomer', () => {
    expect(installing).toEqual([
      'npm ci && npm run build && node bin/kpi.js report fixtures/crm/hubspot.csv',
      'npm ci && npm test',
    ]);
  });

  it('opens in Persian with the same two', () => {
    expect(persian.filter((command) => command.startsWith('npm '))).toEqual(installing);
  });

  it('has its first command run by CI, word for word', () => {
    expect(readFileSync(`${ROOT}.ci/run`, 'utf8')).toContain("grep -m 1 '^npm ci && npm run build && ' README.md");
  });

  it.each([...new Set([...using, ...persian.filter((command) => !command.startsWith('npm '))])])('%s', (line) => {
    const [command = '', comment = ''] = line.split(' # ');
    const { PATH = '' } = process.env;
    const run = shell(command, { cwd: folder, env: { PATH: join(folder, 'bin') + delimiter + PATH } });
    const status = Number(/^exit (\d+)/.exec(comment)?.[1] ?? 0);
    expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status });
    expect(run.stderr).not.toContain('bug');
    const output = / --output (\S+)/.exec(command)?.[1];
    if (output === undefined) expect(run.stdout.split('\n').length).toBeGreaterThan(3);
    else expect(existsSync(join(folder, output))).toBe(true);
  });
});
