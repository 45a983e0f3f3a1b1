import { type Settings, scoped } from '../../config/merge.js';
import { describeError } from '../../errors/describe.js';
import { printable } from '../../errors/printable.js';
import { UserError } from '../../errors/user-error.js';
import { printFixList, printNoFixList } from '../../format/csv/fix-list.js';
import type { RenderOptions } from '../../format/definition.js';
import { verdictText } from '../../format/plain.js';
import { renderCheck, renderFailure } from '../../format/render.js';
import type { Check, CheckRequest, Examination, Samples } from '../../index.js';
import { suggest } from '../../locale/suggest.js';
import { type BaselinePlan, planBaseline } from '../baseline.js';
import type { Call, Run } from '../commands.js';
import { type HistoryPlan, planHistory, writeHistory } from '../history.js';
import type { OptionValues } from '../options.js';
import { type OutputFile, prepareOutput, writeOutput } from '../output.js';
import { formatsFor, openSinks, refuseSamePlace, renderOptions, type Sink, warnBeside, write } from '../print.js';
import { read, tellSources } from '../read.js';
import { planRecords, writeNoRecords, writeRecords } from '../records.js';
import { given, loadRequest, type Prepared, prepare, requireFiles } from '../request.js';
import { orSayWhy } from '../without-data.js';

export const run: Run = async (call) => {
  const { values, session } = call;
  const prepared = await prepare(call, call.operands, { reads: () => ({}) });
  const { library, files } = prepared;
  requireFiles(prepared, 'check');
  refuseUnknownRules(prepared, values);
  const inputs = files.map(({ path }) => path);
  const baseline = await planBaseline(prepared, values, inputs);
  const history = await planHistory(library, values['run-history'], inputs);
  const request = checkRequest(prepared, baseline, history);
  library.validate({
    ...given({ asOf: request.asOf, where: request.where }),
    today: request.today,
    mapping: prepared.settings.mapping.said,
  });
  const sinks = await openSinks(call, 'kpi check', formatsFor('check'), inputs);
  const repairs = values['fix-list'] === undefined ? null : await openFixList(values['fix-list'], inputs);
  const records = await planRecords(values, inputs);
  const extra = [repairs?.file, ...records.map(({ sink }) => sink.file), baseline.target, history?.target].filter(
    (file) => file !== undefined && file !== null,
  );
  refuseSamePlace([...sinks.map(({ file }) => file), ...extra]);
  const reading = { ...loadRequest(prepared), ...(records.length > 0 ? { keepRows: true } : {}) };
  const examination = await orSayWhy(
    call,
    prepared,
    sinks,
    async () => {
      const loaded = await read(call, library, reading);
      return session.step({ en: 'checked the rules', fa: 'قاعده‌ها بررسی شد' }, () => library.examine(loaded, request));
    },
    async (failure) => {
      if (sinks.some(({ format }) => format === 'github')) {
        await writeSummary(call, (options) => renderFailure(failure, 'markdown', options));
      }
      if (repairs !== null) await write(call, repairs, printNoFixList(failure, prepared.lang));
      await writeNoRecords(call, records);
    },
  );
  const { check } = examination;
  // Refused before anything is written.
  const known = baselineText(baseline, examination, values.force === true);
  tellSources(session, check.sources);
  for (const sink of sinks) {
    const shown = library.redactCheck(check, samplesIn(sink.format, prepared.settings), prepared.lang);
    await write(call, sink, await renderCheck(shown, sink.format, renderOptions(call, sink)));
  }
  if (sinks.some(({ format }) => format === 'github')) {
    const shown = library.redactCheck(check, samplesIn('github', prepared.settings), prepared.lang);
    await writeSummary(call, (options) => renderCheck(shown, 'markdown', options));
  }
  if (repairs !== null) await write(call, repairs, printFixList(examination.fixList(), prepared.lang));
  await writeRecords(call, records, examination, inputs);
  if (baseline.target !== null && known !== null) await write(call, { file: baseline.target }, known);
  if (history !== null) {
    await writeHistory(library, history, examination);
    const wrote = printable(history.target.name);
    if (!history.target.direct) call.session.note({ en: `wrote ${wrote}`, fa: `${wrote} نوشته شد` });
    if (check.summary.outcome === 'fail') call.session.note(RECORDED_AS_FAILING);
  }
  tell(call, sinks, check);
  return check.summary.outcome === 'fail' ? 1 : 0;
};

const RECORDED_AS_FAILING = {
  en: 'the history has this run as failing: it is no measure for the next ones.',
  fa: 'این اجرا در تاریخچه مردود ثبت شد و معیار اجراهای بعدی نیست.',
};

function checkRequest(
  { settings, today, lang, conditions, rates }: Prepared,
  baseline: BaselinePlan,
  history: HistoryPlan | null,
): CheckRequest {
  return {
    today,
    lang,
    ...given({ samples: settings.samples }),
    ...conditions,
    ...given({
      ...scoped(settings, 'check'),
      baseline: baseline.known ?? undefined,
      history: history?.known,
      accept: baseline.writes === 'record' ? baseline.target?.name : undefined,
    }),
    ...(rates === null ? {} : { rates }),
  };
}

/** Refuses patterns of no rule in `--rules` and `--require`, before any file is opened. */
function refuseUnknownRules({ library, conditions }: Prepared, values: OptionValues): void {
  const { custom } = conditions;
  for (const pattern of [...(values.rules?.flat() ?? []), ...(values.require?.flat() ?? [])]) {
    if (library.matchRules([pattern], custom).unmatched.length === 0) continue;
    const { ids } = library.matchRules(['*'], custom);
    const name = pattern.replace(/^-/, '');
    throw new UserError('unknown_rule', { id: name, suggestion: suggest(name, ids) });
  }
}

/** Logs and reports of build servers are read by many; a terminal and the JSON by who asked for them. */
const IDS_ONLY: readonly string[] = ['junit', 'sarif', 'github', 'gitlab'];

function samplesIn(format: string, { samples }: Pick<Settings, 'samples'>): Samples {
  return samples ?? (IDS_ONLY.includes(format) ? 'ids' : 'full');
}

async function openFixList(name: string, inputs: readonly string[]): Promise<Pick<Sink, 'file'>> {
  return { file: name === '-' ? null : await prepareOutput(name, inputs) };
}

/** The job summary of GitHub Actions, a file that every step adds to. Nobody asked for it: failing to is no failure. */
async function writeSummary(call: Call, render: (options: RenderOptions) => Promise<Iterable<string>>): Promise<void> {
  const { session } = call;
  const name = session.machine.env.GITHUB_STEP_SUMMARY;
  if (name === undefined || name === '') return;
  const file: OutputFile = { name, path: name, direct: true };
  try {
    await writeOutput(file, await render(renderOptions(call, { format: 'markdown', file })));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    session.warn(`GITHUB_STEP_SUMMARY: ${describeError(error, session.lang()).message}`);
  }
}

/** The baseline to write, if one is. Throws `prune_saw_less` (exit 2). */
function baselineText({ writes }: BaselinePlan, examination: Examination, force: boolean): Iterable<string> | null {
  if (writes === null) return null;
  return writes === 'prune' ? examination.pruneBaseline({ force }) : examination.recordBaseline();
}

/** The verdict for who sees only standard error, and what beside the rules made the gate fail. */
function tell(call: Call, sinks: readonly Sink[], { summary, warnings }: Check): void {
  const { session } = call;
  warnBeside(call, sinks, warnings);
  for (const { message } of summary.failures) session.note({ en: `failed: ${message}`, fa: `مردود: ${message}` });
  if (sinks.some(({ file }) => file === null)) return;
  session.note({ en: verdictText(summary, 'en'), fa: verdictText(summary, 'fa') });
}
