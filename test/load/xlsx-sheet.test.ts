import { describe, expect, it } from 'vitest';
import { cpuTime } from '../support/cpu-time.js';
import { ownCells, type SheetCells } from '../support/sheet-cells.js';
import { type XlsxParts, xlsxBytes } from '../support/workbook-bytes.js';

async function read(sheet: string, parts: Omit<XlsxParts, 'sheets'> = {}, width?: number): Promise<SheetCells> {
  const cells = await ownCells(xlsxBytes({ sheets: { Deals: sheet }, ...parts }), 7, width);
  const found = cells.get('Deals');
  if (found === undefined) throw new Error('no sheet');
  return found;
}

/** The cells of the first row. */
const rowOf = async (cells: string, parts: Omit<XlsxParts, 'sheets'> = {}): Promise<readonly string[] | undefined> =>
  (await read(`<row r="1">${cells}</row>`, parts)).rows[0]?.[1];

describe('a cell', () => {
  it.each([
    ['<c r="A1"><v>5</v></c>', '5'],
    ['<c r="A1" t="n"><v>-0.5</v></c>', '-0.5'],
    ['<c r="A1" t="b"><v>1</v></c>', 'true'],
    ['<c r="A1" t="b"><v>0</v></c>', 'false'],
    ['<c r="A1" t="b"><v>true</v></c>', 'true'],
    ['<c r="A1" t="str"><v> a &lt;&amp;&#62; b </v></c>', ' a <&> b '],
    ['<c r="A1" t="str"><v>&#x1F600;&#1588;</v></c>', '😀ش'],
    ['<c r="A1" t="str"><v>&amp;lt;&nbsp;</v></c>', '&lt;&nbsp;'],
    ['<c r="A1" t="str"><v>a_x000D_\nb_x005F_x0041_</v></c>', 'a\nb_x0041_'],
    ['<c r="A1" t="str"><v>a\r\nb</v></c>', 'a\nb'],
    ['<c r="A1" t="str"><v><![CDATA[a <b> & c]]> d</v></c>', 'a <b> & c d'],
    ['<c r="A1" t="inlineStr"><is><t>inline</t></is></c>', 'inline'],
    ['<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    [
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a </t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      'a b',
    ],
    ['<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['<c r="A1" t="e"><v>#SPILL!</v></c>', '#SPILL!'],
    ['<c r="A1" t="d"><v>2024-01-31</v></c>', '2024-01-31'],
    ['<c r="A1" t="d"><v>2024-01-31T13:05:58.6Z</v></c>', '2024-01-31 13:05:59'],
    ['<c r="A1" t="d"><v>2024-01-31T00:00:00</v></c>', '2024-01-31'],
    ['<c r="A1" t="d"><v>T13:05</v></c>', '13:05:00'],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
    [`<c t='n' r='A1'><v>5</v></c>`, '5'],
    ['<c r = "A1" cm="1" ><v>5</v></c >', '5'],
    ['<c r="A1" ph="a>b"><v>5</v></c>', '5'],
    ['<c r="A1"><!-- 4 --><v>5</v><!-- <v>6</v> --></c>', '5'],
    ['<c r="A1">\r\n\t<v>5</v>\r\n</c>', '5'],
    ['<c r="A1"><v>5</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>', '5'],
    ['<c><v>5</v></c>', '5'],
    ['<c r="A1" s="99"><v>5</v></c>', '5'],
  ])('%s is %j', async (xml, expected) => {
    expect(await rowOf(xml)).toEqual([expected]);
  });

  it.each([
    '<c r="A1"/>',
    '<c r="A1" s="1"/>',
    '<c r="A1"></c>',
    '<c r="A1"><v/></c>',
    '<c r="A1"><v></v></c>',
    '<c r="A1" t="s"/>',
    '<c r="A1" t="inlineStr"><is><t/></is></c>',
    '<c r="A1" t="str"><v></v></c>',
  ])('%s is empty', async (xml) => {
    expect(await rowOf(`${xml}<c r="B1"><v>1</v></c>`)).toEqual(['', '1']);
  });

  it('has the format of its style, in either date system', async () => {
    const formats = ['yyyy-mm-dd', '0.0%', '[h]:mm', 'hh:mm'];
    const cells = '<c s="1"><v>45322</v></c><c s="2"><v>0.25</v></c><c s="3"><v>1.5</v></c><c s="1"><v>45322.5</v></c>';
    expect(await rowOf(cells, { formats })).toEqual(['2024-01-31', '25%', '36:00:00', '2024-01-31 12:00:00']);
    // The systems are 1,462 days apart.
    const old = cells.replace('45322', '43860').replace('45322.5', '43860.5');
    expect(await rowOf(old, { formats, date1904: true })).toEqual([
      '2024-01-31',
      '25%',
      '36:00:00',
      '2024-01-31 12:00:00',
    ]);
  });

  it('of an error, or of a formula without a value, is a finding', async () => {
    const { rows, findings } = await read(
      '<row r="1"><c><v>1</v></c></row><row r="2"><c t="e"><v>#N/A</v></c><c><f>A1</f></c><c><f t="shared" si="0"/></c><c t="s"><f>A1</f></c></row>',
    );
    expect(rows).toEqual([
      [1, ['1']],
      [2, ['#N/A']],
    ]);
    expect(findings).toEqual([
      { code: 'cell_error', count: 1, places: [2], detail: '#N/A' },
      { code: 'formula_without_value', count: 3, places: [2], detail: '' },
    ]);
  });
});

describe('a shared string', () => {
  const strings = [
    '<si><t>plain</t></si>',
    '<si><t xml:space="preserve"> a &amp; b </t></si>',
    '<si/>',
    '<si><t/></si>',
    '<si><r><t>rich </t></r><r><rPr><sz val="9"/></rPr><t xml:space="preserve">text_x000D_</t></r><r><t>\n</t></r></si>',
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    '<si><t><![CDATA[<si>]]></t></si>',
    '\r\n <!-- <si><t>no</t></si> --> <si>\n <t>spaced</t>\n</si>',
  ];
  const expected = ['plain', ' a & b ', '', '', 'rich text\n', '東京', '<si>', 'spaced'];
  const cells = expected.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('');

  it('may be plain, rich, phonetic, empty', async () => {
    expect(await rowOf(cells, { strings: strings.join('') })).toEqual(expected);
  });

  it('may have a prefix', async () => {
    const xml = strings.join('').replace(/<(\/?)(si|t|r|rPr|rPh|sz|phoneticPr)\b(?!>\]\])/g, '<$1x:$2');
    const sst = `<x:sst>${xml.replace('<![CDATA[<x:si>', '<![CDATA[<si>')}</x:sst>`;
    expect(await rowOf(cells, { others: { 'xl/sharedStrings.xml': sst } })).toEqual(expected);
  });

  it('is the right one of very many', async () => {
    // More than are kept once asked for.
    const many = Array.from({ length: 70_000 }, (_, index) => `<si><t>S${index}</t></si>`).join('');
    expect(
      await rowOf('<c t="s"><v>69999</v></c><c t="s"><v>3</v></c><c t="s"><v>3</v></c>', { strings: many }),
    ).toEqual(['S69999', 'S3', 'S3']);
  });
});

describe('rows', () => {
  const cell = (reference: string, value: number): string => `<c r="${reference}"><v>${value}</v></c>`;

  it('may have no numbers, and cells no references', async () => {
    const { rows } = await read('<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect(rows).toEqual([
      [1, ['1', '', '2']],
      [2, ['3']],
    ]);
  });

  it('may leave their numbers to their cells', async () => {
    const { rows } = await read(`<row>${cell('B3', 1)}${cell('C3', 2)}</row><row>${cell('A4', 3)}</row>`);
    expect(rows).toEqual([
      [1, []],
      [2, []],
      [3, ['', '1', '2']],
      [4, ['3']],
    ]);
  });

  it('may have cells in any order, and holes', async () => {
    expect((await read(`<row r="1">${cell('D1', 4)}${cell('A1', 1)}<c><v>2</v></c></row>`)).rows).toEqual([
      [1, ['1', '2', '', '4']],
    ]);
  });

  it('that are blank are given between others, but not the empty grid', async () => {
    const { rows } = await read(
      `<row r="2">${cell('A2', 1)}</row><row r="3"/><row r="5">${cell('A5', 2)}</row><row r="9"><c r="A9"/></row><row r="2000">${cell('A2000', 3)}</row>`,
    );
    expect(rows).toEqual([
      [1, []],
      [2, ['1']],
      [3, []],
      [4, []],
      [5, ['2']],
      [2000, ['3']],
    ]);
  });

  it('with a cell in the last corner cost nothing', async () => {
    const started = cpuTime();
    const { rows } = await read(
      `<row r="1">${cell('A1', 1)}</row><row r="1048576">${cell('XFD1048576', 2)}</row>`,
      {},
      2,
    );
    expect(rows).toEqual([
      [1, ['1']],
      [1_048_576, ['', '', '2']],
    ]);
    expect(cpuTime() - started).toBeLessThan(500);
  });

  it('are read once each where cells are merged: the value stands in the first of them', async () => {
    const sheet = `<row r="1">${cell('A1', 1)}<c r="B1"/></row><row r="2"><c r="A2"/><c r="B2"/></row>`;
    const xml = `<worksheet><sheetData>${sheet}</sheetData><autoFilter ref="A1:B2"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;
    expect((await read(xml)).rows).toEqual([[1, ['1']]]);
  });

  it('that are hidden are read', async () => {
    expect((await read(`<row r="1" hidden="1">${cell('A1', 1)}</row>`)).rows).toEqual([[1, ['1']]]);
  });
});
