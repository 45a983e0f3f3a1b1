import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidLines } from '../../../src/format/markdown/mermaid.js';
import type { Chart } from '../../../src/format/page.js';
import { HOSTILE } from '../../support/hostile.js';

const chart = (over: Partial<Chart> = {}): Chart => ({
  kind: 'chart',
  shape: 'bar',
  title: 'Won value by week',
  axis: 'k',
  labels: ['3 Jul', '10 Jul', '17 Jul'],
  values: [180, 119.25, 323],
  ...over,
});

describe('a chart in Markdown', () => {
  it('is an XY chart of Mermaid in a fence, its bars from 0', () => {
    expect(mermaidLines(chart())).toEqual([
      '```mermaid',
      'xychart-beta',
      '  title "Won value by week"',
      '  x-axis ["3 Jul", "10 Jul", "17 Jul"]',
      '  y-axis "k" 0 --> 330',
      '  bar [180, 119.3, 323]',
      '```',
    ]);
  });

  it('leaves out points without a value, and is no chart of one point', () => {
    expect(mermaidLines(chart({ values: [180, null, 323] }))[3]).toBe('  x-axis ["3 Jul", "17 Jul"]');
    expect(mermaidLines(chart({ values: [null, Number.NaN, 323] }))).toEqual([]);
  });

  it('has an axis for nothing but zeros, for less than nothing, and for very small and large values', () => {
    expect(mermaidLines(chart({ values: [0, 0, 0] }))[4]).toBe('  y-axis "k" 0 --> 1');
    expect(mermaidLines(chart({ values: [-5, 0, 10] }))[4]).toBe('  y-axis "k" -5 --> 10');
    expect(mermaidLines(chart({ values: [0.0123, 1e-9, 0] }))[5]).toBe('  bar [0.0123, 0.000000001, 0]');
    expect(mermaidLines(chart({ values: [1e19, 2.5e12, 0] }))[5]).toBe(
      '  bar [10000000000000000000, 2500000000000, 0]',
    );
    expect(mermaidLines(chart({ values: [1e21, 1, 0] }))).toEqual([]);
  });

  it.each(HOSTILE)('keeps %j within its quotes', (text) => {
    const lines = mermaidLines(chart({ title: text, axis: text, labels: [text, text, text] }));
    expect(lines).toHaveLength(7);
    for (const line of lines.slice(2, 5)) {
      const [, inside = ''] = /^ {2}(?:title|x-axis|y-axis) (.*)$/.exec(line) ?? [];
      // What the lexer reads: quoted texts, and between them the marks of a list and the range.
      const rest = inside.replaceAll(/"[^"`#;\\<>[\]{}|]+"/g, 'T');
      expect(rest).toMatch(/^(?:T|\[T, T, T\]|T 0 --> 330)$/);
      expect(inside).not.toMatch(/%%|\$\$|--(?!>)/);
    }
  });

  it('writes numbers that the grammar reads, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 3, maxLength: 3 }), (values) => {
        const [, , , , axis = 'T', bar = ''] = mermaidLines(chart({ values }));
        expect(axis).toMatch(/T$|" -?\d+(?:\.\d+)? --> -?\d+(?:\.\d+)?$/);
        expect(bar).toMatch(/^$|^ {2}bar \[-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*\]$/);
      }),
    );
  });
});
