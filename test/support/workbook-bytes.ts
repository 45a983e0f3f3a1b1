import { crc32, deflateRawSync } from 'node:zlib';
import * as xlsx from 'xlsx';

/** A workbook's bytes from rows of values per sheet, written by SheetJS. */
export function workbookBytes(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[] | xlsx.WorkSheet>>,
  options: { readonly bookType?: xlsx.BookType; readonly date1904?: boolean; readonly hidden?: readonly string[] } = {},
): Buffer {
  const workbook = xlsx.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = Array.isArray(rows)
      ? xlsx.utils.aoa_to_sheet(rows as unknown[][], { cellDates: true, UTC: true })
      : rows;
    xlsx.utils.book_append_sheet(workbook, sheet as xlsx.WorkSheet, name);
  }
  workbook.Workbook = {
    WBProps: { date1904: options.date1904 ?? false },
    Sheets: workbook.SheetNames.map((name) => ({ name, Hidden: options.hidden?.includes(name) ? 1 : 0 })),
  };
  return xlsx.write(workbook, { type: 'buffer', bookType: options.bookType ?? 'xlsx' }) as Buffer;
}

/** The same workbook with parts of its XML changed. */
export function patched(bytes: Buffer, edits: Readonly<Record<string, (xml: string) => string>>): Buffer {
  const archive = xlsx.CFB.read(bytes, { type: 'buffer' });
  for (const [path, edit] of Object.entries(edits)) {
    const entry = xlsx.CFB.find(archive, path);
    if (entry === null) throw new Error(`the workbook has no part ${path}`);
    const before = Buffer.from(entry.content as Uint8Array).toString('utf8');
    const after = edit(before);
    if (after === before) throw new Error(`nothing to change in ${path}`);
    entry.content = Buffer.from(after);
    entry.size = entry.content.length;
  }
  return xlsx.CFB.write(archive, { fileType: 'zip', type: 'buffer', compression: true }) as Buffer;
}

/** An archive written by hand, so that its directory can lie. */
export function zip(
  parts: readonly {
    name: string;
    content: Buffer;
    claimedSize?: number;
    encrypted?: boolean;
    stored?: boolean;
    /** The directory has its numbers in fields of 64 bits. */
    zip64?: boolean;
  }[],
): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, encrypted, stored, zip64 } of parts) {
    const packed = stored === true ? content : deflateRawSync(content);
    const path = Buffer.from(name);
    const sizes = Buffer.alloc(30);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(encrypted ? 1 : 0, 2);
    sizes.writeUInt16LE(stored === true ? 0 : 8, 4);
    sizes.writeUInt32LE(crc32(content), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(claimedSize ?? content.length, 18);
    sizes.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), sizes.subarray(0, 26), path, packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    sizes.copy(entry, 6, 0, 24);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, path);
    if (zip64 === true) {
      const extra = Buffer.alloc(28);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      [content.length, packed.length, offset].forEach((number, index) => {
        extra.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
      });
      for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field);
      entry.writeUInt16LE(extra.length, 30);
      directory.push(extra);
    }
    files.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What an .xlsx written by hand is made of; the rest of its parts is the least that programs accept. */
export interface XlsxParts {
  /** XML of the sheets by name, or just what stands in `sheetData`. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands in `sst`. */
  readonly strings?: string;
  /** Number formats of the styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  /** Parts to add, or to write in place of those made here. */
  readonly others?: Readonly<Record<string, string | Buffer>>;
}

/** An .xlsx whose XML is written by hand, so that it can be as other programs write it, or as none should. */
export function xlsxBytes({ sheets, strings, formats = [], date1904 = false, others = {} }: XlsxParts): Buffer {
  const names = Object.keys(sheets);
  const parts = new Map<string, string | Buffer>();
  parts.set('[Content_Types].xml', contentTypes(names.length));
  parts.set('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  const tabs = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  parts.set(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr date1904="${date1904}"/><sheets>${tabs.join('')}</sheets></workbook>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  const own = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`);
  const styles = ['<xf/>', ...formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`)];
  parts.set(
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
  );
  parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings ?? ''}</sst>`);
  names.forEach((name, index) => {
    const xml = sheets[name] ?? '';
    parts.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      /^<(row|c|$)/.test(xml) || xml === ''
        ? `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`
        : xml,
    );
  });
  for (const [name, content] of Object.entries(others)) parts.set(name, content);
  return zip([...parts].map(([name, content]) => ({ name, content: Buffer.from(content as string) })));
}

/** The same archive, its directory claiming something else of a part. */
export function claiming(archive: Buffer, part: string, what: 'crc' | 'size', value: number): Buffer {
  const bytes = Buffer.from(archive);
  // The last place where the name stands is the directory; an entry's name has 46 bytes of facts before it.
  const entry = bytes.lastIndexOf(part) - 46;
  bytes.writeUInt32LE(value, entry + (what === 'crc' ? 16 : 24));
  return bytes;
}

/** A text as XML has it between tags or in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const list = [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ['xl/sharedStrings.xml', 'sharedStrings'],
    ...Array.from({ length: sheets }, (_, index) => [`xl/worksheets/sheet${index + 1}.xml`, 'worksheet']),
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${CONTENT}.${type}+xml"/>`);
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`;
}
