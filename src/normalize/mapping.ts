import type { PresetDefinition } from '../crm/definition.js';
import { headerKey } from '../crm/header.js';
import { type HeaderScore, type NameReason, presetWords, scoreHeader } from '../crm/score-header.js';
import { withoutSharedPrefix } from '../crm/shared-prefix.js';
import { said } from '../locale/said.js';
import type { ColumnReason } from '../model/dataset.js';
import { type FieldKind, fieldsOf, type Role } from '../model/fields.js';
import type { Objection } from './contents/objection.js';

/** A column that may hold a field, how sure we are, and why. */
export interface Candidate {
  readonly column: number;
  readonly field: string;
  /** 1 said by the user or the preset · 0.95 a general name · 0.9 after taking the entity word off · 0.85 same words. */
  readonly score: number;
  /** Position in the list of names: earlier names are more specific. */
  readonly rank: number;
  readonly reason: NameReason;
  /** The name says an id, the field holds words: not for a column of numbers. */
  readonly words?: true;
  /** The user named the column: no other one is taken for the field, whatever its cells are. */
  readonly said?: true;
}

/** A column taken for a field. */
export interface MappedColumn extends Candidate {
  readonly header: string;
}

export interface Mapping {
  /** Field → the column it was taken from. */
  readonly fields: ReadonlyMap<string, MappedColumn>;
  /** Column index → why it was not taken, where there was a candidate that lost. */
  readonly rejected: ReadonlyMap<number, ColumnReason>;
  /** Columns with the name of a field that nothing else holds, whose cells are mostly something else. */
  readonly unfit: readonly { readonly field: string; readonly header: string; readonly share: number }[];
  /** Columns with the name of a field that nothing else holds, whose cells say that they are something else. */
  readonly refused: readonly Refusal[];
  /** Columns that could as well have been a field's: a person should look. */
  readonly ties: readonly Tie[];
}

/** A column that has the name of a field and is not it. */
export interface Refusal {
  readonly field: string;
  readonly header: string;
  readonly objection: Objection;
}

/** Two columns within TIE of one another for a field; the more specific name, then the fuller column, was taken. */
export interface Tie {
  readonly field: string;
  readonly taken: string;
  readonly other: string;
}

/** Below this a column is left unmapped; from here to ASSUMED it is used and the report says so. */
export const MAPPED = 0.6;
export const ASSUMED = 0.8;
/** Scores this near are a tie. A preset's own order of names is known and is none. */
const TIE = 0.05;
/** Share of a column's non-empty cells that must be what the field holds (whole column, not its first rows). */
const CONTENT_SHARE = 0.8;
/**
 * Everything that a table's headers allow, best first. Contents are judged later, by `assign`. What the user says
 * keeps the confidence and reason that it would have been found with. Columns of `skip` hold no
 * field unless the user says so.
 */
export function candidates(
  headers: readonly string[],
  role: Role,
  preset: PresetDefinition,
  told: ReadonlyMap<string, number>,
  skip: ReadonlySet<number> = new Set(),
): Candidate[] {
  const found: Candidate[] = [];
  const saidColumns = new Set(told.values());
  const words = presetWords(preset);
  const bare = withoutSharedPrefix(headers);
  const scores = (column: number): readonly HeaderScore[] => {
    const header = headers[column] ?? '';
    return scoreHeader(header, bare[column] ?? header, preset, role, words);
  };
  headers.forEach((_, column) => {
    if (saidColumns.has(column) || skip.has(column)) return;
    for (const score of scores(column)) found.push({ column, ...score });
  });
  for (const [field, column] of told) {
    const best = scores(column).find((one) => one.field === field);
    const sure =
      best !== undefined && best.score >= ASSUMED ? best : { score: 1, rank: -1, reason: said('said_with_map') };
    found.push({ column, field, score: sure.score, rank: sure.rank, reason: sure.reason, said: true });
  }
  return found.sort((a, b) => b.score - a.score || a.rank - b.rank || a.column - b.column);
}

function isTextual(kind: FieldKind | undefined): boolean {
  return kind === undefined || kind === 'text' || kind === 'category';
}

/**
 * What is known of a column's contents: the share of its non-empty cells that fits each kind of field, and what they
 * say against the field itself.
 */
export type ContentShare = (
  column: number,
  field: string,
  kind: FieldKind,
) => { readonly share: number; readonly filled: number; readonly objection?: Objection | undefined };

/** Fields that tell what became of a deal: a column without a cell is no evidence of it, and none of its absence. */
const EVIDENCE = new Set(['is_won', 'is_closed', 'won_at', 'lost_at', 'status', 'stage']);

/** What other columns say against one of them, found after a first assignment: column → field → why. */
export type Objections = ReadonlyMap<number, ReadonlyMap<string, Objection>>;

/**
 * One column per field and one field per column: candidates in order of certainty, each accepted when its contents
 * fit. Two columns within 0.05 for one field: the more specific name wins, then the fuller column. What cells say
 * against a field goes before any name, and a column without a cell comes after all others.
 */
export function assign(
  found: readonly Candidate[],
  headers: readonly string[],
  role: Role,
  content: ContentShare,
  beside: Objections = new Map(),
): Mapping {
  const fields = new Map<string, MappedColumn>();
  const taken = new Set<number>();
  const rejected = new Map<number, ColumnReason>();
  const ties: Tie[] = [];
  const unfit: { field: string; header: string; share: number }[] = [];
  const refused: Refusal[] = [];
  const kinds = fieldsOf(role);
  const judged = found.map((candidate) => {
    const kind = kinds[candidate.field]?.kind ?? 'text';
    const { share, filled, objection: own } = content(candidate.column, candidate.field, kind);
    const objection = candidate.said ? undefined : (beside.get(candidate.column)?.get(candidate.field) ?? own);
    return { candidate, share, filled, objection };
  });
  const anyRows = judged.some(({ filled }) => filled > 0);
  const empties = judged.filter(({ filled }) => filled === 0 && anyRows).map(({ candidate }) => candidate);
  const last = ({ candidate, filled, objection }: (typeof judged)[number]): number =>
    candidate.said ? 0 : filled === 0 && anyRows ? 2 : objection?.verdict === 'yield' ? 1 : 0;
  judged.sort(
    (a, b) =>
      last(a) - last(b) ||
      b.candidate.score - a.candidate.score ||
      a.candidate.rank - b.candidate.rank ||
      b.filled - a.filled ||
      a.candidate.column - b.candidate.column,
  );
  const bySaying = new Map(found.filter((one) => one.said).map((one) => [one.field, one]));
  for (const { candidate, share, filled, objection } of judged) {
    const { column, field } = candidate;
    const header = headers[column] ?? '';
    if (taken.has(column)) continue;
    if (candidate.said) {
      fields.set(field, { ...candidate, header });
      taken.add(column);
      continue;
    }
    if (objection?.verdict === 'refuse') {
      rejected.set(column, said('refused_by_cells', { field, why: objection.why }));
      if (candidate.score >= ASSUMED) refused.push({ field, header, objection });
      continue;
    }
    const holder = fields.get(field);
    if (holder !== undefined) {
      if (!rejected.has(column)) rejected.set(column, lostTo(holder, field, objection));
      const near = !bySaying.has(field) && holder.score < 1 && holder.score - candidate.score <= TIE;
      if (near && filled > 0 && share >= CONTENT_SHARE && objection === undefined) {
        ties.push({ field, taken: holder.header, other: header });
      }
      continue;
    }
    const twin = filled === 0 ? undefined : empties.find((one) => isTwin(one, candidate, headers));
    if (
      candidate.score < ASSUMED &&
      twin === undefined &&
      (filled === 0 || (isTextual(kinds[field]?.kind) && candidate.reason.code !== 'spelt_like'))
    ) {
      // A likeness of names alone proves nothing; texts fit everything, so they prove nothing either.
      rejected.set(column, said('cells_do_not_show', { field, name: candidate.reason }));
      continue;
    }
    if (filled === 0 && anyRows && role === 'deals' && EVIDENCE.has(field)) {
      rejected.set(column, said('without_cells', { field }));
      continue;
    }
    if (filled > 0 && share < CONTENT_SHARE) {
      rejected.set(column, said('few_cells_fit', { field, share }));
      if (candidate.score >= ASSUMED) unfit.push({ field, header, share });
      continue;
    }
    const named = bySaying.get(field);
    if (named !== undefined) {
      if (!rejected.has(column))
        rejected.set(column, said('taken_by_other', { field, other: headers[named.column] ?? '', why: null }));
      continue;
    }
    fields.set(field, { ...candidate, header });
    taken.add(column);
    rejected.delete(column);
  }
  const free = ({ field, header }: { field: string; header: string }): boolean =>
    !fields.has(field) && ![...fields.values()].some((one) => one.header === header);
  return {
    fields,
    rejected,
    unfit: unfit.filter(free),
    refused: refused.filter(free),
    ties: ties.filter(({ other }) => ![...fields.values()].some((one) => one.header === other)),
  };
}

/** Why a column lost a field to another one that holds it. */
function lostTo(holder: MappedColumn, field: string, objection: Objection | undefined): ColumnReason {
  return said('taken_by_other', { field, other: holder.header, why: objection?.why ?? null });
}

/** Whether a column is the filled one of two that go by one name: `Account_Name` without a cell, `Account_Name__name`. */
function isTwin(empty: Candidate, filled: Candidate, headers: readonly string[]): boolean {
  if (empty.field !== filled.field || empty.column === filled.column || empty.score < ASSUMED) return false;
  const key = headerKey(headers[empty.column] ?? '');
  return key !== '' && headerKey(headers[filled.column] ?? '').startsWith(`${key} `);
}
