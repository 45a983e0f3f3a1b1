import { describe, expect, it } from 'vitest';
import { type Block, cell, code, data, say } from '../../../src/format/page.js';
import { isNarrow, printTerminal, usableWidth } from '../../../src/format/terminal/print.js';

const EN = { lang: 'en', color: false, width: 40 } as const;
const print = (blocks: readonly Block[], options: Parameters<typeof printTerminal>[1] = EN): string =>
  [...printTerminal(blocks, options)].join('');

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
    expect(print(page)).toBe('Title\none\ntwo\n\nHeading\n  item\n      detail\n  small print\n\n  name  value\n');
  });

  it('wraps prose with a hanging indent', () => {
    const page: Block[] = [{ kind: 'list', items: [cell('a sentence that is longer than forty columns are')] }];
    expect(print(page)).toBe('  a sentence that is longer than forty\n    columns are\n');
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

  it('isolates each piece of a Persian page', () => {
    expect(print([{ kind: 'paragraph', words: ['سلام'] }], { ...EN, lang: 'fa' })).toBe('\u2068سلام\u2069\n');
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
