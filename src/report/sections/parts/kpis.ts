import type { Measured, Question } from '../../../kpi/measure.js';
import { withCouldBe } from '../../could-be.js';
import { kpiEntry } from '../../kpi-entry.js';
import { targetEntry } from '../../targets.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import type { kpisShape } from './kpis-schema.js';

export const kpis: BuiltPart<typeof kpisShape> = {
  build: ({ dataset, question, resolved, current, previous, frame, speech }) => ({
    kpis: current.map((measured, index) =>
      withCouldBe(
        kpiEntry(measured, previous?.[index] ?? null, speech, targetOf(measured, resolved, question), frame),
        dataset.couldBe ?? [],
        speech,
      ),
    ),
  }),
};

function targetOf(
  { kpi: { id }, measurement: { value } }: Measured,
  { targets }: Pick<SectionContext['resolved'], 'targets'>,
  { period }: Question,
): PartOf<typeof kpisShape>['kpis'][number]['target'] {
  const target = targets[id];
  return target === undefined ? null : targetEntry(id, target, value, period);
}
