import type { PresetDefinition } from '../../crm/definition.js';
import type { CategoryColumn, FlagColumn } from '../../model/column.js';
import type { Outcome } from '../../model/outcome.js';
import type { MappedColumn } from '../mapping.js';
import { meanings } from '../outcome.js';
import type { TableReader } from '../table-reader.js';

export type Told = 'closed' | 'open' | null;

/**
 * Whether a deal is closed or open by what its flags, status and stage say, before any date is asked: dates are judged
 * by it. Null where they say nothing.
 */
export function toldOutcome(
  reader: TableReader,
  fields: ReadonlyMap<string, MappedColumn>,
  preset: PresetDefinition,
  stages: Readonly<Record<string, Outcome>>,
): (row: number) => Told {
  const flags = (field: string): FlagColumn | undefined => {
    const mapped = fields.get(field);
    return mapped === undefined ? undefined : reader.as(mapped.column, 'boolean');
  };
  const [isWon, isClosed] = [flags('is_won'), flags('is_closed')];
  const named = ['status', 'stage'].flatMap((field) => {
    const mapped = fields.get(field);
    if (mapped === undefined) return [];
    const { codes, values }: CategoryColumn = reader.as(mapped.column, 'category');
    const told = meanings(values, preset, stages);
    const known = told.map(({ outcome, reason }): Told => {
      if (reason === 'closed_somehow' || outcome === 'won' || outcome === 'lost') return 'closed';
      return outcome === 'open' && reason !== 'no_closing_word' ? 'open' : null;
    });
    const guessed = told.map(({ outcome }): Told => (outcome === 'open' ? 'open' : null));
    return [{ codes, known, guessed }];
  });
  return (row) => {
    if (isWon?.[row] === 1 || isClosed?.[row] === 1) return 'closed';
    if (isClosed?.[row] === 0) return 'open';
    for (const { codes, known } of named) {
      const told = known[codes[row] ?? 0] ?? null;
      if (told !== null) return told;
    }
    for (const { codes, guessed } of named) {
      const told = guessed[codes[row] ?? 0] ?? null;
      if (told !== null) return told;
    }
    return null;
  };
}
