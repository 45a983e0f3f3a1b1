import { renderCustomers } from '../../format/render.js';
import type { CustomersRequest } from '../../index.js';
import type { Run } from '../commands.js';
import { usualLimit } from '../list-length.js';
import type { OptionValues } from '../options.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from '../print.js';
import { read } from '../read.js';
import { given, loadRequest, type Prepared, prepare, reportRequest, requireFiles } from '../request.js';

export const run: Run = async (call) => {
  const { values, session } = call;
  const prepared = await prepare(call, call.operands, { reads: () => ({}) });
  const { library, files } = prepared;
  requireFiles(prepared, 'customers');
  const sink = await openSink(
    call,
    'kpi customers',
    formatsFor('customers'),
    files.map(({ path }) => path),
  );
  const request = customersRequest(prepared, values, usualLimit(sink.format));
  const { sort, ...said } = request;
  library.validate({ ...said, mapping: prepared.settings.mapping.said });
  if (sort !== undefined) library.requireCustomerColumn(sort);
  const loaded = await read(call, library, loadRequest(prepared));
  const document = await session.step({ en: 'listed the customers', fa: 'مشتریان فهرست شدند' }, () =>
    library.customers(loaded, request),
  );
  await write(call, sink, await renderCustomers(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  return 0;
};

/** What a config says of the figures and groups of reports says nothing of a list. */
function customersRequest(prepared: Prepared, values: OptionValues, limit: number): CustomersRequest {
  const {
    kpis: _,
    by: __,
    sections: ___,
    sort: ____,
    top: _____,
    targets: ______,
    ...report
  } = reportRequest(prepared);
  return {
    ...report,
    settings: { ...report.settings, ...given({ horizonMonths: values.horizon }) },
    ...given({ sort: values.sort }),
    atRisk: values['at-risk'] === true,
    limit: values.limit ?? limit,
  };
}
