/** The parts of the benchmark: each measures, and returns Markdown. */
import { existsSync, statSync } from 'node:fs';
import {
  type Choice,
  type Contender,
  csvContenders,
  groupContenders,
  repeatContenders,
  versionOf,
  workbookContenders,
} from './contenders.js';
import { contest, type Result, sameAnswers } from './contest.js';
import { type Condition, fileOf, generate } from './generate.js';
import { CSV_GOALS, type Goal, GROUP_GOALS, goalTable, WORKBOOK_GOALS } from './goals.js';
import { starts } from './starts.js';
import { machine, type Usage } from './usage.js';
import { generateWorkbook, workbookOf } from './workbook.js';

/** What was asked of the benchmark. */
export interface Request extends Choice {
  readonly runs: number;
  /** Sizes of files; each part has its own when left out. */
  readonly rows: readonly number[] | null;
  /** Ids of contenders to take part; all when left out. */
  readonly contenders: readonly string[] | null;
  /** Programs of Node to start with. */
  readonly nodes: readonly string[];
}

const CSV_ROWS = [10_000, 100_000, 1_000_000, 5_000_000];
const CLEAN_ROWS = [100_000, 1_000_000];
/** As many rows have about 1,500 accounts. */
const GROUP_ROWS = [30_000];
const REPEAT_ROWS = 10_000;
const WORKBOOK_ROWS = [100_000, 500_000];
/** Starts take a tenth of a second: many are cheap, and single ones vary. */
const START_RUNS = 8;
/** Of the clean data only the quick ones say how much the dirt costs. */
const CLEAN = ['duckdb', 'report', 'core', 'check', 'polars'];

export const SECTIONS = {
  csv: (request: Request) => dirtyFiles(request),
  clean: (request: Request) =>
    csvFiles(
      request,
      csvContenders(request).filter(({ id }) => CLEAN.includes(id)),
      request.rows ?? CLEAN_ROWS,
      'clean',
      [],
    ),
  groups: (request: Request) => csvFiles(request, groupContenders(request), GROUP_ROWS, 'dirty', GROUP_GOALS),
  excel: (request: Request) =>
    files(
      request,
      workbookContenders(request),
      request.rows ?? WORKBOOK_ROWS,
      WORKBOOK_GOALS,
      workbookOf,
      generateWorkbook,
    ),
  start: ({ program, nodes, runs }: Request) => Promise.resolve(starts(program, nodes, runs * START_RUNS)),
} as const;

export type SectionName = keyof typeof SECTIONS;

/** The files that count, after a small one with rows that stand twice. @throws Error when an answer of ours is wrong */
async function dirtyFiles(request: Request): Promise<string> {
  const path = fileOf(REPEAT_ROWS, 'repeated');
  await made(path, () => generate(REPEAT_ROWS, path, 'repeated'));
  sameAnswers(repeatContenders(request), path);
  return csvFiles(request, csvContenders(request), request.rows ?? CSV_ROWS, 'dirty', CSV_GOALS);
}

function csvFiles(
  request: Request,
  contenders: readonly Contender[],
  sizes: readonly number[],
  condition: Condition,
  goals: readonly Goal[],
): Promise<string> {
  return files(
    request,
    contenders,
    sizes,
    goals,
    (rows) => fileOf(rows, condition),
    (rows, path) => generate(rows, path, condition),
  );
}

async function files(
  request: Request,
  all: readonly Contender[],
  sizes: readonly number[],
  goals: readonly Goal[],
  pathOf: (rows: number) => string,
  make: (rows: number, path: string) => Promise<void>,
): Promise<string> {
  const { words, busy } = machine();
  const asked = all.filter(({ id }) => request.contenders?.includes(id) ?? true);
  const versions = asked.map((contender) => [contender, versionOf(contender)] as const);
  const here = versions.flatMap(([contender, version]) => (version === null ? [] : [contender]));
  const absent = versions.flatMap(([{ id }, version]) => (version === null ? [id] : []));
  const named = versions.flatMap(([, version]) => (version === null || version === '' ? [] : [version]));

  const results: Result[] = [];
  const lines: string[] = [];
  for (const rows of sizes) {
    const path = pathOf(rows);
    await made(path, () => make(rows, path));
    const able = here.filter(({ limit = Number.POSITIVE_INFINITY }) => rows <= limit);
    const these = contest(able, path, rows, request.runs);
    const size = `${Math.round(statSync(path).size / 1e6)} MB`;
    const block = these.map((result) => line(result, size, these[0]));
    console.error(block.join('\n'));
    results.push(...these);
    lines.push(...block);
  }
  const used = (id: string, rows: number): Usage | undefined =>
    results.find(
      ({ fault, used, contender, rows: own }) =>
        fault === null && used.length > 0 && contender.id === id && own === rows,
    )?.median;
  const above = [words, ...new Set(named), runsOf(request.runs)].join('; ');
  const table = [
    `| rows | file | | wall (least–most) | CPU | peak memory | wall, CPU, memory relative to ${here[0]?.id ?? 'the first'} |`,
    '|---:|---:|---|---:|---:|---:|---:|',
    ...lines,
  ];
  return [
    `${above}.${absent.length > 0 ? ` Not on this machine: ${absent.join(', ')}.` : ''}`,
    table.join('\n'),
    goalTable(goals, used, busy),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function runsOf(runs: number): string {
  if (runs === 0) return 'answers compared, nothing timed';
  return runs === 1 ? 'one run' : `medians of ${runs} runs`;
}

/** Makes a file that is not there, or older than what makes it. */
async function made(path: string, make: () => Promise<void>): Promise<void> {
  const makers = ['bench/generate.ts', 'bench/workbook.ts'].map((maker) => statSync(maker).mtimeMs);
  if (!existsSync(path) || statSync(path).mtimeMs < Math.max(...makers)) await make();
}

function line({ contender, rows, used, median: own, fault }: Result, size: string, base: Result | undefined): string {
  const head = `| ${rows.toLocaleString('en')} | ${size} | ${contender.title}`;
  if (fault !== null) return `${head} | ${fault.replaceAll('|', ' ')} | | | |`;
  if (used.length === 0) return `${head} | ${contender.answers === undefined ? 'ran' : 'right answers'} | | | |`;
  const walls = used.map(({ wall }) => wall);
  const share = (of: keyof Usage): string => (own[of] / (base?.median[of] ?? Number.NaN)).toFixed(2);
  const cells = [
    `${own.wall.toFixed(2)} s (${Math.min(...walls).toFixed(2)}–${Math.max(...walls).toFixed(2)})`,
    `${own.cpu.toFixed(2)} s`,
    `${Math.round(own.peak / 1e6)} MB`,
    `${share('wall')}, ${share('cpu')}, ${share('peak')}`,
  ];
  return `${head} | ${cells.join(' | ')} |`;
}
