import type { CivilDay } from './civil-day.js';
import type { CategoryColumn, ColumnOfKind } from './column.js';
import { categoryAt, dayAt, missingColumn, numberAt } from './column.js';
import { type Classed, classesOf } from './deal-classes.js';
import type { DealFieldName } from './fields.js';
import { DEAL_FIELDS } from './fields.js';
import type { Outcome } from './outcome.js';
import { OUTCOMES } from './outcome.js';
import { partOfDeals } from './part-of-deals.js';
import { type Population, populationOfAll } from './population.js';
import { fileAt, lineAt, type RowPlaces, sheetRowAt } from './row-places.js';
import { cellText } from './text-column.js';

/** A field that a KPI or rule may read: the mapped ones, and two that normalizing derives. */
export type DealField = DealFieldName | 'outcome' | 'customer';

/** The column type of every field, derived from the field list. */
export type DealColumns = {
  readonly [F in DealFieldName]: ColumnOfKind[(typeof DEAL_FIELDS)[F]['kind']];
} & {
  /** Index into OUTCOMES, per deal. */
  readonly outcome: Uint8Array;
  /** The customer a deal belongs to (account id, else normalised account name); code 0 = none. */
  readonly customer: CategoryColumn;
};

/** Where a record stands in the files, as a person finds it. */
export interface Place {
  readonly file: string;
  readonly sheet: string | null;
  /** Row in a spreadsheet program: 1 is the first row of the file; a CSV record that spans lines counts once. */
  readonly row: number;
  /** Physical line where a CSV record starts; null for workbooks. */
  readonly line: number | null;
}

/** A non-empty cell that could not be read as its field's kind. */
export interface UnreadableCell {
  /** Row of the deal in `Deals`, or −1 when the record itself was left out. */
  readonly deal: number;
  readonly field: DealFieldName;
  readonly column: string;
  readonly text: string;
}

/** A row that repeats the id of another deal and was therefore not counted a second time. */
export interface DuplicateRow {
  /** The deal that is counted. */
  readonly kept: number;
  readonly place: Place;
  /** Every cell equal, or the facts differ (then the first by `normalize/row-order.ts` counts). */
  readonly identical: boolean;
}

/** A deal of which two files say what cannot both be true. */
export interface SnapshotConflict {
  /** The deal that is counted. */
  readonly kept: number;
  /** Where the other file has it. */
  readonly place: Place;
  readonly field: 'outcome' | 'created_at' | 'closed_at' | 'amount';
  /** What the other file says, and what is counted. */
  readonly other: string;
  readonly counted: string;
}

/** Where the files have a row per product line: how many rows each deal was made of. */
export interface LineItems {
  /** Rows per deal; 1 = the deal stands in one row. */
  readonly rowsOf: Uint32Array;
  /** Where the rows of a deal stand; none of a deal of one row. Left out where nobody knows. */
  placesOf?(deal: number): readonly Place[];
}

/** One deal as a person reads it. Missing values are null. */
export interface Deal {
  readonly place: Place;
  readonly id: string | null;
  readonly name: string | null;
  readonly account: string | null;
  readonly owner: string | null;
  readonly stage: string | null;
  readonly outcome: Outcome;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly createdAt: CivilDay | null;
  readonly closedAt: CivilDay | null;
  readonly expectedClose: CivilDay | null;
}

/** A file of deals. */
export interface DealFile {
  readonly file: string;
  readonly sheet: string | null;
  /**
   * Date fields whose cells are instants (`…Z`, an offset, seconds since 1970) of which nobody said in which zone the
   * plain dates beside them are written: either may be a day off. None when left out.
   */
  readonly instants?: ReadonlySet<DealField>;
}

export interface DealsInput {
  readonly size: number;
  /** Columns that the files really have; absent fields are left out. */
  readonly columns: Partial<DealColumns>;
  readonly files: readonly DealFile[];
  /** Where the deals stand; their files are indexes into `files`. */
  readonly places: RowPlaces;
  /** Columns of the files by their own header, for `--by` and messages. */
  readonly extra: ReadonlyMap<string, CategoryColumn>;
  readonly unreadable: readonly UnreadableCell[];
  readonly duplicates: readonly DuplicateRow[];
  /** Deals of which two files say what cannot both be true. */
  readonly conflicts?: readonly SnapshotConflict[];
  /** Rows that a column of the file says are no deals (a template, a deleted record): their outcome is `excluded`. */
  readonly setAside?: readonly number[];
  /** Null, or left out: every deal stands in one row. */
  readonly lineItems?: LineItems | null;
}

/** All deals of the files that were read, by column. Row numbers 0…size−1 are in order of the files. */
export class Deals {
  readonly size: number;
  readonly unreadable: readonly UnreadableCell[];
  readonly duplicates: readonly DuplicateRow[];
  readonly conflicts: readonly SnapshotConflict[];
  readonly extra: ReadonlyMap<string, CategoryColumn>;
  readonly setAside: ReadonlySet<number>;
  /** Null where every deal stands in one row. */
  readonly lineItems: LineItems | null;
  readonly #input: DealsInput;
  /** One column for all fields of a kind that the files do not have. */
  readonly #absent = new Map<keyof ColumnOfKind | 'outcome', unknown>();
  #classed: Classed | null;
  #all: Population<DealField> | null = null;

  /** @param classed the classes of the same deals, where they are known */
  constructor(input: DealsInput, classed: Classed | null = null) {
    this.#input = input;
    this.#classed = classed;
    this.size = input.size;
    this.extra = input.extra;
    this.unreadable = input.unreadable;
    this.duplicates = input.duplicates;
    this.conflicts = input.conflicts ?? [];
    this.setAside = new Set(input.setAside);
    this.lineItems = input.lineItems ?? null;
  }

  /** Whether the files have this field at all. */
  has(field: DealField): boolean {
    return this.#input.columns[field] !== undefined;
  }

  /** The column of a field; one in which every cell is missing when the files do not have it. */
  column<F extends DealField>(field: F): DealColumns[F] {
    const column: DealColumns[F] | undefined = this.#input.columns[field];
    if (column !== undefined) return column;
    const kind = kindOf(field);
    let absent = this.#absent.get(kind);
    if (absent === undefined) {
      if (kind === 'outcome') absent = new Uint8Array(this.size).fill(OUTCOMES.indexOf('excluded'));
      else absent = missingColumn(kind, this.size);
      this.#absent.set(kind, absent);
    }
    return absent as DealColumns[F];
  }

  /** Every deal. */
  all(): Population<DealField> {
    this.#all ??= populationOfAll(this);
    return this.#all;
  }

  /** Their classes, found once. */
  classed(): Classed {
    this.#classed ??= classesOf(this);
    return this.#classed;
  }

  /** Takes over the classes that somebody else found of the same columns. */
  takeClassed(classed: Classed): void {
    this.#classed ??= classed;
  }

  /**
   * What they were made of, as plain data: another thread makes the same deals of it. Where the rows of line items stand
   * is not told: only the thread that read them knows.
   */
  carried(): DealsInput {
    const { lineItems, ...input } = this.#input;
    return lineItems ? { ...input, lineItems: { rowsOf: lineItems.rowsOf } } : input;
  }

  /** The same deals with some columns replaced. */
  with(columns: Partial<DealColumns>): Deals {
    return new Deals({ ...this.#input, columns: { ...this.#input.columns, ...columns } });
  }

  /** The deals of the given ascending rows, as deals of their own. */
  part(rows: Uint32Array): Deals {
    return new Deals(partOfDeals(this.#input, rows));
  }

  /** Which of the files of deals, in the order given, a deal stands in. */
  fileAt(row: number): number {
    return fileAt(this.#input.places, row);
  }

  /**
   * The days (0 or 1) by which two dates of a deal may lie the wrong way round and still be in order: an instant and a
   * plain date of one moment may differ by a day.
   */
  leeway(row: number, one: DealField, other: DealField): 0 | 1 {
    const instants = this.#input.files[this.fileAt(row)]?.instants;
    return instants !== undefined && instants.has(one) !== instants.has(other) ? 1 : 0;
  }

  /** Whether any date field of any file holds instants, so that the snapshot date may be a day off a plain date. */
  get hasInstants(): boolean {
    return this.#input.files.some(({ instants }) => instants !== undefined && instants.size > 0);
  }

  place(row: number): Place {
    const { files, places } = this.#input;
    const source = files[fileAt(places, row)];
    const line = lineAt(places, row);
    return {
      file: source?.file ?? '',
      sheet: source?.sheet ?? null,
      row: sheetRowAt(places, row),
      line: line === 0 ? null : line,
    };
  }

  /** The deal at a row, as a record for people, messages and library users. */
  record(row: number): Deal {
    return {
      place: this.place(row),
      id: cellText(this.column('id'), row) || null,
      name: cellText(this.column('name'), row) || null,
      account: categoryAt(this.column('account'), row) || categoryAt(this.column('account_id'), row) || null,
      owner: categoryAt(this.column('owner'), row) || null,
      stage: categoryAt(this.column('stage'), row) || null,
      outcome: OUTCOMES[this.column('outcome')[row] ?? 3] ?? 'excluded',
      amount: numberAt(this.column('amount'), row),
      currency: categoryAt(this.column('currency'), row) || null,
      createdAt: dayAt(this.column('created_at'), row),
      closedAt: dayAt(this.column('closed_at'), row),
      expectedClose: dayAt(this.column('expected_close'), row),
    };
  }
}

/** How a field is held in memory: money and ratios are numbers. */
function kindOf(field: DealField): keyof ColumnOfKind | 'outcome' {
  if (field === 'outcome') return field;
  if (field === 'customer') return 'category';
  const { kind } = DEAL_FIELDS[field];
  return kind === 'money' || kind === 'ratio' ? 'number' : kind;
}
