/**
 * What is shown of files that change: the newest state that could be used, and beside it why there is none newer. One
 * report is made at a time; an older one never replaces a newer.
 */
import { describeError } from '../errors/describe.js';
import { UserError } from '../errors/user-error.js';
import { createRecent, type Recent } from './recent.js';
import { createTurns } from './turns.js';

/** The files as they are now, to be read when something is asked of them. */
export interface Reading<D> {
  /** Reads what the command line at the start needs. @throws UserError where the files cannot be used */
  readonly check: () => Promise<void>;
  /**
   * The document that a command line asks for.
   * @param mayRead false = from what was read already
   * @returns null where it would have to read and may not
   * @throws UserError
   */
  readonly make: (args: readonly string[], mayRead: boolean) => Promise<D | null>;
}

/** A document, and the state of the files that it belongs to. */
export interface Shown<D> {
  readonly document: D;
  /** Names the state that was looked at last, usable or not. */
  readonly revision: string;
  /** Why the document is of an older state. */
  readonly problem: UserError | null;
}

export interface Board<D> {
  /** @throws UserError of the request (exit 2), or of the files where nothing is known from before; `server_busy` */
  readonly ask: (args: readonly string[], wanted?: () => boolean) => Promise<Shown<D>>;
  /** The files have changed: reads them, and tells those who listen. */
  readonly refresh: () => Promise<void>;
  readonly revision: () => string;
  /** What is wrong with the files now. */
  readonly problem: () => UserError | null;
  /** @returns how to stop listening */
  readonly listen: (listener: (revision: string) => void) => () => void;
}

export interface BoardOptions<D> {
  /** Begins to read the files anew. */
  readonly open: () => Reading<D>;
  /** Whether files are being written: what would have to be read now may be half there. */
  readonly isMoving: () => boolean;
  /** Tells the states of this run from those of another: a page may outlive the server. */
  readonly run: string;
  /** Told before and after work that keeps the program from anything else. */
  readonly busy?: (busy: boolean) => void;
}

/** Documents kept of one state: as many pages as are open at a time. */
const KEPT = 8;

interface State<D> {
  readonly id: string;
  readonly reading: Reading<D>;
  readonly documents: Recent<D>;
  readonly failure: UserError | null;
}

export function createBoard<D>({ open, isMoving, run, busy = () => {} }: BoardOptions<D>): Board<D> {
  const turns = createTurns<Shown<D> | null>();
  const listeners = new Set<(revision: string) => void>();
  let count = 0;
  let newest: State<D> | null = null;
  let good: State<D> | null = null;

  const work = async <T>(what: () => Promise<T>): Promise<T> => {
    busy(true);
    try {
      return await what();
    } finally {
      busy(false);
    }
  };

  const from = async (state: State<D>, args: readonly string[], mayRead: boolean): Promise<D | null> => {
    const key = keyOf(args);
    const known = state.documents.get(key);
    if (known !== undefined) return known;
    const made = await work(() => state.reading.make(args, mayRead));
    if (made !== null) state.documents.set(key, made);
    return made;
  };

  /** The same of the last state that could be used; what is wrong with the newest goes beside it. */
  const before = async (args: readonly string[], revision: string, problem: UserError): Promise<Shown<D>> => {
    const document = good === null ? null : await from(good, args, false).catch(filesOnly);
    if (document === null) throw problem;
    return { document, revision, problem };
  };

  const show = async (args: readonly string[]): Promise<Shown<D>> => {
    const state = newest;
    if (state === null) throw new UserError('files_being_written', { files: [] });
    if (state.failure !== null) return before(args, state.id, state.failure);
    try {
      const document = await from(state, args, !isMoving());
      if (document !== null) return { document, revision: state.id, problem: null };
    } catch (error) {
      if (!isOfFiles(error)) throw error;
      return before(args, state.id, error);
    }
    throw new UserError('files_being_written', { files: [] });
  };

  return {
    async ask(args, wanted) {
      const shown = await turns.take(`${newest?.id} ${keyOf(args)}`, () => show(args), wanted);
      if (shown === null) throw new Error('a state in place of a document');
      return shown;
    },
    async refresh() {
      count++;
      const id = `${run}.${count}`;
      await turns.must(`state ${id}`, async () => {
        const reading = open();
        const failure = await work(() => reading.check()).then(
          () => null,
          (error: unknown) => error,
        );
        if (failure !== null && !(failure instanceof UserError)) throw failure;
        // Somebody writes again: what comes of it will be looked at, and until then what was there before stands.
        if (failure?.code === 'changed_while_reading' && newest !== null) return null;
        newest = { id, reading, documents: createRecent<D>(KEPT), failure };
        if (failure === null) good = newest;
        for (const listener of listeners) listener(id);
        return null;
      });
    },
    revision: () => newest?.id ?? `${run}.0`,
    problem: () => newest?.failure ?? null,
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function keyOf(args: readonly string[]): string {
  return JSON.stringify(args);
}

/** Whether an error is about what stands in the files, the config among them, and not about what was asked. */
function isOfFiles(error: unknown): error is UserError {
  if (!(error instanceof UserError)) return false;
  return describeError(error, 'en').exit === 3 || error.code.startsWith('config_');
}

function filesOnly(error: unknown): null {
  if (isOfFiles(error)) return null;
  throw error;
}
