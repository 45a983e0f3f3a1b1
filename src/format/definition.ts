import type { Lang, Text } from '../locale/text.js';
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
  readonly raw?: () => Promise<Render<RawDocument>>;
  /** What is printed in place of a report or a check where there is no usable data. */
  readonly failure: () => Promise<Render<Failure>>;
}

export function defineFormat<const Id extends string>(definition: FormatDefinition<Id>): FormatDefinition<Id> {
  return definition;
}
