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

const lines = (block: Chart, lang: 'en' | 'fa' = 'en'): string[] => mermaidLines(block, lang);

describe('a chart in Markdown', () => {
  it('is an XY chart of Mermaid in a fence, its bars from 0', () => {
    expect(lines(chart())).toEqual([
      '```mermaid',
      'xychart-beta',
      '  title "Won value by week"',
      '  x-axis ["3 Jul", "10 Jul", "17 Jul"]',
      '  y-axis "k" 0 --> 330',
      '  bar [180, 119.3, 323]',
      '```',
    ]);
  });

  it('says large values in one scale, in the words of the language', () => {
    const values = [697_123, 1_050_000, 1_240_000];
    expect(lines(chart({ axis: 'EUR', values })).slice(4, 6)).toEqual([
      '  y-axis "EUR M" 0 --> 1.3',
      '  bar [0.6971, 1.05, 1.24]',
    ]);
    expect(lines(chart({ axis: 'ریال', values }), 'fa')[4]).toBe('  y-axis "ریال میلیون" 0 --> 1.3');
  });

  it('leaves out points without a value, and is no chart of one point', () => {
    expect(lines(chart({ values: [180, null, 323] }))[3]).toBe('  x-axis ["3 Jul", "17 Jul"]');
    expect(lines(chart({ values: [null, Number.NaN, 323] }))).toEqual([]);
  });

  it('has an axis for nothing but zeros, for less than nothing, and for very small and large values', () => {
    expect(lines(chart({ values: [0, 0, 0] }))[4]).toBe('  y-axis "k" 0 --> 1');
    expect(lines(chart({ values: [-5, 0, 10] }))[4]).toBe('  y-axis "k" -5 --> 10');
    expect(lines(chart({ values: [0.0123, 1e-9, 0] }))[5]).toBe('  bar [0.0123, 0.000000001, 0]');
    expect(lines(chart({ values: [1e19, 2.5e12, 0] }))[5]).toBe('  bar [10000000, 2.5, 0]');
    expect(lines(chart({ values: [1e21, 1, 0] }))).toEqual([]);
  });

  it.each(HOSTILE)('keeps %j within its quotes', (text) => {
    const drawn = lines(chart({ title: text, axis: text, labels: [text, text, text] }));
    expect(drawn).toHaveLength(7);
    for (const line of drawn.slice(2, 5)) {
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
        const [, , , , axis = 'T', bar = ''] = lines(chart({ values }));
        expect(axis).toMatch(/T$|" -?\d+(?:\.\d+)? --> -?\d+(?:\.\d+)?$/);
        expect(bar).toMatch(/^$|^ {2}bar \[-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*\]$/);
      }),
    );
  });
});
