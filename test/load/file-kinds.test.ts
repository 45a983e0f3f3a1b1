import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';
import type { RawTable } from '../../src/load/raw-table.js';
import { cellText } from '../../src/model/text-column.js';
import { BOM, encoded } from '../support/encode.js';
import { workbookBytes } from '../support/workbook-bytes.js';

/* Every kind of file that CRMs and spreadsheets write, and every encoding, with the same deals in it. */

async function read(bytes: Uint8Array): Promise<RawTable> {
  return (await openSource(await bytesSource('deals', bytes), {})).read();
}

function linesOf(table: RawTable): string[] {
  const rows = Array.from({ length: table.size }, (_, row) =>
    table.columns.map((column) => (column === undefined ? '·' : cellText(column, row))),
  );
  return [table.head.columns, ...rows].map((cells) => cells.join('|'));
}

const DEALS = [
  ['id', 'name', 'amount', 'closed'],
  ['D1', 'شرکت پارس', '1200', '2025-01-10'],
  ['D2', 'Café Müller, Graz', '800.5', '2025-02-11'],
];
const LINES = DEALS.map((cells) => cells.join('|'));
const delimited = (delimiter: string): string =>
  DEALS.map((cells) => cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join('\n');
const VALUES = DEALS.map((cells, row) => cells.map((cell, column) => (row > 0 && column === 2 ? Number(cell) : cell)));
const workbook = (bookType: xlsx.BookType): Buffer => workbookBytes({ Deals: VALUES }, { bookType });
const HTML = `<html><head><meta charset="utf-8"></head><body><table>${DEALS.map(
  (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
).join('')}</table></body></html>`;

const KINDS: readonly (readonly [string, Uint8Array])[] = [
  ['.csv', Buffer.from(delimited(','))],
  ['.csv with semicolons', Buffer.from(delimited(';'))],
  ['.tsv', Buffer.from(delimited('\t'))],
  ['.txt with pipes', Buffer.from(delimited('|'))],
  ['.csv with sep=', Buffer.from(`sep=;\n${delimited(';')}`)],
  ['.xlsx', workbook('xlsx')],
  ['.xlsm', workbook('xlsm')],
  ['.xlsb', workbook('xlsb')],
  ['.xls of Excel 97', workbook('biff8')],
  ['.ods', workbook('ods')],
  ['HTML saved as .xls', Buffer.from(HTML)],
  ['XML saved as .xls', workbook('xlml')],
];

describe('a file of any kind is read as the same table', () => {
  it.each(KINDS)('%s', async (_, bytes) => {
    expect(linesOf(await read(bytes))).toEqual(LINES);
  });

  it.each(KINDS)('%s in gzip', async (_, bytes) => {
    expect(linesOf(await read(gzipSync(bytes)))).toEqual(LINES);
  });

  it.each([
    ['utf-8', ''],
    ['utf-8', BOM],
    ['utf-16le', ''],
    ['utf-16le', BOM],
    ['utf-16be', ''],
    ['utf-16be', BOM],
  ])('in %s, begun with %j', async (encoding, begin) => {
    const table = await read(encoded(begin + delimited(','), encoding) ?? Buffer.alloc(0));
    expect([table.head.encoding, ...linesOf(table)]).toEqual([encoding, ...LINES]);
    // Without a BOM it is what the bytes look like; UTF-8 proves itself.
    const guessed = begin === '' && encoding !== 'utf-8';
    expect(table.findings.map(({ code }) => code)).toEqual(guessed ? ['encoding_guessed'] : []);
  });

  it('from hidden sheets and hidden columns too', async () => {
    const sheet = xlsx.utils.aoa_to_sheet(VALUES);
    sheet['!cols'] = [{}, { hidden: true }];
    sheet['!rows'] = [{}, { hidden: true }];
    const bytes = workbookBytes({ Notes: [['See the other sheet']], Deals: sheet }, { hidden: ['Deals'] });
    const table = await read(bytes);
    expect([table.head.sheet, ...linesOf(table)]).toEqual(['Deals', ...LINES]);
  });
});

/** Deals as people of a country would write them, in the code page that their spreadsheet saves. */
const NATIONAL: Readonly<Record<string, readonly string[]>> = {
  'windows-1256': [
    'شناسه;نام معامله;مسئول;مرحله;مبلغ;تاريخ بستن',
    '1;فروش تجهيزات به شرکت پارس;سارا احمدي;برنده;1200000;1403/05/12',
    '2;قرارداد خدمات;اميد کريمي;از دست رفته;800000;1403/06/01',
    '3;پروژه مهندسي;ليلا;مذاکره;500000;1403/07/21',
  ],
  'windows-1252': [
    'Numéro;Affaire;Propriétaire;Étape;Montant;Clôture',
    '1;Rénovation du siège;Hélène Lefèvre;Gagnée;1 200,50;12/05/2024',
    '2;Contrat à durée déterminée;Zoë Müller;Perdue;800,00;01/06/2024',
    '3;Où ça, l’été ?;François;Négociation;500 €;21/07/2024',
  ],
  'windows-1251': [
    'Номер;Сделка;Ответственный;Стадия;Сумма;Дата закрытия',
    '1;Поставка оборудования;Анна Иванова;Успешно реализовано;1 200,50;12.05.2024',
    '2;Договор на обслуживание;Пётр Ёлкин;Закрыто и не реализовано;800,00;01.06.2024',
    '3;ООО Ромашка;ИП Смирнов;Переговоры;500;21.07.2024',
  ],
  'windows-1254': [
    'Numara;Fırsat;Sorumlu;Aşama;Tutar;Kapanış',
    '1;İstanbul şubesi satışı;Ayşe Yılmaz;Kazanıldı;1.200,50;12.05.2024',
    '2;Bakım sözleşmesi;Ömer Çağlar;Kaybedildi;800,00;01.06.2024',
    '3;Güneş enerjisi;Gülşen;Görüşme;500;21.07.2024',
  ],
};

describe('text that is no Unicode', () => {
  it.each(Object.entries(NATIONAL))('is read in %s, and the guess is said', async (encoding, lines) => {
    const text = lines.join('\r\n');
    const table = await read(encoded(text, encoding) ?? Buffer.alloc(0));
    expect([table.head.encoding, ...linesOf(table)]).toEqual([
      encoding,
      ...lines.map((line) => line.replaceAll(';', '|')),
    ]);
    expect(table.findings).toEqual([{ code: 'encoding_guessed', count: 1, places: [], detail: encoding }]);
  });

  it.each(Object.entries(NATIONAL))('is told by a few names among much English: %s', async (encoding, lines) => {
    const foreign = lines.slice(1).map((line) => line.split(';').slice(1, 4).join(' '));
    const rows = Array.from(
      { length: 300 },
      (_, row) => `${row},Deal ${row},${row % 100 === 0 ? foreign[row / 100] : 'Won'}`,
    );
    const text = `id,name,note\n${rows.join('\n')}\n`;
    const table = await read(encoded(text, encoding) ?? Buffer.alloc(0));
    expect([table.head.encoding, linesOf(table)[101]]).toEqual([encoding, `100|Deal 100|${foreign[1]}`]);
  });
});
