/** In which stage each deal was on a day, as a history of stages told it then. */
import type { Question } from '../../kpi/measure.js';
import { counted } from '../../kpi/populations.js';
import { closingNames } from '../../kpi/stage-way.js';
import { wholeOf } from '../../kpi/whole.js';
import { foldText } from '../../locale/fold.js';
import type { CivilDay } from '../../model/civil-day.js';

/** The open stages of a history, pipelines apart. */
export interface Stages {
  /** Number of codes; code 0 = the history does not tell, or the stage is one of closing. */
  readonly codes: number;
  /** Of codes 1, 2 …: the stage, behind its pipeline where the files have pipelines. */
  readonly names: readonly string[];
  /** By row of the deals: where its entries begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly enteredAt: Int32Array;
  readonly code: Uint16Array;
}

/** Stages that have a chance of their own, those that most entries name; the deals in others count as of no known stage. */
const MOST_STAGES = 40;

/**
 * The stages of a question's deals; null without a history. What a column shows as the stage now is not asked: of deals
 * that have closed since, nobody knows when they came there. Stages are in the order of their names, so that nothing
 * depends on that of the rows.
 */
export function stagesOf(question: Question): Stages | null {
  const { population, history = null } = question;
  if (history === null || history.size === 0) return null;
  const whole = wholeOf(question);
  const closing = closingNames(counted(whole.population), whole.closing ?? []);
  const isClosing = history.stages.map((name) => name === '' || closing.has(foldText(name)));
  const pipeline = population.has('pipeline') ? population.column('pipeline') : null;
  const rows = population.column('outcome').length;
  const wide = history.stages.length;
  const slotOf = (entry: number): number => {
    const stage = history.stage[entry] as number;
    if (isClosing[stage] === true) return -1;
    return (pipeline === null ? 0 : (pipeline.codes[history.deal[entry] as number] as number)) * wide + stage;
  };
  const entries = new Map<number, number>();
  for (let entry = 0; entry < history.size; entry++) {
    const slot = slotOf(entry);
    if (slot >= 0) entries.set(slot, (entries.get(slot) ?? 0) + 1);
  }
  const nameOf = (slot: number): string =>
    JSON.stringify([pipeline?.values[Math.floor(slot / wide)] ?? '', history.stages[slot % wide]]);
  const shownName = (slot: number): string => {
    const [of = '', stage = ''] = [pipeline?.values[Math.floor(slot / wide)], history.stages[slot % wide]];
    return of === '' ? stage : `${of}: ${stage}`;
  };
  const kept = [...entries.keys()]
    .map((slot) => ({ slot, name: nameOf(slot), n: entries.get(slot) as number }))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_STAGES)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const codes = new Map(kept.map(({ slot }, at) => [slot, at + 1]));
  const starts = new Uint32Array(rows + 1);
  for (let entry = 0; entry < history.size; entry++) {
    const next = (history.deal[entry] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  return {
    codes: kept.length + 1,
    names: kept.map(({ slot }) => shownName(slot)),
    starts,
    enteredAt: history.enteredAt,
    code: Uint16Array.from({ length: history.size }, (_, entry) => codes.get(slotOf(entry)) ?? 0),
  };
}

/** Code of the stage that the deal of a row had entered last by day t. */
export function stageOn({ starts, enteredAt, code }: Stages, row: number, t: CivilDay): number {
  const first = starts[row] as number;
  for (let entry = (starts[row + 1] as number) - 1; entry >= first; entry--) {
    if ((enteredAt[entry] as number) <= t) return code[entry] as number;
  }
  return 0;
}
