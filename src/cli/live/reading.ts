/** The files of a command line as they are now, read once for as many reports as the same columns are enough for. */

import { UserError } from '../../errors/user-error.js';
import type { Loaded, LoadRequest, Report } from '../../index.js';
import type { Reading } from '../../live/board.js';
import { lookAtAll } from '../../live/look.js';
import { createRecent } from '../../live/recent.js';
import { parseArguments } from '../arguments.js';
import type { Call } from '../commands.js';
import { firstLang, requireOneLang } from '../languages.js';
import { inputsOf, planReport, type ReportPlan } from '../report-request.js';
import type { Library } from '../request.js';
import type { Session } from '../session.js';
import { version } from '../version.js';

/** A report, and what it was made of. */
export interface MadeReport {
  readonly report: Report;
  readonly plan: ReportPlan;
  readonly call: Call;
  /** What was read for it. */
  readonly loaded: Loaded;
}

export interface ReadingOptions {
  /** The command line at the start, as `kpi report` takes it. */
  readonly base: readonly string[];
  /** A session of its own for each report: a config may set its language. */
  readonly session: () => Session;
  /** Told of every file that the report at the start is made of. */
  readonly uses: (files: readonly string[]) => void;
}

/** Data kept at a time, one for each set of columns that was asked for: a column is read when it is asked for. */
const KEPT = 4;

export function openReading({ base, session, uses }: ReadingOptions): Reading<MadeReport> {
  const kept = createRecent<Promise<Loaded>>(KEPT);
  const load = async (library: Library, request: LoadRequest, mayRead: boolean): Promise<Loaded | null> => {
    const name = library.loadName(request);
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (!mayRead) return null;
    const loading = readFiles(library, request);
    kept.set(name, loading);
    loading.catch(() => kept.delete(name));
    return loading;
  };
  return {
    async check() {
      const plan = await planReport(callOf(base, session()));
      uses([...inputsOf(plan.reading), ...plan.prepared.beside]);
      await load(plan.prepared.library, plan.reading, true);
    },
    async make(args, mayRead) {
      const call = callOf(args, session());
      const plan = await planReport(call);
      const { library } = plan.prepared;
      const loaded = await load(library, plan.reading, mayRead);
      return loaded === null ? null : { report: library.report(loaded, plan.request), plan, call, loaded };
    },
  };
}

/** The call of a command line that prints nothing. */
export function callOf(args: readonly string[], session: Session): Call {
  const parsed = parseArguments(args, { lang: session.lang(), width: 80, version: version() });
  if (parsed.kind !== 'call') throw new Error('a help in place of a report');
  const { operands, values } = parsed;
  requireOneLang(values.lang);
  const lang = firstLang(values.lang);
  if (lang !== undefined) session.speak(lang);
  return { session, operands, values, typed: args };
}

/** Reads files, and nothing else: to open a pipe in the place of one is to wait for ever. */
async function readFiles(library: Library, request: LoadRequest): Promise<Loaded> {
  const looks = await lookAtAll(inputsOf(request));
  const odd = looks.find(({ kind }) => kind === 'other');
  if (odd !== undefined) throw new UserError('not_a_file', { file: odd.name }, { file: odd.name });
  return library.load(request);
}
