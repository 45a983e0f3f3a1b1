import { printable } from '../../errors/printable.js';
import { renderReport } from '../../format/render.js';
import type { Text } from '../../locale/text.js';
import type { Run } from '../commands.js';
import { formatsFor, openSinks, renderOptions, warnBeside, write } from '../print.js';
import { tellSources } from '../read.js';
import { langsBeside, makeDocuments, shownAs } from '../report-documents.js';
import { planReport } from '../report-request.js';
import { missedNote, missedTargets, requireTargets } from '../targets.js';
import { fillTemplate, readTemplate, TEMPLATE } from '../template.js';

export const run: Run = async (call) => {
  const { values, session } = call;
  const { prepared, request, reading } = await planReport(call);
  const { library, files } = prepared;
  if (values['enforce-targets'] === true) requireTargets(request);
  for (const { kpi } of values.target ?? []) if (request.kpis?.includes(kpi) === false) session.note(notLookedAt(kpi));
  const inputs = files.map(({ path }) => path);
  const template =
    prepared.settings.template === undefined
      ? null
      : await readTemplate(prepared.settings.template, session.machine.cwd);
  const unnamed = template === null ? undefined : TEMPLATE;
  const sinks = await openSinks(call, 'kpi report', formatsFor('report'), inputs, unnamed);
  if (template !== null && sinks.every(({ format }) => format !== TEMPLATE)) session.note(notUsed(template.file));
  const langs = langsBeside(call, sinks);
  const { document, others } = await makeDocuments(
    call,
    { prepared, request, reading },
    { sinks, langs },
    library.report,
  );
  tellSources(session, document.sources);
  const shown = shownAs(call, prepared, others);
  for (const sink of sinks) {
    const options = { ...renderOptions(call, sink), ...shown };
    const text =
      template !== null && sink.format === TEMPLATE
        ? await fillTemplate(template, document, options)
        : await renderReport(document, sink.format, options);
    await write(call, sink, text);
  }
  warnBeside(call, sinks, document.warnings);
  if (values['enforce-targets'] !== true) return 0;
  const missed = missedTargets(document.kpis);
  for (const entry of missed) session.note(missedNote(entry, document.currency));
  return missed.length > 0 ? 1 : 0;
};

/** A template beside outputs that all name another format. */
function notUsed(file: string): Text {
  return {
    en: `the template ${printable(file)} was not used: every output names a format`,
    fa: `الگوی ${printable(file)} به کار نرفت: هر خروجی قالبی را نام می‌برد`,
  };
}

/** A target that was typed for a figure that was not asked for. */
function notLookedAt(kpi: string): Text {
  return {
    en: `--target ${kpi} was not looked at: --kpi (or report.kpis in the config) leaves ${kpi} out`,
    fa: `--target ${kpi} دیده نشد: --kpi (یا report.kpis در تنظیمات) ${kpi} را کنار می‌گذارد`,
  };
}
