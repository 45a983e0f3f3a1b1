import type { CustomerFieldName, DealFieldName, LeadFieldName, Role } from '../model/fields.js';
import type { Outcome } from '../model/outcome.js';

/** Column names of a role's fields, as exports print them. Compared after header normalisation, best first. */
export interface FieldAliases {
  readonly deals?: { readonly [F in DealFieldName]?: readonly string[] };
  readonly customers?: { readonly [F in CustomerFieldName]?: readonly string[] };
  readonly leads?: { readonly [F in LeadFieldName]?: readonly string[] };
}

/** What the exports of one CRM look like. Data only. */
export interface PresetDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  /** Headers that together give the CRM away: all of `all`, and at least one of `any`. */
  readonly fingerprint: readonly {
    readonly role: Role;
    readonly all: readonly string[];
    readonly any?: readonly string[];
  }[];
  readonly columns: FieldAliases;
  /** Headers that look like a field but are not; never mapped under this preset. */
  readonly ignore?: readonly string[];
  /** Stage and status values by outcome, beside the general vocabulary. */
  readonly outcomes?: { readonly [O in Outcome]?: readonly string[] };
  readonly amounts?: { readonly scale?: 'unit' | 'cents'; readonly decimal?: '.' | ',' };
  readonly dates?: { readonly order?: 'ymd' | 'mdy' | 'dmy' };
  /** The vendor's page, or the export this was read off. */
  readonly source: string;
}

export function definePreset<const Id extends string>(definition: PresetDefinition<Id>): PresetDefinition<Id> {
  return definition;
}
