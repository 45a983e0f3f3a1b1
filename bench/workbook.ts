/**
 * Workbooks of invented deals of any size, as Excel writes them: shared strings, dates and amounts with their number
 * formats. The same count gives the same bytes. Written in pieces.
 */
import { mkdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { FILES, mulberry32 } from './generate.js';

const HEADER = [
  'Deal ID',
  'Deal Name',
  'Account Name',
  'Owner',
  'Region',
  'Source',
  'Stage',
  'Amount',
  'Currency',
  'Created Date',
  'Closed Date',
  'Expected Close Date',
] as const;

const SEED = 20_240_613;
const OWNERS = 200;
const REGIONS = ['North', 'South', 'East', 'West', 'Centre'];
const SOURCES = ['Web', 'Referral', 'Event', 'Outbound', 'Partner', 'Inbound call'];
const OPEN_STAGES = ['Qualification', 'Needs Analysis', 'Proposal', 'Negotiation'];
/** 2022-01-01 and 2025-12-31 as Excel's days: the range of creation dates and the snapshot. */
const FIRST_DAY = 44_562;
const SNAPSHOT = 46_022;
const MONEY = 1;
const DATE = 2;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Where the workbook of a size lies. */
export function workbookOf(rows: number): string {
  return `${FILES}/deals-${rows}.xlsx`;
}

export async function generateWorkbook(rows: number, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    const strings = new Map<string, number>();
    const archive = createArchive(handle);
    await archive.add('[Content_Types].xml', [contentTypes()]);
    await archive.add('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]);
    await archive.add('xl/workbook.xml', [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ]);
    await archive.add('xl/_rels/workbook.xml.rels', [
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ]);
    await archive.add('xl/styles.xml', [styles()]);
    await archive.add('xl/worksheets/sheet1.xml', sheet(rows, strings));
    await archive.add('xl/sharedStrings.xml', stringTable(strings));
    await archive.finish();
  } finally {
    await handle.close();
  }
}

function* sheet(rows: number, strings: Map<string, number>): Generator<string> {
  const random = mulberry32(SEED);
  const customers = Math.max(10, Math.round(rows / 18));
  let piece = `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${rows + 1}"/><sheetData>`;
  const row = (number: number, cells: readonly (string | number | null)[]): void => {
    piece += `<row r="${number}" spans="1:12">`;
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const at = `<c r="${String.fromCharCode(65 + column)}${number}"`;
      if (typeof cell === 'number') piece += `${at} s="${column === 7 ? MONEY : DATE}"><v>${cell}</v></c>`;
      else {
        let index = strings.get(cell);
        if (index === undefined) {
          index = strings.size;
          strings.set(cell, index);
        }
        piece += `${at} t="s"><v>${index}</v></c>`;
      }
    });
    piece += '</row>';
  };
  row(1, HEADER);
  for (let index = 0; index < rows; index++) {
    row(index + 2, deal(index, customers, random));
    if (piece.length < 1 << 18) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function deal(index: number, customers: number, random: () => number): (string | number | null)[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const created = FIRST_DAY + Math.floor(random() * (SNAPSHOT - FIRST_DAY));
  const closed = created + Math.floor(5 + random() * random() * 280);
  const won = random() < 0.42;
  const isOpen = closed > SNAPSHOT;
  return [
    `D-${String(index + 1).padStart(8, '0')}`,
    `Order ${Math.floor(random() * 90_000)} for plant ${Math.floor(random() * 300)}`,
    `Customer ${Math.floor(random() * random() * customers) + 1}`,
    `Rep ${Math.floor(random() * OWNERS) + 1}`,
    pick(REGIONS),
    pick(SOURCES),
    isOpen ? pick(OPEN_STAGES) : won ? 'Closed Won' : 'Closed Lost',
    // Two per cent of the amounts are missing.
    random() < 0.02 ? null : (200 + Math.floor(random() ** 3 * 9_000_000)) / 100,
    'USD',
    created,
    isOpen ? null : closed,
    isOpen ? closed : null,
  ];
}

function* stringTable(strings: ReadonlyMap<string, number>): Generator<string> {
  let piece = `${XML}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) {
    piece += `<si><t>${text}</t></si>`;
    if (piece.length < 1 << 18) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sst>`;
}

function styles(): string {
  const plain = '<font/>';
  // Excel's own two, which readers expect.
  const fills = ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`).join('');
  const formats = [0, 4, 14].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`);
  return `${XML}<styleSheet xmlns="${MAIN}"><fonts>${plain}</fonts><fills>${fills}</fills><borders><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${formats.join('')}</cellXfs></styleSheet>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
    ['/xl/sharedStrings.xml', 'sharedStrings'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${CONTENT}.${type}+xml"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

/** A ZIP archive written from front to back; sizes are filled in when a part is done. */
function createArchive(handle: FileHandle) {
  const directory: Buffer[] = [];
  let parts = 0;
  let at = 0;
  return {
    async add(name: string, pieces: Iterable<string>): Promise<void> {
      const path = Buffer.from(name);
      const offset = at;
      at += 30 + path.length;
      const deflate = createDeflateRaw({ level: 6 });
      let size = 0;
      let sum = 0;
      const feeding = (async () => {
        for (const piece of pieces) {
          const bytes = Buffer.from(piece);
          size += bytes.length;
          sum = crc32(bytes, sum);
          if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', resolve));
        }
        deflate.end();
      })();
      const start = at;
      for await (const packed of deflate as AsyncIterable<Buffer>) {
        await handle.write(packed, 0, packed.length, at);
        at += packed.length;
      }
      await feeding;
      // Version, flags, method, time and date (1 January 1980), checksum, sizes, length of the name: in both headers.
      const facts = Buffer.alloc(26);
      facts.writeUInt16LE(20, 0);
      facts.writeUInt16LE(8, 4);
      facts.writeUInt16LE(0x21, 8);
      facts.writeUInt32LE(sum, 10);
      facts.writeUInt32LE(at - start, 14);
      facts.writeUInt32LE(size, 18);
      facts.writeUInt16LE(path.length, 22);
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path]);
      await handle.write(local, 0, local.length, offset);
      const entry = Buffer.alloc(46);
      entry.write('PK\x01\x02', 'latin1');
      facts.copy(entry, 6);
      entry.writeUInt32LE(offset, 42);
      directory.push(entry, path);
      parts++;
    },
    async finish(): Promise<void> {
      const list = Buffer.concat(directory);
      const end = Buffer.alloc(22);
      end.write('PK\x05\x06', 'latin1');
      end.writeUInt16LE(parts, 8);
      end.writeUInt16LE(parts, 10);
      end.writeUInt32LE(list.length, 12);
      end.writeUInt32LE(at, 16);
      const tail = Buffer.concat([list, end]);
      await handle.write(tail, 0, tail.length, at);
    },
  };
}
