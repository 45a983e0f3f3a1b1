import { type Cohorts, cohortsOf } from '../../../analysis/cohorts.js';
import { type ConversionByAge, conversionByAge } from '../../../analysis/conversion-by-age.js';
import { isoDay } from '../../../model/civil-day.js';
import { excludedEntry } from '../../excluded-entry.js';
import type { QuestionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import type { cohortsShape } from './cohorts-schema.js';

export const cohorts: BuiltPart<typeof cohortsShape, QuestionContext> = {
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

function conversionEntry(found: ConversionByAge): NonNullable<PartOf<typeof cohortsShape>['conversion']> {
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

function cohortsEntry({
  grain,
  rows,
  partial,
  excluded,
}: Cohorts): NonNullable<PartOf<typeof cohortsShape>['cohorts']> {
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
