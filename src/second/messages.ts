/** What the first thread tells the second, and where both see how far that is. */

import type { MessagePort } from 'node:worker_threads';
import type { ReadMessage } from '../load/read-part.js';
import type { PlainColumn } from '../model/text-column.js';
import type { CarriedInput } from '../quality/carried.js';

export type SecondMessage = ReadMessage | RoomMessage | IdsMessage | RulesMessage;

/** Memory that the first thread is about to write to. */
export interface RoomMessage {
  readonly room: Uint8Array;
}

/** Ids to be looked at, in memory that both threads see. */
export interface IdsMessage {
  readonly column: Pick<PlainColumn, 'bytes' | 'offsets' | 'length'>;
  /** Whose they are (see below), and at OVER whether the answer is there: 1, or −1 where it failed. */
  readonly taken: Int32Array;
  readonly answers: MessagePort;
}

/** Rules of the catalogue to be run. */
export interface RulesMessage {
  readonly input: CarriedInput;
  /** Their ids, each at its place among all rules of the check; null = a rule that the first thread must run. */
  readonly ids: readonly (string | null)[];
  /** Whose each rule is, in memory that both threads see: FREE, or taken by one. */
  readonly owners: Int32Array;
  readonly progress: Int32Array;
  /** How many violations of each will be listed; null = none. */
  readonly most: number | null;
  /** Where the answers go, before `progress` says that they are there. */
  readonly answers: MessagePort;
}

/** Places of what was `taken`: the owner, and whether it is over. */
export const OWNER = 0;
export const OVER = 1;

/** Owners of a rule, or of ids. */
export const FREE = 0;
export const SECOND = 1;
export const FIRST = 2;

/** Places of `progress`: the state, and how many rules were begun. */
export const STATE = 0;
export const BEGUN = 1;
/** States: it is at work (or has not begun), it is done, it failed. */
export const AT_WORK = 0;
export const DONE = 1;
export const FAILED = 2;
