import { renderInspection } from '../../format/render.js';
import type { Run } from '../commands.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from '../print.js';
import { printRaw } from '../print-raw.js';
import { read } from '../read.js';
import { given, loadRequest, prepare, requireFiles } from '../request.js';

export const run: Run = async (call) => {
  const prepared = await prepare(call, call.operands);
  if (call.values.raw === true) return printRaw(call, prepared);
  const { library, files, today, lang, settings } = prepared;
  requireFiles(prepared, 'inspect');
  library.validate({ today, mapping: settings.mapping.said });
  const inputs = files.map(({ path }) => path);
  const sink = await openSink(call, 'kpi inspect', formatsFor('inspection'), inputs);
  const loaded = await read(call, library, { ...loadRequest(prepared), allColumns: true });
  const document = await call.session.step({ en: 'looked at every column', fa: 'همه‌ی ستون‌ها دیده شد' }, () =>
    library.inspect(loaded, { today, lang, ...given({ calendar: settings.calendar }) }),
  );
  await write(call, sink, await renderInspection(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  return 0;
};
