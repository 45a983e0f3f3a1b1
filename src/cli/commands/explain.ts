import { renderExplanation } from '../../format/render.js';
import type { Run } from '../commands.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from '../print.js';
import { read } from '../read.js';
import { loadRequest, prepare, reportRequest } from '../request.js';

export const run: Run = async (call) => {
  const { values } = call;
  const [id = '', ...operands] = call.operands;
  const prepared = await prepare(call, operands);
  const { library, files } = prepared;
  library.requireExplainable(id, prepared.conditions.custom);
  const maxRows = values.rows === true ? 0 : values['max-rows'];
  const request = { ...reportRequest(prepared), ...(maxRows === undefined ? {} : { maxRows }) };
  library.validate({ ...request, mapping: prepared.settings.mapping.said });
  const inputs = files.map(({ path }) => path);
  const sink = await openSink(call, 'kpi explain', formatsFor('explanation'), inputs);
  const loaded = files.length === 0 ? null : await read(call, library, loadRequest(prepared));
  const document = await call.session.step({ en: `explained ${id}`, fa: `${id} توضیح داده شد` }, () =>
    library.explain(id, request, loaded),
  );
  await write(call, sink, await renderExplanation(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  return 0;
};
