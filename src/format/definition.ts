import type { Lang, Text } from '../locale/text.js';
import type { ChangedList } from '../report/changed-list-schema.js';
import type { CustomerList } from '../report/customer-list-schema.js';
import type { DealList } from '../report/deal-list-schema.js';
import type { Check, Explanation, Failure, Inspection, RawDocument, Report } from '../report/schema.js';

/** How much of a report is shown: one screen, what a reader asks for first, or everything there is. */
export const DETAILS = ['brief', 'standard', 'full'] as const;
export type Detail = (typeof DETAILS)[number];

export interface RenderOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns of the terminal; 80 when unknown. */
  readonly width: number;
  /** The terminal shows no letters but those of ASCII: lines, bars and arrows are drawn with these. */
  readonly ascii?: boolean;
  /** The working folder, absolute; build servers want paths from there. Left out: paths stay as they are named. */
  readonly folder?: string;
  /** What was typed after `kpi`, without the options of outputs; left out: nobody typed anything. */
  readonly command?: readonly string[];
  /** How much a report for people shows (table, Markdown); left out: standard. */
  readonly detail?: Detail;
  /** The same report in other languages, for a page that can switch between them (HTML). */
  readonly others?: readonly { readonly lang: Lang; readonly report: Report }[];
  /** The page is served and follows its files (HTML); left out: it is a file of its own. */
  readonly live?: LivePage;
}

/** What a served page has beside a printed one. It can be asked for again with `GET /?…`, its JSON with `/report.json?…`. */
export interface LivePage {
  /** The command line that gives the same report, what stands behind `kpi`: `report`, the files, the options. */
  readonly command: readonly string[];
  /** Behind the `?` of the shortest address of the page; empty where there is none. */
  readonly address: string;
  /** In the order in which they are shown. */
  readonly controls: readonly LiveControl[];
  /** The state of the files that the page shows, as `/events` names it (`id:`, Last-Event-ID). */
  readonly revision: string;
  /** Why the page shows an older state than there is; null = it shows the newest. */
  readonly problem: LiveProblem | null;
}

/** One thing to choose. What is left empty is left out of the command line. */
export interface LiveControl {
  /** Of the query parameter and, behind two dashes, of the option. */
  readonly name: string;
  readonly label: Text;
  /** What is asked for now, as the option takes it; none = left out; several only where `several` says so. */
  readonly values: readonly string[];
  /** May be given several times. */
  readonly several: boolean;
  /** What to offer, without the empty one and without values that were typed. */
  readonly choices: readonly LiveChoice[];
  /** Something else may be typed, such as a condition or a range of days. */
  readonly typed: boolean;
  /** What it means to leave it empty: all data, none. */
  readonly empty: Text;
}

export interface LiveChoice {
  /** As the option takes it. */
  readonly value: string;
  readonly label: Text;
  /** A heading over neighbouring choices. */
  readonly group?: Text;
}

export interface LiveProblem {
  /** What is wrong with the files now, and what to do, in the page's language. */
  readonly message: string;
  readonly hint: string;
}

/** A document in, text out in pieces. A plain string does not compile: it would be written letter by letter. */
export type Render<Document> = (document: Document, options: RenderOptions) => Generator<string, void, undefined>;

/** One output format. Each document it can print is a lazy import, so a format costs nothing until it is used. */
export interface FormatDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: Text;
  readonly extensions: readonly `.${string}`[];
  readonly report?: () => Promise<Render<Report>>;
  readonly check?: () => Promise<Render<Check>>;
  readonly inspection?: () => Promise<Render<Inspection>>;
  readonly explanation?: () => Promise<Render<Explanation>>;
  readonly deals?: () => Promise<Render<DealList>>;
  readonly customers?: () => Promise<Render<CustomerList>>;
  readonly comparison?: () => Promise<Render<ChangedList>>;
  readonly raw?: () => Promise<Render<RawDocument>>;
  /** What is printed in place of a report or a check where there is no usable data. */
  readonly failure: () => Promise<Render<Failure>>;
}

export function defineFormat<const Id extends string>(definition: FormatDefinition<Id>): FormatDefinition<Id> {
  return definition;
}
