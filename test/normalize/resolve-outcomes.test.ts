import { describe, expect, it } from 'vitest';
import { generic } from '../../src/crm/catalogue/generic.js';
import { NO_DAY } from '../../src/model/civil-day.js';
import { categoryColumn, type RatioColumn } from '../../src/model/column.js';
import { OUTCOMES, type Outcome } from '../../src/model/outcome.js';
import { meanings } from '../../src/normalize/outcome.js';
import { type OutcomeColumns, type ResolvedOutcomes, resolveOutcomes } from '../../src/normalize/resolve-outcomes.js';

/** Columns as lists; `.` in a list of names is an empty cell. */
interface Given {
  readonly status?: string;
  readonly stage?: string;
  readonly won?: readonly number[];
  readonly closed?: readonly number[];
  readonly closedAt?: readonly (number | null)[];
  readonly closeDate?: readonly (number | null)[];
  readonly createdAt?: readonly (number | null)[];
  readonly probability?: readonly number[];
  /** The probabilities are codes and what each stands for, as of a file; else a number each. */
  readonly coded?: boolean;
  readonly leads?: readonly number[];
  readonly said?: Readonly<Record<string, Outcome>>;
}

const cells = (text: string): string[] => text.split('|').map((cell) => (cell.trim() === '.' ? '' : cell.trim()));
const days = (list: readonly (number | null)[] | undefined): Int32Array | undefined =>
  list === undefined ? undefined : Int32Array.from(list, (day) => day ?? NO_DAY);

function ratios(numbers: readonly number[], coded: boolean): RatioColumn {
  const distinct = [...new Set(numbers)];
  const codes = Uint8Array.from(numbers, (number) => distinct.indexOf(number));
  return coded ? { codes, numbers: Float64Array.from(distinct) } : Float64Array.from(numbers);
}

function resolve(given: Given): ResolvedOutcomes {
  const { said = {}, leads } = given;
  const status = given.status === undefined ? undefined : categoryColumn(cells(given.status));
  const stage = given.stage === undefined ? undefined : categoryColumn(cells(given.stage));
  const columns: OutcomeColumns = {
    status,
    stage,
    isWon: given.won === undefined ? undefined : Int8Array.from(given.won),
    isClosed: given.closed === undefined ? undefined : Int8Array.from(given.closed),
    closedAt: days(given.closedAt),
    closeDate: days(given.closeDate),
    createdAt: days(given.createdAt),
    probability: given.probability === undefined ? undefined : ratios(given.probability, given.coded ?? false),
    isLead: leads === undefined ? undefined : (row) => leads.includes(row),
  };
  const ends = given.closed?.includes(1) || given.won?.includes(1);
  const ofStatus = status === undefined ? [] : meanings(status.values, generic, said, ends);
  const ofStage = stage === undefined ? [] : meanings(stage.values, generic, said, ends);
  const size = (status ?? stage)?.codes.length ?? given.won?.length ?? given.probability?.length ?? 0;
  return resolveOutcomes(size, columns, ofStatus, ofStage, null);
}

const outcomes = (given: Given): string =>
  Array.from(resolve(given).outcome, (code) => OUTCOMES[code] ?? '?').join(' ');

describe('what is known comes before what is guessed', () => {
  it('lets a stage that is known decide beside a status that is guessed', () => {
    const given = { status: 'Handover | Handover | Handover | Disqualified', stage: 'Won | Lost | Proposal | Won' };
    expect(outcomes(given)).toBe('won lost open lost');
  });

  it.each(['Opportunity', 'Active', 'Lead', 'Aktiv', 'Oportunidad', 'فعال'])(
    'takes the status "%s" for one of the customer, unless the status tells of won deals',
    (word) => {
      expect(outcomes({ status: `${word} | ${word} | ${word}`, stage: 'Won | Lost | Demo' })).toBe('won lost open');
      expect(outcomes({ status: `${word} | Won | Lost`, stage: 'Won | Won | Won' })).toBe('open won lost');
    },
  );

  it('never guesses that a customer is an open deal', () => {
    expect(outcomes({ status: 'Customer | Won | Kunde', stage: '. | . | Won' })).toBe('excluded won won');
  });

  it('keeps a known "open" beside a known stage and a close day', () => {
    expect(outcomes({ status: 'Open | Won | Lost', stage: 'Won | . | .', closedAt: [9, 9, 9] })).toBe('open won lost');
  });

  it('counts the rows that rest on a guess', () => {
    const { guessed } = resolve({ stage: 'Won | Lost | Pilot | Pilot | Site visit | Demo' });
    // Codes: '' 0, Won 1, Lost 2, Pilot 3, Site visit 4, Demo 5.
    expect([...guessed.stage]).toEqual([0, 0, 0, 2, 1, 0]);
  });
});

describe('a deal that is closed', () => {
  it('by its own flag is never open, whatever its stage is called', () => {
    const given = { stage: 'Won | Lost | Parked | Proposal | .', closed: [1, 1, 1, 1, 1] };
    expect(outcomes(given)).toBe('won lost excluded excluded excluded');
    expect([...resolve(given).closed]).toEqual([0, 0, 1, 1, 1]);
  });

  it('by its own flag is open where the user says so', () => {
    expect(outcomes({ stage: 'Won | Parked', closed: [1, 1], said: { Parked: 'open' } })).toBe('won open');
  });

  it('is not judged by a flag that no row has set', () => {
    expect(outcomes({ stage: 'Won | Lost | Demo | 4711', closed: [0, 0, 0, 0] })).toBe('won lost open open');
    expect(outcomes({ stage: 'Won | Lost | Demo | Won', closed: [1, 1, 0, 0] })).toBe('won lost open open');
  });

  it('by its status is not open for its last stage', () => {
    const given = { status: 'Closed | Closed | Closed | Open', stage: 'Won | Lost | Proposal | Close' };
    expect(outcomes(given)).toBe('won lost excluded open');
  });

  it('by a day is not open on a guess, but is on knowledge', () => {
    const given = { status: 'Handed over to team | Lost | Proposal | Won', closedAt: [5, 6, null, 7] };
    expect(outcomes(given)).toBe('excluded lost open won');
    expect(outcomes({ ...given, status: 'Proposal | Lost | Proposal | Won' })).toBe('open lost open won');
  });

  it('is not told by a day that most open deals have', () => {
    const given = { stage: 'Demo | Demo | Pilot | Won', closedAt: [5, 6, 7, 8] };
    expect(outcomes(given)).toBe('open open open won');
  });
});

describe('a lone won flag', () => {
  const won = [1, 0, 0, -1, 1];

  it('is lost with a day of closing, open without one', () => {
    expect(outcomes({ won, closedAt: [3, 4, null, null, 5] })).toBe('won lost open open won');
  });

  it('takes a close date for the day of closing where open deals lack it', () => {
    expect(outcomes({ won, closeDate: [3, 4, null, null, 5], createdAt: [1, 1, 2, 2, 2] })).toBe(
      'won lost open open won',
    );
  });

  it('does not take it for one where it lies after all that has happened, or where every deal has it', () => {
    // The day of the second lies months ahead; that of the two without one has not come.
    expect(outcomes({ won, closeDate: [3, 90, null, null, 5] })).toBe('won excluded open open won');
    expect(outcomes({ won, closeDate: [3, 4, 4, 4, 5] })).toBe('won excluded excluded excluded won');
    expect(outcomes({ won })).toBe('won excluded excluded excluded won');
  });

  it('takes it for one where it lies within a month of the last sale', () => {
    expect(outcomes({ won, closeDate: [3, 20, null, null, 5] })).toBe('won lost open open won');
  });

  it('says lost beside a status that says closed', () => {
    expect(outcomes({ status: 'Closed | Closed', won: [1, 0] })).toBe('won lost');
  });
});

describe.each([{ coded: false }, { coded: true }])('a probability ($coded)', ({ coded }) => {
  it('between 0 and 100 % decides nothing', () => {
    expect(outcomes({ coded, stage: 'zelka | modra | rdeca', probability: [0.9, 0.4, 0.01] })).toBe(
      'excluded excluded excluded',
    );
  });

  it('of 0 % decides only where some deal has another, and never of a lead', () => {
    expect(outcomes({ coded, probability: [0, 0, 0] })).toBe('excluded excluded excluded');
    expect(outcomes({ coded, probability: [0, 1, 0.2] })).toBe('lost won excluded');
    expect(outcomes({ coded, probability: [0, 1, 0], leads: [2] })).toBe('lost won excluded');
  });

  it('yields to names, and to a guess that a name is open, but for 100 % on all of its deals', () => {
    expect(outcomes({ coded, stage: 'Won | Lost | Lead basket | Pilot', probability: [0, 1, 0, 0.4] })).toBe(
      'won lost open open',
    );
    expect(outcomes({ coded, stage: 'Lost | Ready | Ready | Warm | Warm', probability: [0, 1, 1, 1, 0.5] })).toBe(
      'lost won won open open',
    );
  });

  it('of 100 or 0 % says how a closed deal ended', () => {
    expect(outcomes({ coded, stage: 'Closed | Closed | Closed', probability: [1, 0, 0.5] })).toBe('won lost excluded');
  });
});

describe('names that nobody knows', () => {
  const guess = (stages: string): string => outcomes({ stage: stages });

  it('are open where a closing name is known, and in question where none is', () => {
    expect(guess('Won | Pilot')).toBe('won open');
    expect(guess('Perso | Sopralluogo')).toBe('lost open');
    expect(guess('Proposal | Demo | Pilot')).toBe('open open excluded');
    expect(guess('Pilot | Site visit')).toBe('excluded excluded');
    expect(guess('Closed | Pilot')).toBe('excluded open');
  });

  it('are never guessed where they are ids, or hold a word that ends deals', () => {
    expect(guess('Won | 39812771 | Contract signed | Delivered')).toBe('won excluded excluded excluded');
  });
});

describe('a status that nobody knows beside a stage that is open', () => {
  const given = { status: 'Oz | Verloren | Open | Oz', stage: 'Proposal | Proposal | Proposal | Won' };

  it('may be an end, where the day of closing is filled', () => {
    expect(outcomes({ ...given, closedAt: [10, 11, null, 12] })).toBe('excluded lost open won');
  });

  it('is a guess that is said, where it is not', () => {
    const { guessed } = resolve(given);
    expect(outcomes(given)).toBe('open lost open won');
    expect([...guessed.status].reduce((sum, n) => sum + n, 0)).toBe(1);
  });

  it('says nothing where the status never tells an end, or where closed days stand on open deals', () => {
    const other = { status: 'Hot | Cold | Hot', stage: 'Proposal | Won | Lost', closedAt: [10, 11, 12] };
    expect(outcomes(other)).toBe('open won lost');
    expect(outcomes({ ...given, closedAt: [10, 11, 12, 13] })).toBe('open lost open won');
  });
});

describe('a result that is written down when a deal ends', () => {
  it('leaves deals without a result and without a day of closing open', () => {
    expect(outcomes({ status: 'Won | Lost | . | .', closedAt: [10, 12, null, null], createdAt: [1, 2, 3, 4] })).toBe(
      'won lost open open',
    );
    expect(outcomes({ stage: 'Won | Lost | .', closeDate: [10, 12, null], createdAt: [1, 2, 3] })).toBe(
      'won lost open',
    );
  });

  it.each([
    [
      'a day without a result',
      { status: 'Won | Lost | .', closedAt: [10, 12, 14], createdAt: [1, 2, 3] },
      'won lost excluded',
    ],
    [
      'a result without a day',
      { status: 'Won | Lost | Lost | .', closedAt: [10, 12, null, null], createdAt: [1, 2, 3, 4] },
      'won lost lost excluded',
    ],
    ['no loss', { status: 'Won | Won | .', closedAt: [10, 12, null], createdAt: [1, 2, 3] }, 'won won excluded'],
    [
      'open deals that are named',
      { status: 'Won | Lost | Open | .', closedAt: [1, 2, null, null], createdAt: [1, 2, 3, 4] },
      'won lost open excluded',
    ],
    [
      'no day of creation, as a sum',
      { status: 'Won | Lost | .', closedAt: [1, 2, null], createdAt: [1, 2, null] },
      'won lost excluded',
    ],
    ['no column of days', { status: 'Won | Lost | .' }, 'won lost excluded'],
  ])('stays in question with %s', (_, given, expected) => {
    expect(outcomes(given)).toBe(expected);
  });
});

describe('a status that is about something else than the end of the deal', () => {
  const stage = 'Closed Won | Closed Won | Closed Lost | Proposal | Proposal | Closed Lost';

  it('comes after the stage: it never says won, and contradicts the stage that does', () => {
    const status = 'Rejected | Rejected | Pending | Rejected | Approved | Rejected';
    expect(outcomes({ status, stage })).toBe('won won lost open open lost');
  });

  it('is the deal’s own where it says won, or agrees with the stage of won deals', () => {
    const own = 'Won | Lost | Lost | Lost | Open | Lost';
    expect(outcomes({ status: own, stage })).toBe('won lost lost lost open lost');
    // Deals are lost in the stage they stood in, as in Pipedrive; the won ones have no status.
    const empty = ' |  | Lost | Lost | Open | Lost';
    expect(outcomes({ status: empty, stage })).toBe('won won lost lost open lost');
  });
});
