import { fieldWords } from '../reasons.js';
import type { AnySaid } from '../said.js';
import type { Wording } from '../wording.js';
import { listed, many, number, percent, quoted } from './words.js';

interface ColumnOfField {
  readonly file: string;
  readonly column: string;
  readonly field: string;
  /** The field as `--map` takes it: `amount`, `orders.amount`. */
  readonly key: string;
}
type Reading = 'day/month' | 'month/day' | 'decimal point' | 'decimal comma';

/** A field that nothing was taken for, and the columns that could be it, likeliest first. */
interface Candidates {
  readonly field: string;
  readonly columns: readonly string[];
  readonly option: string;
}
interface Cells {
  readonly text: string;
  readonly rows: number;
}

function either(columns: readonly string[]): string {
  const last = columns.at(-1);
  return columns.length < 2 || last === undefined ? quoted(columns) : `${quoted(columns.slice(0, -1))} or "${last}"`;
}

/** Which column is what, and how it is read. */
export const COLUMN_WARNINGS = {
  assumed_mapping: (
    { file, column, field, key, reason }: ColumnOfField & { readonly reason: AnySaid },
    { say }: Wording,
  ) => `${file}: column "${column}" was assumed to be ${field} (${say(reason)}); --map ${key}="…" settles it.`,
  unfit_column: ({ file, column, field, key, share }: ColumnOfField & { readonly share: number }) =>
    `${file}: "${column}" is named like ${field}, but only ${percent(share)} of its cells are one, so it was left out (--map ${key}="${column}" takes the cells that fit).`,
  refused_column: (
    {
      file,
      column,
      field,
      key,
      why,
      hopeless,
    }: ColumnOfField & {
      readonly why: AnySaid;
      /** No option is named that would take it nevertheless. */
      readonly hopeless: boolean;
    },
    { say }: Wording,
  ) =>
    `${file}: "${column}" is named like ${field}, but ${say(why)}, so it was left out${hopeless ? '' : ` (--map ${key}="${column}" takes it all the same)`}.`,
  mapping_tie: ({ file, column, field, key, other }: ColumnOfField & { readonly other: string }) =>
    `${file}: "${column}" was taken for ${field}; "${other}" could be it as well (--map ${key}="${other}" says so).`,
  unmapped_candidates: ({ file, fields }: { readonly file: string; readonly fields: readonly Candidates[] }) => {
    const could = fields.map(
      ({ field, columns, option }) => `${fieldWords(field, 'en')} could be ${either(columns)} (${option})`,
    );
    return `${file}: figures are missing because nothing was taken for a field; ${could.join('; ')}.`;
  },
  ambiguous_column: ({
    file,
    column,
    taken,
    other,
    cells,
    example,
  }: {
    readonly file: string;
    readonly column: string;
    readonly taken: Reading;
    readonly other: Reading;
    readonly cells: number;
    /** A cell, where the column is written in several forms. */
    readonly example: string | null;
  }) =>
    `${file}: "${column}"${example === null ? '' : `, where written as ${example},`} was read as ${taken}; nothing in the file settles it, and ${many(cells, 'cell', 'cells')} would be different as ${other} (${taken.startsWith('decimal') ? '--decimal' : '--date-order'} settles it).`,
  map_without_effect: ({
    key,
    column,
    field,
    roles,
  }: {
    readonly key: string;
    readonly column: string;
    readonly field: string;
    readonly roles: readonly string[];
  }) =>
    `--map ${key}="${column}" has no effect: the files hold ${roles.join(', ')}, which have no ${field} (\`kpi list fields\` shows what each can have).`,
  nothing_to_ignore: ({ column, near }: { readonly column: string; readonly near: string | null }) =>
    `no file has a column "${column}" to ignore.${near === null ? '' : ` Did you mean "${near}"?`}`,
  unknown_stage_said: ({
    stage,
    outcome,
    near,
    stages,
    more,
  }: {
    readonly stage: string;
    /** As the command line said; null: the config said so. */
    readonly outcome: string | null;
    readonly near: string | null;
    /** The first of the stages there are, and how many there are beside. */
    readonly stages: readonly string[];
    readonly more: number;
  }) => {
    const place = outcome === null ? `stages: "${stage}"` : `--stage "${stage}=${outcome}"`;
    const hint =
      near !== null
        ? `Did you mean "${near}"?`
        : stages.length === 0
          ? 'No column holds stages (--map stage="COLUMN").'
          : `The stages are ${listed(
              stages.map((name) => `"${name}"`),
              more,
            )}.`;
    return `${place}: no file has a stage "${stage}", so nothing was read by it. ${hint}`;
  },
  time_zone: ({ file, column, cells }: { readonly file: string; readonly column: string; readonly cells: number }) =>
    `${file}: the time stamps of "${column}" carry several offsets; ${number(cells)} of them are read as another day than the one written there (--timezone ZONE decides, such as Europe/Berlin).`,
  unreadable_cells: ({
    file,
    column,
    field,
    cells,
    examples,
  }: {
    /** Left out where the files are told apart elsewhere. */
    readonly file: string | null;
    readonly column: string;
    /** Null: a date of the stage history. */
    readonly field: string | null;
    readonly cells: number;
    readonly examples: readonly string[];
  }) =>
    `${file === null ? '' : `${file}: `}${many(cells, 'cell', 'cells')} of "${column}" cannot be read as ${field ?? 'a date'} and ${cells === 1 ? 'counts' : 'count'} as missing${examples.length === 0 ? '' : `: ${quoted(examples)}`}.`,
  unknown_currency: ({
    file,
    column,
    cells,
    values,
    more,
  }: {
    readonly file: string;
    readonly column: string;
    readonly cells: number;
    /** The most frequent of them, and how many there are beside. */
    readonly values: readonly Cells[];
    readonly more: number;
  }) =>
    `${file}: ${many(cells, 'cell', 'cells')} of "${column}" ${cells === 1 ? 'names' : 'name'} no currency and ${cells === 1 ? 'counts' : 'count'} as empty (${listed(
      values.map(({ text, rows }) => `"${text}" ${number(rows)}`),
      more,
    )}); --currency CODE says what amounts without one are in.`,
  own_currency: ({
    file,
    column,
    amount,
  }: {
    readonly file: string;
    readonly column: string;
    readonly amount: string;
  }) =>
    `${file}: "${amount}" is in the company's own currency, so the several of "${column}", those of the deals, say nothing of it; --currency CODE says which it is.`,
  currency_conflict: ({
    file,
    column,
    amount,
    amounts,
    counts,
  }: {
    readonly file: string;
    readonly column: string;
    readonly amount: string;
    readonly amounts: number;
    /** What was believed: the currency written with the amount, or the column beside a mere sign. */
    readonly counts: 'amount' | 'column';
  }) =>
    counts === 'amount'
      ? `${file}: ${many(amounts, 'amount', 'amounts')} of "${amount}" ${amounts === 1 ? 'names' : 'name'} another currency, in its header or in the cell, than "${column}" does; what stands with the amount counts.`
      : `${file}: ${many(amounts, 'amount', 'amounts')} of "${amount}" ${amounts === 1 ? 'is' : 'are'} written with the sign of another currency than "${column}" says; the column counts (--ignore "${column}" takes the sign).`,
};
