import { CONVERTED_LEAD } from '../crm/vocabulary.js';
import { foldText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import type { Leads } from '../model/leads.js';
import { WON } from '../model/outcome.js';
import { cellText, type TextColumn, TextColumnBuilder, textColumn } from '../model/text-column.js';

/** The columns of one table of leads, as its mapped fields were read. */
export interface LeadTable {
  readonly size: number;
  readonly id: TextColumn | undefined;
  readonly createdAt: DayColumn | undefined;
  readonly status: CategoryColumn | undefined;
  readonly converted: FlagColumn | undefined;
  readonly convertedAt: DayColumn | undefined;
  readonly convertedDealId: TextColumn | undefined;
}

/** What the deals say of leads: ids of leads that deals name, and of those with a won deal; ids of won deals. */
export interface DealLinks {
  readonly wonLeads: ReadonlySet<string>;
  readonly anyLeads: boolean;
  readonly wonDeals: ReadonlySet<string>;
  readonly anyDeals: boolean;
}

/** Links between leads and deals, from the side of the deals that count. */
export function dealLinks(deals: Deals): DealLinks {
  const { size } = deals;
  const leadId = deals.has('lead_id') ? deals.column('lead_id') : undefined;
  const id = deals.has('id') ? deals.column('id') : undefined;
  const outcome = deals.has('outcome') ? deals.column('outcome') : undefined;
  const wonLeads = new Set<string>();
  const wonDeals = new Set<string>();
  if (outcome !== undefined) {
    for (let row = 0; row < size; row++) {
      if (outcome[row] !== WON) continue;
      if (leadId !== undefined) wonLeads.add(cellText(leadId, row).trim());
      if (id !== undefined) wonDeals.add(cellText(id, row).trim());
    }
  }
  wonLeads.delete('');
  wonDeals.delete('');
  return { wonLeads, anyLeads: leadId !== undefined, wonDeals, anyDeals: id !== undefined };
}

/**
 * Leads, and which of them became customers: by a won deal that names the lead, by a won deal that the lead names,
 * else by what the lead itself says (converted flag or date, a status that means it).
 */
export function buildLeads(tables: readonly LeadTable[], links: DealLinks): Leads | null {
  if (tables.length === 0) return null;
  const size = tables.reduce((sum, table) => sum + table.size, 0);
  const id = new TextColumnBuilder();
  const created = new Int32Array(size).fill(NO_DAY);
  const converted = new Int8Array(size).fill(-1);
  const byDeals =
    links.anyLeads || (links.anyDeals && tables.some(({ convertedDealId }) => convertedDealId !== undefined));
  const byStatus = tables.some(
    (table) => table.status !== undefined || table.converted !== undefined || table.convertedAt !== undefined,
  );
  const words = new Set(CONVERTED_LEAD.map(foldText));
  let at = 0;
  for (const table of tables) {
    const ids = table.id ?? textColumn(new Array<string>(table.size).fill(''));
    const statusConverted = table.status?.values.map((value) => words.has(foldText(value))) ?? [];
    for (let row = 0; row < table.size; row++) {
      const key = cellText(ids, row).trim();
      id.push(key);
      created[at] = table.createdAt?.[row] ?? NO_DAY;
      if (byDeals) {
        const deals = table.convertedDealId === undefined ? [] : cellText(table.convertedDealId, row).split(';');
        converted[at] = links.wonLeads.has(key) || deals.some((deal) => links.wonDeals.has(deal.trim())) ? 1 : 0;
      } else if (byStatus) converted[at] = saysConverted(table, statusConverted, row) ? 1 : 0;
      at++;
    }
  }
  return {
    size,
    id: id.finish(),
    createdAt: tables.some(({ createdAt }) => createdAt !== undefined) ? created : null,
    converted: byDeals || byStatus ? converted : null,
    convertedBy: byDeals ? 'deals' : byStatus ? 'status' : null,
  };
}

function saysConverted(table: LeadTable, statusConverted: readonly boolean[], row: number): boolean {
  if (table.converted !== undefined && table.converted[row] !== -1) return table.converted[row] === 1;
  if ((table.convertedAt?.[row] ?? NO_DAY) !== NO_DAY) return true;
  return table.status !== undefined && (statusConverted[table.status.codes[row] ?? 0] ?? false);
}
