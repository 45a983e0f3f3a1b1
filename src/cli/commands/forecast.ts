import { monthsUpTo, wholeWithin } from '../../config/flag-values.js';
import { renderReport } from '../../format/render.js';
import type { ForecastRequest } from '../../index.js';
import type { Call, Run } from '../commands.js';
import { formatsFor, openSinks, renderOptions, warnBeside, write } from '../print.js';
import { read, tellSources } from '../read.js';
import { langsBeside, makeDocuments, shownAs } from '../report-documents.js';
import { given, loadRequest, type Prepared, prepare, reportRequest, requireFiles } from '../request.js';

/** Beyond it everything is new business, and the past of hardly any file tells how well that is foreseen. */
const MOST_MONTHS = 36;

export const run: Run = async (call) => {
  const prepared = await prepare(call, call.operands, { reads: () => given({ by: call.values.by }) });
  const { library, files } = prepared;
  requireFiles(prepared, 'forecast');
  const request = forecastRequest(call, prepared);
  library.validate({ ...request, mapping: prepared.settings.mapping.said });
  const inputs = files.map(({ path }) => path);
  const sinks = await openSinks(call, 'kpi forecast', formatsFor('report'), inputs);
  const langs = langsBeside(call, sinks);
  const reading = { ...loadRequest(prepared), ...given({ by: request.by }) };
  const plan = { prepared, request, read: () => read(call, library, reading) };
  const { document, others } = await makeDocuments(call, plan, { sinks, langs }, library.forecast);
  tellSources(call.session, document.sources);
  for (const sink of sinks) {
    const options = { ...renderOptions(call, sink), ...shownAs(call, prepared, others) };
    await write(call, sink, await renderReport(document, sink.format, options));
  }
  warnBeside(call, sinks, document.warnings);
  return 0;
};

/** What a config says of the figures and groups of reports says nothing of a forecast; what they should be, it does. */
function forecastRequest({ values }: Call, prepared: Prepared): ForecastRequest {
  const { horizon } = values;
  if (horizon !== undefined) wholeWithin(1, MOST_MONTHS, monthsUpTo(MOST_MONTHS))(String(horizon), '--horizon');
  const { kpis: _, by: __, sections: ___, sort: ____, top: _____, grain: ______, ...report } = reportRequest(prepared);
  return { ...report, ...given({ by: values.by, forecastHorizon: horizon ?? report.forecastHorizon }) };
}
