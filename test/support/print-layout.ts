import { SIXTEEN_DEALS } from './deals.js';

/** A deal as every layout below prints it. '' = nothing in the cell. Days are ISO texts, `probability` is 0…1. */
export interface LayoutDeal {
  readonly id: string;
  readonly account: string;
  readonly owner: string;
  readonly source: string;
  readonly created: string;
  readonly closed: string;
  readonly outcome: 'won' | 'lost' | 'open';
  readonly amount: string;
  readonly probability: string;
  readonly expected: string;
}

/** How one system would export the deals: a file name and its whole text. */
export interface Layout {
  readonly file: string;
  /** The preset that should be recognized. */
  readonly preset: string;
  readonly print: (deals: readonly LayoutDeal[]) => string | Uint8Array;
}

/** Section 12's sixteen deals, as records. */
export function sixteenLayoutDeals(): LayoutDeal[] {
  const [, ...rows] = SIXTEEN_DEALS.trim().split('\n');
  return rows.map((row) => {
    const cells = row
      .trim()
      .split(/\s+/)
      .map((cell) => (cell === '.' ? '' : cell));
    const [id = '', account = '', owner = '', source = '', created = '', closed = ''] = cells;
    const [outcome = '', amount = '', probability = '', expected = ''] = cells.slice(6);
    if (outcome !== 'won' && outcome !== 'lost' && outcome !== 'open') throw new Error(`no outcome "${outcome}"`);
    return { id, account, owner, source, created, closed, outcome, amount, probability, expected };
  });
}

export type Cells = readonly (readonly [header: string, cell: (deal: LayoutDeal, index: number) => string])[];

export interface Style {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll?: boolean;
}

export const PLAIN: Style = { delimiter: ',', newline: '\r\n' };

export function print(deals: readonly LayoutDeal[], cells: Cells, style: Style): string {
  const line = (texts: readonly string[]): string => texts.map((text) => quoted(text, style)).join(style.delimiter);
  const rows = deals.map((deal, index) => line(cells.map(([, cell]) => cell(deal, index))));
  return [line(cells.map(([header]) => header)), ...rows, ''].join(style.newline);
}

function quoted(text: string, { delimiter, quoteAll = false }: Style): string {
  const needed = quoteAll || text.includes(delimiter) || /["\r\n]/.test(text);
  return needed ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `2024-02-19` → `2/19/2024`. */
export function american(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return day === '' ? '' : `${Number(month)}/${Number(date)}/${year}`;
}

export const at = (day: string, time: string): string => (day === '' ? '' : `${day}${time}`);
export const percent = (share: string): string => String(Math.round(Number(share) * 100));
export const weighted = (deal: LayoutDeal): string =>
  deal.amount === '' ? '' : String(Number(deal.amount) * Number(deal.probability));
/** One column for both: the actual day when closed, the expected one while open. */
export const dualClose = (deal: LayoutDeal): string => deal.closed || deal.expected;
export const stageByOutcome = (open: string) => (deal: LayoutDeal) =>
  ({ won: 'Closed Won', lost: 'Closed Lost', open })[deal.outcome];

/** 12000 → `12.000,00`. */
export function european(amount: number): string {
  return `${String(Math.trunc(amount)).replace(/\B(?=(\d{3})+$)/g, '.')},00`;
}
