import { headerKey } from '../crm/header.js';
import { stageColumn } from '../crm/stage-column.js';
import { said } from '../locale/said.js';
import { suggest } from '../locale/suggest.js';
import type { ColumnReason } from '../model/dataset.js';
import type { Role } from '../model/fields.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { findColumn } from './find-column.js';
import { warning } from './warning.js';

/** A column that is taken for no field, and why. */
export interface ColumnApart {
  readonly reason: ColumnReason;
  /** It is read as days on which a stage was entered. */
  readonly read: boolean;
}

/** What a date column of the stage history is called where fields are named. It cannot be mapped. */
export const STAGE_ENTERED = 'stage_entered';

/** The columns that hold no field whatever their names are like: the ones to ignore, and those of a stage history. */
export function columnsApart(
  headers: readonly string[],
  role: Role,
  ignore: readonly string[],
): ReadonlyMap<number, ColumnApart> {
  const apart = new Map<number, ColumnApart>();
  if (role === 'deals') {
    headers.forEach((header, column) => {
      const told = stageColumn(header);
      if (told === null) return;
      if (told.tells === 'entered')
        apart.set(column, { reason: said('stage_entered', { stage: told.stage }), read: true });
      else if (told.tells === 'time') apart.set(column, { reason: said('time_in_stage'), read: false });
      else apart.set(column, { reason: said('stage_left'), read: false });
    });
  }
  for (const column of ignoredColumns(headers, ignore)) {
    apart.set(column, { reason: said('said_with_ignore'), read: false });
  }
  return apart;
}

/** The columns with a header that is to be ignored; of headers that repeat, every one (`Notes`, `Notes #2`). */
export function ignoredColumns(headers: readonly string[], ignore: readonly string[]): readonly number[] {
  const exact = new Set(ignore.map((name) => findColumn(headers, name)).filter((column) => column >= 0));
  const keys = new Set(ignore.map(headerKey));
  headers.forEach((header, column) => {
    if (/ #\d+$/.test(header) && keys.has(headerKey(header.replace(/ #\d+$/, '')))) exact.add(column);
  });
  return [...exact];
}

/** Headers to ignore that no file has: a column that was meant may still be in use. */
export function ignoreWarnings(
  ignore: readonly string[],
  tables: readonly { readonly plan: { readonly head: { readonly columns: readonly string[] } } }[],
): LoadWarning[] {
  const headers = tables.flatMap(({ plan }) => plan.head.columns);
  return ignore
    .filter((name) => ignoredColumns(headers, [name]).length === 0)
    .map((name) => {
      const near = suggest(name, headers);
      return warning(said('nothing_to_ignore', { column: name, near }));
    });
}
