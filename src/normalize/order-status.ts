import { orderMeaning, orderStatusColumns } from '../crm/order-status.js';
import type { NumberColumn } from '../model/column.js';
import { parseFlag } from './parse/number.js';
import type { ReadTable } from './read-table.js';
import type { MarkedRows } from './row-marks.js';

/** What became of the orders of a log, where it says so. */
export interface OrderFates {
  /** 1 for a row whose sale was taken back (cancelled, returned, refunded, failed): it is no sale. */
  readonly notSold: Uint8Array;
  /** The rows taken back, an entry per column and value. */
  readonly marked: readonly MarkedRows[];
  /** Values of orders that are not paid or sent yet; they count. */
  readonly waiting: readonly { readonly column: string; readonly value: string; readonly rows: number }[];
}

/**
 * Reads what the status columns of an order log say. A row with a negative amount or quantity stays, whatever its
 * status: it is the credit that takes an earlier sale back, and both together are nothing.
 */
export function orderFates(
  { plan, reader, mapping }: ReadTable,
  amount: NumberColumn | undefined,
  quantity: NumberColumn | undefined,
): OrderFates {
  const notSold = new Uint8Array(reader.size);
  const marked: MarkedRows[] = [];
  const waiting: OrderFates['waiting'][number][] = [];
  const said = mapping.fields.get('status')?.column;
  const told = orderStatusColumns(plan.head.columns);
  const columns =
    said === undefined || told.some(({ column }) => column === said) ? told : [{ column: said, flag: false }, ...told];
  const credit = (row: number): boolean => (amount?.[row] ?? 0) < 0 || (quantity?.[row] ?? 0) < 0;
  for (const { column, flag } of columns) {
    if (!reader.has(column)) continue;
    const { codes, values } = reader.as(column, 'category');
    const meaning = values.map((value) => (value === '' ? 'sold' : flag ? takenBack(value) : orderMeaning(value)));
    if (!meaning.some((one) => one !== 'sold')) continue;
    const rows = new Uint32Array(values.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      if (meaning[code] === 'sold' || notSold[row] === 1) continue;
      if (meaning[code] === 'not_sold') {
        if (credit(row)) continue;
        notSold[row] = 1;
      }
      rows[code] = (rows[code] ?? 0) + 1;
    }
    values.forEach((value, code) => {
      const n = rows[code] ?? 0;
      if (n === 0) return;
      if (meaning[code] === 'waiting') waiting.push({ column: reader.header(column), value, rows: n });
      else marked.push({ column: reader.header(column), value, rows: n, what: 'row_no_sale' });
    });
  }
  return { notSold, marked: flagsTogether(marked), waiting };
}

/** Days of cancelling are as many values as rows: said once. */
const LISTED = 3;

function flagsTogether(marked: readonly MarkedRows[]): MarkedRows[] {
  const byColumn = new Map<string, MarkedRows[]>();
  for (const one of marked) byColumn.set(one.column, [...(byColumn.get(one.column) ?? []), one]);
  return [...byColumn.values()].flatMap((all) => {
    if (all.length <= LISTED) return all;
    const value = `${all
      .slice(0, LISTED)
      .map((one) => one.value)
      .join(', ')}, …`;
    return [
      { column: all[0]?.column ?? '', value, rows: all.reduce((sum, { rows }) => sum + rows, 0), what: 'row_no_sale' },
    ];
  });
}

/** A flag that says no takes nothing back; a yes, a day or any other word does. */
function takenBack(value: string): 'sold' | 'not_sold' {
  const flag = parseFlag(value);
  return flag === false || flag === null || /^0*(?:\.0+)?$/.test(value.trim()) ? 'sold' : 'not_sold';
}
