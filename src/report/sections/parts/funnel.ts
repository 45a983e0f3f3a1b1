import type { Funnel } from '../../../analysis/funnel.js';
import type { Measurement } from '../../../kpi/definition.js';
import { excludedEntry } from '../../excluded-entry.js';
import type { BuiltPart, PartOf } from '../definition.js';
import { measuredIn } from '../measured.js';
import type { funnelShape } from './funnel-schema.js';

export const funnel: BuiltPart<typeof funnelShape> = {
  absent: { funnel: [], funnelExcluded: [], becameOf: null },
  build: (context) => {
    const found = context.funnel();
    const becameOf = becameOfEntry(measuredIn(context, 'cohort_conversion').measurement);
    if (found === null) return { funnel: [], funnelExcluded: [], becameOf };
    return { funnel: funnelEntries(found), funnelExcluded: excludedEntry(found.excluded), becameOf };
  },
};

function becameOfEntry(measurement: Measurement): PartOf<typeof funnelShape>['becameOf'] {
  const { value, n: created, details = {}, excluded } = measurement;
  if (value === null) return null;
  const open = details['stillOpen'] ?? 0;
  const won = measurement.numerator?.total ?? 0;
  const decided = created - open;
  const { interval } = measurement;
  return {
    created,
    decided,
    won,
    lost: decided - won,
    open,
    interval: interval ? { ...interval } : null,
    excluded: excludedEntry(excluded.filter(({ n }) => n > 0)),
  };
}

function funnelEntries({ stages, source }: Funnel): PartOf<typeof funnelShape>['funnel'] {
  return stages.map(({ lostRows: _, interval, ...stage }) => ({
    ...stage,
    interval: interval === null ? null : { ...interval },
    source,
  }));
}
