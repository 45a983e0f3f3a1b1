import { expect, it } from 'vitest';
import { terminalPage } from '../../docs/terminal-picture.js';

const linesOf = (html: string): string[] => /<pre>([\s\S]*)<\/pre>/.exec(html)?.[1]?.split('\n') ?? [];

it('shows the command and so many lines of what it printed, with what the terminal made bold, dim or coloured', () => {
  const text = '\u001b[1mbold\u001b[22m \u001b[2mdim\u001b[22m\n\u001b[31mred <b>\u001b[39m\nthird';
  expect(linesOf(terminalPage(text, { command: 'kpi report a&b.csv', rows: 2 }))).toEqual([
    '<span class="command">$ kpi report a&amp;b.csv</span>',
    '<b>bold</b> <i>dim</i>',
    '<span class="red">red &lt;b&gt;</span>',
  ]);
});

it('closes at the end of a line what the line left open', () => {
  const [, line] = linesOf(terminalPage('\u001b[1m\u001b[2mboth', { command: 'kpi', rows: 1 }));
  expect(line).toBe('<b><i>both</i></b>');
});
