import { foldText } from '../locale/fold.js';
import type { Role } from '../model/fields.js';
import { presets } from './catalogue/index.js';
import type { Fingerprint, PresetDefinition } from './definition.js';
import { amountUnit, headerKey } from './header.js';
import { HISTORY_ALIASES, historyLogSigns } from './history-log.js';
import { looksLikeOrders, ORDER_ALIASES } from './order-log.js';

/** Which CRM a table came from, what it holds, and why we think so. */
export interface Recognition {
  readonly preset: PresetDefinition;
  readonly role: Role;
  /** A sentence for people: which headers gave it away. */
  readonly reason: string;
}

/** Headers as the fingerprints are written, folded (case, accents, Arabic letters for Persian ones); punctuation counts. */
function fingerprintKey(header: string): string {
  return foldText(header).replace(/\s+/g, ' ');
}

/** The headers that give a fingerprint away, as it writes them, or null when the table has not all it takes. */
export function fingerprintIn(print: Fingerprint, columns: readonly string[]): string[] | null {
  return fits(print, new Set(columns.map(fingerprintKey)));
}

function fits({ all, any, prefix }: Fingerprint, present: ReadonlySet<string>): string[] | null {
  const has = (header: string): boolean => present.has(fingerprintKey(header));
  if (!all.every(has)) return null;
  const seen = [...all];
  if (any !== undefined) {
    const one = any.find(has);
    if (one === undefined) return null;
    seen.push(one);
  }
  if (prefix !== undefined) {
    const start = fingerprintKey(prefix);
    if (![...present].some((header) => header.startsWith(start) && header.length > start.length)) return null;
    seen.push(`${prefix}…`);
  }
  return seen;
}

/**
 * Recognizes a table by its headers. The first preset with a fingerprint that fits wins (the list is in order of
 * distinctiveness); without one the generic preset is used and the role follows from the columns that look known.
 * `presetId` and `role` are the user's word and are not questioned.
 */
export function recognize(
  columns: readonly string[],
  asked: { readonly preset?: string | undefined; readonly role?: Role | undefined } = {},
): Recognition {
  const present = new Set(columns.map(fingerprintKey));
  const changes = asked.role === undefined ? historyLogSigns(columns) : null;
  if (changes !== null) {
    const found = (presets as readonly PresetDefinition[]).find(({ id }) => id === (asked.preset ?? 'generic'));
    const reason = `columns ${changes.map((name) => `"${name}"`).join(', ')}`;
    if (found !== undefined) return { preset: found, role: 'history', reason };
  }
  for (const preset of presets as readonly PresetDefinition[]) {
    if (asked.preset !== undefined && preset.id !== asked.preset) continue;
    for (const print of preset.fingerprint) {
      if (asked.role !== undefined && print.role !== asked.role) continue;
      const seen = fits(print, present);
      if (seen === null) continue;
      return { preset, role: print.role, reason: `columns ${seen.map((name) => `"${name}"`).join(', ')}` };
    }
  }
  const preset = (presets as readonly PresetDefinition[]).find(({ id }) => id === (asked.preset ?? 'generic'));
  const chosen = preset ?? presets[presets.length - 1];
  if (chosen === undefined) throw new Error('the list of presets is empty');
  const role = asked.role ?? roleByColumns(columns);
  const reason = asked.preset === undefined ? 'no CRM has these columns' : 'said with --preset';
  return { preset: chosen, role, reason };
}

/** Fields that only a deal has: a table with one of them and any other deal field holds deals. */
const DEAL_SIGNS = [
  'stage',
  'status',
  'is_won',
  'is_closed',
  'won_at',
  'lost_at',
  'closed_at',
  'close_date',
  'expected_close',
  'probability',
] as const;

/** Names of flags and dates of a deal that are numbers of deals in a table by owner or month. */
const BARE = new Set(['won', 'lost', 'closed']);

/** Names of ids by the record that they identify; the first of them among a file's columns is the file's own key. */
const KEYS: readonly (readonly ['lead' | 'deal' | 'other', RegExp])[] = [
  [
    'lead',
    /^(?:(?:lead|mql|prospect|sql) ?(?:id|no|nr|number|key|guid)|(?:id|no|nr) (?:do |de |del |du )?(?:lead|mql|prospect))$|^شناسه سرنخ$|^کد سرنخ$/u,
  ],
  [
    'deal',
    /^(?:(?:deal|opportunity|oppty|opp) ?(?:id|no|nr|number|key|guid)|(?:id|no|nr) (?:deal|opportunity))$|^شناسه (?:معامله|فرصت)$/u,
  ],
  ['other', /^(?:[\p{L} ]+ )?(?:id|guid)$/u],
];

/** The record whose id stands first among the columns, as a table's own key does. */
function keyOf(headers: readonly string[]): 'lead' | 'deal' | 'other' | null {
  for (const header of headers) {
    const found = KEYS.find(([, names]) => names.test(header));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** What only leads have: how they were scored, qualified and turned into deals. */
const OF_LEADS =
  /^(?:is )?converted(?: |$)|(?: |^)conver(?:ted|sion) (?:to|date|at|on|deal|opportunity|account)|^(?:lead|mql|sql) (?:status|score|source|stage|date|grade|rating|owner|name)|^(?:mql|sql)(?: date)?$/;
/** A column of another record that a lead names: `Opportunity Amount`, `deal_close_date`. */
const OF_ITS_DEAL = /^(?:converted )?(?:deal|opportunity|oppty|opp) /;

/**
 * Whether a table with a lead's id for its key holds leads, also where it names the deal that a lead became: it says
 * what only leads have, and whatever tells of closing is told of that deal. A table of closed deals may have the id of
 * the lead first; it says when each was won.
 */
function ownsLeads(headers: readonly string[], signs: readonly string[]): boolean {
  if (!headers.some((header) => OF_LEADS.test(header))) return false;
  const own = headers.filter((header) => !OF_ITS_DEAL.test(header));
  return !signs.some((field) => field !== 'status' && own.some((header) => isNamed(field, header)));
}

function isNamed(field: string, header: string): boolean {
  return (genericAliases('deals')[field] ?? []).some((name) => headerKey(name) === header);
}

/** What a table holds, from how many of its columns are known names of each role's fields. */
function roleByColumns(columns: readonly string[]): Role {
  const headers = columns.map(headerKey);
  const keys = new Set([...headers, ...headers.map((key) => amountUnit(key)?.rest ?? key)]);
  const named = (word: string): boolean => [...keys].some((key) => key.split(' ').includes(word));
  const dealLike = named('deal') || named('opportunity') || named('معامله') || named('فرصت');
  const known = (role: 'deals' | 'customers' | 'leads'): string[] => {
    const aliases = genericAliases(role);
    const has = (name: string): boolean => keys.has(headerKey(name)) && (dealLike || !BARE.has(name));
    return Object.entries(aliases)
      .filter(([, names]) => names.some(has))
      .map(([field]) => field);
  };
  const deals = known('deals');
  const leads = known('leads');
  const customers = known('customers');
  const leadLike = named('lead') || named('mql') || named('سرنخ');
  const signs = deals.filter((field) => (DEAL_SIGNS as readonly string[]).includes(field));
  const closing = signs.some((field) => field !== 'status' && field !== 'probability');
  if (keyOf(headers) === 'lead' && ownsLeads(headers, signs)) return 'leads';
  if (dealLike && signs.length > 0) return 'deals';
  // Orders have a status too, and a state that their customer lives in.
  if (!dealLike && signs.every((field) => field === 'status') && looksLikeOrders(columns)) return 'orders';
  if (leadLike && !dealLike && leads.length >= 2 && !deals.includes('amount') && !closing) return 'leads';
  if (signs.length > 0 && deals.length >= 3) return 'deals';
  if (closing && deals.length >= 2) return 'deals';
  if (leadLike && leads.length >= 2 && !closing) return 'leads';
  if (deals.includes('amount') && deals.includes('created_at')) return 'deals';
  if (
    customers.includes('name') &&
    (customers.includes('industry') ||
      customers.includes('ended_at') ||
      customers.includes('started_at') ||
      customers.includes('country'))
  ) {
    return 'customers';
  }
  if (signs.length > 0 && deals.length >= 2) return 'deals';
  return 'lookup';
}

/** The general names of a role's fields. */
export function genericAliases(
  role: 'deals' | 'customers' | 'leads' | 'history' | 'orders',
): Readonly<Record<string, readonly string[]>> {
  if (role === 'history') return HISTORY_ALIASES;
  if (role === 'orders') return ORDER_ALIASES;
  const generic = (presets as readonly PresetDefinition[]).find(({ id }) => id === 'generic');
  return (generic?.columns[role] ?? {}) as Record<string, readonly string[]>;
}

const KNOWN = new Set<string>();

/** How many of the cells, 0…1, are column names that some CRM uses: what tells a header row from a title or data row. */
export function headerScore(cells: readonly string[]): number {
  if (KNOWN.size === 0) {
    for (const preset of presets as readonly PresetDefinition[]) {
      for (const fields of Object.values(preset.columns)) {
        for (const names of Object.values(fields as Record<string, readonly string[]>)) {
          for (const name of names) KNOWN.add(headerKey(name));
        }
      }
      for (const name of preset.ignore ?? []) KNOWN.add(headerKey(name));
    }
    for (const names of Object.values(ORDER_ALIASES)) for (const name of names) KNOWN.add(headerKey(name));
  }
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 0;
  return filled.filter((cell) => KNOWN.has(headerKey(cell))).length / filled.length;
}
