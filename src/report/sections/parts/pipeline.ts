import type { DayBin } from '../../../analysis/day-bins.js';
import { ageBands } from '../../../analysis/open-by-age.js';
import { newest, openDeals } from '../../../analysis/open-deals.js';
import { stagesInOrder } from '../../../analysis/stages-in-order.js';
import { pointInTime } from '../../../kpi/snapshot.js';
import { dayEntry } from '../../deal-entry.js';
import { openDealsEntry } from '../../open-deals-entry.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import { measuredIn } from '../measured.js';
import type { pipelineShape } from './pipeline-schema.js';

export const pipeline: BuiltPart<typeof pipelineShape> = {
  absent: { pipeline: null },
  build: (context) => ({ pipeline: pipelineEntry(context) }),
};

function pipelineEntry(context: SectionContext): PartOf<typeof pipelineShape>['pipeline'] {
  const { question } = context;
  const now = newest(question);
  const asOf = now.undated === true ? null : now.asOf;
  const end = question.undated === true ? null : pointInTime(question);
  const bands = ageBands(question);
  const places = stagesInOrder(question);
  const frame = { bands: bands.map(plain), places };
  return {
    asOf: dayEntry(asOf),
    end: dayEntry(end),
    bands: bands.map(plain),
    atEnd: end === null ? null : openDealsEntry(openThen(context), question, end, frame),
    atNewest: openDealsEntry(openDeals(now), now, asOf, frame),
  };
}

/** The deals behind `open_deals`, which knows what the files do not tell. */
function openThen(context: SectionContext): ReturnType<typeof openDeals> {
  const { measurement } = measuredIn(context, 'open_deals');
  if (measurement.value === null) return { deals: null, reason: measurement.reason };
  return { deals: context.question.population.select(measurement.rows ?? new Uint32Array(0)), reason: null };
}

function plain({ from, to }: DayBin): { from: number; to: number | null } {
  return { from, to };
}
