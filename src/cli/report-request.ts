/** What `kpi report` and the commands that repeat it are asked for, checked before any file is opened. */
import { UserError } from '../errors/user-error.js';
import type { LoadRequest, ReportRequest } from '../index.js';
import type { Call } from './commands.js';
import { given, loadRequest, type Prepared, prepare, reportRequest, requireFiles } from './request.js';

export interface ReportPlan {
  readonly prepared: Prepared;
  readonly request: ReportRequest;
  /** How the files are read for it. */
  readonly reading: LoadRequest;
}

/** Every file that is read for a report. */
export function inputsOf({ files, earlier = [] }: LoadRequest): string[] {
  return [...files.map(({ path }) => path), ...earlier];
}

/**
 * @param once the files are read once, and may be begun before all is checked
 * @throws UserError of the command line and the config (exit 2)
 */
export async function planReport(call: Call, name = 'report', once = false): Promise<ReportPlan> {
  const prepared = await prepare(
    call,
    call.operands,
    once ? { reads: ({ by }) => given({ by, leaveTexts: true }) } : {},
  );
  requireFiles(prepared, name);
  const request = reportRequest(prepared);
  prepared.library.validate({ ...request, mapping: prepared.settings.mapping.said });
  const { compare, period } = request;
  if (compare !== undefined && compare !== 'none' && period === undefined) {
    throw new UserError('compare_without_period', { compare });
  }
  const by = request.by === undefined ? {} : { by: request.by };
  const { files, conditions, earlier } = prepared;
  if (request.taken !== undefined && earlier.length === 0) throw new UserError('taken_without_earlier', {});
  // Nothing else reads names of all deals, and nobody asks for one when the report is made.
  const isPlain = files.length === 1 && earlier.length === 0 && Object.keys(conditions).length === 0;
  const leaveTexts = once && isPlain ? { leaveTexts: true } : {};
  return {
    prepared,
    request,
    reading: { ...loadRequest(prepared), ...by, ...leaveTexts, ...(earlier.length === 0 ? {} : { earlier }) },
  };
}
