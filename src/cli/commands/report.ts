import type { Loaded, Report } from '../../index.js';
import type { Text } from '../../locale/text.js';
import type { Run } from '../commands.js';
import { formatsFor, openSinks, warnBeside } from '../print.js';
import { read, tellSources } from '../read.js';
import { langsBeside, makeDocuments, shownAs } from '../report-documents.js';
import { chosenTemplate, tellUnused, unnamedFormat, writeReport } from '../report-outputs.js';
import { inputsOf, planReport } from '../report-request.js';
import { missedNote, missedTargets, requireTargets } from '../targets.js';

export const run: Run = async (call) => {
  const { values, session } = call;
  const { prepared, request, reading } = await planReport(call, 'report', true);
  const { library } = prepared;
  if (values['enforce-targets'] === true) requireTargets(request);
  for (const { kpi } of values.target ?? []) if (request.kpis?.includes(kpi) === false) session.note(notLookedAt(kpi));
  const inputs = inputsOf(reading);
  const template = await chosenTemplate(call, prepared);
  const sinks = await openSinks(call, 'kpi report', formatsFor('report'), inputs, unnamedFormat(template));
  tellUnused(call, template, sinks);
  const langs = langsBeside(call, sinks);
  const { document, others } = await makeDocuments(
    call,
    {
      prepared,
      request,
      read: () => read(call, library, { ...reading, checksumsLater: true }),
      complete: (document: Report, loaded: Loaded) => library.withChecksums(document, loaded),
    },
    { sinks, langs },
    library.report,
  );
  tellSources(session, document.sources);
  await writeReport(call, { document, sinks, template, shown: shownAs(call, prepared, others) });
  warnBeside(call, sinks, document.warnings);
  if (values['enforce-targets'] !== true) return 0;
  const missed = missedTargets(document.kpis);
  for (const entry of missed) session.note(missedNote(entry, document.currency));
  return missed.length > 0 ? 1 : 0;
};

/** A target that was typed for a figure that was not asked for. */
function notLookedAt(kpi: string): Text {
  return {
    en: `--target ${kpi} was not looked at: --kpi (or report.kpis in the config) leaves ${kpi} out`,
    fa: `--target ${kpi} دیده نشد: --kpi (یا report.kpis در تنظیمات) ${kpi} را کنار می‌گذارد`,
  };
}
