import { spawnSync } from 'node:child_process';
import { BIN } from './run.js';

export interface ShellOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/**
 * Runs a bash script in which `$KPI` is the built command, in the way people run it: pipes, redirections, other
 * users. The environment has no colour settings of the test run.
 */
export function shell(script: string, options: { cwd: string; env?: Readonly<Record<string, string>> }): ShellOutcome {
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...env } = process.env;
  const run = spawnSync('bash', ['-c', script], {
    cwd: options.cwd,
    encoding: 'utf8',
    env: { ...env, TERM: 'xterm', KPI: `${process.execPath} ${BIN}`, ...options.env },
    maxBuffer: 1 << 28,
  });
  return { stdout: run.stdout, stderr: run.stderr, status: run.status };
}

/** Runs a command on a pseudo-terminal and gives what appeared on it (util-linux `script`). */
export function terminal(command: string, options: { cwd: string; env?: Readonly<Record<string, string>> }): string {
  return shell(`script -qec ${JSON.stringify(command).replaceAll('$', '\\$')} /dev/null </dev/null`, options).stdout;
}

/** Before a command: runs it as a user without rights, since to the superuser nothing is forbidden. */
export const UNPRIVILEGED = process.getuid?.() === 0 ? 'setpriv --reuid 65534 --regid 65534 --clear-groups' : '';
