/** From a document to the place the user wants it in, in the format that was asked for. */
import { printable } from '../errors/printable.js';
import { UserError } from '../errors/user-error.js';
import { formats } from '../format/catalogue/index.js';
import type { FormatDefinition, RenderOptions } from '../format/definition.js';
import { type DocumentKind, formatForFile } from '../format/render.js';
import { suggest } from '../locale/suggest.js';
import type { Call } from './commands.js';
import type { OptionValues } from './options.js';
import { type OutputFile, prepareOutput, writeOutput, writeStream } from './output.js';
import { isAsciiOnly, wantsColor, widthOf } from './terminal.js';

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
 * Settles format and place: `--format`, else the ending of `--output`, else a table. Throws for several outputs of a
 * command that writes one, for an unknown format or ending, for an output that is an input (exit 2), and for a place
 * that cannot be written (exit 4).
 */
export async function openSink(
  { values }: Call,
  command: string,
  known: readonly string[],
  inputs: readonly string[],
): Promise<Sink> {
  return openOne({ format: null, name: onlyOutput(values, command) ?? '-' }, values.format, { command, known, inputs });
}

/** The output of a command that has one; several are refused, for each of them may be waited for. */
export function onlyOutput({ output = [] }: OptionValues, command: string): string | undefined {
  const [first, ...others] = output;
  if (others.length > 0) throw new UserError('outputs_several', { command, files: output });
  return first;
}

/**
 * Settles format and place of every `--output`, each a file or `FORMAT=FILE`. `--format` is for those that do not name
 * theirs, and for standard output where all do; `unnamed` is for what names none at all. Throws as {@link openSink}
 * does, and for two outputs to one place.
 */
export async function openSinks(
  { values }: Call,
  command: string,
  known: readonly string[],
  inputs: readonly string[],
  unnamed?: string,
): Promise<readonly Sink[]> {
  const outputs = (values.output ?? []).map((text) => namedOutput(text, command, known));
  const toStream =
    outputs.length === 0 || (values.format !== undefined && outputs.every(({ format }) => format !== null));
  const asked = toStream ? [{ format: null, name: '-' }, ...outputs] : outputs;
  const sinks: Sink[] = [];
  for (const output of asked)
    sinks.push(await openOne(output, values.format ?? unnamed, { command, known, inputs, unnamed }));
  refuseSamePlace(sinks.map(({ file }) => file));
  return sinks;
}

interface Output {
  readonly format: string | null;
  readonly name: string;
}

/** `junit=dq.xml` → junit and dq.xml. A file whose name has such a beginning is written `./a=b.json`. */
function namedOutput(text: string, command: string, known: readonly string[]): Output {
  const [, typed, name] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
  if (typed === undefined || name === undefined) return { format: null, name: text };
  const format = formatNamed(typed, known);
  refuseUnknown(format, command, known);
  return { format, name };
}

interface Among {
  readonly command: string;
  readonly known: readonly string[];
  readonly inputs: readonly string[];
  /** What outputs that name no format are, whatever their ending. */
  readonly unnamed?: string | undefined;
}

async function openOne(
  { format: named, name }: Output,
  usual: string | undefined,
  { command, known, inputs, unnamed }: Among,
): Promise<Sink> {
  const asked = named ?? usual;
  const format = asked === undefined ? (name === '-' ? 'table' : formatOfFile(name, known)) : formatNamed(asked, known);
  if (format !== unnamed) refuseUnknown(format, command, known);
  return { format, file: name === '-' ? null : await prepareOutput(name, inputs) };
}

/** A format by its id, or by what its files end on: `md` is markdown. */
function formatNamed(typed: string, known: readonly string[]): string {
  const byEnding = formatForFile(`.${typed}`)?.id;
  return known.includes(typed) || byEnding === undefined || !known.includes(byEnding) ? typed : byEnding;
}

function refuseUnknown(format: string, command: string, known: readonly string[]): void {
  if (known.includes(format)) return;
  throw new UserError('unknown_format', { format, command, formats: known, suggestion: suggest(format, known) });
}

/** Refuses two outputs to one file or to standard output; null is the latter. */
export function refuseSamePlace(files: readonly (OutputFile | null)[]): void {
  const seen = new Set<string | null>();
  for (const file of files) {
    if (file?.direct === true) continue;
    const place = file?.path ?? null;
    if (seen.has(place)) throw new UserError('output_twice', { file: file?.name ?? '-' });
    seen.add(place);
  }
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
    ascii: isAsciiOnly(terminal, machine.env),
    folder: machine.cwd,
  };
}

/** Writes the rendered text, and says on standard error which file was written. */
export async function write({ session }: Call, { file }: Pick<Sink, 'file'>, pieces: Iterable<string>): Promise<void> {
  if (file === null) {
    await session.step({ en: 'wrote to standard output', fa: 'در خروجی استاندارد نوشته شد' }, () =>
      writeStream(session.machine.stdout, pieces),
    );
    return;
  }
  await writeOutput(file, pieces);
  if (!file.direct) session.note({ en: `wrote ${printable(file.name)}`, fa: `${printable(file.name)} نوشته شد` });
}

/** Formats for people, which carry the warnings in their text. */
const READ_BY_PEOPLE: readonly string[] = ['table', 'markdown'];

/** Warnings about what was typed: whoever typed it must see them, however long the document above is. */
const ABOUT_OPTIONS: readonly string[] = [
  'unknown_stage_said',
  'nothing_to_ignore',
  'nothing_fits',
  'value_not_there',
  'target_without_period',
  'relative_period',
];

/**
 * Repeats a document's warnings on standard error where nobody may look at the document itself: for files and for
 * formats that programs read. A table or Markdown on standard output carries them in its text; of them only those about
 * an option are repeated.
 */
export function warnBeside(
  { session }: Call,
  sinks: Sink | readonly Sink[],
  warnings: readonly { readonly code: string; readonly message: string }[],
): void {
  const read = [sinks].flat().some(({ file, format }) => file === null && READ_BY_PEOPLE.includes(format));
  for (const { code, message } of warnings) if (!read || ABOUT_OPTIONS.includes(code)) session.warn(message);
}
