import { describe, expect, it } from 'vitest';
import { type Block, type Cell, cell, code, DROP, data, type Item, say } from '../../../src/format/page.js';
import { isNarrow, printTerminal, usableWidth } from '../../../src/format/terminal/print.js';

const EN = { lang: 'en', color: false, width: 40 } as const;
const print = (blocks: readonly Block[], options: Parameters<typeof printTerminal>[1] = EN): string =>
  [...printTerminal(blocks, options)].join('');

const spark = (values: readonly (number | null)[], cut: readonly number[] = []): Cell => ({
  words: [],
  spark: values,
  cut,
});

describe('printTerminal', () => {
  it('puts what belongs together together, and a blank line between the rest', () => {
    const page: Block[] = [
      { kind: 'title', words: ['Title'] },
      { kind: 'paragraph', words: ['one'] },
      { kind: 'paragraph', words: ['two'] },
      { kind: 'heading', words: ['Heading'] },
      { kind: 'list', items: [{ ...cell('item'), details: [cell('detail')] }] },
      { kind: 'aside', words: ['small print'] },
      { kind: 'facts', facts: [{ name: 'name', value: ['value'] }] },
    ];
    expect(print(page)).toBe(
      [
        'Title',
        '═'.repeat(40),
        'one',
        'two',
        '',
        `Heading ${'─'.repeat(32)}`,
        '  item',
        '      detail',
        '  small print',
        '',
        '  name  value',
        '',
      ].join('\n'),
    );
  });

  it('wraps prose with a hanging indent', () => {
    const page: Block[] = [{ kind: 'list', items: [cell('a sentence that is longer than forty columns are')] }];
    expect(print(page)).toBe('  a sentence that is longer than forty\n    columns are\n');
  });

  it('puts the other end of a title and of a heading at the end of their line, or below it where there is no room', () => {
    const title: Block = { kind: 'title', words: ['Sales'], right: ['against 2024-Q1'] };
    const heading: Block = { kind: 'heading', words: ['By owner'], right: ['largest first'] };
    expect(print([title, heading])).toBe(
      [`Sales${' '.repeat(20)}against 2024-Q1`, '═'.repeat(40), `By owner ${'─'.repeat(17)} largest first`, ''].join(
        '\n',
      ),
    );
    expect(print([title, heading], { ...EN, width: 20 })).toBe(
      ['Sales', 'against 2024-Q1', '═'.repeat(20), `By owner ${'─'.repeat(11)}`, '  largest first', ''].join('\n'),
    );
  });

  it('draws its lines as far as the terminal reaches, but not over a wide one', () => {
    const heading: Block = { kind: 'heading', words: ['Figures'], right: ['2024'] };
    for (const [width, across] of [
      [60, 60],
      [80, 80],
      [120, 120],
      [200, 120],
    ] as const) {
      expect(print([heading], { ...EN, width }).trimEnd()).toHaveLength(across);
    }
  });

  it('hangs texts from their marks, and what to do under what was found', () => {
    const item: Item = {
      words: ['653 of 2,409 open deals were stalled at the end'],
      marker: '!',
      details: [
        cell('Open over 107 days, longer than nine in ten.'),
        { ...cell('Go through them, oldest first, and close what is dead.'), marker: '→' },
      ],
    };
    expect(
      print([
        { kind: 'list', items: [item] },
        { kind: 'paragraph', words: ['Nothing moved more than chance would move it.'], marker: '=' },
      ]),
    ).toBe(
      [
        '! 653 of 2,409 open deals were stalled',
        '  at the end',
        '  Open over 107 days, longer than nine',
        '  in ten.',
        '  → Go through them, oldest first, and',
        '    close what is dead.',
        '',
        '= Nothing moved more than chance would',
        '  move it.',
        '',
      ].join('\n'),
    );
  });

  it('draws sparklines and bars, the bars as long as there is room', () => {
    const table: Block = {
      kind: 'table',
      columns: [
        { title: ['owner'], align: 'left', drop: DROP.never, min: 8 },
        { title: ['won'], align: 'right', drop: DROP.never },
        { title: [], align: 'left', drop: DROP.bar },
        { title: ['weeks'], align: 'left', drop: DROP.detail },
      ],
      rows: [
        { kind: 'cells', cells: [cell('Ana'), cell('20 k'), { words: [], bar: 1 }, spark([9, 1, null, 8, 4], [0])] },
        { kind: 'cells', cells: [cell('Ben'), cell('10 k'), { words: [], bar: 0.5 }, spark([1, 2])] },
      ],
    };
    expect(print([table])).toBe(
      [
        '  owner   won                  weeks',
        '  Ana    20 k  ██████████████  ·▁ █▄',
        '  Ben    10 k  ███████         ▁█',
        '',
      ].join('\n'),
    );
    expect(print([table], { ...EN, width: 31 }).split('\n')[1]).toBe('  Ana    20 k  █████████  ·▁ █▄');
    expect(print([table], { ...EN, ascii: true }).split('\n')[1]).toBe('  Ana    20 k  ##############  ._ #-');
  });

  it('keeps a figure and its unit on one line, with a space that can be searched for', () => {
    const words = say`The rate of all the deals stands at 61.4 % today`;
    expect(print([{ kind: 'paragraph', words }])).toBe('The rate of all the deals stands at\n61.4 % today\n');
  });

  it('says with ASCII what a terminal without more cannot show', () => {
    const page: Block[] = [
      { kind: 'title', words: ['Sales · 2024–Q2'] },
      { kind: 'paragraph', words: ['▼ −3.4 %, ≥ 3.20 M … “no”'], marker: '→' },
    ];
    expect(print(page, { ...EN, ascii: true })).toBe(
      `Sales - 2024-Q2\n${'='.repeat(40)}\n-> v -3.4 %, >= 3.20 M ... "no"\n`,
    );
  });

  it('leaves a chart out: its figures stand in a table', () => {
    const chart: Block = { kind: 'chart', shape: 'bar', title: 't', axis: 'a', labels: ['x', 'y'], values: [1, 2] };
    expect(print([chart])).toBe('');
  });

  it('says nothing for blocks that hold nothing', () => {
    const page: Block[] = [
      { kind: 'paragraph', words: [] },
      { kind: 'list', items: [] },
      { kind: 'facts', facts: [] },
      { kind: 'table', columns: [{ title: ['x'], align: 'left', drop: 0 }], rows: [] },
    ];
    expect(print(page)).toBe('');
  });

  it('takes a command apart that two harmless pieces would make', () => {
    expect(print([{ kind: 'paragraph', words: say`${data(':')}:error: ${code('##')}[x]` }])).toBe(': :error: ## [x]\n');
  });

  it('isolates each line of a Persian page, and Latin in it', () => {
    expect(print([{ kind: 'paragraph', words: ['سلام'] }], { ...EN, lang: 'fa' })).toBe('\u2067سلام\u2069\n');
    const words = ['سلام ', data('Acme'), '!'];
    expect(print([{ kind: 'paragraph', words }], { ...EN, lang: 'fa' })).toBe('\u2067سلام \u2066Acme\u2069!\u2069\n');
  });

  it('says how many rows and which columns are not shown', () => {
    const columns = [
      { title: ['Name'], align: 'left', drop: 0, min: 8 },
      { title: ['Something wide'], align: 'right', drop: 1 },
    ] as const;
    const row = { kind: 'cells', cells: [cell([data('Acme')]), cell('9'.repeat(40))] } as const;
    const text = print([{ kind: 'table', columns, rows: Array.from({ length: 53 }, () => row) }]);
    expect(text).toContain('  … and 3 more rows; --format json has\n  all.\n');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Left out for lack of room: Something wide.');
  });
});

describe('usableWidth', () => {
  it('is eighty for what is no width, and never under twenty', () => {
    expect([0, -1, Number.NaN, Number.POSITIVE_INFINITY].map(usableWidth)).toEqual([80, 80, 80, 80]);
    expect([1, 20, 80.7, 200].map(usableWidth)).toEqual([20, 20, 80, 200]);
  });

  it('is narrow under sixty', () => {
    expect([59, 60, 0].map(isNarrow)).toEqual([true, false, false]);
  });
});
