import type { COLUMN_REASONS, OUTCOME_REASONS, PRESET_REASONS } from '../locale/en/column-reasons.js';
import type { READINGS } from '../locale/en/readings.js';
import type { Said } from '../locale/said.js';
import type { CellReading } from './cell-reading.js';
import type { MergedNames } from './company-name.js';
import type { Customers } from './customers.js';
import type { Deals } from './deals.js';
import type { DealFieldName, Role } from './fields.js';
import type { HistorySource, StageHistory } from './history.js';
import type { Leads } from './leads.js';
import type { LoadWarning } from './load-warnings.js';
import type { Calendar } from './period.js';
import type { Subscriptions } from './subscriptions.js';

/** Why a column was taken for a field, or for none. */
export type ColumnReason = Said<keyof typeof COLUMN_REASONS>;

/** How one column of a file was understood. */
export interface ColumnAccount {
  readonly column: string;
  /** The field it was taken for, or null. */
  readonly field: string | null;
  /** 0…1; null where the column was not taken for anything. */
  readonly confidence: number | null;
  readonly reason: ColumnReason;
  /** Non-empty and distinct cells; null where the column was not read. */
  readonly filled: number | null;
  readonly distinct: number | null;
  /** Cells that are not what the field holds. */
  readonly unreadable: number;
  /** How its cells are read; null where there is nothing to decide. */
  readonly reading: ColumnReading | null;
  readonly examples: readonly string[];
}

/** How the cells of a column are read. */
export type ColumnReading = Said<keyof typeof READINGS>;

/** What became of one distinct stage or status value. */
export interface StageAccount {
  readonly column: string;
  readonly value: string;
  readonly rows: number;
  readonly outcome: string;
  readonly reason: Said<keyof typeof OUTCOME_REASONS>;
}

/** What one file told of the deals' stage history. */
export interface SourceHistory {
  readonly source: HistorySource;
  /** Stages entered, and by how many deals. */
  readonly entries: number;
  readonly deals: number;
  readonly stages: readonly string[];
}

/** Something that the reader of a file saw and that a rule judges: rows that are too long, damaged text. */
export interface SourceFinding {
  readonly code: string;
  /** How many rows or cells. */
  readonly count: number;
  /** The first rows, at most 20. */
  readonly places: readonly number[];
  /** The physical lines where they start, one for each; 0 = not known. */
  readonly lines?: readonly number[];
  readonly detail: string;
}

/** Two columns that could both be one field. */
export interface SourceTie {
  readonly field: string;
  readonly taken: string;
  readonly other: string;
}

/** A table that was joined to the deals by one of their fields. */
export interface JoinedTable {
  /** Name of the file, of several files that are one list of customers: all of them. */
  readonly file: string;
  readonly role: 'customers' | 'lookup';
  readonly field: DealFieldName;
  /** The deals' own column. */
  readonly column: string;
  /** The values that the table has. */
  readonly known: readonly string[];
  /** Values of the deals that it does not have, as the deals write them. */
  readonly unmatched: readonly string[];
}

/** Everything a person may ask about one file that was read: rows = records + Σ skipped. */
export interface SourceAccount {
  readonly file: string;
  readonly role: Role;
  readonly preset: string;
  readonly presetReason: Said<keyof typeof PRESET_REASONS>;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly headerRow: number;
  readonly preamble: readonly string[];
  readonly rows: number;
  readonly records: number;
  readonly skipped: readonly { readonly reason: string; readonly rows: number }[];
  readonly sha256: string;
  readonly findings: readonly SourceFinding[];
  readonly ties: readonly SourceTie[];
  readonly columns: readonly ColumnAccount[];
  readonly stages: readonly StageAccount[];
  /** Null when the file tells nothing of it. */
  readonly history: SourceHistory | null;
}

/** How days or numbers are written, in short. Part of the JSON contract. */
export type ReadingName = 'day/month' | 'month/day' | 'decimal point' | 'decimal comma';

/** A column whose cells did not settle how they are read; judged by a rule. */
export interface AmbiguousColumn<Field extends string = DealFieldName> {
  readonly file: string;
  /** What the file holds, where that is neither deals nor orders. */
  readonly role?: Role;
  readonly column: string;
  readonly field: Field;
  /** The reading that was taken, and the other one. */
  readonly taken: ReadingName;
  readonly other: ReadingName;
  /** Cells whose value differs between the two. */
  readonly cells: number;
  /** One of them, where the column writes its dates in several forms. */
  readonly example?: string;
}

/** Columns of a file that could hold a field that figures miss, likeliest first, and the option that says so. */
export interface CouldBe {
  readonly file: string;
  /** As `missing_field:…` names it. */
  readonly field: string;
  readonly columns: readonly string[];
  readonly option: string;
}

/** What a condition left of the deals: records = kept + leftOut. */
export interface FilterAccount {
  /** The condition, as the user wrote it. */
  readonly where: string;
  readonly records: number;
  readonly kept: number;
  /** Deals for which it is not true. */
  readonly leftOut: number;
  /** Those of them for which an empty cell leaves it unknown. */
  readonly unknown: number;
}

/** What normalizing makes of all files together. */
export interface Dataset {
  /** The deals; where only orders are given, every order as a won deal. */
  readonly deals: Deals;
  /** Orders that were given beside deals, as won deals: the customer KPIs are about them. Null = about the deals. */
  readonly purchases: Deals | null;
  readonly customers: Customers | null;
  readonly leads: Leads | null;
  /** Null, or left out, where no file holds subscriptions. */
  readonly subscriptions?: Subscriptions | null;
  /** Rows of files beside the deals, as records with the columns that rules name; where rules are about them. */
  readonly records?: { readonly [R in 'customers' | 'leads' | 'orders']?: Deals };
  /** When deals entered their stages; null when no file tells. */
  readonly history: StageHistory | null;
  readonly sources: readonly SourceAccount[];
  readonly ambiguous: readonly AmbiguousColumn[];
  /** The same in files of customers, leads and stage changes: a field is one of the file's role. */
  readonly ambiguousBeside?: readonly AmbiguousColumn<string>[];
  readonly joins: readonly JoinedTable[];
  /** What could be the fields that figures miss. */
  readonly couldBe?: readonly CouldBe[];
  /** Names that the user says are one customer, list by list. */
  readonly mergedCustomers?: MergedNames;
  readonly warnings: readonly LoadWarning[];
  /** The calendar that the days of the files are written in; Gregorian when left out. */
  readonly calendar?: Calendar | undefined;
  /** How columns that no field was taken from are read. */
  readonly reading: CellReading;
  /** Where a condition left deals out: which, and how many. */
  readonly filter?: FilterAccount;
  /** Where a condition left deals out: everything that was read. */
  readonly whole?: Dataset;
}
