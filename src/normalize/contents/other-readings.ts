import { headerKey } from '../../crm/header.js';
import type { ReadTable } from '../read-table.js';
import type { ReaderSettings } from '../table-reader.js';
import { type Missing, Sample } from './could-be.js';

const LEADS = /(?<!\p{L})(?:leads?|mql|sql|prospects?|interessenten?|سرنخ|لید)(?!\p{L})|e ?-?mail|ایمیل/u;

/**
 * What a file that holds no deals as far as its headers tell could hold by its cells: deals where a column's values are
 * stages, orders where there are amounts on days, leads where there are people: the options that say so, with the columns.
 */
export function otherReadings({ plan }: ReadTable, settings: ReaderSettings): string[] {
  const { head, role } = plan;
  if (role === 'history' || role === 'orders' || head.sample.length === 0) return [];
  const sample = new Sample(head, plan.recognition.preset, settings, new Set());
  const first = (field: Missing): string | undefined => sample.columnsFor(field)[0];
  const [stage, amount, close, created, customer] = [
    first('outcome'),
    first('amount'),
    first('closed_at'),
    first('created_at'),
    first('customer'),
  ];
  const file = /\s/.test(head.file) ? `"${head.file}"` : head.file;
  const readings: string[] = [];
  if (stage !== undefined) {
    const days = created !== undefined && created !== close ? map('created_at', created) : '';
    readings.push(
      `--deals ${file}${map('stage', stage)}${map('amount', amount)}${map('close_date', close)}${days}${map('account', customer)}`,
    );
  } else if (amount !== undefined && close !== undefined) {
    readings.push(
      `--orders ${file}${map('orders.amount', amount)}${map('orders.ordered_at', close)}${map('orders.customer', customer)}`,
    );
  }
  if (role === 'lookup' && amount === undefined && head.columns.some((header) => LEADS.test(headerKey(header)))) {
    readings.push(`--leads ${file}`);
  }
  return readings;
}

function map(field: string, column: string | undefined): string {
  return column === undefined ? '' : ` --map ${field}="${column}"`;
}
