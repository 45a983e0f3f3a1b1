import type { Lang } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { type FieldInfo, fieldsOf, type Role } from '../model/fields.js';
import { messageEntry, sourceEntry, type Tool } from './documents.js';
import { clockOf, currenciesOf } from './measure-request.js';
import { partitionOf } from './partition.js';
import type { Inspection } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';

/** Normalized deals shown, from the first row on. */
const FIRST_RECORDS = 5;

/** What was understood of the files: every column, every stage, where every row went, the first deals as read. */
export function buildInspection(
  dataset: Dataset,
  { today, lang, tool }: { readonly today: CivilDay; readonly lang: Lang; readonly tool: Tool },
): Inspection {
  const { deals } = dataset;
  const speech = { lang: lang, calendar: dataset.calendar ?? 'gregorian' };
  const clock = clockOf(dataset, null, today);
  const currencies = currenciesOf(deals);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    asOf: clock.asOf === null ? null : isoDay(clock.asOf),
    calendar: dataset.calendar ?? 'gregorian',
    currency: currencies.length === 1 ? (currencies[0] ?? null) : null,
    sources: dataset.sources.map((source) => ({
      ...sourceEntry(source, speech),
      presetReason: messageEntry(source.presetReason, speech),
      sheets: [...source.sheets],
      preamble: [...source.preamble],
      columns: source.columns.map((column) => ({
        ...column,
        fieldTitle: fieldTitle(column.field, source.role, lang),
        reason: messageEntry(column.reason, speech),
        reading: column.reading === null ? null : messageEntry(column.reading, speech),
        filled: column.filled ?? 0,
        distinct: column.distinct ?? 0,
        examples: [...column.examples],
      })),
      stages: source.stages.map((stage) => ({ ...stage, reason: messageEntry(stage.reason, speech) })),
      history: source.history === null ? null : { ...source.history, stages: [...source.history.stages] },
    })),
    ambiguous: [...dataset.ambiguous, ...(dataset.ambiguousBeside ?? [])].map((column) => ({ ...column })),
    partition: deals.size === 0 ? null : partitionOf(deals),
    records: Array.from({ length: Math.min(FIRST_RECORDS, deals.size) }, (_, row) => recordEntry(deals, row)),
    warnings: dataset.warnings.map((warning) => messageEntry(warning, speech)),
  };
}

/** A lead's column in a file of deals is named with its role. */
function fieldTitle(field: string | null, role: Role, lang: Lang): string | null {
  if (field === null) return null;
  const fields: Readonly<Record<string, FieldInfo>> = fieldsOf(field.startsWith('leads.') ? 'leads' : role);
  return fields[field.replace(/^leads\./, '')]?.title[lang] ?? null;
}

function recordEntry(deals: Deals, row: number): Record<string, string | number | null> {
  const deal = deals.record(row);
  const day = (value: CivilDay | null): string | null => (value === null ? null : isoDay(value));
  return {
    row: deal.place.row,
    id: deal.id,
    name: deal.name,
    account: deal.account,
    owner: deal.owner,
    stage: deal.stage,
    outcome: deal.outcome,
    amount: deal.amount,
    currency: deal.currency,
    createdAt: day(deal.createdAt),
    closedAt: day(deal.closedAt),
    expectedClose: day(deal.expectedClose),
  };
}
