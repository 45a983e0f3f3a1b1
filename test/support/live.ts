import { Writable } from 'node:stream';
import { parseArguments } from '../../src/cli/arguments.js';
import type { Call } from '../../src/cli/commands.js';
import { baseOf } from '../../src/cli/live/command-line.js';
import { type Followed, follow } from '../../src/cli/live/follow.js';
import { createSite } from '../../src/cli/live/site.js';
import { type Machine, openSession } from '../../src/cli/session.js';
import { failure } from '../../src/index.js';
import { type Parameter, parseQuery } from '../../src/live/query.js';
import type { Answer, Site } from '../../src/live/server.js';

/** Looks often and waits little: what a test writes is whole at once. */
export const PACE = { every: 5, patience: { quiet: 15, absent: 30 } } as const;

/** The call of a command line on a machine whose streams nobody reads; its day is that of the command that is compared with. */
export function callOf(args: readonly string[], cwd: string): Call {
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const machine: Machine = {
    stdin: { isTTY: false },
    stdout: nowhere(),
    stderr: nowhere(),
    env: {},
    cwd,
    now: Date.now,
  };
  const parsed = parseArguments(args, { lang: 'en', width: 80, version: '0' });
  if (parsed.kind !== 'call') throw new Error('no call');
  const manner = { lang: 'en', quiet: false, verbose: false, noColor: true, noProgress: true } as const;
  const { operands, values } = parsed;
  return { session: openSession(machine, manner), operands, values, typed: args };
}

export interface TestSite extends Followed {
  readonly site: Site;
  /** The answer to an address, as the server gives it. */
  readonly page: (query?: string) => Promise<Answer>;
  /** The same, redirects followed. */
  readonly shown: (query: string) => Promise<Answer>;
  readonly json: (query?: string) => Promise<Answer>;
  /** Resolves with the next state of the files that is told. */
  readonly changed: () => Promise<string>;
}

/** `kpi serve` without its server. */
export async function siteOf(args: readonly string[], cwd: string): Promise<TestSite> {
  const call = callOf(['serve', ...args], cwd);
  const base = baseOf(call.typed);
  const followed = await follow(call, 'serve', base, { pace: PACE });
  const { board, quiet, start } = followed;
  const failed = (error: unknown): never => {
    throw error;
  };
  const site = createSite({ board, base, session: quiet, failure: (error) => failure(error, []), failed });
  await start();
  const answer = async (kind: 'page' | 'json', query: string): Promise<Answer> => {
    let parameters: readonly Parameter[];
    try {
      parameters = parseQuery(query);
      return await site[kind](parameters, () => true);
    } catch (error) {
      if (error instanceof Error && 'code' in error) return site.refuse(error as never, kind);
      throw error;
    }
  };
  return {
    ...followed,
    site,
    page: async (query = '') => answer('page', query),
    shown: async (query) => {
      const { location = `/?${query}` } = await answer('page', query);
      return answer('page', location.slice('/?'.length));
    },
    json: (query = '') => answer('json', query),
    changed: () =>
      new Promise((told) => {
        const unlisten = board.listen((revision) => {
          unlisten();
          told(revision);
        });
      }),
  };
}
