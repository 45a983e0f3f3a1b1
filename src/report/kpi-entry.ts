import type { Frame } from '../analysis/alike.js';
import { type Change, compareMeasurements, type LikeForLike } from '../analysis/compare.js';
import type { Kpi, Measurement, Note, Part } from '../kpi/definition.js';
import { WHOLE } from '../kpi/edges.js';
import { lookOnce } from '../kpi/figures.js';
import type { Measured } from '../kpi/measure.js';
import { once, said } from '../locale/said.js';
import { type Speech, styleOf } from '../locale/say.js';
import { messageEntry, periodEntry } from './documents.js';
import type { KpiEntry } from './schema.js';

/** A KPI as the documents print it, with the compared period's figure beside it where there is one. */
export function kpiEntry(
  current: Measured,
  previous: Measured | null,
  speech: Speech,
  target: KpiEntry['target'] = null,
  frame: Frame | null = null,
): KpiEntry {
  const { kpi, measurement, byCurrency } = current;
  const apart = previous === null ? [] : notCompared(current, previous);
  const before = new Map(previous?.byCurrency?.map((one) => [one.currency, one.measurement]));
  const { lang } = styleOf(speech);
  return {
    id: kpi.id,
    title: kpi.title[lang],
    unit: kpi.unit,
    better: kpi.better === 'neither' ? null : kpi.better,
    ...figuresOf(kpi, measurement, previous?.measurement ?? null, apart, frame, speech),
    target,
    byCurrency:
      byCurrency === null
        ? null
        : byCurrency.map(({ currency, measurement: one }) => ({
            currency,
            ...figuresOf(kpi, one, before.get(currency) ?? null, apart, frame, speech),
          })),
    definition: kpi.definition[lang],
    formula: kpi.formula[lang],
    source: kpi.source,
  };
}

type Figures = Omit<NonNullable<KpiEntry['byCurrency']>[number], 'currency'>;

/** A measurement and all that stands beside it, of the total or of one currency. */
function figuresOf(
  kpi: Kpi,
  measurement: Measurement,
  previous: Measurement | null,
  apart: readonly Note[],
  frame: Frame | null,
  speech: Speech,
): Figures {
  lookOnce(measurement);
  const valued = measurement.value === null ? null : measurement;
  const change = previous === null || apart.length > 0 ? null : compareMeasurements(kpi, measurement, previous, frame);
  return {
    value: measurement.value,
    n: measurement.n,
    numerator: partTotal(valued?.numerator),
    denominator: partTotal(valued?.denominator),
    interval: valued?.interval ? { ...valued.interval } : null,
    distribution: valued?.distribution ? { ...valued.distribution } : null,
    excluded: measurement.excluded.filter(({ n }) => n > 0).map(({ reason, n }) => ({ reason, n })),
    bounds: valued?.bounds ? { ...valued.bounds } : null,
    previous: previous === null ? null : previousEntry(previous),
    change: change === null ? null : changeEntry(change),
    details: { ...measurement.details },
    ranking: valued?.ranking === undefined ? null : valued.ranking.map((part) => ({ ...part })),
    rankingTotal: valued?.ranking === undefined ? null : (valued.rankingTotal ?? valued.ranking.length),
    reason: measurement.value === null ? measurement.reason : null,
    notes: [...(measurement.notes ?? []), ...apart].map((note) => messageEntry(note, speech)),
  };
}

/** Why two figures are not compared: the files do not tell the whole of both periods. */
function notCompared(current: Measured, previous: Measured): Note[] {
  const notes = [current, previous].flatMap(({ coverage = WHOLE }) =>
    coverage.state === 'whole' ? [] : coverage.notes,
  );
  if (previous.coverage?.running !== undefined) notes.push(previous.coverage.running);
  if (notes.length === 0) return [];
  if (current.measurement.value === null && current.byCurrency === null) return [];
  return [said('not_compared', { because: once(notes) })];
}

function partTotal(part: Part | undefined): number | null {
  return part === undefined ? null : part.total;
}

function previousEntry(measurement: Measurement): NonNullable<KpiEntry['previous']> {
  return { value: measurement.value, n: measurement.n, reason: measurement.value === null ? measurement.reason : null };
}

function changeEntry({ interval, likeForLike, ...change }: Change): NonNullable<KpiEntry['change']> {
  return {
    ...change,
    interval: interval === null ? null : { ...interval },
    likeForLike: likeForLike === null ? null : alikeEntry(likeForLike),
  };
}

function alikeEntry({ interval, period, ...alike }: LikeForLike): NonNullable<KpiEntry['change']>['likeForLike'] {
  return { ...alike, period: periodEntry(period), interval: interval === null ? null : { ...interval } };
}
