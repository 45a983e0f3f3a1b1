import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KNOWN } from '../src/config/known.js';
import { readConfig } from '../src/config/read.js';
import { configSchema } from '../src/config/schema.js';
import { parseBaseline } from '../src/quality/baseline.js';
import { xmlProblems } from './support/published-schemas.js';
import { type ShellOutcome, shell } from './support/shell.js';
import { SIX_DEALS, workplace } from './support/workplace.js';

const PAGE = readFileSync(new URL('../docs/ci.md', import.meta.url), 'utf8');

interface Block {
  readonly language: string;
  /** The file that the block says it is, in its first comment; '' for commands. */
  readonly file: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', text = '']) => ({
    language,
    file: /^(?:#|\/\/) (\S+\.\w+|Jenkinsfile)$/m.exec(text)?.[1] ?? '',
    text,
  }),
);
const fileNamed = (file: string): string => {
  const found = BLOCKS.find((block) => block.file === file);
  if (found === undefined) throw new Error(`the page has no ${file}`);
  return found.text;
};

const place = workplace();
const bin = (): string => place.at('bin');
/** Runs a script as a build server would: in a folder with the export, with `kpi` and `mail` on the path. */
const sh = (script: string, env: Readonly<Record<string, string>> = {}): ShellOutcome =>
  shell(script, { cwd: place.path, env: { PATH: `${bin()}:${process.env['PATH'] ?? ''}`, ...env } });
const made = (name: string): boolean => existsSync(place.at(name));

beforeEach(() => {
  for (const name of [
    'kpi-baseline.txt',
    'kpi.config.yaml',
    'dq.xml',
    'dq.sarif',
    'dq.md',
    'repairs.csv',
    'good.csv',
    'bad.csv',
    'sent',
    'runs.jsonl',
  ]) {
    rmSync(place.at(name), { force: true });
  }
  place.put('deals.csv', SIX_DEALS);
  mkdirSync(bin(), { recursive: true });
  // The command by its name, whatever the environment of the script.
  const run = shell('echo "$KPI"', { cwd: place.path }).stdout.trim();
  chmodSync(place.put('bin/kpi', `#!/bin/sh\nexec ${run} "$@"\n`), 0o755);
  chmodSync(
    place.put('bin/mail', `#!/bin/sh\ncat > "${place.at('sent')}"; echo "$@" >> "${place.at('sent')}"\n`),
    0o755,
  );
});

describe('the page about pipelines', () => {
  it('has no recipe that is tried nowhere', () => {
    const tried = [
      'kpi.config.yaml',
      '.github/workflows/crm.yml',
      '.gitlab-ci.yml',
      'Jenkinsfile',
      '.pre-commit-config.yaml',
    ];
    const shells = ['sh', 'bash', 'text'];
    expect(BLOCKS.filter(({ language }) => !shells.includes(language)).map(({ file }) => file)).toEqual(tried);
    expect(BLOCKS.filter(({ language }) => language === 'bash')).toHaveLength(2);
    expect(BLOCKS.filter(({ language }) => language === 'sh')).toHaveLength(6);
  });

  it('shows a baseline that can be read', () => {
    const samples = BLOCKS.filter(({ language }) => language === 'text');
    expect(samples.map(({ text }) => parseBaseline(text))).toEqual([
      expect.objectContaining({ scope: { records: 340, files: ['deals deals-#.csv'], where: '' } }),
    ]);
  });

  it('begins with three commands of which the last passes', () => {
    const commands =
      BLOCKS.find(({ language }) => language === 'sh')
        ?.text.trim()
        .split('\n') ?? [];
    expect(sh('kpi check deals.csv >/dev/null').status).toBe(1);
    expect(commands.map((command) => sh(command).status)).toEqual([0, 0, 0]);
    expect(readFileSync(place.at('kpi-baseline.txt'), 'utf8')).not.toMatch(/Omid|Delta|1000/);
    place.put('deals.csv', SIX_DEALS.replace('Closed Won,3000,', 'Closed Won,,'));
    expect(sh(commands[2] ?? '').status).toBe(1);
  });

  it('has commands that do what they say', () => {
    const [, second, apart, , last] = BLOCKS.filter(({ language }) => language === 'sh');
    sh('kpi check deals.csv --write-baseline kpi-baseline.txt');
    const codes = [second, apart, last]
      .flatMap((block) => block?.text.trim().split('\n') ?? [])
      .map((command) => sh(command).status);
    expect(codes).toEqual([0, 0, 1, 1, 1, 0]);
    expect(['repairs.csv', 'good.csv', 'bad.csv'].map(made)).toEqual([true, true, true]);
  });

  it('has a command that compares each run with the one before', () => {
    const [, , , compared] = BLOCKS.filter(({ language }) => language === 'sh');
    const command = compared?.text.trim() ?? '';
    expect(sh(command)).toMatchObject({ status: 0, stdout: expect.not.stringContaining('after 6 in the run of') });
    expect(readFileSync(place.at('runs.jsonl'), 'utf8')).not.toMatch(/Omid|Delta|3000/);
    place.put('deals.csv', SIX_DEALS.split('\n').slice(0, 3).join('\n'));
    expect(sh(command).stdout).toContain('2 records, after 6 in the run of');
  });

  it('has a config that is valid and found', () => {
    readConfig('kpi.config.yaml', fileNamed('kpi.config.yaml'), configSchema(KNOWN));
    place.put('kpi.config.yaml', fileNamed('kpi.config.yaml'));
    expect(sh('kpi check deals.csv').stderr).toContain('the baseline kpi-baseline.txt cannot be read');
    expect(sh('kpi check deals.csv --write-baseline kpi-baseline.txt').status).toBe(0);
    expect(sh('kpi check deals.csv').status).toBe(0);
  });

  it('has a workflow for GitHub whose commands annotate, summarize and write what the next step takes', () => {
    const workflow = parse(fileNamed('.github/workflows/crm.yml'));
    const steps: readonly { run?: string; uses?: string; with?: Record<string, string> }[] = workflow.jobs.check.steps;
    const [run] = steps.flatMap((step) => (step.run?.startsWith('kpi ') ? [step.run] : []));
    const { status, stdout } = sh(run ?? '', { GITHUB_STEP_SUMMARY: place.at('summary.md') });
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^::error file=deals\.csv,line=5,/m)]);
    expect(readFileSync(place.at('summary.md'), 'utf8')).toMatch(/^# Data quality/);
    const upload = steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(JSON.parse(readFileSync(place.at(upload?.with?.['sarif_file'] ?? ''), 'utf8')).version).toBe('2.1.0');
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
  });

  it('has a job for GitLab whose reports are there after it failed', async () => {
    const job = parse(fileNamed('.gitlab-ci.yml'))['crm-export'];
    expect(sh(job.script.join('\n'))).toMatchObject({ status: 1, stdout: expect.stringContaining('✗ failed') });
    expect(
      await xmlProblems('junit-jenkins.xsd', [readFileSync(place.at(job.artifacts.reports.junit), 'utf8')]),
    ).toEqual([]);
    const report = JSON.parse(readFileSync(place.at(job.artifacts.reports.codequality), 'utf8'));
    expect(report[0].location.path).toBe('deals.csv');
  });

  it('has a pipeline for Jenkins that publishes what the command writes', () => {
    const text = fileNamed('Jenkinsfile');
    const [command, report] = [/sh '([^']+)'/.exec(text)?.[1] ?? '', /junit '([^']+)'/.exec(text)?.[1] ?? ''];
    expect(sh(command).status).toBe(1);
    expect(made(report)).toBe(true);
    expect(text.match(/{/g)?.length).toBe(text.match(/}/g)?.length);
  });

  it('has a script for cron that is quiet while all is well, mails what is new and fails where it cannot run', () => {
    const script = BLOCKS.find(({ text }) => text.includes('weekly-kpi'))?.text ?? '';
    place.put('weekly', script);
    const weekly = (): ShellOutcome => sh('bash weekly', { CRM_FOLDER: place.path });
    expect(weekly()).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(readFileSync(place.at('sent'), 'utf8')).toMatch(/# Data quality[\s\S]*New faults in the CRM export/);
    expect(made('repairs.csv')).toBe(true);
    rmSync(place.at('sent'));
    sh('kpi check deals.csv --write-baseline kpi-baseline.txt');
    place.put('kpi.config.yaml', 'baseline: kpi-baseline.txt\n');
    expect(weekly()).toEqual({ stdout: '', stderr: '', status: 0 });
    expect([made('sent'), made('weekly.md')]).toEqual([false, true]);
    rmSync(place.at('deals.csv'));
    expect(weekly()).toMatchObject({ status: 1, stderr: expect.stringContaining('kpi check could not run') });
  });

  const repository = (): void => {
    rmSync(place.at('.git'), { recursive: true, force: true });
    sh(
      'git init -q . && git config user.email a@example.com && git config user.name A && git config commit.gpgsign false',
    );
  };

  it('has a hook that stops the commit of a bad export, and no other', () => {
    const hook = BLOCKS.find(({ text }) => text.includes('git diff --cached'))?.text ?? '';
    repository();
    chmodSync(place.put('.git/hooks/pre-commit', hook), 0o755);
    place.put('notes.txt', 'x\n');
    expect(sh('git add notes.txt && git commit -qm notes').status).toBe(0);
    expect(sh('git add deals.csv && git commit -qm export').status).not.toBe(0);
    // What is staged counts: a repair that only lies in the folder does not help, one that is staged does.
    place.put('deals.csv', readFileSync(place.at('clean.csv'), 'utf8'));
    expect(sh('git commit -qm export').status).not.toBe(0);
    sh('git add deals.csv');
    place.put('deals.csv', SIX_DEALS);
    expect(sh('git commit -qm export').status).toBe(0);
    expect(sh('git rm -q --cached deals.csv && git commit -qm gone').status).toBe(0);
  });

  it('has a hook for pre-commit whose command checks what is staged', () => {
    const [{ hooks }] = parse(fileNamed('.pre-commit-config.yaml')).repos;
    const [{ entry, files, pass_filenames: named }] = hooks;
    expect([new RegExp(files).test('deals.csv'), named]).toEqual([true, false]);
    repository();
    sh('git add deals.csv');
    place.put('deals.csv', readFileSync(place.at('clean.csv'), 'utf8'));
    expect(sh(entry).status).toBe(1);
    expect(sh(`git add deals.csv && ${entry}`).status).toBe(0);
  });
});
