import { createHash } from 'node:crypto';
import { UserError } from '../errors/user-error.js';
import type { ByteSource } from './bytes.js';
import { createDecoder, decoded } from './decode.js';
import { separatorLine } from './delimiter.js';
import { delimiterText, detectDialect, readDialect } from './dialect.js';
import { createUtf8Check, type Encoding, encodingOfDamagedText, encodingOfStart, namedEncoding } from './encoding.js';
import type { OpenOptions, OpenTable, ReadFinding } from './raw-table.js';
import { openRows, type RowSource } from './table.js';

/**
 * Opens delimited text: encoding, delimiter, header. The file is read once to the end here (encoding and checksum),
 * and again by every `read()`, in pieces.
 *
 * @throws UserError empty_file, unknown_encoding, not_a_table, unreadable, changed_while_reading
 */
export async function openCsv(source: ByteSource, options: OpenOptions): Promise<OpenTable> {
  const { encoding, sha256 } = await survey(source, options.encoding);
  const start = createDecoder(encoding.name)(source.start, source.startIsAll);
  const separator = separatorLine(start);
  const body = separator === null ? start : start.slice(separator.length);
  const dialect = detectDialect(body, source.startIsAll, options.delimiter ?? separator?.delimiter);
  const skipped = separator?.length ?? 0;

  const rows: RowSource = {
    raggedRows: true,
    sha256: () => sha256,
    async each(visit, log) {
      let seen = 0;
      const content = source.content((raw) => {
        seen += raw.length;
        options.onProgress?.(seen, source.size);
      });
      const texts = withoutStart(decoded(content, encoding.name), skipped);
      const tooLong = (): never => {
        const looksLike = { en: 'one endless line', fa: 'یک سطر بی‌پایان' };
        throw new UserError('not_a_table', { file: source.file, looksLike }, { file: source.file });
      };
      await readDialect(texts, dialect, { firstLine: skipped > 0 ? 2 : 1, tooLong }, log, visit);
      await source.assertUnchanged();
    },
  };
  const findings: ReadFinding[] = encoding.guessed
    ? [{ code: 'encoding_guessed', count: 1, places: [], detail: encoding.name }]
    : [];
  const { file } = source;
  const delimiter = delimiterText(dialect);
  return openRows(
    { file, format: 'csv', sheet: null, encoding: encoding.name, delimiter, sheets: [], rows, findings },
    options,
  );
}

/** One pass over the whole file: its checksum, and its encoding unless it is named or says so at its start. */
async function survey(source: ByteSource, named?: string): Promise<{ encoding: Encoding; sha256: string }> {
  const hash = createHash('sha256');
  const known = named === undefined ? encodingOfStart(source.start) : namedEncoding(named);
  const utf8 = createUtf8Check();
  for await (const piece of source.content((raw) => hash.update(raw))) if (known === null) utf8.add(piece);
  await source.assertUnchanged();
  const sha256 = hash.digest('hex');
  if (known !== null) return { encoding: known, sha256 };
  if (utf8.valid()) return { encoding: { name: 'utf-8', guessed: false }, sha256 };
  return { encoding: await encodingOfDamagedText(source.content()), sha256 };
}

async function* withoutStart(texts: AsyncIterable<string>, length: number): AsyncGenerator<string, void, undefined> {
  let left = length;
  for await (const text of texts) {
    const rest = left === 0 ? text : text.slice(left);
    left -= text.length - rest.length;
    if (rest !== '') yield rest;
  }
}
