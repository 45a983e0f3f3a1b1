/** What an inspection settled → the draft of a config file. */
import { type ConfigDraft, type DraftStage, EMPTY_DRAFT } from '../config/draft.js';
import type { Settings } from '../config/merge.js';
import type { ConfigOutcome } from '../config/schema.js';
import type { Inspection } from '../index.js';
import { foldText } from '../locale/fold.js';

type Source = Inspection['sources'][number];

/** Below this a mapping is an assumption (the report says so, too). */
const ASSUMED = 0.8;
/** Read from a column, but no field that could be mapped. */
const NOT_MAPPABLE = new Set(['stage_entered']);
/** Fields worth a breakdown, where a file has them. */
const BREAKDOWNS = ['owner', 'source', 'type', 'pipeline'];
/** Reasons that go without saying. */
const NAMELESS = new Set(['no field has this name', 'a column to join']);

/** The answers of one inspected file, and what the command line said beside it. */
export function draftOf(inspection: Inspection, settings: Settings): ConfigDraft {
  const [source] = inspection.sources;
  if (source === undefined) return EMPTY_DRAFT;
  const { columns, role } = source;
  const used = columns.filter(({ field }) => field !== null && !NOT_MAPPABLE.has(field));
  const fields = used.map(({ field }) => field ?? '');
  const guessed = inspection.warnings.some(({ code }) => code === 'encoding_guessed');
  return {
    file: source.file,
    preset: { id: source.preset, reason: source.presetReason },
    mapping: used.map(({ field, column, reason, confidence }) => ({
      field: role === 'deals' || (field ?? '').includes('.') ? (field ?? '') : `${role}.${field}`,
      column,
      reason,
      confidence: confidence ?? 1,
      assumed: (confidence ?? 1) < ASSUMED,
    })),
    unused: columns
      .filter(({ field }) => field === null)
      .map(({ column, reason }) => ({ column, reason: NAMELESS.has(reason) ? null : reason })),
    ignore: settings.ignore,
    stages: draftStages(source, settings.stages),
    timezone: settings.timezone ?? 'UTC',
    currency: { said: settings.currency ?? null, found: inspection.currency },
    dateOrder: draftDateOrder(inspection, settings),
    sheet: settings.sheet ?? (source.sheets.length > 1 ? source.sheet : null),
    encoding: settings.encoding ?? (guessed ? source.encoding : null),
    delimiter: settings.delimiter ?? null,
    by: BREAKDOWNS.filter((field) => role === 'deals' && fields.includes(field)),
  };
}

const OUTCOMES: readonly string[] = ['won', 'lost', 'open', 'excluded'] satisfies readonly ConfigOutcome[];

function isOutcome(text: string): text is ConfigOutcome {
  return OUTCOMES.includes(text);
}

/**
 * Said names first. Then every name of the file once: what a word of ours means needs no setting; a name that was taken
 * for open because nothing in it closes a deal gets one; a name that left deals out is a question.
 */
function draftStages({ stages }: Source, said: Settings['stages']): DraftStage[] {
  const drafts: DraftStage[] = [];
  const seen = new Set<string>();
  for (const [name, outcome] of Object.entries(said)) {
    const rows = stages
      .filter(({ value }) => foldText(value) === foldText(name))
      .reduce((sum, one) => sum + one.rows, 0);
    drafts.push({ name, outcome, reason: '', rows: rows === 0 ? null : rows, as: 'write' });
    seen.add(foldText(name));
  }
  for (const { value } of stages) {
    const key = foldText(value);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    drafts.push(draftStage(stages.filter((one) => foldText(one.value) === key)));
  }
  return drafts;
}

/** One name, in every column and spelling that it stands in. */
function draftStage(accounts: Source['stages']): DraftStage {
  const [first] = accounts;
  const rows = accounts.reduce((sum, one) => sum + one.rows, 0);
  const { value: name = '', outcome = '', reason = '' } = first ?? {};
  const known = isOutcome(outcome) ? outcome : null;
  // One setting would serve every column that has the name: it is written only where they agree.
  const agreed = accounts.every((one) => one.outcome === outcome && one.reason === reason);
  if (agreed && reason === 'no closing word') return { name, outcome: known, reason, rows, as: 'write' };
  const unknown = accounts.some((one) => one.outcome === 'excluded' && /other columns decide/.test(one.reason));
  if (unknown) return { name, outcome: null, reason, rows, as: 'ask' };
  return { name, outcome: known, reason, rows, as: 'known' };
}

function draftDateOrder({ ambiguous, sources }: Inspection, settings: Settings): ConfigDraft['dateOrder'] {
  if (settings.dateOrder !== undefined) return { order: settings.dateOrder, cells: 0, columns: [], mixed: false };
  const unsettled = ambiguous.filter(({ taken }) => taken === 'day/month' || taken === 'month/day');
  const [first] = unsettled;
  if (first === undefined) return null;
  const inFile = sources.flatMap(({ columns }) => columns.map(({ column }) => column));
  const readings = sources.flatMap(({ columns }) => columns.map(({ reading }) => reading ?? ''));
  return {
    order: first.taken === 'day/month' ? 'dmy' : 'mdy',
    cells: unsettled.reduce((sum, { cells }) => sum + cells, 0),
    columns: inFile.filter((name) => unsettled.some(({ column }) => column === name)),
    mixed: readings.some((reading) => reading.startsWith(`${first.other}/`)),
  };
}
