import { UserError } from '../../errors/user-error.js';
import { renderExplanation } from '../../format/render.js';
import type { Explanation } from '../../index.js';
import type { Text } from '../../locale/text.js';
import type { Call, Run } from '../commands.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from '../print.js';
import { read, readExports } from '../read.js';
import { compareRequest, loadRequest, type Prepared, prepare, reportRequest } from '../request.js';

export const run: Run = async (call) => {
  const [id = '', ...operands] = call.operands;
  const prepared = await prepare(call, operands);
  const { library, files } = prepared;
  library.requireExplainable(id, prepared.conditions.custom);
  const request = reportRequest(prepared);
  library.validate({ ...request, mapping: prepared.settings.mapping.said });
  const isCompared = files.length > 0 && library.isAboutExports(id);
  if (request.taken !== undefined && !isCompared) throw new UserError('taken_without_exports', { id });
  const inputs = files.map(({ path }) => path);
  const sink = await openSink(call, 'kpi explain', formatsFor('explanation'), inputs);
  const document = await (isCompared ? explainExports : explainFiles)(call, prepared, id);
  await write(call, sink, await renderExplanation(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  return 0;
};

async function explainFiles(call: Call, prepared: Prepared, id: string): Promise<Explanation> {
  const { session, values } = call;
  const { library, files } = prepared;
  const maxRows = values.rows === true ? 0 : values['max-rows'];
  const request = { ...reportRequest(prepared), ...(maxRows === undefined ? {} : { maxRows }) };
  const loaded = files.length === 0 ? null : await read(call, library, loadRequest(prepared));
  return session.step(explainedStep(id), () => library.explain(id, request, loaded));
}

/** What differs between exports is explained of each deal file as one. */
async function explainExports(call: Call, prepared: Prepared, id: string): Promise<Explanation> {
  const { library } = prepared;
  const loaded = await readExports(call, library, loadRequest(prepared));
  return call.session.step(explainedStep(id), () => library.explainExports(id, compareRequest(prepared), loaded));
}

function explainedStep(id: string): Text {
  return { en: `explained ${id}`, fa: `${id} توضیح داده شد` };
}
