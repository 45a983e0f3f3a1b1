import type { Lang, Text } from '../locale/text.js';
import type { Check, Explanation, Inspection, RawDocument, Report } from '../report/schema.js';

export interface RenderOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns of the terminal; 80 when unknown. */
  readonly width: number;
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
  readonly raw?: () => Promise<Render<RawDocument>>;
}

export function defineFormat<const Id extends string>(definition: FormatDefinition<Id>): FormatDefinition<Id> {
  return definition;
}
