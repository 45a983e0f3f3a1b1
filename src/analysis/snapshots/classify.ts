/** What became of every deal from one snapshot to the next. */
import { NO_DAY } from '../../model/civil-day.js';
import { DEAL_FIELDS, type DealFieldName } from '../../model/fields.js';
import { EXCLUDED, OPEN } from '../../model/outcome.js';
import { CLASS_CODE, type DealClass, MOVE_BIT, type Move, type Snapshot } from './definition.js';
import type { Matching } from './match.js';
import type { Amounts } from './money-units.js';
import { type SameField, sameField, sharedKeys } from './same-field.js';
import type { PlaceOf } from './stage-places.js';

/** What both snapshots tell, so that it can have changed. */
export interface Told {
  readonly amounts: boolean;
  readonly dates: boolean;
  readonly stages: boolean;
  readonly owners: boolean;
}

/** Every deal of two snapshots, once: those of the newer one in its order, then those that only the older one has. */
export interface ComparedDeals {
  readonly size: number;
  /** Row in the older snapshot; −1 = it is not in it. */
  readonly old: Int32Array;
  /** Row in the newer one. */
  readonly now: Int32Array;
  /** Place in `CLASSES`. */
  readonly classOf: Uint8Array;
  /** Bits of `MOVE_BIT`; 0 unless open in both. */
  readonly moves: Uint16Array;
  readonly told: Told;
}

/** One snapshot with its amounts in the units of the comparison. */
export interface Valued {
  readonly snapshot: Snapshot;
  readonly amounts: Amounts;
}

/** Days on which something was noted, and no fact of the deal: an export of the next day has others. */
const TRACES: readonly DealFieldName[] = ['modified_at', 'last_activity', 'stage_changed_at'];
/** Compared on their own. */
const OWN: readonly DealFieldName[] = ['id', 'amount', 'currency'];

/** The class and the moves of every deal. O(deals × fields). */
export function classify(before: Valued, after: Valued, matching: Matching, placeOf: PlaceOf): ComparedDeals {
  const [then, now] = [before.snapshot.deals, after.snapshot.deals];
  const both = (field: DealFieldName): boolean => then.has(field) && now.has(field);
  const told: Told = {
    amounts: both('amount'),
    dates: both('expected_close'),
    stages: both('stage'),
    owners: both('owner'),
  };
  const lonely = matching.nowOf.reduce((n, row) => n + (row < 0 ? 1 : 0), 0);
  const size = now.size + lonely;
  const rows = { old: new Int32Array(size).fill(-1), now: new Int32Array(size).fill(-1) };
  const classOf = new Uint8Array(size);
  const moves = new Uint16Array(size);
  const judge = judgeOf(before, after, told, placeOf);
  const [was, is] = [then.column('outcome'), now.column('outcome')];
  for (let row = 0; row < now.size; row++) {
    const old = matching.oldOf[row] as number;
    rows.now[row] = row;
    rows.old[row] = old;
    if (old < 0) classOf[row] = CLASS_CODE[APPEARED[is[row] as number] as DealClass];
    else if (was[old] === OPEN && is[row] === OPEN) {
      const bits = judge.moves(old, row);
      moves[row] = bits;
      classOf[row] = judge.open(old, row, bits);
    } else classOf[row] = ended(was[old] as number, is[row] as number, () => judge.isEdited(old, row));
  }
  let at = now.size;
  matching.nowOf.forEach((other, row) => {
    if (other >= 0) return;
    rows.old[at] = row;
    classOf[at++] = CLASS_CODE[GONE[was[row] as number] as DealClass];
  });
  return { size, ...rows, classOf, moves, told };
}

/** By the code of the outcome. */
const APPEARED: readonly DealClass[] = ['new', 'new_won', 'new_lost', 'excluded'];
const GONE: readonly DealClass[] = ['vanished', 'closed_vanished', 'closed_vanished', 'excluded'];

/** The class of a deal that is in both snapshots, and open in one of them at most. */
function ended(was: number, is: number, isEdited: () => boolean): number {
  if (was === OPEN) return CLASS_CODE[is === EXCLUDED ? 'set_aside' : ((['new', 'won', 'lost'] as const)[is] ?? 'won')];
  if (is === OPEN) return CLASS_CODE[was === EXCLUDED ? 'taken_back' : 'reopened'];
  if (was === EXCLUDED || is === EXCLUDED) return CLASS_CODE.excluded;
  if (was !== is) return CLASS_CODE.outcome_changed;
  return CLASS_CODE[isEdited() ? 'closed_edited' : 'closed_unchanged'];
}

interface Judge {
  /** Moves of a deal that is open in both. */
  readonly moves: (old: number, now: number) => number;
  /** Its class. */
  readonly open: (old: number, now: number, moves: number) => number;
  readonly isEdited: SameField;
}

function judgeOf(before: Valued, after: Valued, told: Told, placeOf: PlaceOf): Judge {
  const [then, now] = [before.snapshot.deals, after.snapshot.deals];
  const [units, unitsNow] = [before.amounts.units, after.amounts.units];
  const [bucket, bucketNow] = [before.amounts.bucket, after.amounts.bucket];
  const [due, dueNow] = [then.column('expected_close'), now.column('expected_close')];
  const fields = (Object.keys(DEAL_FIELDS) as DealFieldName[]).filter(
    (field) => then.has(field) && now.has(field) && !TRACES.includes(field) && !OWN.includes(field),
  );
  const same = fields.map((field) => sameField(then, now, field));
  const stageMove = stageMoves(before.snapshot, after.snapshot, told, placeOf);
  const sameOwner = told.owners ? sameField(then, now, 'owner') : null;
  const sameUnits = (old: number, row: number): boolean =>
    units[old] === unitsNow[row] || (Number.isNaN(units[old] as number) && Number.isNaN(unitsNow[row] as number));
  /** Of a deal whose amount came or went, that says more than its currency. */
  const otherCurrency = (old: number, row: number): boolean =>
    told.amounts &&
    bucket[old] !== bucketNow[row] &&
    Number.isNaN(units[old] as number) === Number.isNaN(unitsNow[row] as number);
  const isEdited = (old: number, row: number): boolean =>
    (told.amounts && (bucket[old] !== bucketNow[row] || !sameUnits(old, row))) ||
    same.some((isSame) => !isSame(old, row));
  return {
    isEdited,
    moves(old, row) {
      let bits = stageMove(old, row);
      if (sameOwner !== null && !sameOwner(old, row)) bits |= MOVE_BIT.owner_changed;
      const [day, next] = [due[old] as number, dueNow[row] as number];
      if (told.dates && day !== next) bits |= MOVE_BIT[dateMove(day, next)];
      if (!told.amounts || bucket[old] !== bucketNow[row]) return bits;
      const [amount, later] = [units[old] as number, unitsNow[row] as number];
      if (later > amount) return bits | MOVE_BIT.grown;
      return later < amount ? bits | MOVE_BIT.shrunk : bits;
    },
    open(old, row, moves) {
      if (otherCurrency(old, row)) return CLASS_CODE.currency_changed;
      if (told.amounts && !sameUnits(old, row)) {
        if (Number.isNaN(units[old] as number)) return CLASS_CODE.priced;
        if (Number.isNaN(unitsNow[row] as number)) return CLASS_CODE.unpriced;
      }
      for (const move of AS_CLASS) if ((moves & MOVE_BIT[move]) !== 0) return CLASS_CODE[move];
      return CLASS_CODE[isEdited(old, row) ? 'edited' : 'unchanged'];
    },
  };
}

/** Moves that are classes, in the order of the classes. */
const AS_CLASS = [
  'grown',
  'shrunk',
  'slipped',
  'pulled_in',
  'advanced',
  'moved_back',
  'stage_changed',
] as const satisfies readonly (Move & DealClass)[];

function dateMove(day: number, next: number): Move {
  if (day === NO_DAY) return 'date_set';
  if (next === NO_DAY) return 'date_removed';
  return next > day ? 'slipped' : 'pulled_in';
}

/** The bit of a deal's move from stage to stage; forward and back within one pipeline only. */
function stageMoves(before: Snapshot, after: Snapshot, told: Told, placeOf: PlaceOf): SameMove {
  if (!told.stages) return () => 0;
  const stages = sharedKeys(before.deals.column('stage'), after.deals.column('stage'));
  const lines = sharedKeys(before.deals.column('pipeline'), after.deals.column('pipeline'));
  // A file that does not tell pipelines says nothing against the other's.
  const bothLines = before.deals.has('pipeline') && after.deals.has('pipeline');
  const known = new Map<string, number>();
  return (old, row) => {
    const [from, to] = [stages.before(old), stages.after(row)];
    if (from === to) return 0;
    const line = lines.after(row);
    if (bothLines && lines.before(old) !== line) return MOVE_BIT.stage_changed;
    const key = `${line} ${from} ${to}`;
    let bit = known.get(key);
    if (bit === undefined) {
      const folded = lines.folded[line] ?? '';
      const places = [placeOf(folded, stages.folded[from] ?? ''), placeOf(folded, stages.folded[to] ?? '')] as const;
      bit = MOVE_BIT[direction(...places)];
      known.set(key, bit);
    }
    return bit;
  };
}

type SameMove = (old: number, now: number) => number;

/** Where a move goes: forward, back, or nobody can tell. */
function direction(from: number | null, to: number | null): 'advanced' | 'moved_back' | 'stage_changed' {
  if (from === null || to === null || from === to) return 'stage_changed';
  return to > from ? 'advanced' : 'moved_back';
}
