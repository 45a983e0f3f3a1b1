import { UserError } from '../errors/user-error.js';
import { type ByteSource, openBytes } from './bytes.js';
import { openCsv } from './csv.js';
import type { OpenOptions, OpenTable } from './raw-table.js';
import { sniff } from './sniff.js';

/**
 * Opens a file as a table, by what it is and not by its name: delimited text in any common encoding, Excel and
 * OpenDocument workbooks, HTML that calls itself .xls, any of them in gzip. `-` is standard input; pipes work.
 *
 * @throws UserError file_not_found, is_directory, unreadable, damaged_gzip, empty_file, not_a_table,
 * encrypted_workbook, damaged_workbook, sheet_not_found, unknown_encoding, changed_while_reading
 */
export async function openTable(path: string, options: OpenOptions): Promise<OpenTable> {
  return openSource(await openBytes(path), options);
}

/** The same for an input that is open already. */
export async function openSource(source: ByteSource, options: OpenOptions): Promise<OpenTable> {
  const { file } = source;
  const content = sniff(source.start);
  switch (content.kind) {
    case 'csv':
      return openCsv(source, options);
    case 'empty':
      throw new UserError('empty_file', { file, sheet: null }, { file });
    case 'other':
      throw new UserError('not_a_table', { file, looksLike: content.looksLike }, { file });
    default: {
      const { openWorkbook } = await import('./excel.js');
      return openWorkbook(source, content.kind, options);
    }
  }
}
