import { z } from 'zod';
import { type Cohorts, cohortsOf } from '../../../analysis/cohorts.js';
import { isoDay } from '../../../model/civil-day.js';
import { excludedEntry } from '../../excluded-entry.js';
import { day } from '../../schema-parts.js';
import type { BuiltPart, PartOf } from '../definition.js';

const shape = {
  cohorts: z
    .strictObject({
      grain: z.string(),
      partial: z.boolean().describe('the last share of every row is about a period that is not over'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
      rows: z.array(
        z.strictObject({
          label: z.string().describe('of the period of the first purchase'),
          start: day,
          size: z.number().int(),
          retained: z.array(z.number().nullable()),
        }),
      ),
    })
    .nullable(),
};

export const cohorts: BuiltPart<typeof shape> = {
  shape,
  absent: { cohorts: null },
  build: ({ question, grain }) => {
    const found = cohortsOf(question, grain === 'month' || grain === 'year' ? grain : 'quarter');
    return { cohorts: found === null ? null : cohortsEntry(found) };
  },
};

function cohortsEntry({ grain, rows, partial, excluded }: Cohorts): NonNullable<PartOf<typeof shape>['cohorts']> {
  const periods = Math.max(0, ...rows.map(({ active }) => active.length));
  return {
    grain,
    partial,
    excluded: excludedEntry(excluded),
    rows: rows.map(({ period, size, active }) => ({
      label: period.label,
      start: isoDay(period.start),
      size,
      // Periods after the snapshot are null: nobody can have bought in them yet.
      retained: Array.from({ length: periods }, (_, index) => {
        const buyers = active[index];
        return buyers === undefined ? null : buyers / size;
      }),
    })),
  };
}
