import type { AnySaid } from '../said.js';
import type { Wording } from '../wording.js';

/** The kind of date that begins or ends; null: all of the deals. */
type Clock = 'created' | 'closed' | 'leads' | 'purchases' | 'subscriptions' | 'customers';

const CLOCKS: Readonly<Record<Clock, string>> = {
  created: 'creations',
  closed: 'closings',
  leads: 'leads',
  purchases: 'orders',
  subscriptions: 'subscriptions',
  customers: 'customers',
};

/** How far the files reach, and what they therefore do not tell. */
export const EDGES = {
  running_period: ({ end, asOf }: { readonly end: string; readonly asOf: string }, { day }: Wording) =>
    `the period runs to ${day(end)}, the data to ${day(asOf)}`,
  data_begins: ({ of, day }: { readonly of: Clock; readonly day: string }, words: Wording) =>
    `${CLOCKS[of]} begin on ${words.day(day)}`,
  data_ends: ({ of, day }: { readonly of: Clock | null; readonly day: string }, words: Wording) =>
    of === null ? `the data ends on ${words.day(day)}` : `${CLOCKS[of]} end on ${words.day(day)}`,
  not_compared: ({ because }: { readonly because: readonly AnySaid[] }, { list, say }: Wording) =>
    `not compared, the data does not cover both periods: ${list(because.map(say))}`,
} as const;
