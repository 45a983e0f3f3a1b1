import { UserError } from '../errors/user-error.js';
import { type ByteSource, openBytes, PIECE } from './bytes.js';
import { openCsv } from './csv.js';
import type { OpenOptions, OpenTable } from './raw-table.js';
import { sizeLimits } from './size-limits.js';
import { sniff } from './sniff.js';

/**
 * Opens a file as a table, by what it is and not by its name: delimited text in any common encoding, Excel and
 * OpenDocument workbooks, HTML that calls itself .xls, any of them in gzip or alone in a ZIP archive. `-` is standard
 * input; pipes work.
 *
 * @throws UserError file_not_found, is_directory, unreadable, damaged_gzip, empty_file, not_a_table,
 * encrypted_workbook, damaged_workbook, encrypted_archive, damaged_archive, several_tables, sheet_not_found,
 * unknown_encoding, changed_while_reading, too_large
 */
export async function openTable(path: string, options: OpenOptions): Promise<OpenTable> {
  return openSource(await openBytes(path, PIECE, sizeLimits(options.maxSize)), options);
}

/** The same for an input that is open already. */
export function openSource(source: ByteSource, options: OpenOptions): Promise<OpenTable> {
  return openContent(source, options, false);
}

/** @param unpacked the source stood in an archive: another archive in it is not opened, so that there is an end */
async function openContent(source: ByteSource, options: OpenOptions, unpacked: boolean): Promise<OpenTable> {
  const { file } = source;
  const content = sniff(source.start);
  switch (content.kind) {
    case 'csv':
      return openCsv(source, options);
    case 'empty':
      throw new UserError('empty_file', { file, sheet: null }, { file });
    case 'other':
      throw new UserError('not_a_table', { file, looksLike: content.looksLike }, { file });
    case 'zip': {
      const { tableInArchive } = await import('./archive.js');
      const table = unpacked || startsLikeWorkbook(source.start) ? null : await tableInArchive(source);
      if (table !== null) return openContent(table, options, true);
      const { openWorkbook } = await import('./excel.js');
      return openWorkbook(source, content.kind, options);
    }
    default: {
      const { openWorkbook } = await import('./excel.js');
      return openWorkbook(source, content.kind, options);
    }
  }
}

/** Whether the first entry of an archive is one that workbooks begin with, so that its directory need not be read. */
function startsLikeWorkbook(start: Uint8Array): boolean {
  const name = new TextDecoder('latin1').decode(start.subarray(30, 60));
  return /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|mimetypeapplication)/.test(name);
}
