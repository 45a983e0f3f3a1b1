/** Blocks of the text pages as markup: what is words only looks alike in every format, and is written once. */
import type { Text } from '../../locale/text.js';
import type { Block, Cell, Item, MarkedCell, Words } from '../page.js';
import { all, type Html, html, NOTHING, plainText } from './markup.js';
import type { Page } from './page.js';
import { type TableRow, table } from './table.js';

const DO: Text = { en: 'Do:', fa: 'اقدام:' };

/** The blocks, one below the other. Headings are of the third level: they stand in a section. */
export function blocks(given: Iterable<Block>, page: Page): Html {
  const out: Html[] = [];
  // What stands above a table says what the table holds.
  let above = '';
  for (const block of given) {
    out.push(blockHtml(block, above, page));
    if (block.kind === 'heading' || block.kind === 'paragraph') above = plainText(block.words);
  }
  return all(out);
}

function blockHtml(block: Block, above: string, page: Page): Html {
  switch (block.kind) {
    case 'title':
      return html`<h1>${page.words(block.words)}</h1>${right(block.right, page)}`;
    case 'heading':
      return html`<h3>${page.words(block.words)}</h3>${right(block.right, page)}`;
    case 'paragraph':
      return html`<p${toneOf(block)}>${marked(block, page)}</p>`;
    case 'aside':
    case 'footer':
      return html`<p class="note">${page.words(block.words)}</p>`;
    case 'list':
      return listHtml(block.items, block.numbered === true, page);
    case 'facts':
      return html`<dl>${block.facts.map(
        ({ name, value }) => html`<div><dt>${name}</dt><dd>${page.words(value)}</dd></div>`,
      )}</dl>`;
    case 'table':
      return blockTable(block, above, page);
    case 'chart':
      return NOTHING;
  }
}

function right(said: Words | undefined, page: Page): Html | null {
  return said === undefined || said.length === 0 ? null : html`<p class="sub">${page.words(said)}</p>`;
}

function listHtml(items: readonly Item[], numbered: boolean, page: Page): Html {
  const entries = items.map(
    (item) =>
      html`<li${toneOf(item)}>${marked(item, page)}${(item.details ?? []).map(
        (detail) => html`<div class="sub">${marked(detail, page)}</div>`,
      )}</li>`,
  );
  return numbered ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`;
}

function marked({ words, marker }: MarkedCell, page: Page): Html {
  return marker === '→' ? html`<b>${DO[page.lang]}</b> ${page.words(words)}` : page.words(words);
}

function toneOf({ tone }: Cell): Html | null {
  return tone === undefined ? null : html` class="${tone}"`;
}

/** Bars and sparks repeat figures beside them: the charts of the page draw them better. */
function blockTable({ columns, rows }: Extract<Block, { kind: 'table' }>, above: string, page: Page): Html {
  const drawn = columns.map(({ title }, index) =>
    rows.some((row) => row.kind === 'cells' && row.cells[index]?.bar !== undefined && title.length === 0),
  );
  const kept = columns.map((_, index) => index).filter((index) => drawn[index] !== true);
  const body = rows.map((row): TableRow => {
    if (row.kind === 'section') return { group: page.words(row.words) };
    if (row.kind === 'note') {
      const group = html`${page.words(row.label.words)} ${page.words(row.note.words)}`;
      return { group };
    }
    return kept.map((index) => {
      const { words = [], tone } = row.cells[index] ?? {};
      return { html: page.words(words), tone };
    });
  });
  const shown = kept.flatMap((index) => columns[index] ?? []);
  const heads = shown.map(({ title, align }) => ({
    title: page.words(title),
    kind: align === 'right' ? ('number' as const) : ('text' as const),
  }));
  const titles = shown.map(({ title }) => plainText(title)).filter((title) => title !== '');
  return table({ caption: above === '' ? titles.join(', ') : above, columns: heads, rows: body }, page);
}
