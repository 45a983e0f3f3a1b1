import { UserError } from '../errors/user-error.js';
import type { ByteSource } from './bytes.js';
import { decoded, decodedStart } from './decode.js';
import { separatorLine } from './delimiter.js';
import { delimiterText, detectDialect, isPlain, readDialect } from './dialect.js';
import {
  createUtf8Check,
  type Encoding,
  encodingOfDamagedText,
  encodingOfStart,
  namedEncoding,
  utf8OfStart,
} from './encoding.js';
import type { OpenOptions, OpenTable, RawTable, ReadFinding } from './raw-table.js';
import { openRows, type RowSource } from './table.js';
import { type Assumption, assumed, type Checksum, createChecksum, followed } from './text-pieces.js';

/**
 * Opens delimited text: encoding, delimiter, header. Every `read()` goes through the file in pieces: from the bytes
 * into columns where they are plain CSV in UTF-8, else through the reference reader. The file is read to its end here
 * only if its beginning does not settle its encoding; one that begins in ASCII is taken for UTF-8, and opened again if
 * it turns out to be something else.
 *
 * @throws UserError empty_file, unknown_encoding, not_a_table, unreadable, changed_while_reading
 */
export async function openCsv(source: ByteSource, options: OpenOptions): Promise<OpenTable> {
  const text: Omit<TextInput, 'encoding' | 'assumption'> = { source, options, checksum: createChecksum() };
  const settled = async () => openText({ ...text, encoding: await survey(source, text.checksum), assumption: null });
  const told = options.encoding === undefined ? encodingOfStart(source.start) : namedEncoding(options.encoding);
  const encoding = told ?? utf8OfStart(source.start, source.startIsAll);
  if (encoding !== null) return openText({ ...text, encoding, assumption: null });

  const assumption: Assumption = { takes: 'ascii', holds: true };
  const likely = await openText({ ...text, encoding: { name: 'utf-8', guessed: false }, assumption });
  if (!assumption.holds) return settled();
  assumption.takes = 'utf-8';
  const reading = async (read: (table: OpenTable) => Promise<RawTable>): Promise<RawTable> => {
    const table = assumption.holds ? await read(likely) : null;
    return table !== null && assumption.holds ? table : read(await settled());
  };
  return {
    head: likely.head,
    read: (columns, values) => reading((table) => table.read(columns, values)),
    readWritten: () => reading((table) => table.readWritten()),
  };
}

interface TextInput {
  readonly source: ByteSource;
  readonly options: OpenOptions;
  readonly checksum: Checksum;
  readonly encoding: Encoding;
  /** What the encoding rests on, until all bytes were seen; null when it is sure. */
  readonly assumption: Assumption | null;
}

function openText({ source, options, checksum, encoding, assumption }: TextInput): Promise<OpenTable> {
  const { file, size } = source;
  const start = decodedStart(source.start, source.startIsAll, encoding.name, BEGINNING);
  const separator = separatorLine(start);
  const body = separator === null ? start : start.slice(separator.length);
  const seen = body.slice(0, DIALECT_SAMPLE);
  const isAll = source.startIsAll && seen.length === body.length && start.length <= BEGINNING;
  const dialect = detectDialect(seen, isAll, options.delimiter ?? separator?.delimiter);
  const skipped = separator?.length ?? 0;
  const firstLine = skipped > 0 ? 2 : 1;
  const content = () => followed(source, checksum, options.onProgress);
  let pending: Promise<string> | null = null;
  /** What another thread takes, or failing that a pass of its own. */
  const later = (sha256: Promise<string | null>): void => {
    pending = sha256.then((found) => found ?? sha256Of(source));
    // A failure is thrown where the checksum is asked for, which may be never.
    pending.catch(() => {});
  };

  // Rows that are read again wait for nothing.
  let { meanwhile } = options;
  const rows: RowSource = {
    raggedRows: true,
    slicedTexts: true,
    sha256: () => checksum.sha256 ?? '',
    laterSha256: () => (checksum.sha256 === null ? pending : null),
    async each(visit, log) {
      const pieces = assumption === null ? content() : assumed(content(), assumption);
      const texts = inSlices(withoutStart(decoded(pieces, encoding.name), skipped));
      const tooLong = (): never => {
        throw new UserError('not_a_table', { file, looksLike: 'endless_line' }, { file });
      };
      await readDialect(texts, dialect, { firstLine, tooLong }, log, visit);
      await source.assertUnchanged();
    },
  };
  const { delimiter } = dialect;
  if (encoding.name === 'utf-8' && isPlain(dialect)) {
    rows.contents = async (layout, score) => {
      const { isByteDelimiter, readFast } = await import('./fast-csv.js');
      if (!isByteDelimiter(delimiter)) return null;
      const skip = markLength(source.start) + Buffer.byteLength(start.slice(0, skipped));
      const { onProgress, thread } = options;
      const input = { source, checksum, onProgress, skip, later, thread, meanwhile };
      meanwhile = undefined;
      const table = await readFast(input, { ...layout, delimiter, firstLine, size }, score);
      await source.assertUnchanged();
      return table;
    };
  }
  const findings: ReadFinding[] = encoding.guessed
    ? [
        {
          code: encoding.unknown ? 'encoding_unknown' : 'encoding_guessed',
          count: 1,
          places: [],
          detail: encoding.name,
        },
      ]
    : [];
  const { name } = encoding;
  return openRows(
    { file, format: 'csv', sheet: null, encoding: name, delimiter: delimiterText(dialect), sheets: [], rows, findings },
    options,
  );
}

/** Characters that tell a file's dialect: some hundred records. */
const DIALECT_SAMPLE = 64 * 1024;
/** With an instruction such as `sep=;` before it. */
const BEGINNING = DIALECT_SAMPLE + 1024;

/** One pass over the whole file: its encoding, and its checksum. */
async function survey(source: ByteSource, checksum: Checksum): Promise<Encoding> {
  const utf8 = createUtf8Check();
  for await (const piece of followed(source, checksum)) utf8.add(piece);
  await source.assertUnchanged();
  if (utf8.valid()) return { name: 'utf-8', guessed: false };
  return encodingOfDamagedText(source.content());
}

async function sha256Of(source: ByteSource): Promise<string> {
  const checksum = createChecksum();
  for await (const _ of followed(source, checksum));
  return checksum.sha256 ?? '';
}

/** Bytes of a UTF-8 byte order mark. */
function markLength(start: Uint8Array): number {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
}

async function* withoutStart(texts: AsyncIterable<string>, length: number): AsyncGenerator<string, void, undefined> {
  let left = length;
  for await (const text of texts) {
    const rest = left === 0 ? text : text.slice(left);
    left -= text.length - rest.length;
    if (rest !== '') yield rest;
  }
}

/** Characters handed on at once: a visitor who wants the first rows only need not wait for a whole piece of the file. */
const SLICE = 64 * 1024;

async function* inSlices(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  for await (const text of texts) {
    for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
  }
}
