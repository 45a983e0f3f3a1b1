import { stageColumn } from '../crm/stage-column.js';
import { NO_DAY } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { sheetRows } from '../model/row-places.js';
import type { ReadTable } from './read-table.js';
import type { StageNames } from './stage-names.js';

/** A date column of a deals file that says when its deals entered one stage. */
export interface EnteredColumn {
  readonly header: string;
  /** Code of the stage. */
  readonly stage: number;
  readonly days: DayColumn;
  /** Cells that stand for something else than a day, as text. */
  readonly unreadable: readonly number[];
}

/** The columns of one deals file that tell when stages were entered, in file order. */
export function enteredColumns({ plan, raw, reader }: ReadTable, names: StageNames): EnteredColumn[] {
  return [...plan.apart].flatMap(([column, { read }]): EnteredColumn[] => {
    const header = plan.head.columns[column] ?? '';
    const told = read ? stageColumn(header) : null;
    if (told === null || raw.columns[column] === undefined) return [];
    return [
      {
        header,
        stage: names.codeOf(told.name, told.stage),
        days: reader.as(column, 'day'),
        unreadable: reader.unreadableRows(column, 'day'),
      },
    ];
  });
}

/** The stages that one row of a deals file entered, by day; those of one day in the order of the columns. */
export function enteredAt(columns: readonly EnteredColumn[], row: number): { stage: number; day: number }[] {
  const entries: { stage: number; day: number }[] = [];
  for (const { stage, days } of columns) {
    const day = days[row] ?? NO_DAY;
    // Old and new properties of one stage usually carry the same day.
    if (day === NO_DAY || entries.some((one) => one.stage === stage && one.day === day)) continue;
    entries.push({ stage, day });
  }
  return entries.sort((a, b) => a.day - b.day);
}

/** Where each deal stands: the table it was read from and its row there; −1 where that is not one of the tables. */
export function originsOf(
  deals: Deals,
  tables: readonly ReadTable[],
): { readonly tableOf: Int32Array; readonly rowOf: Int32Array } {
  const key = (file: string, sheet: string | null): string => JSON.stringify([file, sheet]);
  const positions = new Map(
    tables.map(({ plan, raw }, index) => {
      const stands = sheetRows(raw.places);
      const largest = stands.reduce((max, row) => Math.max(max, row), 0);
      const local = new Int32Array(largest + 1).fill(-1);
      stands.forEach((row, at) => {
        local[row] = at;
      });
      return [key(plan.head.file, plan.head.sheet), { index, local }] as const;
    }),
  );
  const tableOf = new Int32Array(deals.size).fill(-1);
  const rowOf = new Int32Array(deals.size).fill(-1);
  let last = { file: '', sheet: null as string | null, found: positions.get('') };
  for (let deal = 0; deal < deals.size; deal++) {
    const { file, sheet, row } = deals.place(deal);
    if (file !== last.file || sheet !== last.sheet) last = { file, sheet, found: positions.get(key(file, sheet)) };
    if (last.found === undefined) continue;
    tableOf[deal] = last.found.index;
    rowOf[deal] = last.found.local[row] ?? -1;
  }
  return { tableOf, rowOf };
}
