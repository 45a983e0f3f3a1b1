import { UserError } from '../../errors/user-error.js';
import { renderDeals } from '../../format/render.js';
import type { DealsRequest } from '../../index.js';
import type { Run } from '../commands.js';
import { usualLimit } from '../list-length.js';
import type { OptionValues } from '../options.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from '../print.js';
import { read } from '../read.js';
import { given, loadRequest, type Prepared, prepare, reportRequest, requireFiles } from '../request.js';

export const run: Run = async (call) => {
  const { values, session } = call;
  // Columns that are named are known to the library only.
  const isUsual = values.columns === undefined && values.sort === undefined;
  const prepared = await prepare(call, call.operands, isUsual ? { reads: () => ({}) } : {});
  const { library, files } = prepared;
  requireFiles(prepared, 'deals');
  const sink = await openSink(
    call,
    'kpi deals',
    formatsFor('deals'),
    files.map(({ path }) => path),
  );
  const request = dealsRequest(prepared, values, usualLimit(sink.format));
  const { kpi, sort: _, ...said } = request;
  library.validate({ ...said, ...(kpi === undefined ? {} : { kpis: [kpi] }), mapping: prepared.settings.mapping.said });
  const loaded = await read(call, library, { ...loadRequest(prepared), columns: library.columnsListed(request) });
  const document = await session.step({ en: 'listed the deals', fa: 'معامله‌ها فهرست شد' }, () =>
    library.deals(loaded, request),
  );
  await write(call, sink, await renderDeals(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  return 0;
};

/** What is typed alone decides which deals these are: what a config says of reports says nothing of a list. */
function dealsRequest(prepared: Prepared, values: OptionValues, limit: number): DealsRequest {
  const { kpis: _, by: __, sections: ___, sort: ____, top: _____, ...report } = reportRequest(prepared);
  const [kpi, ...others] = values.kpi?.flat() ?? [];
  if (others.length > 0) throw new UserError('kpis_several', { command: 'kpi deals', kpis: values.kpi?.flat() ?? [] });
  const states = (['open', 'won', 'lost'] as const).filter((state) => values[state] === true);
  return {
    ...report,
    ...given({ kpi, columns: values.columns?.flat(), sort: values.sort }),
    states,
    stalled: values.stalled === true,
    overdue: values.overdue === true,
    limit: values.limit ?? limit,
  };
}
