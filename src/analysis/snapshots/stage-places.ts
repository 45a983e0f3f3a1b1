/** Which stage comes before which, for stages of several snapshots. */

import { counted } from '../../kpi/populations.js';
import { closingNames, placesOf } from '../../kpi/stage-way.js';
import { orderByNames } from '../../kpi/stage-words.js';
import { foldText } from '../../locale/fold.js';
import { numbersIn } from '../../model/column.js';
import { partOfHistory } from '../../model/history.js';
import { OPEN } from '../../model/outcome.js';
import type { Snapshot } from './definition.js';

/** Place of a stage in its pipeline, both folded; null where nothing tells. */
export type PlaceOf = (pipeline: string, stage: string) => number | null;

interface Stage {
  readonly name: string;
  sum: number;
  known: number;
}

/**
 * The order of the open stages of each pipeline: as the deals of the newest snapshot passed through them where a history
 * tells it, else by the numbers in their names, the usual words or the mean probability of the open deals in them, over
 * all snapshots. Stages of one pipeline say nothing of those of another.
 */
export function stagePlaces(snapshots: readonly Snapshot[]): PlaceOf {
  const found = new Map<string, ReadonlyMap<string, number>>();
  return (pipeline, stage) => {
    let places = found.get(pipeline);
    if (places === undefined) {
      places = placesIn(snapshots, pipeline);
      found.set(pipeline, places);
    }
    return places.get(stage) ?? null;
  };
}

function placesIn(snapshots: readonly Snapshot[], pipeline: string): ReadonlyMap<string, number> {
  const newest = snapshots[snapshots.length - 1];
  const { history = null } = newest ?? {};
  if (newest !== undefined && history !== null && history.size > 0) {
    const rows = rowsIn(newest, pipeline);
    const own = rows.length === newest.deals.size ? history : partOfHistory(history, rows);
    const closing = closingNames(counted(newest.deals.all()), newest.closing ?? []);
    return numbered(placesOf(own, closing).stages);
  }
  const stages = new Map<string, Stage>();
  for (const snapshot of snapshots) collect(snapshot, pipeline, stages);
  const list = [...stages.values()];
  const order = orderByNames(
    list.map(({ name }) => name),
    () => list.map(({ sum, known }) => sum / known),
  );
  return numbered((order ?? []).map((at) => list[at]?.name ?? ''));
}

/** Stages of the deals that are open, with their probabilities. */
function collect(snapshot: Snapshot, pipeline: string, stages: Map<string, Stage>): void {
  const { deals } = snapshot;
  const closing = closingNames(counted(deals.all()), snapshot.closing ?? []);
  const { codes, values } = deals.column('stage');
  const [outcome, probabilityAt] = [deals.column('outcome'), numbersIn(deals.column('probability'))];
  const keys = values.map(foldText);
  for (const row of rowsIn(snapshot, pipeline)) {
    const code = codes[row] as number;
    const key = keys[code] as string;
    if (outcome[row] !== OPEN || key === '' || closing.has(key)) continue;
    const stage = stages.get(key) ?? { name: values[code] as string, sum: 0, known: 0 };
    stages.set(key, stage);
    const p = probabilityAt(row);
    if (Number.isNaN(p)) continue;
    stage.sum += p;
    stage.known++;
  }
}

function rowsIn({ deals }: Snapshot, pipeline: string): Uint32Array {
  const { rows } = deals.all();
  if (!deals.has('pipeline')) return pipeline === '' ? rows : new Uint32Array(0);
  const column = deals.column('pipeline');
  const own = column.values.map((name) => foldText(name) === pipeline);
  if (own.every((one) => one)) return rows;
  return rows.filter((row) => own[column.codes[row] as number] === true);
}

function numbered(stages: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const stage of stages) if (!places.has(foldText(stage))) places.set(foldText(stage), places.size);
  return places;
}
