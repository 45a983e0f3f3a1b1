import { isAscii } from 'node:buffer';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programHelp, shortHelp } from '../../src/cli/program-help.js';
import { version } from '../../src/cli/version.js';
import { reasonText } from '../../src/locale/reasons.js';
import { said } from '../../src/locale/said.js';
import { say } from '../../src/locale/say.js';
import { kpi, ROOT } from '../support/run.js';

/** The packages that a built file loads before anything runs, itself or by what it imports. */
function packagesOf(file: string, seen: Set<string>): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  // What a function requires is not indented like this.
  const sources = [...text.matchAll(/^(?:(?:const|let) \w[^=\n]*= ?)?(?:\w+\.__toESM\()?require\("([^"]+)"\)/gm)];
  return sources.flatMap(([, source = '']) => {
    if (source.startsWith('.')) return packagesOf(join(dirname(file), source), seen);
    return source.startsWith('node:') ? [] : [source];
  });
}

describe('the help of the program and the version', () => {
  it('load the texts they print and nothing else', () => {
    const loaded = new Set<string>();
    expect(packagesOf(`${ROOT}dist/cli/start.js`, loaded)).toEqual([]);
    expect([...loaded].map((file) => basename(file))).toEqual(['start.js', 'start.js']);
  });

  it.each([
    [['--help'], programHelp('en', 100)],
    [['-h'], programHelp('en', 100)],
    [[], shortHelp('en', 100)],
    [['--version'], `${version()}\n`],
    [['-V'], `${version()}\n`],
  ])('say for %j what the whole command line says', (args, text) => {
    const started = execFileSync(process.execPath, [`${ROOT}bin/kpi.js`, ...args], { encoding: 'utf8', env: {} });
    expect(started).toBe(text);
    expect(kpi(args).stdout).toBe(text);
  });

  it('load nothing of what Node has for streams and networks where no terminal shows them', () => {
    const preload = join(mkdtempSync(join(tmpdir(), 'kpi-start-')), 'told.cjs');
    writeFileSync(
      preload,
      `process.once('exit', () => {
        const ours = process.moduleLoadList.filter((name) => /NativeModule (stream|net|tty)$/.test(name));
        require('node:fs').writeSync(2, ours.join());
      });`,
    );
    for (const args of [['--help'], ['--version'], []]) {
      const { stdout, stderr } = spawnSync(process.execPath, ['-r', preload, `${ROOT}bin/kpi.js`, ...args], {
        encoding: 'utf8',
        env: {},
      });
      expect(stderr).toBe('');
      expect(stdout).toBe(kpi(args).stdout);
    }
    rmSync(dirname(preload), { recursive: true });
  });

  it('are laid out for as many columns as were asked for', () => {
    const env = { COLUMNS: '40' };
    const started = execFileSync(process.execPath, [`${ROOT}bin/kpi.js`, '--help'], { encoding: 'utf8', env });
    expect(started).toBe(programHelp('en', 40));
  });
});

describe('what a report loads', () => {
  it('is ASCII in all the large files: a letter beyond it would double what they take in memory', () => {
    for (const name of ['core', 'main', 'reader', 'ahead', 'rules', 'report', 'start', 'command'])
      expect(isAscii(readFileSync(`${ROOT}dist/chunks/${name}.js`)), name).toBe(true);
  });

  it('is not what another thread waits for, which begins to read when the file is understood', () => {
    const loaded = new Set<string>();
    for (const name of ['command', 'ahead']) packagesOf(`${ROOT}dist/chunks/${name}.js`, loaded);
    const names = [...loaded].map((file) => basename(file, '.js'));
    expect(names).toContain('reader');
    expect(names.filter((name) => ['rules', 'report', 'index', 're2js', 'date-fns'].includes(name))).toEqual([]);
  });

  it('is not what reads patterns, which only conditions and rules of a user have', () => {
    const loaded = new Set<string>();
    packagesOf(`${ROOT}dist/index.js`, loaded);
    const names = [...loaded].map((file) => basename(file, '.js'));
    expect(names).toEqual(expect.arrayContaining(['report', 'rules']));
    expect(names).not.toContain('re2js');
    const args = ['report', `${ROOT}fixtures/crm/hubspot.csv`, '--format', 'json', '--where', "owner matches '^M'"];
    const started = execFileSync(process.execPath, [`${ROOT}bin/kpi.js`, ...args], { encoding: 'utf8', env: {} });
    expect(started).toBe(kpi(args).stdout);
  });

  it('starts no other programs, which Node would load six files for', () => {
    const loaded = new Set<string>();
    for (const name of ['main', 'command', 'report']) packagesOf(`${ROOT}dist/chunks/${name}.js`, loaded);
    const texts = [...loaded].map((file) => [basename(file), readFileSync(file, 'utf8')] as const);
    expect(texts.map(([name]) => name)).toContain('commander.js');
    expect(texts.filter(([, text]) => text.includes('child_process')).map(([name]) => name)).toEqual([]);
  });

  it('makes no formatter as it is loaded: the first takes twenty milliseconds, and few commands write with one', () => {
    const script = `for (const name of ['NumberFormat', 'DateTimeFormat', 'Collator', 'PluralRules', 'Segmenter'])
      Intl[name] = class { constructor() { throw new Error(name); } };
    require(${JSON.stringify(`${ROOT}dist/chunks/report.js`)});`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('');
  });

  it('takes no text apart into letters where a terminal shows all of it, which takes another formatter', () => {
    const preload = `Intl.Segmenter = class { constructor() { throw new Error('taken apart'); } };`;
    const printed = (...node: string[]): string =>
      execFileSync(
        process.execPath,
        [...node, `${ROOT}bin/kpi.js`, 'check', `${ROOT}fixtures/crm/hubspot.csv`, '--fail-on', 'never'],
        { encoding: 'utf8', env: { COLUMNS: '200' } },
      );
    expect(printed('--import', `data:text/javascript,${encodeURIComponent(preload)}`)).toBe(printed());
  });

  it('is strict, as modules are', () => {
    for (const name of readdirSync(`${ROOT}dist/chunks`).filter((one) => one.endsWith('.js')))
      expect(readFileSync(`${ROOT}dist/chunks/${name}`, 'utf8'), name).toMatch(/^"use strict";|^\/\*!/);
  });
});

describe('the second thread', () => {
  it('loads nothing before what finds the code that was kept for it', () => {
    const loaded = new Set<string>();
    expect(packagesOf(`${ROOT}dist/cli/kept/thread.js`, loaded)).toEqual([]);
    expect([...loaded].map((file) => basename(file, '.js')).sort()).toEqual(['keep', 'rolldown-runtime', 'thread']);
  });

  it('loads what reads to begin with, then rules, and never what measures or builds a report', () => {
    const begun = new Set<string>();
    packagesOf(`${ROOT}dist/second/worker.js`, begun);
    const beginning = [...begun].map((file) => basename(file, '.js'));
    expect(beginning).toEqual(expect.arrayContaining(['core', 'reader']));
    const later = new Set<string>();
    packagesOf(`${ROOT}dist/chunks/rules.js`, later);
    const loaded = [...beginning, ...[...later].map((file) => basename(file, '.js'))];
    expect(['rules', 'main', 'report'].filter((name) => beginning.includes(name))).toEqual([]);
    expect(['main', 'ahead', 'report', 'zod', 'commander'].filter((name) => loaded.includes(name))).toEqual([]);
  });
});

describe('the command line', () => {
  it('loads what parses arguments and days, and nothing that reads, validates or computes', () => {
    const loaded = new Set<string>();
    expect(packagesOf(`${ROOT}dist/cli/main.js`, loaded)).toEqual([]);
    const files = [...loaded].map((file) => basename(file, '.js'));
    const inside = ['commander', 'date-fns', 'fastest-levenshtein', 'jalaali-js', 'papaparse', 're2js', 'zod'];
    // Each has a file of its own name, so that looking for it finds it.
    expect(readdirSync(`${ROOT}dist/chunks`)).toEqual(expect.arrayContaining(inside.map((name) => `${name}.js`)));
    expect(inside.filter((name) => files.includes(name))).toEqual(['commander', 'jalaali-js']);
  });

  it('loads none of the sentences that reports are made of', () => {
    const loaded = new Set<string>();
    packagesOf(`${ROOT}dist/cli/main.js`, loaded);
    const texts = [...loaded].map((file) => readFileSync(file, 'utf8'));
    const some = [say(said('rule_off'), 'en'), say(said('from_orders'), 'en'), reasonText('no_closed_deals', 'en')];
    expect(some.filter((sentence) => texts.some((text) => text.includes(sentence)))).toEqual([]);
    // They are in the build as they stand here, so that looking for them finds them.
    const built = readdirSync(`${ROOT}dist/chunks`).map((name) => readFileSync(`${ROOT}dist/chunks/${name}`, 'utf8'));
    const everywhere = [...built, readFileSync(`${ROOT}dist/index.js`, 'utf8')];
    for (const sentence of some)
      expect(
        everywhere.some((text) => text.includes(sentence)),
        sentence,
      ).toBe(true);
  });
});
