/** What an inspection settled → the draft of a config file. */
import { type ConfigDraft, type DraftColumn, type DraftStage, EMPTY_DRAFT } from '../config/draft.js';
import type { ConfigOutcome } from '../config/known-words.js';
import type { Settings } from '../config/merge.js';
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
const NAMELESS = new Set(['no_field', 'column_to_join']);

/** The answers of the inspected files, and what the command line said beside them. */
export function draftOf(inspection: Inspection, settings: Settings): ConfigDraft {
  const { sources } = inspection;
  if (sources.length === 0) return EMPTY_DRAFT;
  const roles = new Set(sources.map(({ role }) => role));
  const presets = new Set(sources.map(({ preset }) => preset));
  const [first] = sources;
  const preset =
    presets.size === 1 && first !== undefined ? { id: first.preset, reason: first.presetReason.message } : null;
  const sheet = draftSheet(sources, settings);
  const encoding = draftEncoding(inspection, settings);
  return {
    files: sources.map(({ file }) => file),
    preset: settings.preset === undefined ? preset : { id: settings.preset, reason: preset?.reason ?? '' },
    mapping: draftColumns(sources, roles.size > 1),
    unused: sources.flatMap(({ file, columns }) =>
      columns
        .filter(({ field }) => field === null)
        .map(({ column, reason }) => ({ file, column, reason: NAMELESS.has(reason.code) ? null : reason.message })),
    ),
    ignore: settings.ignore,
    stages: draftStages(
      sources.flatMap(({ stages }) => stages),
      settings.stages.said,
    ),
    timezone: settings.timezone ?? 'UTC',
    currency: { said: settings.currency ?? null, found: inspection.currency },
    dateOrder: draftDateOrder(inspection, settings),
    decimal: draftDecimal(inspection, settings),
    repeatedIds: settings.repeatedIds ?? null,
    sheet: sheet.value,
    encoding: encoding.value,
    delimiter: settings.delimiter ?? null,
    differing: {
      preset:
        preset === null && settings.preset === undefined
          ? sources.map(({ file, preset, presetReason }) => ({ file, value: `${preset} (${presetReason.message})` }))
          : [],
      sheet: sheet.differing,
      encoding: encoding.differing,
    },
    contract: null,
    by: BREAKDOWNS.filter((name) =>
      sources.some(({ role, columns }) => role === 'deals' && columns.some(({ field }) => field === name)),
    ),
  };
}

/** Every column that a field was read from; `role.field` where the field alone would not say which file is meant. */
function draftColumns(sources: readonly Source[], severalRoles: boolean): DraftColumn[] {
  const columns: DraftColumn[] = [];
  for (const { file, role, columns: read } of sources) {
    for (const { field, column, reason, confidence } of read) {
      if (field === null || NOT_MAPPABLE.has(field)) continue;
      const key = field.includes('.') || (role === 'deals' && !severalRoles) ? field : `${role}.${field}`;
      const written = columns.find((one) => one.field === key);
      if (written?.column === column) continue;
      const sure = confidence ?? 1;
      columns.push({
        ...{
          field: key,
          column,
          reason: reason.message,
          confidence: sure,
          assumed: sure < ASSUMED && written === undefined,
          file,
        },
        taken: written !== undefined,
      });
    }
  }
  return columns;
}

/** A setting that holds for all files, or the files that differ in it. */
interface Common {
  readonly value: string | null;
  readonly differing: ConfigDraft['differing']['sheet'] & object;
}

function draftSheet(sources: readonly Source[], { sheet: said }: Settings): Common {
  if (said !== undefined) return { value: said, differing: [] };
  const workbooks = sources.filter(({ sheets }) => sheets.length > 0);
  const chosen = workbooks.filter(({ sheets }) => sheets.length > 1);
  const [first] = chosen;
  if (first === undefined) return { value: null, differing: [] };
  if (workbooks.every(({ sheet }) => sheet === first.sheet)) return { value: first.sheet, differing: [] };
  return { value: null, differing: chosen.map(({ file, sheet }) => ({ file, value: JSON.stringify(sheet) })) };
}

function draftEncoding({ sources, warnings }: Inspection, { encoding: said }: Settings): Common {
  if (said !== undefined) return { value: said, differing: [] };
  const texts = sources.filter(({ delimiter }) => sources.length === 1 || delimiter !== null);
  const guessed = warnings.some(({ code }) => code === 'encoding_guessed');
  const [first] = texts;
  if (!guessed || first === undefined) return { value: null, differing: [] };
  if (texts.every(({ encoding }) => encoding === first.encoding)) return { value: first.encoding, differing: [] };
  return { value: null, differing: texts.map(({ file, encoding }) => ({ file, value: encoding })) };
}

const OUTCOMES: readonly string[] = ['won', 'lost', 'open', 'excluded'] satisfies readonly ConfigOutcome[];

function isOutcome(text: string): text is ConfigOutcome {
  return OUTCOMES.includes(text);
}

/**
 * Said names first. Then every name of the file once: what a word of ours means needs no setting; a name that was taken
 * for open because nothing in it closes a deal gets one; a name that left deals out is a question.
 */
function draftStages(stages: Source['stages'], said: Settings['stages']['said']): DraftStage[] {
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
  if (first === undefined) throw new Error('a stage stands in no column');
  const { value: name, outcome } = first;
  const reason = first.reason.message;
  const known = isOutcome(outcome) ? outcome : null;
  // One setting would serve every column that has the name: it is written only where they agree.
  const agreed = accounts.every((one) => one.outcome === outcome && one.reason.message === reason);
  if (agreed && isGuess(first)) return { name, outcome: known, reason, rows, as: 'write' };
  const unknown = accounts.some((one) => one.outcome === 'excluded' && one.reason.args['byOtherColumns'] === true);
  if (unknown) return { name, outcome: null, reason, rows, as: 'ask' };
  return { name, outcome: known, reason, rows, as: 'known' };
}

/** Whether a name counts as open only because nothing in it ends a deal. */
function isGuess({ reason }: Source['stages'][number]): boolean {
  return reason.code === 'no_closing_word' && reason.args['byOtherColumns'] !== true;
}

function draftDateOrder(inspection: Inspection, settings: Settings): ConfigDraft['dateOrder'] {
  if (settings.dateOrder !== undefined) return { value: settings.dateOrder, cells: 0, columns: [], mixed: false };
  const unsettled = inspection.ambiguous.filter(({ taken }) => taken === 'day/month' || taken === 'month/day');
  const [first] = unsettled;
  if (first === undefined) return null;
  const orders = inspection.sources.flatMap(({ columns }) => columns.flatMap(ordersOf));
  return {
    value: first.taken === 'day/month' ? 'dmy' : 'mdy',
    ...cellsOf(unsettled, inspection),
    // Even columns that settle themselves are read as the key says.
    mixed: orders.some((order) => order === `${first.other}/year`),
  };
}

/** The orders of day and month that a column's dates are read in. */
function ordersOf({ reading }: Source['columns'][number]): string[] {
  if (reading?.code !== 'dates') return [];
  const forms: unknown = reading.args['forms'];
  return Array.isArray(forms) ? forms.map(({ order }: { readonly order: string }) => order) : [];
}

function draftDecimal(inspection: Inspection, settings: Settings): ConfigDraft['decimal'] {
  const name = (comma: boolean) => (comma ? 'comma' : 'point');
  if (settings.decimal !== undefined)
    return { value: name(settings.decimal === ','), cells: 0, columns: [], mixed: false };
  const unsettled = inspection.ambiguous.filter(({ taken }) => taken.startsWith('decimal '));
  const [first] = unsettled;
  if (first === undefined) return null;
  return {
    value: name(first.taken === 'decimal comma'),
    ...cellsOf(unsettled, inspection),
    mixed: unsettled.some(({ taken }) => taken !== first.taken),
  };
}

function cellsOf(unsettled: Inspection['ambiguous'], { sources }: Inspection): { cells: number; columns: string[] } {
  const inFiles = new Set(sources.flatMap(({ columns }) => columns.map(({ column }) => column)));
  return {
    cells: unsettled.reduce((sum, { cells }) => sum + cells, 0),
    columns: [...inFiles].filter((name) => unsettled.some(({ column }) => column === name)),
  };
}
