/** The files of a command line, followed: what `kpi serve` and `kpi watch` have in common. */
import { describeError } from '../../errors/describe.js';
import { UserError } from '../../errors/user-error.js';
import { type Board, createBoard } from '../../live/board.js';
import { type WatchOptions, watchFiles } from '../../live/watcher.js';
import type { Call } from '../commands.js';
import { inputsOf, planReport, type ReportPlan } from '../report-request.js';
import { civilDayOf } from '../request.js';
import { openSession, type Session } from '../session.js';
import { callOf, type MadeReport, openReading } from './reading.js';

export interface Followed {
  readonly board: Board<MadeReport>;
  /** What the command line asked for at the start. */
  readonly plan: ReportPlan;
  /** A session that prints nothing, in the language of the command line and its config. */
  readonly quiet: () => Session;
  /**
   * Reads the files for the first time. Files that cannot be used yet are waited for.
   * @throws UserError (exit 2) where the command line does not suit them
   */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

export interface FollowOptions {
  /** Told before and after work that keeps the program from anything else. */
  readonly busy?: (busy: boolean) => void;
  /** How often to look at the files, and how long to wait for their end; left out: as suits people. */
  readonly pace?: Pick<WatchOptions, 'every' | 'patience'>;
}

/**
 * Begins to follow the files of a command line; nothing of them is read yet.
 *
 * @param base as `kpi report` takes it
 * @throws UserError (exit 2)
 */
export async function follow(
  { session, values }: Call,
  name: string,
  base: readonly string[],
  { busy = () => {}, pace = {} }: FollowOptions = {},
): Promise<Followed> {
  const { machine, manner } = session;
  const open = (): Session => openSession(machine, { ...manner, lang: session.lang(), quiet: true });
  const plan = await planReport(callOf(base, open()), name);
  session.speak(plan.prepared.lang);
  const { settings } = plan.prepared;
  const files = inputsOf(plan.reading);
  if (files.includes('-')) throw new UserError('live_from_stdin', { command: `kpi ${name}` });
  const used = new Set<string>(files);
  for (const file of plan.prepared.beside) used.add(file);
  const watching: { isMoving: () => boolean } = { isMoving: () => false };
  const board = createBoard<MadeReport>({
    open: () =>
      openReading({
        base,
        session: open,
        uses: (found) => {
          for (const file of found) used.add(file);
        },
      }),
    isMoving: () => watching.isMoving(),
    run: machine.now().toString(36),
    busy,
  });
  const failed = (error: unknown): void => {
    // Nobody awaits it: it ends the program as a bug does.
    setImmediate(() => {
      throw error;
    });
  };
  const watcher = await watchFiles({
    names: () => [...used],
    changed: () => {
      board.refresh().catch(failed);
    },
    // A period such as "this month" is another one tomorrow.
    besides: () => String(values['as-of'] ?? civilDayOf(machine.now(), settings.timezone ?? 'UTC')),
    now: () => performance.now(),
    ...pace,
  });
  watching.isMoving = watcher.isMoving;
  const start = async (): Promise<void> => {
    await board.refresh();
    const problem = board.problem();
    if (problem !== null && describeError(problem, 'en').exit === 2) throw problem;
  };
  return { board, plan, quiet: open, start, stop: watcher.stop };
}
