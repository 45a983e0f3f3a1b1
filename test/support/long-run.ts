import { type ChildProcess, spawn } from 'node:child_process';
import { BIN, ROOT } from './run.js';

/** A command that runs until it is told to end. */
export interface LongRun {
  readonly process: ChildProcess;
  /** What it has written by now. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves once something it wrote satisfies the condition; fails when it ends before. */
  readonly until: (what: (stdout: string, stderr: string) => boolean) => Promise<void>;
  /** Sends a signal and gives the exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts the built command in a process of its own. */
export function longRun(args: readonly string[], cwd: string = ROOT): LongRun {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
      for (const look of waiting) look();
    });
  }
  const closed = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  return {
    process: child,
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    until: (what) =>
      new Promise((done, failed) => {
        const look = (): void => {
          if (!what(text.stdout, text.stderr)) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        closed.then((code) => failed(new Error(`exit ${code}\n${text.stdout}${text.stderr}`)));
        look();
      }),
    end: (signal = 'SIGINT') => {
      child.kill(signal);
      return closed;
    },
  };
}
