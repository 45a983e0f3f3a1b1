import { CONVERTED_LEAD, CONVERTED_LEAD_STARTS } from '../crm/vocabulary.js';
import { foldText } from '../locale/fold.js';
import { onDemand } from '../locale/on-demand.js';
import { NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, type DayColumn, type FlagColumn, missingColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import type { Leads } from '../model/leads.js';
import { WON } from '../model/outcome.js';
import { cellText, type TextColumn, TextColumnBuilder, textColumn } from '../model/text-column.js';
import { stackCategories } from './combine.js';
import { isMissing } from './parse/text.js';

/** The columns of one table of leads, as its mapped fields were read. */
export interface LeadTable {
  readonly size: number;
  readonly id: TextColumn | undefined;
  readonly createdAt: DayColumn | undefined;
  readonly status: CategoryColumn | undefined;
  readonly converted: FlagColumn | undefined;
  readonly convertedAt: DayColumn | undefined;
  readonly convertedDealId: TextColumn | undefined;
  readonly source: CategoryColumn | undefined;
  readonly owner: CategoryColumn | undefined;
}

/** What the deals say of leads: ids of leads that deals name, ids of deals, and of both those of won deals. */
export interface DealLinks {
  readonly leads: ReadonlySet<string>;
  readonly wonLeads: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
  readonly wonDeals: ReadonlySet<string>;
}

/** Links between leads and deals, from the side of the deals that count. */
export function dealLinks(deals: Deals): DealLinks {
  const { size } = deals;
  const leadId = deals.has('lead_id') ? deals.column('lead_id') : undefined;
  const id = deals.has('id') ? deals.column('id') : undefined;
  const outcome = deals.has('outcome') ? deals.column('outcome') : undefined;
  const links = {
    leads: new Set<string>(),
    wonLeads: new Set<string>(),
    deals: new Set<string>(),
    wonDeals: new Set<string>(),
  };
  for (let row = 0; outcome !== undefined && row < size; row++) {
    const won = outcome[row] === WON;
    const [lead, deal] = [leadId, id].map((column) => (column === undefined ? '' : cellText(column, row).trim()));
    if (lead !== undefined && lead !== '') {
      links.leads.add(lead);
      if (won) links.wonLeads.add(lead);
    }
    if (deal !== undefined && deal !== '') {
      links.deals.add(deal);
      if (won) links.wonDeals.add(deal);
    }
  }
  return links;
}

/**
 * Leads, and which of them became customers: by a won deal that names the lead, by a won deal that the lead names,
 * else by what the lead itself says (converted flag or date, a status that means it, a deal that it names). Where none
 * of these says so of any lead, nothing is known of conversion: a file without the word is no file without conversions.
 */
export function buildLeads(tables: readonly LeadTable[], links: DealLinks): Leads | null {
  if (tables.length === 0) return null;
  const size = tables.reduce((sum, table) => sum + table.size, 0);
  const id = new TextColumnBuilder();
  const created = new Int32Array(size).fill(NO_DAY);
  const converted = new Int8Array(size).fill(-1);
  const byDeals = tables.some((table) => isLinked(table, links));
  const said = tables.map(tellsOfConversion);
  const byStatus = said.some((one) => one.tells);
  let at = 0;
  tables.forEach((table, index) => {
    const ids = table.id ?? textColumn(new Array<string>(table.size).fill(''));
    const { tells, statusConverted } = said[index] ?? { tells: false, statusConverted: [] };
    for (let row = 0; row < table.size; row++) {
      const key = cellText(ids, row).trim();
      id.push(key);
      created[at] = table.createdAt?.[row] ?? NO_DAY;
      if (byDeals) {
        const won = links.wonLeads.has(key) || namedDeals(table, row).some((deal) => links.wonDeals.has(deal));
        converted[at] = won ? 1 : 0;
      } else if (tells) converted[at] = saysConverted(table, statusConverted, row) ? 1 : 0;
      at++;
    }
  });
  return {
    size,
    id: id.finish(),
    createdAt: tables.some(({ createdAt }) => createdAt !== undefined) ? created : null,
    converted: byDeals || byStatus ? converted : null,
    convertedBy: byDeals ? 'deals' : byStatus ? 'status' : null,
    source: namesOf(tables, 'source'),
    owner: namesOf(tables, 'owner'),
  };
}

/** A column of names of all tables; null where none of them has it. */
function namesOf(tables: readonly LeadTable[], field: 'source' | 'owner'): CategoryColumn | null {
  if (!tables.some((table) => table[field] !== undefined)) return null;
  const size = tables.reduce((sum, table) => sum + table.size, 0);
  return stackCategories(
    tables.map((table) => table[field] ?? missingColumn('category', table.size)),
    size,
  );
}

/** The ids of deals that a lead names. */
function namedDeals({ convertedDealId }: LeadTable, row: number): string[] {
  if (convertedDealId === undefined) return [];
  return cellText(convertedDealId, row)
    .split(';')
    .map((deal) => deal.trim())
    .filter((deal) => !isMissing(deal));
}

/** Whether any lead of a table and any deal name one another. */
function isLinked(table: LeadTable, links: DealLinks): boolean {
  const { id } = table;
  for (let row = 0; row < table.size; row++) {
    if (id !== undefined && links.leads.has(cellText(id, row).trim())) return true;
    if (namedDeals(table, row).some((deal) => links.deals.has(deal))) return true;
  }
  return false;
}

const WORDS = onDemand(() => new Set(CONVERTED_LEAD.map(statusKey)));
const STARTS = onDemand(() => CONVERTED_LEAD_STARTS.map(statusKey));

function statusKey(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether the leads themselves say of any that it was converted, and which statuses mean it. */
function tellsOfConversion(table: LeadTable): {
  readonly tells: boolean;
  readonly statusConverted: readonly boolean[];
} {
  const { status, converted, convertedAt } = table;
  const statusConverted =
    status?.values.map((value) => {
      const key = statusKey(value);
      return WORDS().has(key) || STARTS().some((start) => key.startsWith(`${start} `));
    }) ?? [];
  let tells =
    (converted?.some((flag) => flag >= 0) ?? false) ||
    (convertedAt?.some((day) => day !== NO_DAY) ?? false) ||
    (status?.codes.some((code) => statusConverted[code] ?? false) ?? false);
  for (let row = 0; !tells && row < table.size; row++) tells = namedDeals(table, row).length > 0;
  return { tells, statusConverted };
}

function saysConverted(table: LeadTable, statusConverted: readonly boolean[], row: number): boolean {
  if (table.converted !== undefined && table.converted[row] !== -1) return table.converted[row] === 1;
  if ((table.convertedAt?.[row] ?? NO_DAY) !== NO_DAY) return true;
  if (table.status !== undefined && (statusConverted[table.status.codes[row] ?? 0] ?? false)) return true;
  return namedDeals(table, row).length > 0;
}
