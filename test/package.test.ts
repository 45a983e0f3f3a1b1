import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../src/report/schema.js';
import { startAssistant } from './support/assistant.js';
import { figure, ROOT } from './support/run.js';

/* What `npm publish` would send: packed, installed into an empty folder, and used there as a stranger would. */

const MANIFEST = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string; files: string[] };
const MINUTES = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'kpi-package-'));
const [staging, home] = [join(folder, 'staging'), join(folder, 'home')];
let packed: readonly string[] = [];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  // Packed from a copy: the build that other tests run against stays where it is.
  mkdirSync(staging);
  mkdirSync(home);
  for (const name of ['package.json', ...MANIFEST.files].map((one) => one.replace(/\/\*.*$/, '')))
    cpSync(join(ROOT, name), join(staging, name), { recursive: true });
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  execFileSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', join(staging, 'dist')], { cwd: ROOT });
  const [tarball] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], staging)) as [
    { filename: string; files: { path: string }[] },
  ];
  packed = tarball.files.map(({ path }) => path);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  npm(
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, tarball.filename)],
    home,
  );
  cpSync(`${ROOT}fixtures`, join(home, 'fixtures'), { recursive: true });
}, 5 * MINUTES);

describe('the package', () => {
  it('holds the command, the library with its types, the licence and the pages, and nothing else', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['bin/kpi.js', 'dist/cli/main.js', 'dist/index.js', 'dist/index.d.ts', 'package.json']),
    );
    const others = packed.filter(
      (path) => !/^(dist\/.+\.(js|d\.ts)|bin\/kpi\.js|(dist|bin)\/package\.json)$/.test(path),
    );
    const pages = readdirSync(`${ROOT}docs`).filter((name) => name.endsWith('.md'));
    expect(others.sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.fa.md',
        'README.md',
        'package.json',
        ...pages.map((name) => `docs/${name}`),
      ].sort(),
    );
  });

  it('runs no script when it is installed, and neither does any package it brings', () => {
    const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
      packages: Record<string, { dev?: true; hasInstallScript?: true }>;
    };
    const scripted = Object.entries(lock.packages).filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev);
    expect(scripted).toEqual([]);
  });

  it('says where it lives and where faults are told', () => {
    const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      homepage: expect.stringMatching(/^https:/),
      bugs: expect.stringMatching(/^https:/),
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:/) },
    });
  });

  it('says its version', () => {
    expect(npx(['--version']).trim()).toBe(MANIFEST.version);
  });

  it('reports on a fixture', () => {
    const report = JSON.parse(npx(['report', 'fixtures/crm/hubspot.csv', '--format', 'json'])) as Report;
    expect(figure(report.kpis, 'revenue_won').value).toBe(916_800);
  });

  it('reads a workbook, so that every package it needs came with it', () => {
    const report = JSON.parse(npx(['report', 'fixtures/crm/workbook.xlsx', '--format', 'json'])) as Report;
    expect(figure(report.kpis, 'won_deals').value).toBe(4);
  });

  it("runs the README's example as a library", () => {
    const example = /^```js\n([^`]*)^```/m.exec(readFileSync(`${ROOT}README.md`, 'utf8'))?.[1] ?? '';
    writeFileSync(join(home, 'example.js'), example);
    const lines = execFileSync(process.execPath, ['example.js'], { cwd: home, encoding: 'utf8' }).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['won_deals 30', 'lead_conversion_rate no_leads']));
  });

  it('answers an assistant, and brings neither the protocol nor its web servers for that', async () => {
    const brought = readdirSync(join(home, 'node_modules'));
    for (const name of ['@modelcontextprotocol', 'express', 'hono', '@hono', 'ajv'])
      expect(brought).not.toContain(name);
    const installed = join(home, 'node_modules', 'sales-kpi', 'bin', 'kpi.js');
    const { client, ask } = await startAssistant(['--root', 'fixtures'], home, installed);
    const { document } = await ask('report', { files: ['crm/hubspot.csv'], kpis: ['revenue_won'] });
    expect(document).toMatchObject({ kpis: [{ value: 916_800 }] });
    await client.close();
  });

  it('gives a TypeScript user its types', () => {
    writeFileSync(
      join(home, 'example.ts'),
      `import { load, report, type Report } from 'sales-kpi';
       const made: Report = report(await load({ files: [] }), { today: 0 });
       export const first: string | undefined = made.kpis[0]?.id;
       // @ts-expect-error: a request says which day it is
       report(await load({ files: [] }), {});`,
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', 'example.ts'];
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    expect(execFileSync(tsc, options, { cwd: home, encoding: 'utf8' })).toBe('');
    expect(existsSync(join(home, 'node_modules', 'sales-kpi', 'dist', 'index.d.ts'))).toBe(true);
  });
});

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The installed command, found the way npm finds it; never fetched. */
function npx(args: readonly string[]): string {
  return npm(['exec', '--offline', '--', 'kpi', ...args], home);
}
