/** What the first thread tells the second, and where both see how far that is. */

import type { MessagePort } from 'node:worker_threads';
import type { ReadMessage } from '../load/read-part.js';
import type { DealClasses } from '../model/deal-classes.js';
import type { FactCells } from '../normalize/deal-facts.js';
import type { SentIds } from '../normalize/id-facts.js';
import type { NameCells } from '../normalize/named-customers.js';
import type { CarriedInput } from '../quality/carried.js';
import type { CarriedContext, ElsewhereId } from '../report/sections/elsewhere.js';
import type { Taken } from './ahead.js';
import type { SentDeals } from './sent-texts.js';

export type SecondMessage =
  | ReadMessage
  | RoomMessage
  | CustomersMessage
  | IdsMessage
  | FactsMessage
  | RulesMessage
  | SectionsMessage;

/** Memory that the first thread is about to write to. */
export interface RoomMessage {
  readonly room: Uint8Array;
}

/** Ids to be looked at, in memory that both threads see. */
export interface IdsMessage extends Taken {
  readonly column: SentIds;
}

/** Names of customers to be looked at, in memory that both threads see. */
export interface CustomersMessage extends Taken {
  readonly customers: NameCells;
}

/** Columns of all deals to be looked at, in memory that both threads see. */
export interface FactsMessage extends Taken {
  readonly cells: FactCells;
  /** Where the classes of deals go, in memory that both threads see; null = where the other likes. */
  readonly classes: DealClasses | null;
}

/** Rules of the catalogue to be run. */
export interface RulesMessage {
  readonly input: Omit<CarriedInput, 'deals'>;
  readonly deals: SentDeals;
  /** Their ids, each at its place among all rules of the check; null = a rule that the first thread must run. */
  readonly ids: readonly (string | null)[];
  /** Whose each rule is, in memory that both threads see: FREE, or taken by one (see ahead.ts). */
  readonly owners: Int32Array;
  readonly progress: Int32Array;
  /** How many violations of each will be listed; null = none. */
  readonly most: number | null;
  /** Where the answers go, before `progress` says that they are there. */
  readonly answers: MessagePort;
  /** Sections of the same deals may be asked for behind them; else nothing will be. */
  readonly more: boolean;
}

/** Sections of a report to be built, of the deals that rules were run on; maybe none. Nothing is asked for behind them. */
export interface SectionsMessage {
  readonly context: CarriedContext | null;
  readonly sections: readonly (Taken & { readonly id: ElsewhereId })[];
}

/** Places of `progress`: the state, and how many rules were begun. */
export const STATE = 0;
export const BEGUN = 1;
/** States: it is at work (or has not begun), it is done, it failed. */
export const AT_WORK = 0;
export const DONE = 1;
export const FAILED = 2;
