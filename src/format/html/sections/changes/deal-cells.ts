/** Cells of tables with a deal a row. */
import type { Text } from '../../../../locale/text.js';
import { data as dataWords, type Words } from '../../../page.js';
import { dealNameWords } from '../../../pages/deal-name.js';
import { currencyPiece, stageWords } from '../../../pages/sections/changes-cells.js';
import { html, plainText, shortWords } from '../../markup.js';
import type { Page } from '../../page.js';
import type { TableCell, TableColumn } from '../../table.js';
import { textHead } from './cells.js';

interface Named {
  readonly id: string | null;
  readonly name: string | null;
  readonly places: readonly { readonly file: string; readonly row: number }[];
}

const CURRENCY: Text = { en: 'Currency', fa: 'ارز' };

/** What a deal is called; without name and id where it stands. */
export function nameCell({ id, name, places }: Named, page: Page): TableCell {
  const place = places.at(-1);
  // Where single deals are not told, nothing names them.
  if (place === undefined) return dealCell(name ?? id, page);
  return textCell(dealNameWords({ id, name, ...place }), page);
}

/** A text of a deal, such as its owner. */
export function dealCell(text: string | null, page: Page): TableCell {
  return text === null || text === '' ? { html: html`–`, sort: null } : textCell([dataWords(text)], page);
}

export function stageCell(stage: string | null, page: Page): TableCell {
  return stage === null ? { html: html`–`, sort: null } : textCell([stageWords(stage, page.options)], page);
}

export function textCell(said: Words, page: Page): TableCell {
  return { html: page.words(shortWords(said)), sort: plainText(said) };
}

interface Column<Row> {
  readonly heads: readonly TableColumn[];
  readonly cells: (row: Row) => TableCell[];
}

/** A column for the currency, where the deals are in several. */
export function currencyColumn<Row extends { readonly currency: string | null }>(
  rows: readonly Row[],
  page: Page,
): Column<Row> {
  const several = new Set(rows.map(({ currency }) => currency)).size > 1;
  if (!several) return { heads: [], cells: () => [] };
  return {
    heads: [textHead(CURRENCY, page)],
    cells: ({ currency }) => [textCell([currencyPiece(currency ?? '', page.options)], page)],
  };
}
