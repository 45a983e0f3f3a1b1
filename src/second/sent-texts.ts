/**
 * Columns of many texts on their way to another thread. Texts that are sent take a good part of a microsecond each, on
 * either side; those that stand in memory that both threads see are told by where they stand.
 */
import { textsWhenAsked } from '../load/kernel/stores.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealColumns, DealField, DealsInput } from '../model/deals.js';
import { distinctTexts, UnmadeCategory } from '../model/distinct-texts.js';
import type { Codes } from '../model/text-column.js';
import { type KeptTexts, type WrittenTexts, writtenTexts } from '../model/written-texts.js';

/** Of fewer texts nobody notices how they are sent. */
const MANY = 1_000;
/** They are told by others where all but this part of them are the same at the same places. */
const UNLIKE = 0.1;

/** The texts of a column: those that stand somewhere, or those of another column, with others at some places. */
interface LikeTexts {
  readonly like: WrittenTexts | DealField;
  readonly at: readonly number[];
  readonly texts: readonly string[];
}

export interface SentDeals {
  /** The columns of `texts` have none of their own. */
  readonly deals: DealsInput;
  readonly texts: readonly (readonly [DealField, LikeTexts])[];
}

/** Deals without the texts that can be told by others. */
export function packDeals(deals: DealsInput): SentDeals {
  const columns: Partial<DealColumns> = { ...deals.columns };
  const texts: [DealField, LikeTexts][] = [];
  const known: [DealField, CategoryColumn][] = [];
  for (const [name, column] of Object.entries(deals.columns)) {
    if (!isCategory(column) || distinctTexts(column) < MANY) continue;
    const field = name as DealField;
    const told = toldUnmade(known, column) ?? toldByWritten(column) ?? toldByOthers(known, column);
    known.push([field, column]);
    if (told === null) continue;
    Object.assign(columns, { [field]: { codes: column.codes, values: [] } });
    texts.push([field, told]);
  }
  return { deals: { ...deals, columns }, texts };
}

/** The deals of what {@link packDeals} gave. */
export function unpackDeals({ deals, texts }: SentDeals): DealsInput {
  const columns: Partial<DealColumns> = { ...deals.columns };
  for (const [field, { like, at, texts: others }] of texts) {
    const [column, model] = [columns[field], typeof like === 'string' ? columns[like] : undefined];
    if (!isCategory(column)) continue;
    const { codes } = column;
    const same = typeof like === 'string' ? model : new UnmadeCategory(codes, textsWhenAsked(like));
    if (isCategory(same)) Object.assign(columns, { [field]: likeColumn(same, codes, at, others) });
  }
  return { ...deals, columns };
}

/** A column with the texts of another one, but for some. */
function likeColumn(
  same: CategoryColumn,
  codes: Codes,
  at: readonly number[],
  others: readonly string[],
): CategoryColumn {
  const { unmade } = same;
  if (at.length === 0) return unmade === undefined ? { codes, values: same.values } : new UnmadeCategory(codes, unmade);
  const values = same.values.slice();
  for (const [index, place] of at.entries()) values[place] = others[index] as string;
  return { codes, values };
}

function isCategory(column: DealColumns[DealField] | undefined): column is CategoryColumn {
  return column !== undefined && 'codes' in column && 'values' in column && !('kind' in column);
}

/** Of texts that nobody has asked for none is made to tell them. */
function toldUnmade(known: readonly (readonly [DealField, CategoryColumn])[], column: CategoryColumn) {
  const { unmade } = column;
  if (unmade === undefined) return null;
  const [like] = known.find(([, other]) => other.unmade === unmade) ?? [];
  return { like: like ?? placeOf(unmade), at: [], texts: [] };
}

function placeOf({ texts: { bytes, offsets, length } }: KeptTexts): WrittenTexts {
  return { bytes, offsets, length };
}

function toldByWritten(column: CategoryColumn): LikeTexts | null {
  const written = writtenTexts(column);
  const differing =
    written?.texts.length === column.values.length ? differencesOf(column.values, written.values) : null;
  return written === null || differing === null ? null : { like: placeOf(written), ...differing };
}

function toldByOthers(known: readonly (readonly [DealField, CategoryColumn])[], { values }: CategoryColumn) {
  for (const [like, other] of known) {
    const differing = distinctTexts(other) === values.length ? differencesOf(values, other.values) : null;
    if (differing !== null) return { like, ...differing };
  }
  return null;
}

/** Where texts are others than the given ones, and which; null where they are others in number, or at many places. */
function differencesOf(texts: readonly string[], given: readonly string[]): Omit<LikeTexts, 'like'> | null {
  if (texts === given) return { at: [], texts: [] };
  if (texts.length !== given.length) return null;
  const most = texts.length * UNLIKE;
  const at: number[] = [];
  for (let place = 0; place < texts.length; place++)
    if (texts[place] !== given[place] && at.push(place) > most) return null;
  return { at, texts: at.map((place) => texts[place] as string) };
}
