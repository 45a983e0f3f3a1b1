import { cellRules } from './cells.js';
import { columnRules } from './columns.js';
import { fileRules } from './files.js';
import { moneyRules } from './money.js';
import { rowRules } from './rows.js';
import { tableRules } from './tables.js';

/** Every rule over warnings, in order of rank among themselves. */
export const warningRules = [
  ...columnRules,
  ...rowRules,
  ...moneyRules,
  ...cellRules,
  ...fileRules,
  ...tableRules,
] as const;
