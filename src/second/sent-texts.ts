/**
 * Columns of many texts on their way to another thread. Texts that are sent take a good part of a microsecond each, on
 * either side; those that stand in memory that both threads see are told by where they stand.
 */
import { textsAt } from '../load/kernel/stores.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealColumns, DealField, DealsInput } from '../model/deals.js';
import { type WrittenTexts, writtenTexts } from '../model/written-texts.js';

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
  const known: [DealField, readonly string[]][] = [];
  for (const [name, column] of Object.entries(deals.columns)) {
    if (!isCategory(column) || column.values.length < MANY) continue;
    const field = name as DealField;
    const { codes, values } = column;
    const told = toldByWritten(column) ?? toldByOthers(known, values);
    known.push([field, values]);
    if (told === null) continue;
    Object.assign(columns, { [field]: { codes, values: [] } });
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
    const same = typeof like === 'string' ? (isCategory(model) ? model.values : []) : textsAt(like);
    const values = at.length === 0 ? same : same.slice();
    for (const [index, place] of at.entries()) (values as string[])[place] = others[index] as string;
    Object.assign(columns, { [field]: { ...column, values } });
  }
  return { ...deals, columns };
}

function isCategory(column: DealColumns[DealField] | undefined): column is CategoryColumn {
  return column !== undefined && 'codes' in column && 'values' in column && !('kind' in column);
}

function toldByWritten(column: CategoryColumn): LikeTexts | null {
  const written = writtenTexts(column);
  const differing = written === null ? null : differencesOf(column.values, written.values);
  if (written === null || differing === null) return null;
  const { bytes, offsets, length } = written.texts;
  return { like: { bytes, offsets, length }, ...differing };
}

function toldByOthers(known: readonly (readonly [DealField, readonly string[]])[], values: readonly string[]) {
  for (const [like, others] of known) {
    const differing = differencesOf(values, others);
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
