import { describe, expect, it } from 'vitest';
import { codeMarkdown, escapeMarkdown } from '../../../src/format/markdown/escape.js';

const cell = (text: string): string => escapeMarkdown(text, 'cell');
const line = (text: string): string => escapeMarkdown(text, 'line');

describe('text in Markdown', () => {
  it.each([
    '27.1 %, +43 %, −3.4 %',
    '▲ +3.1 pp (1–2)',
    'Win rate <0.1 %, >99.9 %',
    'R&D (EMEA), Müller & Söhne',
    'deals_2024-Q3.csv: phase 2.5',
    'C# / .NET!',
    'a > b, a - b, a + b, 50~',
    'ana@example.com',
    '12:30:45, a::b',
    'شرکت نیک‌آفرین، ۶۱٪',
  ])('%s stays as it is', (text) => {
    expect(cell(text)).toBe(text.replace('~', '\\~'));
  });

  it.each([
    ['a|b', 'a&#124;b'],
    ['`x` *y* _z_ a_b', '\\`x\\` \\*y\\* \\_z\\_ a_b'],
    ['[x](javascript:1)', '\\[x](javascript:1)'],
    ['![t](http://e.com/p.gif)', '!\\[t](http:&#8203;//e.com/p.gif)'],
    ['<script>', '&lt;script>'],
    ['<!-- c', '&lt;!-- c'],
    ['&lt;&#124;', '\\&lt;\\&#&#8203;124;'],
    ['~~gone~~ $x^2$', '\\~\\~gone\\~\\~ \\$x^2\\$'],
    ['www.example.com', 'www&#8203;.example.com'],
    [':smile:', '\\:smile:'],
    ['a\\', 'a\\\\'],
    ['---', '\\---'],
    [':--', '\\:--'],
    ['\\|', '\\\\&#124;'],
    ['@org/team #1 GH-1', '@&#8203;org/team #&#8203;1 GH-&#8203;1'],
  ])('%s is written so that it is read as it stands', (text, written) => {
    expect(cell(text)).toBe(written);
  });

  it.each([
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['# x', '\\# x'],
    ['> x', '\\> x'],
    ['1. x', '1\\. x'],
    ['12) x', '12\\) x'],
    ['---', '\\---'],
    ['- - -', '\\- - -'],
    ['===', '\\==='],
    ['-5 %', '-5 %'],
    ['+43 %', '+43 %'],
    ['27.1 %', '27.1 %'],
    ['1.5', '1.5'],
    ['#tag', '#tag'],
    ['::error::x', ':\\:error::x'],
    ['=1+1', '=1+1'],
  ])('%s at the start of a line opens nothing', (text, written) => {
    expect(line(text)).toBe(written);
  });

  it('keeps the last sharps of a heading', () => {
    expect(escapeMarkdown('C #', 'heading')).toBe('C \\#');
    expect(escapeMarkdown('C ##', 'heading')).toBe('C \\#\\#');
  });
});

describe('code in Markdown', () => {
  it('stands in backticks, more of them than it holds', () => {
    expect(codeMarkdown('kpi check <a> & $b', 'line')).toBe('`kpi check <a> & $b`');
    expect(codeMarkdown('a`b', 'line')).toBe('`` a`b ``');
    expect(codeMarkdown('``', 'cell')).toBe('``` `` ```');
    expect(codeMarkdown(' ', 'line')).toBe('');
  });

  it('gives a build server no command', () => {
    expect(codeMarkdown('##[add-mask]x', 'line')).toBe('<code>##\\[add-mask]x</code>');
  });

  it('does not let a bar end its cell', () => {
    expect(codeMarkdown('a|b', 'line')).toBe('`a|b`');
    expect(codeMarkdown('a|*b', 'cell')).toBe('<code>a&#124;\\*b</code>');
  });
});
