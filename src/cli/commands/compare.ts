import { UserError } from '../../errors/user-error.js';
import type { Run } from '../commands.js';
import { listChanges, requireNoList } from '../list-changes.js';
import { formatsFor, openSinks, warnBeside } from '../print.js';
import { readExports, tellSources } from '../read.js';
import { langsBeside, makeDocuments, shownAs } from '../report-documents.js';
import { chosenTemplate, tellUnused, unnamedFormat, writeReport } from '../report-outputs.js';
import { compareRequest, loadRequest, prepare, requireFiles } from '../request.js';

export const run: Run = async (call) => {
  const prepared = await prepare(call, call.operands);
  const { library, files } = prepared;
  requireFiles(prepared, 'compare');
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    throw new UserError('exports_too_few', { exports: [only.path], others: [] });
  }
  const request = compareRequest(prepared);
  if (call.values.list !== undefined) return listChanges(call, prepared, request);
  requireNoList(call.values);
  library.validate({ ...request, today: prepared.today, mapping: prepared.settings.mapping.said });
  const template = await chosenTemplate(call, prepared);
  const inputs = files.map(({ path }) => path);
  const sinks = await openSinks(call, 'kpi compare', formatsFor('report'), inputs, unnamedFormat(template));
  tellUnused(call, template, sinks);
  const langs = langsBeside(call, sinks);
  const reading = { ...loadRequest(prepared), ...(request.by === undefined ? {} : { by: request.by }) };
  const { document, others } = await makeDocuments(
    call,
    { prepared, request, read: () => readExports(call, library, reading) },
    { sinks, langs },
    library.compare,
  );
  tellSources(call.session, document.sources);
  await writeReport(call, { document, sinks, template, shown: shownAs(call, prepared, others) });
  warnBeside(call, sinks, document.warnings);
  return 0;
};
