/** Runs a program and says what it used. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Usage {
  /** Seconds of wall clock and of processors, MiB at the peak. */
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly stdout: string;
}

/** Measures a whole Node process, from start to exit. @throws Error when it fails */
export function measure(args: readonly string[]): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-bench-'));
  const usage = join(folder, 'usage.json');
  try {
    const preload = pathToFileURL(resolve('bench/measure.js')).href;
    const start = process.hrtime.bigint();
    const run = spawnSync(process.execPath, ['--import', preload, ...args], {
      encoding: 'utf8',
      env: { ...process.env, KPI_MEASURE: usage },
      maxBuffer: 1 << 28,
    });
    const wall = Number(process.hrtime.bigint() - start) / 1e9;
    if (run.status !== 0) throw new Error(`${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
    const { cpu, peak } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; peak: number };
    return { wall, cpu: cpu / 1e6, peak: peak / 1024, stdout: run.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(usages: readonly Usage[], of: 'wall' | 'cpu' | 'peak'): number {
  const sorted = usages.map((usage) => usage[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The machine, for the line above a table. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${memory}`;
}
