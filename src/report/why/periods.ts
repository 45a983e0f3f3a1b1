import { isoDay } from '../../model/civil-day.js';
import { isAllTime, type Period, periodEndInclusive } from '../../model/period.js';
import { headlineOf } from '../headline.js';
import type { Report } from '../schema.js';
import type { SectionContext } from '../sections/context.js';
import type { WhyChange } from '../sections/parts/why-schema.js';
import { segmentationsOf, told } from '../segmentations.js';
import { changeEntry } from './entries.js';
import { type Explained, explain } from './explained.js';
import { namedIn } from './named.js';

/** Every change that the headline of a report names, taken apart; [] where nothing is compared. */
export function periodChanges(document: Report, context: SectionContext): WhyChange[] {
  const { question, before, frame, dataset, by, currency, speech } = context;
  if (before === null || frame === null) return [];
  const columns = told(segmentationsOf(dataset.deals, by), context);
  const asked = by.flat();
  const inside = { questions: { before, after: question }, frame, columns, asked, names: namesTold(context) };
  return namedIn(headlineOf(document)).flatMap((named) => {
    const explained = explain(named, inside);
    return explained === null ? [] : [entryOf(explained, currency, speech)];
  });
}

function entryOf(explained: Explained, currency: string | null, speech: SectionContext['speech']): WhyChange {
  const { periods, by, ...rest } = explained;
  return changeEntry(
    {
      ...rest,
      between: 'periods',
      currency,
      alike: by,
      days: { before: daysOf(periods.before), after: daysOf(periods.after) },
      beside: { beside: by === 'part_of_quarter' ? periods.before.label : null, days: null, due: null },
    },
    speech,
  );
}

/** Whether names of people may be told that nobody asked for. */
export function namesTold({ samples = 'full' }: Pick<SectionContext, 'samples'>): boolean {
  return samples === 'full';
}

/** The days of a period; null = all data. */
export function daysOf(period: Period): WhyChange['days']['before'] {
  if (isAllTime(period)) return null;
  return { start: isoDay(period.start), end: isoDay(periodEndInclusive(period)) };
}
