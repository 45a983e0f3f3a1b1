import { expect, it } from 'vitest';
import { html, textOf } from '../../../src/format/html/markup.js';
import { openPage } from '../../../src/format/html/page.js';
import { type Table, table } from '../../../src/format/html/table.js';

const page = (lang: 'en' | 'fa' = 'en') => openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
const COLUMNS: Table['columns'] = [
  { title: html`Owner`, kind: 'text' },
  { title: html``, kind: 'number' },
];

it('has a head for each column with a title, and an empty cell for one without', () => {
  const text = textOf(table({ caption: 'Owners', columns: COLUMNS, rows: [] }, page()));
  expect(text.match(/<th /g)).toHaveLength(1);
  expect(text).toContain('<td class=""></td></tr></thead>');
});

it('names a row by its first cell, unless nothing of it can be seen', () => {
  const rows = ['Ann', '', '\u200b\u2060', '&'].map((name) => [{ html: html`<bdi>${name}</bdi>` }, { html: html`1` }]);
  const text = textOf(table({ caption: 'Owners', columns: COLUMNS, rows }, page()));
  expect(text.match(/<th scope="row">.*?<\/th>/g)).toEqual([
    '<th scope="row"><bdi>Ann</bdi></th>',
    '<th scope="row"><bdi>&amp;</bdi></th>',
  ]);
});

it('gives each region a name of its own', () => {
  const one = page('fa');
  const names = ['مالکان', 'مالکان', 'دیگر', 'مالکان'].map(
    (caption) =>
      /role="region" aria-label="(.*?)"/.exec(textOf(table({ caption, columns: COLUMNS, rows: [] }, one)))?.[1],
  );
  expect(names).toEqual(['مالکان', 'مالکان (۲)', 'دیگر', 'مالکان (۳)']);
});
