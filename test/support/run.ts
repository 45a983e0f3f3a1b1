import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KpiEntry, Report } from '../../src/report/schema.js';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The command as it is shipped: run it with `process.execPath`. */
export const BIN = `${ROOT}bin/kpi.js`;

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs the built command and waits for it. No colour, no terminal, whatever the tests run in. */
export function kpi(args: readonly string[], options: { cwd?: string; input?: string } = {}): Outcome {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const run = spawnSync(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? '',
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
  });
  return { stdout: run.stdout, stderr: run.stderr, status: run.status };
}

/** The report of the given files as the JSON document; fails with what the command said when there is none. */
export function reportOf(args: readonly string[], options: { cwd?: string } = {}): Report {
  const run = kpi(['report', ...args, '--format', 'json'], options);
  if (run.status !== 0) throw new Error(`kpi report ${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  return JSON.parse(run.stdout) as Report;
}

/** One figure of a list of figures; fails when it is not there. */
export function figure<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id} among ${list.map((one) => one.id).join(', ')}`);
  return found;
}

export type { KpiEntry, Report };
