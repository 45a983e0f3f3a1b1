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
  parts: readonly { name: string; content: Buffer; claimedSize?: number; encrypted?: boolean; stored?: boolean }[],
): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, encrypted, stored } of parts) {
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
