import type { CellReading } from '../model/cell-reading.js';
import { spreadNumbers } from '../model/column.js';
import type { TextColumn } from '../model/text-column.js';
import { DistinctCells } from './distinct-cells.js';
import { type DateOrder, decideDateFormat, isOnePlace, type ZoneDay } from './parse/date.js';
import { type NumberFormat, numberFormatOf } from './parse/number.js';
import { sureDays } from './parse/sure-days.js';
import { type SureNumbers, sureNumbers } from './parse/sure-numbers.js';
import { readDays, readNumbers, readRatios } from './read-columns.js';

/**
 * Reads further columns as the mapped ones are read: how numbers and days are written is decided once, over the whole
 * column; where its cells do not settle the order of day and month, the user's word or the file's other dates do.
 */
export function cellReading({
  zone,
  zoneSaid = false,
  dateOrder,
  decimal,
  sibling = null,
}: {
  readonly zone: ZoneDay;
  /** The user named the zone. */
  readonly zoneSaid?: boolean | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** The order that the file's date fields are written in; null where nothing showed it. */
  readonly sibling?: 'dmy' | 'mdy' | null;
}): CellReading {
  const numbers = (column: TextColumn): readonly [SureNumbers, NumberFormat] => {
    const sure = sureNumbers(new DistinctCells(column));
    return [sure, numberFormatOf(sure.evidence, null, decimal ?? null)];
  };
  return {
    numbers: (column) => readNumbers(...numbers(column)).data,
    ratios: (column) => spreadNumbers(readRatios(...numbers(column)).data),
    days: (column) => {
      const persian = column.kind === 'dictionary' && column.values.some((text) => PERSIAN.test(text));
      const hints = { sibling, persian, ...(dateOrder === undefined ? {} : { option: dateOrder }) };
      const sure = sureDays(new DistinctCells(column));
      const asWritten = !zoneSaid && isOnePlace(sure.evidence.offsets);
      return readDays(sure, { ...decideDateFormat(sure.evidence, hints), asWritten }, zone).data;
    },
  };
}

/** Letters and digits of Persian and Arabic script. */
const PERSIAN = /[\u0600-\u06ff]/;
