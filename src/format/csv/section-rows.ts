/** The figures of open deals by age, of the time to close, and how many deals are behind a figure, as rows. */
import type { Report } from '../../report/schema.js';
import { type FigureRow, type Group, groupsOf, leftOut, periodCells } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Snapshot = NonNullable<Report['pipeline']>['atNewest'];
type Counted = Pick<Snapshot, 'n' | 'byAge' | 'undated' | 'priced' | 'amount'>;

/** Open deals on both days: in all, by stage, and either by age. */
export function* pipelineRows({ pipeline }: Report): Rows {
  if (pipeline === null) return;
  const { atEnd, atNewest, bands } = pipeline;
  if (atEnd !== null) yield* snapshotRows(atEnd, 'at_end', bands);
  yield* snapshotRows(atNewest, 'newest', bands);
}

function* snapshotRows(snapshot: Snapshot, when: string, bands: readonly Span[]): Rows {
  const { day, currency, stages, rest, reason } = snapshot;
  const base = { section: 'pipeline', end: day };
  if (reason !== null) {
    yield { ...base, measure: `open_${when}`, value: null, unit: 'count', reason };
    return;
  }
  const rows = function* (counted: Counted, measure: string, groups: readonly Group[]): Rows {
    const { n, byAge, undated, priced, amount } = counted;
    yield { ...base, measure, ...groupsOf(groups), value: n, unit: 'count' };
    // A third pair of columns would be one of every table.
    for (const [at, band] of (groups.length > 1 ? [] : bands).entries()) {
      yield { ...base, measure, ...groupsOf([...groups, ['age', spanName(band)]]), value: byAge[at], unit: 'count' };
    }
    if (undated > 0 && groups.length < 2) {
      yield { ...base, measure, ...groupsOf([...groups, ['age', '']]), value: undated, unit: 'count' };
    }
    const money = { value: amount, unit: 'money', currency, n: priced };
    yield { ...base, measure: measure.replace('open', 'amount'), ...groupsOf(groups), ...money };
  };
  yield* rows(snapshot, `open_${when}`, []);
  for (const { stage, pipeline, ...counted } of stages) {
    const own: readonly Group[] = [['stage', stage], ...(pipeline === null ? [] : [['pipeline', pipeline] as const])];
    yield* rows(counted, `open_${when}`, own);
  }
  if (rest !== null) yield* rows(rest, `open_in_rest_${when}`, []);
}

/** The marks of the won and the lost deals, and how many took how long. */
export function* cycleRows({ cycle, period }: Report): Rows {
  if (cycle === null) return;
  const { n, mean, median, p75, p90, reason, lost, bins, excluded } = cycle;
  const base = { section: 'cycle', ...periodCells(period) };
  yield { ...base, measure: 'won', value: n, unit: 'count', reason };
  for (const [measure, value] of Object.entries({ mean, median, p75, p90 })) {
    yield { ...base, measure, value, unit: 'days', n };
  }
  yield { ...base, measure: 'lost', value: lost.n, unit: 'count', reason: lost.reason };
  yield { ...base, measure: 'lost_mean', value: lost.mean, unit: 'days', n: lost.n };
  yield { ...base, measure: 'lost_median', value: lost.median, unit: 'days', n: lost.n };
  for (const bin of bins) {
    const days = groupsOf([['days', spanName(bin)]]);
    yield { ...base, measure: 'won', ...days, value: bin.won, unit: 'count' };
    yield { ...base, measure: 'lost', ...days, value: bin.lost, unit: 'count' };
  }
  for (const one of excluded) yield { section: 'cycle', ...leftOut(one.reason, one.n) };
}

/** How many deals are behind each figure. */
export function* evidenceRows({ evidence, period }: Report, about: (id: string) => Partial<FigureRow>): Rows {
  for (const { kpi, total } of evidence) {
    const { title } = about(kpi);
    yield { section: 'evidence', kpi, title, measure: 'deals', ...periodCells(period), value: total, unit: 'count' };
  }
}

interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** `0-59`, `120+`: the same in every language. */
function spanName({ from, to }: Span): string {
  return to === null ? `${from}+` : `${from}-${to - 1}`;
}
