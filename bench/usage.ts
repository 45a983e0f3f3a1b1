/** Runs a program as a whole process and says what it used. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

/** A program and its arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Exit codes that are no failure; 0 when left out. */
  readonly exits?: readonly number[];
}

/** Seconds of wall clock and of processors, bytes at the peak. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** What a process used and printed. */
export interface Run extends Usage {
  readonly stdout: string;
}

/** A Node program that leaves its usage when it ends. */
export function node(...args: readonly string[]): Command {
  return { program: process.execPath, args: ['--require', resolve('bench/measure.cjs'), ...args] };
}

/** Measures a process from start to exit. @throws Error when it fails, or leaves no usage */
export function measure(command: Command): Run {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-bench-'));
  const usage = join(folder, 'usage.json');
  try {
    const { wall, stdout } = timed(command, { KPI_MEASURE: usage });
    const { cpu, peak } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; peak: number };
    return { wall, cpu, peak, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Seconds of wall clock from start to exit, and what was printed: into a file, as a report of 40 MB takes longer to hear
 * than to write where this process gathers it from a pipe.
 *
 * @throws Error when the program fails
 */
export function timed(
  { program, args, exits = [0] }: Command,
  env: Readonly<Record<string, string>> = {},
): { wall: number; stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-bench-'));
  try {
    const printed = join(folder, 'stdout');
    const output = openSync(printed, 'w');
    const start = process.hrtime.bigint();
    const run = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', output, 'pipe'],
    });
    const wall = Number(process.hrtime.bigint() - start) / 1e9;
    closeSync(output);
    if (run.error !== undefined) throw run.error;
    if (run.status === null || !exits.includes(run.status)) {
      throw new Error(`${[program, ...args].join(' ')}: exit ${run.status ?? run.signal}\n${run.stderr}`);
    }
    return { wall, stdout: readFileSync(printed, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Seconds of processors that a program took, by what the kernel books on this process for children that ended: nothing
 * is preloaded for it. Steps of a hundredth of a second, so only sums of many runs say something. NaN where there is no
 * such book.
 */
export function processors(run: () => void): number {
  const before = ofChildren();
  run();
  return ofChildren() - before;
}

function ofChildren(): number {
  try {
    // Behind the name in brackets: fields 16 and 17, in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** The middle value; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}

/** Each figure's own median. */
export function medians(usages: readonly Usage[]): Usage {
  const of = (pick: (usage: Usage) => number): number => median(usages.map(pick));
  return { wall: of(({ wall }) => wall), cpu: of(({ cpu }) => cpu), peak: of(({ peak }) => peak) };
}

/** The machine, for the line above a table. The load says how much else ran when the measuring began. */
export function machine(): Machine {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = loadavg()[0] ?? 0;
  const busy = load > cpus().length / 2;
  const warning = busy ? ' (busy: the wall clock counts nothing)' : '';
  return {
    busy,
    words: `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${memory}, load ${load.toFixed(1)} at the start${warning}`,
  };
}

/** What the measuring ran on. */
export interface Machine {
  readonly words: string;
  /** So much else ran at the start, more than one for two processors, that the wall clock measures that. */
  readonly busy: boolean;
}
