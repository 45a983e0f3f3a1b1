import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOSED_EARLY,
  COUNTED,
  currencyOf,
  DATED_CLOSED,
  DATED_CREATED,
  DECIDED,
  IN_ORDER,
  isPriced,
  NO_CREDIT,
  NOT_ZERO,
  OF_CURRENCY,
  OF_OUTCOME,
  PRICED,
  type Trait,
  WITH_CUSTOMER,
} from '../../src/model/deal-classes.js';
import { type DealField, Deals, type DealsInput } from '../../src/model/deals.js';
import { keep, recalled } from '../../src/model/found.js';
import { EXCLUDED, LOST, OPEN, WON } from '../../src/model/outcome.js';
import type { Population } from '../../src/model/population.js';
import { dealsOf } from '../support/deals.js';
import { placesBelow } from '../support/row-places.js';

const COLUMNS = ['outcome', 'amount', 'created_at', 'closed_at', 'customer', 'currency'] as const;
const cell = {
  outcome: fc.constantFrom('won', 'lost', 'open', 'excluded'),
  amount: fc.constantFrom('.', '0', '-5', '7', '1e300'),
  created_at: fc.constantFrom('.', '2024-01-01', '2024-01-02', '1969-12-31'),
  closed_at: fc.constantFrom('.', '2024-01-01', '2024-01-02', '1969-12-31'),
  customer: fc.constantFrom('.', 'Ada', 'Bo'),
  currency: fc.constantFrom('.', 'EUR', 'USD'),
};
/** Deals with some of the columns, some of which name few values. */
const tables = fc
  .tuple(fc.subarray([...COLUMNS], { minLength: 1 }), fc.array(fc.record(cell), { minLength: 1, maxLength: 40 }))
  .map(([columns, rows]) => {
    const lines = rows.map((row, id) => [id, ...columns.map((column) => row[column])].join(' '));
    return dealsOf([`id ${columns.join(' ')}`, ...lines].join('\n'));
  });

/** What each trait means, read from the cells. */
function meanings(deals: Deals): [Trait, (row: number) => boolean][] {
  const outcome = (row: number) => deals.column('outcome')[row];
  const amount = (row: number) => deals.column('amount')[row] as number;
  const created = (row: number) => deals.record(row).createdAt;
  const closed = (row: number) => deals.record(row).closedAt;
  const both = (row: number) => created(row) !== null && closed(row) !== null;
  const ordered = (row: number) => both(row) && (closed(row) ?? 0) >= (created(row) ?? 0);
  return [
    ...([OPEN, WON, LOST, EXCLUDED] as const).map((code): [Trait, (row: number) => boolean] => [
      OF_OUTCOME[code] as Trait,
      (row) => outcome(row) === code,
    ]),
    [COUNTED, (row) => outcome(row) !== EXCLUDED],
    [DECIDED[0], (row) => outcome(row) === WON || outcome(row) === LOST],
    [DECIDED[1], (row) => outcome(row) === OPEN || outcome(row) === EXCLUDED],
    [PRICED[0], (row) => !Number.isNaN(amount(row))],
    [PRICED[1], (row) => Number.isNaN(amount(row))],
    [NO_CREDIT[0], (row) => !(amount(row) < 0)],
    [NO_CREDIT[1], (row) => amount(row) < 0],
    [NOT_ZERO[0], (row) => amount(row) !== 0],
    [NOT_ZERO[1], (row) => amount(row) === 0],
    [WITH_CUSTOMER[0], (row) => deals.column('customer').codes[row] !== 0],
    ...[0, 1, 2].map((code): [Trait, (row: number) => boolean] => [
      OF_CURRENCY[code] as Trait,
      (row) => deals.column('currency').codes[row] === code,
    ]),
    [IN_ORDER[0], ordered],
    [IN_ORDER[1], (row) => !ordered(row)],
    [CLOSED_EARLY, (row) => both(row) && !ordered(row)],
    [DATED_CREATED[0], (row) => created(row) !== null],
    [DATED_CREATED[1], (row) => created(row) === null],
    [DATED_CLOSED[0], (row) => closed(row) !== null],
    [DATED_CLOSED[1], (row) => closed(row) === null],
  ];
}

const rows = (population: Population<DealField>): number[] => [...population.rows];

describe('a selection by traits', () => {
  it('has the deals whose cells say so, whatever it is made of and in whatever order it is read', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 5 });
    fc.assert(
      fc.property(tables, steps, fc.nat({ max: 3 }), (deals, asked, parts) => {
        const all = meanings(deals);
        const codes = Uint8Array.from({ length: deals.size }, (_, row) => row % (parts + 1));
        for (const begin of [deals.all(), ...deals.all().split(codes, parts + 1)]) {
          let [population, expected] = [
            begin,
            rows(deals.all()).filter((row) => begin === deals.all() || rows(begin).includes(row)),
          ];
          for (const [which, isRead] of asked) {
            const [trait, isSo] = all[which % all.length] as (typeof all)[number];
            population = population.having(trait);
            expected = expected.filter(isSo);
            expect(population.size).toBe(expected.length);
            if (isRead) expect(rows(population)).toEqual(expected);
          }
          expect(rows(population)).toEqual(expected);
        }
      }),
    );
  });

  it('is one population however it is asked for, and the one asked where all deals have the trait', () => {
    const all = dealsOf('id outcome amount\nA won 1\nB won .\nC lost 2\nD open .').all();
    const [won, priced] = [all.having(OF_OUTCOME[WON] as Trait), all.having(PRICED[0])];
    expect(won.having(PRICED[0])).toBe(priced.having(OF_OUTCOME[WON] as Trait));
    expect(priced.having(PRICED[0])).toBe(priced);
    expect(won.having(OF_OUTCOME[LOST] as Trait)).toBe(all.select(new Uint32Array(0)));
  });

  it('counts its classes, by which currencies of priced deals are known', () => {
    const all = dealsOf('id amount currency\nA 1 EUR\nB . USD\nC 2 EUR\nD 3 .').all();
    const { classes, deals } = all.census();
    const byCode = new Map<number, number>();
    classes.forEach((one, at) => {
      if (isPriced(one)) byCode.set(currencyOf(one), (byCode.get(currencyOf(one)) ?? 0) + (deals[at] as number));
    });
    expect(byCode).toEqual(
      new Map([
        [1, 2],
        [0, 1],
      ]),
    );
  });
});

function deals({ size, columns }: Pick<DealsInput, 'size' | 'columns'>): Deals {
  return new Deals({
    size,
    columns,
    files: [{ file: 'deals.csv', sheet: null }],
    places: placesBelow(size, false),
    extra: new Map(),
    unreadable: [],
    duplicates: [],
  });
}

describe('the same population again', () => {
  it('has the same deals, whole or a part, and nothing of what was found', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 3 }), (table, parts) => {
        const codes = Uint8Array.from({ length: table.size }, (_, row) => row % parts);
        for (const one of table.all().split(codes, parts)) {
          const key = {};
          keep(one, key, 'found');
          const again = one.again();
          expect([...again.rows]).toEqual([...one.rows]);
          for (const [trait] of meanings(table)) {
            expect([...again.having(trait).rows]).toEqual([...one.having(trait).rows]);
          }
          expect(recalled(again, key)).toBe(one.size === 0 ? 'found' : undefined);
        }
      }),
    );
  });
});

describe('parts of a population', () => {
  it('and parts of parts list their own deals, by codes of any width and of however many parts', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(Uint8Array, Uint16Array, Uint32Array),
        fc.integer({ min: 1, max: 9_000 }),
        (deals, Codes, count) => {
          const codeOf = (row: number, step: number) => ((row * step) % count) % 251;
          const codes = [3, 7].map((step) => new Codes(deals.size).map((_: number, row: number) => codeOf(row, step)));
          const [first, second] = codes as [Uint8Array, Uint8Array];
          const won = (row: number) => deals.column('outcome')[row] === WON;
          deals
            .all()
            .split(first, count)
            .forEach((part, one) => {
              const own = rows(deals.all()).filter((row) => first[row] === one);
              expect(part.size).toBe(own.length);
              if (own.length === 0) return;
              part.split(second, count).forEach((inner, other) => {
                if (inner.size === 0) return;
                const deep = own.filter((row) => second[row] === other);
                expect(rows(inner.having(OF_OUTCOME[WON] as Trait))).toEqual(deep.filter(won));
                expect(rows(inner)).toEqual(deep);
              });
              expect(rows(part)).toEqual(own);
            });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are handed what was found for each deal of the whole, which is found once', () => {
    const size = 300;
    const outcome = Uint8Array.from({ length: size }, (_, row) => row % 4);
    const owners = Uint8Array.from({ length: size }, (_, row) => row % 3);
    const sources = Uint16Array.from({ length: size }, (_, row) => (row * 7) % 2);
    const all = deals({ size, columns: { outcome } }).all();
    const won = OF_OUTCOME[WON] as Trait;
    for (const find of [
      (some: Population<DealField>) => Float64Array.from(some.rows, (row) => row / 7),
      (some: Population<DealField>) => Uint32Array.from(some.rows, (row) => row * 3),
    ]) {
      let found = 0;
      const counting = (some: Population<DealField>) => {
        found++;
        return find(some);
      };
      expect(all.having(won).ofPart(find, counting)).toBeNull();
      const parts = all.split(owners, 3);
      for (const part of parts) {
        expect(part.having(won).ofPart(find, counting)).toEqual(find(part.having(won)));
        // A part of a part is handed what its whole was.
        for (const inner of part.split(sources, 2)) {
          if (inner.size > 0)
            expect(inner.having(won).ofPart(find, counting) ?? find(inner.having(won))).toEqual(
              find(inner.having(won)),
            );
        }
      }
      expect(found).toBe(1);
    }
    expect(all.select(Uint32Array.of(1, 2)).amongParts(all, () => 0)).toBeNull();
    expect(all.select(Uint32Array.of(1, 2)).ofPart(all, () => new Uint32Array(2))).toBeNull();
  });

  it('of a selection that begins with many deals are listed from the shortest list that holds them', () => {
    const size = 5_000;
    const outcome = Uint8Array.from({ length: size }, (_, row) => row % 4);
    const amount = Float64Array.from({ length: size }, (_, row) => (row % 3 === 0 ? Number.NaN : (row % 5) - 1));
    const all = deals({ size, columns: { outcome, amount } }).all();
    const won = all.having(OF_OUTCOME[WON] as Trait);
    expect(won.rows.length).toBe(1_250);
    expect(rows(won.having(PRICED[0]).having(NO_CREDIT[1]))).toEqual(
      rows(all).filter((row) => row % 4 === WON && row % 3 !== 0 && row % 5 === 0),
    );
  });

  it('of many deals are the same in whatever order they are listed, those that lie between among them', () => {
    const size = 5_000;
    const outcome = Uint8Array.from({ length: size }, (_, row) => row % 4);
    const amount = Float64Array.from({ length: size }, (_, row) => (row % 3 === 0 ? Number.NaN : (row % 5) - 1));
    const won = OF_OUTCOME[WON] as Trait;
    const asked: [Trait[], (row: number) => boolean][] = [
      [[won, PRICED[0], NO_CREDIT[1]], (row) => row % 4 === WON && row % 3 !== 0 && row % 5 === 0],
      [[won, PRICED[0]], (row) => row % 4 === WON && row % 3 !== 0],
      [[won], (row) => row % 4 === WON],
      [[PRICED[0]], (row) => row % 3 !== 0],
      [[COUNTED], (row) => row % 4 !== EXCLUDED],
    ];
    for (let first = 0; first < asked.length; first++) {
      const all = deals({ size, columns: { outcome, amount } }).all();
      const made = asked.map(([traits, isSo]) => ({
        population: traits.reduce<Population<DealField>>((some, trait) => some.having(trait), all),
        expected: Array.from({ length: size }, (_, row) => row).filter(isSo),
      }));
      for (const { population, expected } of [...made.slice(first), ...made.slice(0, first)]) {
        expect(rows(population)).toEqual(expected);
      }
    }
  });

  it('tell by codes which deals they have, each by its place, and whether any passes, before and after they are listed', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const every = Array.from({ length: table.size }, (_, row) => row);
        for (const [trait, has] of meanings(table)) {
          const all = table.all();
          const odd = (row: number) => row % 2 === 1;
          const some: [Population<DealField>, number[]][] = [
            [all, every],
            [all.having(trait), every.filter(has)],
            [all.having(trait).where(odd), every.filter((row) => has(row) && odd(row))],
            [all.where(odd).having(trait), every.filter((row) => has(row) && odd(row))],
          ];
          for (const [population, expected] of some) {
            const { codes, own } = population.membership();
            expect(every.filter((row) => own[codes[row] ?? 0] === 1)).toEqual(expected);
            expect(every.filter((row) => population.holdsRow(row))).toEqual(expected);
            expect(population.some((row) => row === expected.at(-1))).toBe(expected.length > 0);
            expect([-1, 0, 1, expected.length].map((place) => population.at(place))).toEqual(
              [-1, 0, 1, expected.length].map((place) => expected[place]),
            );
            expect(rows(population)).toEqual(expected);
            expect(population.at(0)).toBe(expected[0]);
            expect(every.filter((row) => population.holdsRow(row))).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('share what is found of all of them, and each knows which one it is', () => {
    const size = 300;
    const table = dealsOf(
      ['id outcome', ...Array.from({ length: size }, (_, row) => `${row} ${row % 2 === 0 ? 'won' : 'open'}`)].join(
        '\n',
      ),
    );
    const codes = Uint8Array.from({ length: size }, (_, row) => row % 3);
    const won = OF_OUTCOME[WON] as Trait;
    const seen: number[][] = [];
    const find = (whole: { readonly rows: Uint32Array }, parts: { readonly count: number }) => {
      seen.push([whole.rows.length, parts.count]);
      return seen.length;
    };
    const key = {};
    const parts = table.all().split(codes, 3);
    expect(parts.map((part) => part.amongParts(key, find))).toEqual([0, 1, 2].map((part) => ({ found: 1, part })));
    expect(parts.map((part) => part.having(won).amongParts(key, find))).toEqual(
      [0, 1, 2].map((part) => ({ found: 2, part })),
    );
    expect(seen).toEqual([
      [300, 3],
      [150, 3],
    ]);
  });
});

describe('the rows of many deals', () => {
  const size = 60_000;
  const outcome = Uint8Array.from({ length: size }, (_, row) => row % 3);
  const amount = Float64Array.from({ length: size }, (_, row) => (row % 5 === 0 ? Number.NaN : row % 7));
  const deals = (): Deals =>
    new Deals({
      size,
      columns: { outcome, amount },
      files: [],
      places: placesBelow(size, false),
      extra: new Map(),
      unreadable: [],
      duplicates: [],
    });
  const ofWon = OF_OUTCOME[WON] as Trait;
  const among = (test: (row: number) => boolean) => [...Array(size).keys()].filter(test);
  const isWon = (row: number) => outcome[row] === WON;
  const isPricedWin = (row: number) => isWon(row) && row % 5 !== 0;

  it.each([
    ['all', (all: Population<DealField>) => all, among(() => true)],
    ['some by a trait', (all: Population<DealField>) => all.having(ofWon), among(isWon)],
    ['some by two traits', (all: Population<DealField>) => all.having(ofWon).having(PRICED[0]), among(isPricedWin)],
    ['some of some', (all: Population<DealField>) => all.where(isWon).having(PRICED[0]), among(isPricedWin)],
  ])('are those of %s, listed or lent', (_, choose, expected) => {
    const population = choose(deals().all());
    const lent = population.withRows((own) => {
      // Within the work others may be listed.
      const inner = population.withRows((again) => [...again]);
      return [[...own], inner];
    });
    expect(lent).toEqual([expected, expected]);
    const pieces: number[] = [];
    let [most, within] = [0, 0];
    population.inPieces((piece) => {
      most = Math.max(most, piece.length);
      for (const row of piece) pieces.push(row);
      // Within the work others may be gone through.
      if (within === 0) population.inPieces((again) => (within += again.length));
    });
    expect(pieces).toEqual(expected);
    expect(within).toBe(expected.length);
    expect(most).toBeLessThanOrEqual(16_384);
    expect(population.some((row) => row === expected.at(-1))).toBe(true);
    const own = new Set(expected);
    expect(population.some((row) => !own.has(row))).toBe(false);
    expect(rows(population)).toEqual(expected);
    expect(population.withRows((own) => [...own])).toEqual(expected);
  });

  it('are its own, whatever other lists are made within the work or between', () => {
    const all = deals().all();
    const ofLost = OF_OUTCOME[LOST] as Trait;
    const kinds: [Population<DealField>, number[]][] = [
      [all.having(ofWon), among(isWon)],
      [all.having(ofLost), among((row) => outcome[row] === LOST)],
      [all.having(ofWon).having(PRICED[0]), among(isPricedWin)],
      [all.again().having(ofWon), among(isWon)],
      [all.having(PRICED[0]), among((row) => row % 5 !== 0)],
      [all, among(() => true)],
    ];
    const differs = (own: Uint32Array, expected: number[]): boolean =>
      own.length !== expected.length || expected.some((row, at) => own[at] !== row);
    /** How many lists were wrong, of work within work. */
    const wrongIn = ([kind = 0, ...within]: number[], fails: boolean): number => {
      const [population, expected] = kinds[kind] as (typeof kinds)[number];
      return population.withRows((own) => {
        const before = differs(own, expected) ? 1 : 0;
        const inner = within.length === 0 ? 0 : wrongIn(within, fails);
        if (fails && within.length === 0) throw new Error('stopped');
        return before + inner + (differs(own, expected) ? 1 : 0);
      });
    };
    const nests = fc.array(fc.nat(kinds.length - 1), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(nests, fc.boolean()), { minLength: 1, maxLength: 4 }), (pieces) => {
        for (const [nest, fails] of pieces) {
          if (fails) expect(() => wrongIn(nest, true)).toThrow('stopped');
          else expect(wrongIn(nest, false)).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are listed once for pieces of work that follow each other', () => {
    const wins = deals().all().having(ofWon);
    const mark = wins.withRows((own) => {
      const first = own[0] as number;
      // Nobody may write to a list: a test may, to see that it is the same.
      own[0] = first + 1;
      return first;
    });
    expect(wins.withRows((own) => own[0])).toBe(mark + 1);
  });

  it('lie in memory that is used again', () => {
    const wins = deals().all().having(ofWon);
    const places = [1, 2].map(() => wins.withRows(({ buffer, byteOffset }) => ({ buffer, byteOffset })));
    expect(places[1]?.buffer).toBe(places[0]?.buffer);
    expect(places[1]?.byteOffset).toBe(places[0]?.byteOffset);
  });
});

describe('one population and another', () => {
  it('holds all deals of the other, or does not, by classes as by rows', () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), fc.boolean(), fc.boolean(), (deals, one, two, listFirst, listSecond) => {
        const all = meanings(deals);
        const choose = (at: number, isListed: boolean): [Population<DealField>, number[]] => {
          const [trait, has] = all[at % all.length] as (typeof all)[number];
          const own = rows(deals.all()).filter(has);
          return [isListed ? deals.all().where(has) : deals.all().having(trait), own];
        };
        const [[first, own], [second, others]] = [choose(one, listFirst), choose(two, listSecond)];
        expect(first.holds(second)).toBe(others.every((row) => own.includes(row)));
        expect(first.holds(first)).toBe(true);
      }),
    );
  });

  it('is taken as it is where it is of the same columns, else by its rows', () => {
    const [deals, others] = [sixDeals(), sixDeals()];
    const wins = deals.all().having(OF_OUTCOME[WON] as Trait);
    expect(deals.all().taking(wins)).toBe(wins);
    const taken = others.all().taking(wins);
    expect(taken.column('amount')).toBe(others.column('amount'));
    expect(rows(taken)).toEqual(rows(wins));
  });
});

function sixDeals(): Deals {
  return dealsOf(
    ['id outcome amount', ...[1, 2, 3, 4, 5, 6].map((n) => `D${n} ${n % 2 ? 'won' : 'lost'} ${n}`)].join('\n'),
  );
}
