import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
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

export interface RunOptions {
  readonly cwd?: string;
  /** Standard input; a process of its own is started where there is any. */
  readonly input?: string;
}

/**
 * Runs the built command and waits for it. No colour, no terminal, whatever the tests run in.
 *
 * One thread of this process runs one command after the other, for starting Node takes longer than most commands do.
 * Where the process itself is what is tested – its streams, signals, exit – use `kpiProcess`.
 */
export function kpi(args: readonly string[], options: RunOptions = {}): Outcome {
  if (options.input !== undefined || args.includes('-')) return kpiProcess(args, options);
  const { port, signal } = commandThread();
  const [here, cwd] = [process.cwd(), options.cwd ?? ROOT];
  process.chdir(cwd); // for the thread too, which cannot do it itself
  try {
    Atomics.store(signal, 0, 0);
    port.postMessage({ args, env: plainEnvironment(), cwd });
    Atomics.wait(signal, 0, 0);
    const received = receiveMessageOnPort(port);
    if (received === undefined) throw new Error(`kpi ${args.join(' ')}: no answer`);
    return received.message as Outcome;
  } finally {
    process.chdir(here);
  }
}

/** The same in a process of its own, as a user starts it. */
export function kpiProcess(args: readonly string[], options: RunOptions = {}): Outcome {
  const run = spawnSync(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? '',
    encoding: 'utf8',
    env: plainEnvironment(),
    maxBuffer: 1 << 28,
  });
  return { stdout: run.stdout, stderr: run.stderr, status: run.status };
}

function plainEnvironment(): Record<string, string | undefined> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return env;
}

interface CommandThread {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

let thread: CommandThread | undefined;

/** Started by the first command of a test file. */
function commandThread(): CommandThread {
  if (thread !== undefined) return thread;
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./command-worker.mjs', import.meta.url), {
    workerData: { command: pathToFileURL(`${ROOT}dist/cli/main.js`).href, signal, port: port2 },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  thread = { port: port1, signal };
  return thread;
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
