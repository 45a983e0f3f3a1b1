/** `kpi compare --list`: the deals that changed, before and after. */
import { UserError } from '../errors/user-error.js';
import { renderChangedDeals } from '../format/render.js';
import type { ChangedDealsRequest, CompareRequest } from '../index.js';
import type { Call } from './commands.js';
import { usualLimit } from './list-length.js';
import type { OptionValues } from './options.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from './print.js';
import { readExports } from './read.js';
import { given, loadRequest, type Prepared } from './request.js';

/** What shapes a report, and a list has nothing of. */
const OF_REPORTS = ['by', 'detail', 'template'] as const;
/** What shapes a list. */
const OF_LISTS = ['sort', 'limit'] as const;

/** Refuses what only a list takes, where none is asked for. */
export function requireNoList(values: OptionValues): void {
  const [alone] = OF_LISTS.filter((name) => values[name] !== undefined);
  if (alone !== undefined) throw new UserError('option_needs', { option: `--${alone}`, needs: '--list' });
}

/** Reads the exports of the call and prints the deals that are asked for. */
export async function listChanges(call: Call, prepared: Prepared, comparison: CompareRequest): Promise<0> {
  const { values, session } = call;
  const { library, files, settings } = prepared;
  for (const name of OF_REPORTS) {
    if (values[name] !== undefined) throw new UserError('options_exclude', { one: `--${name}`, other: '--list' });
  }
  const sink = await openSink(
    call,
    'kpi compare --list',
    formatsFor('comparison'),
    files.map(({ path }) => path),
  );
  const { by: _, ...asked } = comparison;
  const request: ChangedDealsRequest = {
    ...asked,
    list: (values.list ?? []).flat(),
    ...given({ sort: values.sort }),
    limit: values.limit ?? usualLimit(sink.format),
  };
  library.validate({ ...asked, today: prepared.today, mapping: settings.mapping.said });
  library.requireChangedPeriod(request.list, request.period);
  if (request.sort !== undefined) library.requireChangedColumn(request.sort);
  const loaded = await readExports(call, library, loadRequest(prepared));
  const document = await session.step({ en: 'listed the deals', fa: 'معامله‌ها فهرست شد' }, () =>
    library.changedDeals(loaded, request),
  );
  await write(call, sink, await renderChangedDeals(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  return 0;
}
