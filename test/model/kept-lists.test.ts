import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptLists } from '../../src/model/kept-lists.js';

/** The rows of a kind of deals, of which there are so many: a thousand times the kind and their places. */
function rowsOf(kind: number, size: number): number[] {
  return Array.from({ length: size }, (_, at) => 1_000 * kind + at);
}

/** Lists kinds of deals, and notes which. */
function lister(most: number) {
  const lists = new KeptLists(most);
  const made: number[] = [];
  const ask = <T>(kind: number, size: number, work: (rows: Uint32Array) => T) =>
    lists.with(
      [kind, kind + 1],
      size,
      (rows) => {
        made.push(kind);
        rows.set(rowsOf(kind, size));
      },
      work,
    );
  return { ask, made };
}

describe('lists that are kept', () => {
  it('are not made again while all have room', () => {
    const { ask, made } = lister(10);
    for (const [kind, size] of [
      [1, 4],
      [2, 6],
      [1, 4],
      [2, 6],
      [1, 4],
    ] as const) {
      expect(ask(kind, size, (rows) => [...rows])).toEqual({ answer: rowsOf(kind, size) });
    }
    expect(made).toEqual([1, 2]);
  });

  it('give their room to another, those first that were asked for longest ago', () => {
    const { ask, made } = lister(10);
    const work = () => null;
    for (const kind of [1, 2, 1]) ask(kind, 5, work);
    expect(made).toEqual([1, 2]);
    ask(3, 5, work);
    ask(1, 5, work);
    expect(made).toEqual([1, 2, 3]);
    ask(2, 5, work);
    expect(made).toEqual([1, 2, 3, 2]);
  });

  it('lie where the one before did that has to go', () => {
    const { ask } = lister(10);
    const first = ask(1, 6, ({ buffer }) => buffer);
    expect(ask(2, 5, ({ buffer }) => buffer)?.answer).toBe(first?.answer);
  });

  it('are told apart by how many deals of the classes there are, and by all classes', () => {
    const lists = new KeptLists(100);
    const ask = (classes: number[], size: number, mark: number) =>
      lists.with(
        classes,
        size,
        (rows) => rows.fill(mark),
        (rows) => [...rows],
      );
    ask([1, 2], 3, 7);
    expect(ask([1, 2], 2, 8)).toEqual({ answer: [8, 8] });
    expect(ask([1], 3, 9)).toEqual({ answer: [9, 9, 9] });
    expect(ask([1, 3], 3, 5)).toEqual({ answer: [5, 5, 5] });
    expect(ask([1, 2], 3, 4)).toEqual({ answer: [7, 7, 7] });
  });

  it('are none where work is at what has the room, and none is larger than all room', () => {
    const { ask, made } = lister(10);
    const inner = ask(1, 6, (rows) => [ask(2, 5, () => null), ask(1, 6, (again) => again === rows), [...rows]]);
    expect(inner).toEqual({ answer: [null, { answer: true }, rowsOf(1, 6)] });
    expect(made).toEqual([1]);
    expect(ask(3, 11, () => null)).toBeNull();
  });

  it('are given up by work that fails', () => {
    const { ask } = lister(10);
    const failing = () =>
      ask(1, 6, () => {
        throw new Error('stopped');
      });
    expect(failing).toThrow('stopped');
    expect(ask(2, 5, (rows) => [...rows])).toEqual({ answer: rowsOf(2, 5) });
  });

  it('hold their rows while any work is at them, whatever is asked for within it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        fc.nat(20),
        (nests, most) => {
          const { ask } = lister(most);
          const isRightIn = ([kind = 0, ...within]: number[]): boolean => {
            const size = 2 * kind + 1;
            const expected = String(rowsOf(kind, size));
            const done = ask(kind, size, (rows) => {
              const before = String(rows) === expected;
              const inner = within.length === 0 || isRightIn(within);
              return before && inner && String(rows) === expected;
            });
            return done === null ? within.length === 0 || isRightIn(within) : done.answer;
          };
          for (const nest of nests) expect(isRightIn(nest)).toBe(true);
        },
      ),
    );
  });
});
