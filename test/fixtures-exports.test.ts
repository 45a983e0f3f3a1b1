import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explanationSchema, reportSchema } from '../src/report/schema.js';
import { kpi } from './support/run.js';

/* What a correct reading finds to have changed between the exports in fixtures/exports, added by hand in the files. */

const [JANUARY, FEBRUARY, MARCH] = ['2025-01-31', '2025-02-28', '2025-03-31'].map(
  (day) => `fixtures/exports/deals-${day}.csv`,
) as [string, string, string];
const PERSIAN = ['1403-11-30', '1403-12-30'].map((day) => `fixtures/exports/deals-fa-${day}.csv`);

function compared(...files: string[]) {
  const { status, stdout } = kpi(['compare', ...files, '--format', 'json']);
  expect(status).toBe(0);
  const { changes, why } = reportSchema.parse(JSON.parse(stdout));
  if (changes === null || why === null) throw new Error('no comparison');
  return { changes, why };
}

type Pair = ReturnType<typeof compared>['changes']['pairs'][number];

/** The steps that there were: deals and amount, by currency. */
function stepsOf({ waterfall }: Pair) {
  return Object.fromEntries(
    waterfall.map(({ currency, start, startDeals, steps, end, endDeals }) => [
      currency,
      [
        ['start', startDeals, start],
        ...steps.filter(({ deals }) => deals > 0).map(({ step, deals, amount }) => [step, deals, amount]),
        ['end', endDeals, end],
      ],
    ]),
  );
}

function classesOf({ classes }: Pair) {
  return Object.fromEntries(classes.filter(({ deals }) => deals > 0).map((one) => [one.class, one.deals]));
}

describe('January to February', () => {
  const { changes } = compared(JANUARY, FEBRUARY);
  const [pair] = changes.pairs as [Pair];

  it('takes the days from the names of the files, and pairs by id but for the one that was used again', () => {
    expect(changes.snapshots.map(({ taken, takenFrom, records, open }) => [taken, takenFrom, records, open])).toEqual([
      ['2025-01-31', 'file_name', 16, 14],
      ['2025-02-28', 'file_name', 18, 13],
    ]);
    // Of 16 deals D-106 is gone, and D-112 is another deal.
    expect(changes.matching).toEqual({ method: 'id', byId: 14, byName: 0, reusedIds: 1, ambiguous: 0 });
  });

  it('has each of the 20 deals in one class', () => {
    expect(classesOf(pair)).toEqual({
      new: 2, // D-112 anew, D-113
      new_won: 1, // D-114
      new_lost: 1, // D-115
      won: 1, // D-101
      lost: 1, // D-105
      reopened: 1, // D-108
      vanished: 2, // D-106, D-112 as it was
      currency_changed: 1, // D-107
      priced: 1, // D-110
      grown: 1, // D-104, which advanced, too
      shrunk: 1, // D-119
      slipped: 2, // D-102, D-103
      pulled_in: 1, // D-111
      advanced: 1, // D-117
      moved_back: 1, // D-116
      unchanged: 1, // D-118
      closed_unchanged: 1, // D-109
    });
  });

  it('adds up to the cent, in each currency', () => {
    expect(stepsOf(pair)).toEqual({
      EUR: [
        ['start', 14, 282100.5],
        ['new', 2, 60000],
        ['reopened', 1, 4000],
        ['priced', 1, 7200.25],
        ['grown', 1, 2500],
        ['shrunk', 1, -3000],
        ['currency', 1, -20000],
        ['won', 1, -48000],
        ['lost', 1, -27000],
        ['vanished', 2, -20200],
        ['end', 12, 237600.75],
      ],
      USD: [
        ['start', 0, 0],
        ['currency', 1, 20000],
        ['end', 1, 20000],
      ],
    });
    expect(pair.waterfall.map(({ wonAmount }) => wonAmount)).toEqual([46000, 0]);
  });

  it('tells of moves that a deal made besides', () => {
    const moves = Object.fromEntries(pair.moves.map(({ move, deals, medianDays }) => [move, [deals, medianDays]]));
    // 28 February to 31 March, and to 28 March; 30 May to 30 April.
    expect(moves).toMatchObject({
      slipped: [2, 29.5],
      pulled_in: [1, 30],
      advanced: [2, null],
      owner_changed: [0, null],
    });
    // D-103 was moved twice before, as the file counts, and once more.
    expect(changes.pushed.deals.map(({ id, times, days }) => [id, times, days])).toEqual([['D-103', 3, 28]]);
  });

  it('is explained by its models, with its figures', () => {
    const explained = (id: string) => {
      const { status, stdout } = kpi(['explain', id, JANUARY, FEBRUARY, '--format', 'json']);
      expect(status).toBe(0);
      return explanationSchema.parse(JSON.parse(stdout));
    };
    const waterfall = explained('pipeline_waterfall');
    expect(waterfall).toMatchObject({ kind: 'model', asOf: '2025-02-28' });
    expect(waterfall.models[0]?.fit?.tables[0]).toMatchObject({ title: 'Step by step, EUR' });
    expect(waterfall.models[0]?.fit?.tables[0]?.rows.map(({ deals, amount }) => [deals, amount])).toEqual(
      (stepsOf(pair).EUR as unknown[][]).map(([, deals, amount]) => [deals, amount]),
    );
    const section = explained('changes');
    const figures = section.models.flatMap(({ fit }) => fit?.figures ?? []).map(({ id, value }) => [id, value]);
    expect(Object.fromEntries(figures)).toMatchObject({ byId: 14, reusedIds: 1, ambiguous: 0, deals: 20, pushed: 1 });
    // 14 × 13/14 × 21,700.04 to 12 × 1 × 19,800.06: the effects make up −44,499.75.
    const [product] = explained('factor_decomposition').models[0]?.fit?.tables ?? [];
    const effects = product?.rows.map(({ effect }) => effect as number) ?? [];
    expect(effects.pop()).toBe(237600.75 - 282100.5);
    expect(effects.reduce((sum, one) => sum + one, 0)).toBeCloseTo(-44499.75, 6);
    expect(effects).toHaveLength(3);
  });
});

describe('three months', () => {
  const { changes } = compared(MARCH, JANUARY, FEBRUARY);
  const [whole, , second] = changes.pairs as [Pair, Pair, Pair];

  it('are put in order, the first against the last and each against the next', () => {
    expect(changes.pairs.map(({ from, to }) => [from, to])).toEqual([
      ['2025-01-31', '2025-03-31'],
      ['2025-01-31', '2025-02-28'],
      ['2025-02-28', '2025-03-31'],
    ]);
  });

  it('add up from February to March', () => {
    expect(stepsOf(second)).toEqual({
      EUR: [
        ['start', 12, 237600.75],
        ['new', 1, 16000], // D-120
        ['reopened', 1, 27000], // D-105
        ['grown', 1, 3000], // D-113
        ['won', 2, -36000], // D-116, D-119
        ['lost', 2, -19500], // D-104, D-117
        ['end', 10, 228100.75],
      ],
      USD: [
        ['start', 1, 20000],
        ['won', 1, -20000],
        ['end', 0, 0],
      ],
    });
  });

  it('hide what was undone in between: D-105, lost and reopened, has slipped', () => {
    // D-102 by 122 days, D-103 by 61, D-105 by 89.
    expect(classesOf(whole)).toMatchObject({ slipped: 3, reopened: 1, vanished: 2, won: 4, lost: 2 });
    expect(whole.moves.find(({ move }) => move === 'slipped')).toMatchObject({ deals: 3, medianDays: 89 });
    expect(changes.pushed.deals.map(({ id, times, dates }) => [id, times, dates])).toEqual([
      ['D-103', 4, ['2025-02-28', '2025-03-28', '2025-04-30']],
    ]);
  });
});

it('two Persian exports: Jalali days in the names of the files, rials of ten digits', () => {
  const { changes } = compared(...PERSIAN);
  const [pair] = changes.pairs as [Pair];
  // 30 Bahman and 30 Esfand 1403, the last day of a leap year.
  expect(changes.snapshots.map(({ taken, takenFrom }) => [taken, takenFrom])).toEqual([
    ['2025-02-18', 'file_name'],
    ['2025-03-20', 'file_name'],
  ]);
  expect(stepsOf(pair)).toEqual({
    IRR: [
      ['start', 6, 28_500_000_000],
      ['new', 1, 3_400_000_000],
      ['grown', 1, 180_000_000],
      ['won', 1, -4_500_000_000],
      ['lost', 1, -7_800_000_000],
      ['vanished', 1, -2_300_000_000],
      ['end', 4, 17_480_000_000],
    ],
  });
  // 25 Esfand to 25 Farvardin, over a month of 30 days.
  expect(pair.moves.find(({ move }) => move === 'slipped')).toMatchObject({ deals: 1, medianDays: 30 });
});

it.each([
  ['README.md', [JANUARY, FEBRUARY], 'en'],
  ['README.fa.md', PERSIAN, 'fa'],
])('%s quotes what is said of them', (page, files, lang) => {
  const { stdout } = kpi(['compare', ...files, '--lang', lang, '--format', 'json']);
  const [first] = reportSchema.parse(JSON.parse(stdout)).changes?.headline ?? [];
  // Words stand on lines as they fall there, and signs and spaces are kept together in the sentence.
  const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
  expect(plain(readFileSync(page, 'utf8'))).toContain(plain(first?.message ?? 'nothing'));
});

describe('kpi explain of what differs between exports', () => {
  it('takes two of them, and says so', () => {
    const { status, stderr } = kpi(['explain', 'changes', JANUARY]);
    expect(status).toBe(2);
    expect(stderr).toContain('two exports of the deals or more');
  });

  it('takes their days, which no other explanation does', () => {
    const days = ['--taken', '2025-02-01,2025-03-01'];
    const { stdout } = kpi(['explain', 'deal_matching', JANUARY, FEBRUARY, ...days, '--format', 'json']);
    const [model] = explanationSchema.parse(JSON.parse(stdout)).models;
    expect(model?.fit?.tables[0]?.rows.map(({ taken }) => taken)).toEqual(['2025-02-01', '2025-03-01']);
    expect(kpi(['explain', 'win_rate', JANUARY, ...days])).toMatchObject({ status: 2 });
  });

  it.each(['en', 'fa'])('prints every table in %s', (lang) => {
    for (const id of ['changes', 'why']) {
      const { status, stdout } = kpi(['explain', id, JANUARY, FEBRUARY, '--lang', lang]);
      expect(status).toBe(0);
      expect(stdout).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
