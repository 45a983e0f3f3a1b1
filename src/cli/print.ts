/** From a document to the place the user wants it in, in the format that was asked for. */
import { printable } from '../errors/printable.js';
import { UserError } from '../errors/user-error.js';
import { formats } from '../format/catalogue/index.js';
import type { FormatDefinition, RenderOptions } from '../format/definition.js';
import { type DocumentKind, formatForFile } from '../format/render.js';
import { suggest } from '../locale/suggest.js';
import type { Call } from './commands.js';
import { type OutputFile, prepareOutput, writeOutput, writeStream } from './output.js';
import { wantsColor, widthOf } from './terminal.js';

/** Where to print, and how: settled before anything is read. */
export interface Sink {
  readonly format: string;
  /** Null = standard output. */
  readonly file: OutputFile | null;
}

const all: readonly FormatDefinition[] = formats;

/** The ids of the formats that a document has. */
export function formatsFor(kind: DocumentKind): readonly string[] {
  return all.filter((format) => format[kind] !== undefined).map(({ id }) => id);
}

/**
 * Settles format and place: `--format`, else the ending of `--output`, else a table. Throws for an unknown format or
 * ending, for an output that is an input (exit 2), and for a place that cannot be written (exit 4).
 */
export async function openSink(
  { values }: Call,
  command: string,
  known: readonly string[],
  inputs: readonly string[],
): Promise<Sink> {
  const name = values.output === '-' ? undefined : values.output;
  const format = values.format ?? (name === undefined ? 'table' : formatOfFile(name, known));
  if (!known.includes(format)) {
    throw new UserError('unknown_format', { format, command, formats: known, suggestion: suggest(format, known) });
  }
  return { format, file: name === undefined ? null : await prepareOutput(name, inputs) };
}

function formatOfFile(name: string, known: readonly string[]): string {
  if (name.startsWith('/dev/')) return 'table'; // a device has no ending
  const found = formatForFile(name)?.id;
  if (found === undefined || !known.includes(found))
    throw new UserError('unknown_file_ending', { file: name, formats: known });
  return found;
}

/** How to render for a sink: a file has no colour, and is as wide as COLUMNS says. */
export function renderOptions({ session }: Call, sink: Sink): RenderOptions {
  const { machine, manner } = session;
  const terminal = sink.file === null ? machine.stdout : {};
  return {
    lang: session.lang(),
    color: sink.file === null && wantsColor(terminal, machine.env, manner.noColor),
    width: widthOf(terminal, machine.env),
  };
}

/** Writes the rendered text, and says on standard error which file was written. */
export async function write({ session }: Call, sink: Sink, pieces: Iterable<string>): Promise<void> {
  if (sink.file === null) {
    await writeStream(session.machine.stdout, pieces);
    return;
  }
  const { name } = sink.file;
  await writeOutput(sink.file, pieces);
  if (!sink.file.direct) session.note({ en: `wrote ${printable(name)}`, fa: `${printable(name)} نوشته شد` });
}

/**
 * Repeats a document's warnings on standard error where nobody may look at the document itself: for files and for
 * JSON. A table or Markdown on standard output carries them in its text.
 */
export function warnBeside({ session }: Call, sink: Sink, warnings: readonly { readonly message: string }[]): void {
  if (sink.file === null && sink.format !== 'json') return;
  for (const { message } of warnings) session.warn(message);
}
