/** The parts of the benchmark: each measures, and returns Markdown. */
import { existsSync, statSync } from 'node:fs';
import { type Choice, type Contender, csvContenders, versionOf, workbookContenders } from './contenders.js';
import { contest, type Result } from './contest.js';
import { type Condition, fileOf, generate } from './generate.js';
import { CSV_GOALS, goalTable, START_GOALS, WORKBOOK_GOALS } from './goals.js';
import { machine, median, timed, type Usage } from './usage.js';
import { generateWorkbook, workbookOf } from './workbook.js';

/** What was asked of the benchmark. */
export interface Request extends Choice {
  readonly runs: number;
  /** Sizes of files; each part has its own when left out. */
  readonly rows: readonly number[] | null;
  /** Ids of contenders to take part; all when left out. */
  readonly contenders: readonly string[] | null;
}

const CSV_ROWS = [10_000, 100_000, 1_000_000, 5_000_000];
const WORKBOOK_ROWS = [100_000, 500_000];
/** Starts take a tenth of a second: many are cheap, and single ones vary. */
const START_RUNS = 8;

export const SECTIONS = {
  csv: (request: Request) => csvFiles(request, 'clean', CSV_GOALS),
  excel: (request: Request) =>
    files(
      request,
      workbookContenders(request),
      request.rows ?? WORKBOOK_ROWS,
      WORKBOOK_GOALS,
      workbookOf,
      generateWorkbook,
    ),
  start: (request: Request) => Promise.resolve(starts(request)),
} as const;

function csvFiles(request: Request, condition: Condition, goals: typeof CSV_GOALS): Promise<string> {
  return files(
    request,
    csvContenders(request),
    request.rows ?? CSV_ROWS,
    goals,
    (rows) => fileOf(rows, condition),
    (rows, path) => generate(rows, path, condition),
  );
}

export type SectionName = keyof typeof SECTIONS;

async function files(
  request: Request,
  all: readonly Contender[],
  sizes: readonly number[],
  goals: typeof CSV_GOALS,
  pathOf: (rows: number) => string,
  make: (rows: number, path: string) => Promise<void>,
): Promise<string> {
  const where = machine();
  const asked = all.filter(({ id }) => request.contenders?.includes(id) ?? true);
  const versions = asked.map((contender) => [contender, versionOf(contender)] as const);
  const here = versions.flatMap(([contender, version]) => (version === null ? [] : [contender]));
  const absent = versions.flatMap(([{ id }, version]) => (version === null ? [id] : []));
  const named = versions.flatMap(([, version]) => (version === null || version === '' ? [] : [version]));

  const results: Result[] = [];
  const lines: string[] = [];
  for (const rows of sizes) {
    const path = pathOf(rows);
    if (!existsSync(path)) await make(rows, path);
    const able = here.filter(({ limit = Number.POSITIVE_INFINITY }) => rows <= limit);
    const these = contest(able, path, rows, request.runs);
    const size = `${Math.round(statSync(path).size / 1e6)} MB`;
    const block = these.map((result) => line(result, size, these[0]));
    console.error(block.join('\n'));
    results.push(...these);
    lines.push(...block);
  }
  const used = (id: string, rows: number): Usage | undefined =>
    results.find((result) => result.fault === null && result.contender.id === id && result.rows === rows)?.median;
  return joined(
    [where, ...named, `${medianOf(request.runs)}.`].join('; ') +
      (absent.length > 0 ? ` Not on this machine: ${absent.join(', ')}.` : ''),
    [
      `| rows | file | | wall (least–most) | CPU | peak memory | wall, CPU, memory relative to ${here[0]?.id ?? 'the first'} |`,
      '|---:|---:|---|---:|---:|---:|---:|',
      ...lines,
    ].join('\n'),
    goalTable(goals, used),
  );
}

function line({ contender, rows, used, median: own, fault }: Result, size: string, base: Result | undefined): string {
  const head = `| ${rows.toLocaleString('en')} | ${size} | ${contender.title}`;
  if (fault !== null) return `${head} | ${fault.replaceAll('|', ' ')} | | | |`;
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

/** Nothing is preloaded here: what a process used beside time is not asked, so that only its own start is timed. */
function starts({ program, runs }: Request): string {
  const where = machine();
  const commands = [
    ['bare', 'node -e 0', ['-e', '0']],
    ['version', 'kpi --version', [program, '--version']],
    ['help', 'kpi --help', [program, '--help']],
  ] as const;
  const walls = new Map<string, number[]>(commands.map(([id]) => [id, []]));
  const times = runs * START_RUNS;
  // The first turn only brings the files into the page cache.
  for (let run = -1; run < times; run++) {
    for (const [id, , args] of commands) {
      const { wall } = timed({ program: process.execPath, args });
      if (run >= 0) walls.get(id)?.push(wall);
    }
  }
  const wallOf = (id: string): number => median(walls.get(id) ?? []);
  const lines = commands.map(
    ([id, title]) => `| ${title} | ${Math.round(wallOf(id) * 1000)} ms | ${(wallOf(id) / wallOf('bare')).toFixed(2)} |`,
  );
  console.error(lines.join('\n'));
  return joined(
    `${where}; ${medianOf(times)} in turn.`,
    ['| | wall | relative |', '|---|---:|---:|', ...lines].join('\n'),
    goalTable(START_GOALS, (id) => ({ wall: wallOf(id), cpu: Number.NaN, peak: Number.NaN })),
  );
}

function medianOf(runs: number): string {
  return runs === 1 ? 'one run' : `medians of ${runs} runs`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
