import type { Calendar } from '../model/period.js';
import type { ReadTable } from './read-table.js';

/** The columns of days that periods are counted by. */
const PERIOD_DAYS = [
  'created_at',
  'closed_at',
  'close_date',
  'won_at',
  'lost_at',
  'started_at',
  'ended_at',
  'expected_close',
];

/** The calendar of the first column of days that has any; Gregorian where none has. */
export function calendarIn(tables: readonly ReadTable[]): Calendar {
  for (const { reader, mapping } of tables) {
    for (const field of PERIOD_DAYS) {
      const column = mapping.fields.get(field)?.column;
      if (column === undefined) continue;
      const calendar = reader.calendar(column);
      if (calendar !== null) return calendar;
    }
  }
  return 'gregorian';
}
