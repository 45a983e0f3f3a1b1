import { describe, expect, it } from 'vitest';
import { printMarkdown } from '../../../src/format/markdown/print.js';
import { type Block, cell, code, data, say } from '../../../src/format/page.js';

const print = (blocks: readonly Block[], lang: 'en' | 'fa' = 'en'): string =>
  [...printMarkdown(blocks, { lang, color: false, width: 80 })].join('');

describe('printMarkdown', () => {
  it('prints every kind of block', () => {
    const page: Block[] = [
      { kind: 'title', words: ['Title'] },
      { kind: 'heading', words: ['Heading'] },
      { kind: 'paragraph', words: ['loud'], tone: 'bad' },
      { kind: 'aside', words: ['small'] },
      { kind: 'list', items: [{ ...cell('item'), details: [cell('detail')] }] },
      { kind: 'facts', facts: [{ name: 'run', value: [code('kpi check a.csv')] }] },
    ];
    expect(print(page)).toBe(
      '# Title\n\n## Heading\n\n**loud**\n\nsmall\n\n- item\n  - detail\n\n- run: `kpi check a.csv`\n',
    );
  });

  it('makes tables with as many cells in every row as columns, numbers to the right', () => {
    const page: Block[] = [
      {
        kind: 'table',
        columns: [
          { title: ['Name'], align: 'left', drop: 0 },
          { title: ['n'], align: 'right', drop: 9 },
          { title: ['m'], align: 'right', drop: 9 },
        ],
        rows: [
          { kind: 'section', words: ['Section'] },
          { kind: 'cells', cells: [cell([data('a|b')]), cell('1')] },
          { kind: 'cells', cells: [cell('c'), cell('1'), cell('2'), cell('3')] },
          { kind: 'note', label: cell('d'), note: cell('n/a') },
        ],
      },
    ];
    expect(print(page)).toBe(
      [
        '| Name | n | m |',
        '| --- | ---: | ---: |',
        '| **Section** |  |  |',
        '| a&#124;b | 1 |  |',
        '| c | 1 | 2 |',
        '| d | n/a |  |',
        '',
      ].join('\n'),
    );
  });

  it('numbers lists that are answered to, with what belongs to an item behind it and what to do on a line of its own', () => {
    const items = [
      { ...cell('first', 'strong'), marker: '!', details: [cell('why'), { ...cell('do'), marker: '→' }] },
      cell('second'),
    ] as const;
    expect(print([{ kind: 'list', numbered: true, items }])).toBe(
      '1. **first.**\n   why\\\n   *Do:* do\n2. **second**\n',
    );
  });

  it('says the other end of a heading below it', () => {
    expect(print([{ kind: 'heading', words: ['By owner'], right: ['largest first'] }])).toBe(
      '## By owner\n\nLargest first\n',
    );
  });

  it('draws sparklines with their gaps, and leaves bars to the figures beside them', () => {
    const table: Block = {
      kind: 'table',
      columns: [
        { title: ['won'], align: 'right', drop: 0 },
        { title: [], align: 'left', drop: 0 },
        { title: ['weeks'], align: 'left', drop: 0 },
      ],
      rows: [{ kind: 'cells', cells: [cell('20'), { words: [], bar: 1 }, { words: [], spark: [1, null, 2] }] }],
    };
    expect(print([table])).toBe('| won | weeks |\n| ---: | --- |\n| 20 | ▁\u00a0█ |\n');
  });

  it('draws charts', () => {
    const chart: Block = { kind: 'chart', shape: 'line', title: 't', axis: 'a', labels: ['x', 'y'], values: [1, 2] };
    expect(print([chart])).toMatch(/^```mermaid\nxychart-beta\n[^`]*\n {2}line \[1, 2\]\n```\n$/);
  });

  it('escapes in our own words only what would break out', () => {
    expect(print([{ kind: 'paragraph', words: say`<0.1 % (1–2) ${data('<b>')}` }])).toBe('<0.1\u00a0% (1–2) &lt;b>\n');
  });

  it('sets Persian pages from right to left', () => {
    expect(print([{ kind: 'title', words: ['گزارش'] }], 'fa')).toBe('<div dir="rtl">\n\n# گزارش\n\n</div>\n');
  });

  it('shows two hundred rows and says how many more there are', () => {
    const rows = Array.from({ length: 203 }, () => ({ kind: 'cells', cells: [cell('x')] }) as const);
    const text = print([{ kind: 'table', columns: [{ title: ['x'], align: 'left', drop: 0 }], rows }]);
    expect(text.match(/^\| x \|$/gm)).toHaveLength(201);
    expect(text).toContain('\n\n… and 3 more rows; `--format json` has all.\n');
  });
});
