import type { AnySaid } from '../said.js';
import type { Wording } from '../wording.js';
import { percent, quoted } from './words.js';

interface Named {
  /** The name that it is compared with. */
  readonly name: string;
}
interface OfField {
  readonly field: string;
}
interface OfPreset {
  /** Id of the preset. */
  readonly preset: string;
}
/** Why the name of a column speaks for a field. */
export const NAME_REASONS = {
  preset_name: ({ preset }: OfPreset) => `${preset} preset`,
  known_name: ({ name }: Named) => `known name "${name}"`,
  known_name_with_unit: () => 'known name with a unit',
  known_name_after: ({ before }: { readonly before: string }) => `known name after "${before}"`,
  same_words: ({ name }: Named) => `same words as "${name}"`,
  meaning_of_words: () => 'what its words mean',
  spelt_like: ({ name }: Named) => `spelt like "${name}"`,
  contains_name: ({ name }: Named) => `contains "${name}"`,
  said_with_map: () => 'said with --map',
  closed_have_day: () => 'closed deals have a day here, open ones have none',
  expected_beside_actual: () => 'a closing date that open deals have, beside the actual one',
} as const;

/** Why a column was taken for a field, or for none. */
export const COLUMN_REASONS = {
  ...NAME_REASONS,
  stage_entered: ({ stage }: { readonly stage: string }) => `stage history: entered "${stage}"`,
  refused_by_cells: ({ field, why }: OfField & { readonly why: AnySaid }, { say }: Wording) =>
    `named like ${field}, but ${say(why)}`,
  taken_by_other: (
    { field, other, why }: OfField & { readonly other: string; readonly why: AnySaid | null },
    { say }: Wording,
  ) => `"${other}" was taken for ${field}${why === null ? '' : `; ${say(why)}`}`,
  cells_do_not_show: ({ field, name }: OfField & { readonly name: AnySaid }, { say }: Wording) =>
    `${say(name)}, but its cells do not show that it is ${field}`,
  without_cells: ({ field }: OfField) => `named like ${field}, but it has not one cell`,
  few_cells_fit: ({ field, share }: OfField & { readonly share: number }) =>
    `named like ${field}, but only ${percent(share)} of its cells are one`,
  no_field: () => 'no field has this name',
  column_to_join: () => 'a column to join',
  tells_lines: () => 'tells product lines of a deal apart',
  said_with_ignore: () => 'said with --ignore',
  time_in_stage: () => 'time in stage: recomputed from dates, not read',
  stage_left: () => 'stage left: recomputed from the next stage entered, not read',
  marks_rows: ({ preset, outcome }: OfPreset & { readonly outcome: 'excluded' | 'lost' }) =>
    `${preset} preset: tells rows that are ${outcome}`,
  amount_when_won: ({ preset }: OfPreset) => `${preset} preset: the amount of a won deal, where it is filled`,
  payment_period: ({ preset }: OfPreset) => `${preset} preset: how often an amount is paid`,
  left_alone: ({ preset }: OfPreset) => `left alone by the ${preset} preset`,
} as const;

/** Why a table was taken for the export of a CRM, or of none. */
export const PRESET_REASONS = {
  telling_columns: ({ columns }: { readonly columns: readonly string[] }) => `columns ${quoted(columns)}`,
  no_crm: () => 'no CRM has these columns',
  said_with_preset: () => 'said with --preset',
} as const;

interface Decides {
  /** The name decides nothing, or its guess yields: the outcome is what other columns say of its rows. */
  readonly byOtherColumns: boolean;
}
const outcome =
  (words: string) =>
  ({ byOtherColumns }: Decides) =>
    byOtherColumns ? `${words}; other columns decide` : words;

/** Why a stage or status has its outcome. */
export const OUTCOME_REASONS = {
  said_with_stage: outcome('said with --stage'),
  preset_stage: outcome('preset'),
  known_word: outcome('known word'),
  no_closing_word: outcome('no closing word'),
  closed_somehow: outcome('closed, but not how'),
  unknown_name: outcome('unknown name'),
} as const;

/** What a row that is set aside is, by the column that says so. */
export const ROW_MARKS = {
  row_deleted: () => 'deleted',
  row_archived: () => 'archived',
  row_no_sale: () => 'no sale',
  row_recurring_template: () => 'a template of recurring deals, not a deal',
  row_unqualified_lead: () => 'a lead, not yet an opportunity',
  row_archived_as_lost: () => 'archived, which is how Odoo marks a lost opportunity',
} as const;
