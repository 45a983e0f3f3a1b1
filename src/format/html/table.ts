/** Tables: sortable by their heads, filterable where they are long, in a region of their own that scrolls. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import { all, type Html, html, isBlank, isEmpty } from './markup.js';
import type { Page } from './page.js';

export interface TableColumn {
  readonly title: Html;
  readonly kind: 'text' | 'number';
  /** Left out on a phone. */
  readonly wideOnly?: boolean;
  /** The rows come in its order. */
  readonly sorted?: 'ascending' | 'descending';
}

export interface TableCell {
  readonly html: Html;
  /** What the table is sorted by; left out: the text of the cell. Null stands last in either order. */
  readonly sort?: number | string | null;
  readonly tone?: 'good' | 'bad' | 'warn' | 'dim' | 'strong' | undefined;
  /** 0…9: how deep the ground of the cell is; the figure in it says the same. */
  readonly heat?: number | undefined;
}

export type TableRow = readonly TableCell[] | { readonly group: Html };

export interface Table {
  /** What the table holds, for whoever cannot see where it stands. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Heads sort by it. Tables with groups of rows cannot. */
  readonly sortable?: boolean;
  /** A field above narrows it to the rows that hold a text. */
  readonly filterable?: boolean;
  /** The first cell of a row is its name. Default true. */
  readonly named?: boolean;
  /** Cells with a ground of their own depth, close together. */
  readonly heated?: boolean;
}

const FILTER: Text = { en: 'Filter', fa: 'پالایش' };

/** A table with its region; the first column names the row. */
export function table(given: Table, page: Page): Html {
  const { caption, columns, rows, sortable = false, filterable = false, named = true, heated = false } = given;
  const id = page.id(`table-${page.next()}`);
  const label = page.unlike(caption);
  const heads = columns.map(({ title, kind, wideOnly, sorted }) => {
    // A head without words heads nothing.
    if (isEmpty(title)) return html`<td class="${classes(kind === 'text' && 'l', wideOnly && 'hide-n')}"></td>`;
    const inner = sortable ? html`<button type="button">${title}</button>` : title;
    return html`<th scope="col" class="${classes(kind === 'text' && 'l', wideOnly && 'hide-n')}"${
      sortable ? html` data-kind="${kind}"` : null
    }${sorted === undefined ? null : html` aria-sort="${sorted}"`}>${inner}</th>`;
  });
  const bodies = grouped(rows).map(({ group, cells }) => {
    const head =
      group === null ? null : html`<tr class="grp"><th scope="rowgroup" colspan="${columns.length}">${group}</th></tr>`;
    const lines = cells.map(
      (row) => html`<tr>${row.map((cell, index) => cellHtml(cell, columns[index], named && index === 0))}</tr>`,
    );
    return html`<tbody>${head}${lines}</tbody>`;
  });
  const count = rows.filter((row) => !('group' in row)).length;
  const filter = filterable
    ? html`<div class="filter"><label for="${id}-f">${FILTER[page.lang]}</label><input id="${id}-f" type="search" data-filter="${id}" autocomplete="off"><span role="status" data-status="${id}">${countText(count, page.lang)}</span></div>`
    : null;
  return html`${filter}<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table id="${id}"${heated ? html` class="heat"` : null}${
    sortable ? html` data-sortable` : null
  }><caption class="vh">${label}</caption><thead><tr>${heads}</tr></thead>${all(bodies)}</table></div>`;
}

interface Group {
  readonly group: Html | null;
  readonly cells: (readonly TableCell[])[];
}

/** Rows by the group that they stand under: each is a body of its own, so that paper keeps its name with its rows. */
function grouped(rows: readonly TableRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if ('group' in row) groups.push({ group: row.group, cells: [] });
    else if (last === undefined) groups.push({ group: null, cells: [row] });
    else last.cells.push(row);
  }
  return groups.length === 0 ? [{ group: null, cells: [] }] : groups;
}

function cellHtml(
  { html: inner, sort, tone, heat }: TableCell,
  column: TableColumn | undefined,
  isName: boolean,
): Html {
  const kind = classes(
    column?.kind === 'text' && !isName && 'l',
    column?.wideOnly && 'hide-n',
    tone,
    heat !== undefined && `h${heat}`,
  );
  const attributes = html`${kind === '' ? null : html` class="${kind}"`}${
    sort === undefined ? null : html` data-v="${sort === null ? '' : sort}"`
  }`;
  // A name of nothing that can be seen names no row.
  return isName && !isBlank(inner)
    ? html`<th scope="row"${attributes}>${inner}</th>`
    : html`<td${attributes}>${inner}</td>`;
}

function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
