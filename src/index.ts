/**
 * The library behind the command line: load → report, check, inspect, explain → render. The command line uses
 * nothing else of the rooms below.
 */
import type { KpiSettings } from './kpi/definition.js';
import type { CivilDay } from './model/civil-day.js';
import type { Role } from './model/fields.js';
import type { Outcome } from './model/outcome.js';
import type { Severity } from './quality/definition.js';
import type { Check, Explanation, Inspection, Report } from './report/schema.js';

/** How files are to be read; everything that is left out is detected. */
export interface LoadRequest {
  /** Paths in the order given; `-` is standard input. A role that the user did not say is detected. */
  readonly files: readonly { readonly path: string; readonly role?: Role }[];
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly preset?: string;
  /** `field` or `role.field` → the file's own column header. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Stage or status name → outcome; `*` = every name not listed. */
  readonly stages?: Readonly<Record<string, Outcome>>;
  /** Currency of amounts that carry none. */
  readonly currency?: string;
  /** IANA zone that decides the civil day of instants with an offset. Default UTC. */
  readonly timezone?: string;
  /** Deal fields or column headers that a breakdown will ask for. */
  readonly by?: readonly string[];
  /** Read every column, as `inspect` needs. */
  readonly allColumns?: boolean;
  readonly onProgress?: (file: string, bytes: number, total: number | null) => void;
}

/** What to compute. */
export interface ReportRequest {
  /** KPI ids; all when left out. */
  readonly kpis?: readonly string[];
  /** As `--period` takes it; all data when left out. */
  readonly period?: string;
  /** `previous`, `last-year`, `none` or a period. Default: `previous` with a period, else `none`. */
  readonly compare?: string;
  /** ISO day; default from the data. */
  readonly asOf?: string;
  /** The run's date: the last possible snapshot, and where relative periods count from. */
  readonly today: CivilDay;
  /** Each entry is a breakdown by one field or column, or by several joined with `,`. */
  readonly by?: readonly string[];
  readonly settings?: Partial<KpiSettings>;
  /** First month of the fiscal year, 1…12. Default 1. */
  readonly fiscalYearStart?: number;
  /** Rule id → severity or `off`, for the report's quality section. */
  readonly rules?: Readonly<Record<string, Severity>>;
}

export interface CheckRequest {
  readonly asOf?: string;
  readonly today: CivilDay;
  /** Patterns such as `deal.*`, `-deal.owner_missing`; all rules when left out. */
  readonly select?: readonly string[];
  readonly failOn?: 'error' | 'warn' | 'info' | 'never';
  /** Violations listed per rule; 0 = all. Default 20. */
  readonly maxRows?: number;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** A rule's settings in the config: a severity, or an object with thresholds and the rule's own parameters. */
export type RuleSetting =
  | Severity
  | {
      readonly severity?: Severity;
      readonly maxViolations?: number;
      readonly maxRate?: number;
      readonly [parameter: string]: unknown;
    };

export type { Check, Explanation, Inspection, Report };

// The functions below are the whole interface; their rooms are being filled in behind it.
//   load(request: LoadRequest): Promise<Loaded>            reads, recognizes, normalizes; Loaded is opaque
//   report(loaded, request: ReportRequest): Report
//   check(loaded, request: CheckRequest): Check
//   inspect(loaded, request: { today: CivilDay }): Inspection
//   explain(id, request: ReportRequest & { maxRows?: number }, loaded: Loaded | null): Explanation
//   validate(request: { kpis?, period?, compare?, asOf?, today }): void   throws the UserErrors that need no file
//   listKpis(lang) / listRules(lang) / listFields(lang) / listPresets(lang): readonly Listing[]
