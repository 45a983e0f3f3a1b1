import type { ChangedList } from '../report/changed-list-schema.js';
import type { CustomerList } from '../report/customer-list-schema.js';
import type { DealList } from '../report/deal-list-schema.js';
import type { Check, Explanation, Failure, Inspection, RawDocument, Report } from '../report/schema.js';
import { formats } from './catalogue/index.js';
import type { FormatDefinition, Render, RenderOptions } from './definition.js';

/** The documents that formats print, as {@link FormatDefinition} names them. */
export type DocumentKind =
  | 'report'
  | 'check'
  | 'inspection'
  | 'explanation'
  | 'deals'
  | 'customers'
  | 'comparison'
  | 'raw'
  | 'failure';

/** There is no such format, or it cannot print this kind of document. */
export class CannotPrint extends Error {
  override readonly name = 'CannotPrint';
  readonly format: string;
  readonly document: DocumentKind;

  constructor(format: string, document: DocumentKind) {
    super(`the format ${format} cannot print: ${document}`);
    this.format = format;
    this.document = document;
  }
}

/** The format with an id, or undefined. */
export function formatById(id: string): FormatDefinition | undefined {
  return formats.find((format) => format.id === id);
}

/**
 * The format that a file's name ends for (`weekly.md` → markdown), whatever its case, or undefined. The longest ending
 * counts: `dq.sarif.json` is SARIF.
 */
export function formatForFile(name: string): FormatDefinition | undefined {
  const lower = name.toLowerCase();
  const all: readonly FormatDefinition[] = formats;
  const endings = all.flatMap((format) => format.extensions.map((ending) => ({ ending, format })));
  return endings.filter(({ ending }) => lower.endsWith(ending)).sort((a, b) => b.ending.length - a.ending.length)[0]
    ?.format;
}

/** A report as text, in pieces. Throws {@link CannotPrint}, as its siblings do. */
export function renderReport(document: Report, format: string, options: RenderOptions): Promise<Iterable<string>> {
  return render(document, 'report', format, options, formatById(format)?.report);
}

/** A check as text, in pieces. */
export function renderCheck(document: Check, format: string, options: RenderOptions): Promise<Iterable<string>> {
  return render(document, 'check', format, options, formatById(format)?.check);
}

/** An inspection as text, in pieces. */
export function renderInspection(
  document: Inspection,
  format: string,
  options: RenderOptions,
): Promise<Iterable<string>> {
  return render(document, 'inspection', format, options, formatById(format)?.inspection);
}

/** An explanation as text, in pieces. */
export function renderExplanation(
  document: Explanation,
  format: string,
  options: RenderOptions,
): Promise<Iterable<string>> {
  return render(document, 'explanation', format, options, formatById(format)?.explanation);
}

/** A list of deals as text, in pieces. */
export function renderDeals(document: DealList, format: string, options: RenderOptions): Promise<Iterable<string>> {
  return render(document, 'deals', format, options, formatById(format)?.deals);
}

/** A list of customers as text, in pieces. */
export function renderCustomers(
  document: CustomerList,
  format: string,
  options: RenderOptions,
): Promise<Iterable<string>> {
  return render(document, 'customers', format, options, formatById(format)?.customers);
}

/** A list of deals that changed as text, in pieces. */
export function renderChangedDeals(
  document: ChangedList,
  format: string,
  options: RenderOptions,
): Promise<Iterable<string>> {
  return render(document, 'comparison', format, options, formatById(format)?.comparison);
}

/** A table as it was read, as text, in pieces. */
export function renderRaw(document: RawDocument, format: string, options: RenderOptions): Promise<Iterable<string>> {
  return render(document, 'raw', format, options, formatById(format)?.raw);
}

/** That a run had no usable data, as text, in pieces. */
export function renderFailure(document: Failure, format: string, options: RenderOptions): Promise<Iterable<string>> {
  return render(document, 'failure', format, options, formatById(format)?.failure);
}

async function render<Document>(
  document: Document,
  kind: DocumentKind,
  format: string,
  options: RenderOptions,
  load: (() => Promise<Render<Document>>) | undefined,
): Promise<Iterable<string>> {
  if (load === undefined) throw new CannotPrint(format, kind);
  return (await load())(document, options);
}
