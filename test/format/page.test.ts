import { expect, it } from 'vitest';
import { cell, code, data, join, say } from '../../src/format/page.js';

it('keeps our own words and those of a file apart', () => {
  expect(say`${'3'} records from ${data('a.csv')}: ${code('kpi check')}${[]}${['one', data('two')]}.`).toEqual([
    '3',
    ' records from ',
    { data: 'a.csv' },
    ': ',
    { code: 'kpi check' },
    'one',
    { data: 'two' },
    '.',
  ]);
});

it('joins texts with a separator of ours', () => {
  expect(join([[data('a')], [data('b')]], ', ')).toEqual([{ data: 'a' }, ', ', { data: 'b' }]);
  expect(join([], ', ')).toEqual([]);
});

it('makes empty cells of nothing', () => {
  expect(cell('')).toEqual({ words: [] });
  expect(cell('x', 'bad')).toEqual({ words: ['x'], tone: 'bad' });
});
