import { printSize } from '../byte-size.js';

/** Why an archive or a workbook cannot be read, to follow "…: ". */
export const DAMAGE = {
  ends_early: () => 'it ends early or is damaged',
  too_many_parts: () => 'it has more than 10,000 parts',
  parts_overlap: () => 'its parts overlap',
  unpacks_too_large: ({ most }: { /** Bytes. */ readonly most: number }) =>
    `it unpacks to more than ${printSize(most)} (--max-size raises this limit)`,
  sheet_too_large: () => 'one sheet of it unpacks to more than 512 MiB',
  unpacks_too_far: () =>
    'it unpacks to more than 200 times its size, as no workbook does (--max-size raises this limit)',
  declares_type: () => 'it contains a document type declaration (DOCTYPE), which no workbook needs',
  part_damaged: ({ part }: { readonly part: string }) => `its part "${part}" is damaged or incomplete`,
  entry_damaged: ({ name }: { readonly name: string }) => `"${name}" in it is damaged or incomplete`,
  packed_otherwise: ({ name }: { readonly name: string }) => `"${name}" in it is packed in a way other than deflate`,
  endless: () => 'reading it does not come to an end, so it is damaged',
  reader_says: ({ message }: { readonly message: string }) => `the reader says "${message}"`,
  parts_do_not_fit: () => 'its parts do not fit together as those of a workbook must',
  sheet_damaged: ({ sheet }: { readonly sheet: string }) => `its sheet "${sheet}" is damaged`,
  repeats_too_often: () => 'its repeated rows and cells stand for more than a sheet can hold',
} as const;

/** What a file is that is no table, to follow "it looks like ". */
export const LOOKS_LIKE = {
  jpeg: 'a JPEG image',
  png: 'a PNG image',
  gif: 'a GIF image',
  pdf: 'a PDF document',
  rar: 'a RAR archive',
  seven_zip: 'a 7-Zip archive',
  bzip2: 'a bzip2 archive',
  zstd: 'a zstd archive',
  xz: 'an xz archive',
  parquet: 'a Parquet file',
  sqlite: 'an SQLite database',
  program: 'a program',
  binary: 'binary data',
  json: 'a JSON document',
  xml: 'an XML document',
  web_page: 'a web page without a table',
  zip: 'a ZIP archive',
  zip_without_table: 'a ZIP archive without a table',
  nested_zip: 'a ZIP archive with another one inside',
  endless_line: 'one endless line',
} as const;
