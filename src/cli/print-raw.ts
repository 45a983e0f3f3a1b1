/** `kpi inspect --raw`: a file's table as it was read. */
import { UserError } from '../errors/user-error.js';
import { renderRaw } from '../format/render.js';
import type { Call } from './commands.js';
import { formatsFor, onlyOutput, openSink, renderOptions, write } from './print.js';
import { given, type Prepared, requireFiles } from './request.js';

/** Reads the one file of the call and prints its table; CSV unless the format or the file's ending says JSON. */
export async function printRaw(call: Call, prepared: Prepared): Promise<0> {
  const { library, files, lang, settings } = prepared;
  requireFiles(prepared, 'inspect');
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new UserError('one_file_only', { option: '--raw', n: files.length });
  const { values, session } = call;
  const output = onlyOutput(values, 'kpi inspect --raw');
  const toStream = output === undefined || output === '-' || output.startsWith('/dev/');
  const format = values.format ?? (toStream ? 'csv' : undefined);
  const sink = await openSink(
    { ...call, values: { ...values, ...given({ format }) } },
    'kpi inspect --raw',
    formatsFor('raw'),
    [file.path],
  );
  const { sheet, encoding, delimiter, maxSize } = settings;
  const progress = session.progress();
  try {
    const document = await library.raw({
      path: file.path,
      lang,
      ...given({ sheet, encoding, delimiter, maxSize }),
      onProgress: progress.update,
    });
    progress.end();
    await write(call, sink, await renderRaw(document, sink.format, renderOptions(call, sink)));
    for (const { message } of document.warnings) session.warn(message);
  } finally {
    progress.end();
  }
  return 0;
}
