import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { printMarkdown } from '../../../src/format/markdown/print.js';
import { type Block, cell, code, data, type Tone } from '../../../src/format/page.js';
import { plainLine } from '../../../src/format/sanitize.js';
import { HOSTILE } from '../../support/hostile.js';

// Read by a parser that GitHub-flavoured Markdown is defined by: what a file holds is text, and only text.

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** A page with a text of a file in every place that has one. */
function pageOf(text: string, tone?: Tone): Block[] {
  const words = [data(text)];
  return [
    { kind: 'title', words: ['Report ', data(text)], right: words },
    { kind: 'heading', words, id: 'x' },
    { kind: 'paragraph', ...cell(words, tone) },
    { kind: 'aside', words: [...words, ' and ', data(text)] },
    { kind: 'list', items: [{ ...cell(words, tone), details: [cell(words, tone), { ...cell(words), marker: '→' }] }] },
    { kind: 'list', numbered: true, items: [cell(words, tone)] },
    { kind: 'facts', facts: [{ name: text, value: [code(text), ' ', data(text)] }] },
    {
      kind: 'table',
      columns: [
        { title: words, align: 'left', drop: 0 },
        { title: ['n'], align: 'right', drop: 0 },
      ],
      rows: [
        { kind: 'section', words },
        { kind: 'cells', cells: [cell(words, tone), cell('1')] },
        { kind: 'cells', cells: [cell([code(text)]), cell([...words, ...words])] },
        { kind: 'note', label: cell(words), note: cell(words) },
      ],
    },
    { kind: 'chart', shape: 'bar', title: text, axis: text, labels: [text, text], values: [1, 2] },
    { kind: 'paragraph', words: ['end'] },
  ];
}

const tree = (page: readonly Block[]): Node =>
  fromMarkdown([...printMarkdown(page, { lang: 'en', color: false, width: 80 })].join(''), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  }) as Node;

/** What a reader sees of a node, without the marks that keep hosts from calling people. */
function seen(node: Node): string {
  if (node.type === 'html') return '';
  return (node.value ?? (node.children ?? []).map(seen).join('')).replaceAll('\u200b', '');
}

function all(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, type))];
}

/** The kinds of nodes that are blocks, in their order and depth. */
const INLINE = new Set(['text', 'strong', 'emphasis', 'inlineCode', 'link', 'html', 'break', 'delete']);
function shape(node: Node): unknown {
  return INLINE.has(node.type)
    ? []
    : [node.type, ...(node.children ?? []).map(shape).filter((one) => String(one) !== '')];
}

function expectHarmless(text: string, tone?: Tone): void {
  const root = tree(pageOf(text, tone));
  const plain = plainLine(text);
  const letters = [...plain];
  const short = letters.length > 200 ? `${letters.slice(0, 200).join('')}…` : plain;
  const usual = plain === '' ? '' : 'x';
  expect(shape(root), text).toEqual(shape(tree(pageOf(usual, tone))));
  expect(all(root, 'tableCell').map(seen), text).toEqual([
    short,
    'n',
    short,
    '',
    short,
    '1',
    plain, // code is typed as it stands
    short + short,
    short,
    short,
  ]);
  expect(all(root, 'heading').map(seen), text).toEqual([`Report ${plain}`.trim(), plain]);
  expect(all(root, 'image'), text).toEqual([]);
  for (const link of all(root, 'link')) expect(link.url, text).toMatch(/^mailto:/);
  for (const html of all(root, 'html')) expect(html.value, text).toMatch(/^(?:<a id="x">|<\/a>|<\/?code>)$/);
  const paragraphs = all(root, 'paragraph').map(seen);
  expect(paragraphs, text).toContain('end');
  if (plain !== '') expect(paragraphs.filter((said) => said === plain).length, text).toBeGreaterThanOrEqual(5);
}

describe('whatever a file holds', () => {
  it.each(HOSTILE)('%j changes nothing but the text', (text) => {
    expectHarmless(text);
    expectHarmless(text, 'bad');
  });

  it('changes nothing but the text, for any text of signs that Markdown knows', () => {
    const signs = fc.constantFrom(
      ...'\\`*_{}[]()<>#+-.!|~=:;&@$"\'/^ \t\n1aZé‌ا',
      'www.',
      'http://',
      'GH-',
      '&lt;',
      '-->',
      ']:',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), fc.constantFrom(undefined, 'bad' as const), (some, tone) => {
        expectHarmless(some.join(''), tone);
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing but the text, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expectHarmless(text);
      }),
    );
  });
});
