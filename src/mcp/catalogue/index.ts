/** Every tool, in the order in which an assistant reads them. */
import type { ToolDefinition } from '../definition.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { customers } from './customers.js';
import { deals } from './deals.js';
import { explain } from './explain.js';
import { forecast } from './forecast.js';
import { inspect } from './inspect.js';
import { listKpis } from './list-kpis.js';
import { report } from './report.js';

export const tools: readonly ToolDefinition[] = [
  listKpis,
  inspect,
  report,
  explain,
  check,
  compare,
  forecast,
  deals,
  customers,
];
