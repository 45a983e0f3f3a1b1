/** A page set from right to left as a whole: what is Latin, a number or something to type keeps its own direction. */
import { directedText, LRI, PDI } from '../locale/direction.js';
import type { Block, Cell, Row, Words } from './page.js';
import { plainLine } from './sanitize.js';

/** The block with isolates in its words. Texts of files are made harmless first: only our own marks are left. */
export function directed(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return {
        ...block,
        words: isolated(block.words),
        ...(block.right === undefined ? {} : { right: isolated(block.right) }),
      };
    case 'paragraph':
      return cell(block);
    case 'footer':
    case 'aside':
      return { ...block, words: isolated(block.words) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...cell(item),
          ...(item.details === undefined ? {} : { details: item.details.map(cell) }),
        })),
      };
    case 'facts':
      return { ...block, facts: block.facts.map(({ name, value }) => ({ name, value: isolated(value) })) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: isolated(column.title) })),
        rows: block.rows.map(row),
      };
    default:
      return block;
  }
}

function row(given: Row): Row {
  if (given.kind === 'section') return { ...given, words: isolated(given.words) };
  if (given.kind === 'note') return { ...given, label: cell(given.label), note: cell(given.note) };
  return { ...given, cells: given.cells.map(cell) };
}

function cell<C extends Cell>(given: C): C {
  return { ...given, words: isolated(given.words) };
}

/** Neighbouring texts are looked at as one: a number may stand in two pieces. */
function isolated(words: Words): Words {
  const out: Words[number][] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') out.push(directedText(text));
    text = '';
  };
  for (const piece of words) {
    if (typeof piece === 'string') text += piece;
    else if ('data' in piece) text += plainLine(piece.data);
    else {
      flush();
      out.push(LRI, piece, PDI);
    }
  }
  flush();
  return out;
}
