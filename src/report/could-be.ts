import { said } from '../locale/said.js';
import type { Speech } from '../locale/say.js';
import type { CouldBe } from '../model/dataset.js';
import { messageEntry } from './documents.js';
import type { KpiEntry } from './schema.js';

/** The note of a figure that misses a field: which columns could hold it. Printed beside the reason. */
export const COULD_BE = 'could_be';

/** A figure that misses a field, with the columns that could hold it and the option that says so. */
export function withCouldBe(entry: KpiEntry, couldBe: readonly CouldBe[], speech: Speech): KpiEntry {
  if (entry.reason === null) return entry;
  const field = entry.reason === 'no_priced_deals' ? 'amount' : entry.reason.replace(/^missing_field:/, '');
  const found = couldBe.filter((one) => one.field === field);
  const first = found[0];
  if (first === undefined) return entry;
  const columns = [...new Set(found.flatMap((one) => one.columns))];
  const note = said(COULD_BE, { columns, option: first.option });
  return { ...entry, notes: [...entry.notes, messageEntry(note, speech)] };
}
