import type { PRESET_REASONS } from '../locale/en/column-reasons.js';
import { foldText } from '../locale/fold.js';
import { type Said, said } from '../locale/said.js';
import type { Role } from '../model/fields.js';
import { genericAliases } from './aliases.js';
import { presets } from './catalogue/index.js';
import type { Fingerprint, PresetDefinition } from './definition.js';
import { classifyHeader } from './grammar/classify.js';
import { readHeader } from './grammar/read-header.js';
import { amountUnit, headerKey } from './header.js';
import texts from './header-texts.js?made';
import { historyLogSigns } from './history-log.js';
import { knownNames } from './known-names.js';
import { looksLikeOrders } from './order-log.js';
import { withoutSharedPrefix } from './shared-prefix.js';
import { looksLikeDatedCustomers, looksLikeSubscriptions } from './subscription-log.js';

/** Which CRM a table came from, what it holds, and why we think so. */
export interface Recognition {
  readonly preset: PresetDefinition;
  readonly role: Role;
  /** Which headers gave it away. */
  readonly reason: Said<keyof typeof PRESET_REASONS>;
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
    const reason = said('telling_columns', { columns: changes });
    if (found !== undefined) return { preset: found, role: 'history', reason };
  }
  const bare = withoutSharedPrefix(columns);
  for (const names of bare === columns ? [present] : [present, new Set(bare.map(fingerprintKey))]) {
    for (const preset of presets as readonly PresetDefinition[]) {
      if (asked.preset !== undefined && preset.id !== asked.preset) continue;
      for (const print of preset.fingerprint) {
        if (asked.role !== undefined && print.role !== asked.role) continue;
        const seen = fits(print, names);
        if (seen === null) continue;
        return { preset, role: print.role, reason: said('telling_columns', { columns: seen }) };
      }
    }
  }
  const preset = (presets as readonly PresetDefinition[]).find(({ id }) => id === (asked.preset ?? 'generic'));
  const chosen = preset ?? presets[presets.length - 1];
  if (chosen === undefined) throw new Error('the list of presets is empty');
  const role = asked.role ?? roleOf(columns, bare);
  const reason = asked.preset === undefined ? said('no_crm') : said('said_with_preset');
  return { preset: chosen, role, reason };
}

/** The role of a table by its columns, or by what is left of their names without the prefix that they share. */
function roleOf(columns: readonly string[], bare: readonly string[]): Role {
  const role = roleByColumns(columns);
  if (role !== 'lookup' || bare === columns) return role;
  // Without its prefix any status is a deal's, so a stage or a day of closing must show that there are deals.
  const stripped = roleByColumns(bare);
  return stripped === 'deals' && !fieldsNamed(bare, 'deals').some((field) => CLOSING.has(field)) ? 'lookup' : stripped;
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

/** The signs that no other table has; a ticket has a status as well. */
const CLOSING: ReadonlySet<string> = new Set(
  DEAL_SIGNS.filter((field) => field !== 'status' && field !== 'probability'),
);

/** Names of flags and dates of a deal that are numbers of deals in a table by owner or month. */
const BARE = new Set(['won', 'lost', 'closed']);
/** Words of a header below this may say the field where others show what the table is; they do not show it. */
const TELLING = 0.86;

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
  // Without an amount a stage is the lead's own; closing days and flags are a deal's.
  const ofBoth = own.some((header) => isNamed('amount', header)) ? ['status'] : ['status', 'stage'];
  return !signs.some((field) => !ofBoth.includes(field) && own.some((header) => isNamed(field, header)));
}

/** Ids of what sales people do and of what customers ask for: a table with one for its key holds no deals. */
const ID_OF_OTHERS =
  /^(?:ticket|case|task|to ?do|activity|event|call|meeting|issue|incident) ?(?:id|no|nr|number|key|guid)$/;
/** Names of such records, which a deal has none of. */
const OF_OTHERS =
  /^(?:(?:ticket|case|task|activity|call|meeting) (?:name|subject|title|type|status|priority)|ticket|task)$/;
/** What only a table of deals says: money and how sure it is, and how a deal ended. */
const OF_DEALS = ['amount', 'probability', 'is_won', 'won_at', 'lost_at', 'close_date'];

/** Whether a table without anything that only deals have holds tickets, tasks or activities: they have a status, too. */
function holdsOthers(headers: readonly string[], deals: readonly string[], dealLike: boolean): boolean {
  if (deals.some((field) => OF_DEALS.includes(field))) return false;
  const key = headers.find((header) => KEYS.some(([, names]) => names.test(header)) || ID_OF_OTHERS.test(header));
  if (key !== undefined && ID_OF_OTHERS.test(key)) return !(dealLike && deals.includes('stage'));
  return !dealLike && key === undefined && headers.some((header) => OF_OTHERS.test(header));
}

function isNamed(field: string, header: string): boolean {
  return (genericAliases('deals')[field] ?? []).some((name) => headerKey(name) === header);
}

/** The preset of no CRM. */
function general(): PresetDefinition {
  const preset = (presets as readonly PresetDefinition[]).find(({ id }) => id === 'generic');
  if (preset === undefined) throw new Error('there is no general preset');
  return preset;
}

/** The fields that the columns of a table are named after. */
function fieldsNamed(columns: readonly string[], role: 'deals' | 'customers' | 'leads', dealLike = false): string[] {
  const headers = columns.map(headerKey);
  const keys = new Set([...headers, ...headers.map((key) => amountUnit(key)?.rest ?? key)]);
  const names = knownNames(general(), role);
  const known = new Set<string>();
  const fields = new Set<string>();
  for (const key of keys) {
    for (const { field, name } of names.named(key)) {
      known.add(key);
      if (dealLike || !BARE.has(name)) fields.add(field);
    }
  }
  columns.forEach((column, index) => {
    if (known.has(headers[index] ?? '')) return;
    for (const { field, score } of readHeader(column, role)) if (score >= TELLING) fields.add(field);
  });
  return [...fields];
}

/** Whether a word of a column's name means a deal and nothing else, in any language. */
function namesDeal(column: string): boolean {
  return classifyHeader(column)?.some((meanings) => meanings.every((meaning) => meaning === 'deal')) === true;
}

/** A lead; not the time until delivery, nor the first of several people (`Lead Time`, `Lead Estimator`). */
const LEAD =
  /(?:^| )lead(?! (?:times?|days|weeks|estimator|engineer|architect|consultant|designer|developer|partner|investor|attorney|counsel|underwriter|surveyor|office|agency)(?: |$))(?: |$)/;

/** What a table holds, from how many of its columns are named like each role's fields. */
function roleByColumns(columns: readonly string[]): Role {
  if (looksLikeSubscriptions(columns)) return 'subscriptions';
  if (looksLikeDatedCustomers(columns)) return 'customers';
  const words = new Set(columns.flatMap((column) => headerKey(column).split(' ')));
  const dealLike =
    words.has('deal') ||
    words.has('opportunity') ||
    words.has('معامله') ||
    words.has('فرصت') ||
    columns.some(namesDeal);
  const deals = fieldsNamed(columns, 'deals', dealLike);
  const leads = fieldsNamed(columns, 'leads', dealLike);
  const customers = fieldsNamed(columns, 'customers', dealLike);
  const leadLike = columns.some((column) => LEAD.test(headerKey(column))) || words.has('mql') || words.has('سرنخ');
  const signs = deals.filter((field) => (DEAL_SIGNS as readonly string[]).includes(field));
  const closing = signs.some((field) => CLOSING.has(field));
  if (keyOf(columns.map(headerKey)) === 'lead' && ownsLeads(columns.map(headerKey), signs)) return 'leads';
  if (holdsOthers(columns.map(headerKey), deals, dealLike)) return 'lookup';
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

let known: ReadonlySet<string> | null = null;

/** Whether a CRM has a column of this name. Asked only where the words of a cell do not tell: most of them do. */
function isKnownName(key: string): boolean {
  known ??= new Set((texts['any'] ?? '').split('\n'));
  return known.has(key);
}

/** How many of the cells, 0…1, are column names that some CRM uses: what tells a header row from a title or data row. */
export function headerScore(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 0;
  return filled.filter((cell) => readsLikeHeader(cell) || isKnownName(headerKey(cell))).length / filled.length;
}

/** Whether a cell's words say a field that no value of a column is ("Closed Won" is a stage as well as a flag). */
function readsLikeHeader(cell: string): boolean {
  return HEADER_ROLES.some((role) =>
    readHeader(cell, role).some(({ field, score }) => score >= TELLING && !field.startsWith('is_')),
  );
}

const HEADER_ROLES = ['deals', 'orders', 'customers'] as const satisfies readonly Role[];
