import { z } from 'zod';
import { type Cohorts, cohortsOf } from '../../../analysis/cohorts.js';
import { type ConversionByAge, conversionByAge } from '../../../analysis/conversion-by-age.js';
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
  conversion: z
    .strictObject({
      grain: z.string(),
      ages: z
        .array(z.number().int())
        .describe('days; nine in ten won deals were won by the last, where ages reach so far'),
      until: day.describe('the last day that counts: of the asked period, or the snapshot'),
      rows: z.array(
        z.strictObject({
          label: z.string().describe('of the period of creation'),
          start: day,
          size: z.number().int().describe('deals created in it'),
          won: z
            .array(z.number().int().nullable())
            .describe('of them, won within each of `ages`; null where not every deal has had so many days'),
        }),
      ),
      unseen: z
        .strictObject({
          periods: z.number().int().describe('left out'),
          closingsFrom: day.describe('where the closings of the file begin'),
        })
        .nullable()
        .describe('periods whose early wins the file cannot have seen; null where it saw them all'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
    })
    .nullable()
    .describe(
      'how many of the deals created in a period are won, at equal age; null under ten wins or without lost deals',
    ),
};

export const cohorts: BuiltPart<typeof shape> = {
  shape,
  absent: { cohorts: null, conversion: null },
  build: ({ question, grain }) => {
    const found = cohortsOf(question, grain === 'month' || grain === 'year' ? grain : 'quarter');
    const conversion = conversionByAge(question, grain);
    return {
      cohorts: found === null ? null : cohortsEntry(found),
      conversion: conversion === null ? null : conversionEntry(conversion),
    };
  },
};

function conversionEntry(found: ConversionByAge): NonNullable<PartOf<typeof shape>['conversion']> {
  const { grain, ages, until, rows, unseen, excluded } = found;
  return {
    grain,
    ages: [...ages],
    until: isoDay(until),
    rows: rows.map(({ period, size, won }) => ({
      label: period.label,
      start: isoDay(period.start),
      size,
      won: [...won],
    })),
    unseen: unseen === null ? null : { periods: unseen.periods, closingsFrom: isoDay(unseen.closingsFrom) },
    excluded: excludedEntry(excluded),
  };
}

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
