import { spareToKeep } from './work-room.js';

/**
 * The rows of some classes of deals, as they were listed last. Figures ask of the same deals again and again, and mostly of
 * two kinds in turn: those that were won, and those that have both dates.
 */
export class KeptLists {
  /** Whoever was asked for last comes last. */
  private readonly lists: KeptList[] = [];

  /** @param most how many rows all lists together may have room for */
  constructor(private readonly most: number) {}

  /**
   * Does some work with the rows of all deals of some classes; null, and nothing, where other work holds the room.
   *
   * @param classes in the same order whenever they are the same
   * @param size how many deals they have
   * @param list lists them
   */
  with<T>(
    classes: readonly number[],
    size: number,
    list: (rows: Uint32Array) => void,
    work: (rows: Uint32Array) => T,
  ): { readonly answer: T } | null {
    const known = this.take(classes, size) ?? this.make(classes, size, list);
    if (known === null) return null;
    this.lists.push(known);
    known.users++;
    try {
      return { answer: work(known.rows) };
    } finally {
      known.users--;
    }
  }

  /** Takes a list out that is known. */
  private take(classes: readonly number[], size: number): KeptList | null {
    const at = this.lists.findIndex(({ of, rows }) => rows.length === size && isSame(of, classes));
    return at < 0 ? null : (this.lists.splice(at, 1)[0] ?? null);
  }

  private make(classes: readonly number[], size: number, list: (rows: Uint32Array) => void): KeptList | null {
    const room = this.roomFor(size);
    if (room === null) return null;
    const rows = room.subarray(0, size);
    list(rows);
    return { of: classes, room, rows, users: 0 };
  }

  /** Room for a list, that of others where there is too much: of those that nobody has asked for the longest. */
  private roomFor(size: number): Uint32Array | null {
    let held = this.lists.reduce((sum, { room }) => sum + room.length, 0);
    while (held + size > this.most) {
      const at = this.lists.findIndex(({ users }) => users === 0);
      if (at < 0) return null;
      for (const { room } of this.lists.splice(at, 1)) {
        if (room.length >= size) return room;
        held -= room.length;
      }
    }
    return spareToKeep(Uint32Array, size) ?? new Uint32Array(size);
  }
}

interface KeptList {
  readonly of: readonly number[];
  /** What it has memory for … */
  readonly room: Uint32Array;
  /** … and of that, its rows. */
  readonly rows: Uint32Array;
  /** How many pieces of work are at it. */
  users: number;
}

/** Whether classes, in the same order whenever they are the same, are others. */
export function isSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
