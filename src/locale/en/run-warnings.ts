import type { Wording } from '../wording.js';
import { listed } from './words.js';

/** A word of a condition that no deal has. */
interface Missed {
  readonly name: string;
  readonly value: string;
  /** What was probably meant. */
  readonly near: string | null;
}

/** A value that the column holds, and in how many deals. */
interface Held {
  readonly value: string;
  readonly deals: number;
}

/** How far a column goes: days as ISO texts, else numbers. */
interface Reach {
  readonly name: string;
  readonly from: number | string;
  readonly to: number | string;
}

/** A currency and the rates that its amounts were converted at. */
interface Rated {
  readonly currency: string;
  readonly low: number;
  readonly high: number;
}

function nobody({ name, value, near }: Missed): string {
  return `${name} is "${value}" in no deal.${near === null ? '' : ` Did you mean "${near}"?`}`;
}

function holds(name: string, values: readonly Held[], more: number, { count }: Wording): string {
  if (values.length === 0) return `${name} is empty everywhere.`;
  return `It is ${listed(
    values.map(({ value, deals }) => `"${value}" (${count(deals)})`),
    more,
  )}.`;
}

function reach({ name, from, to }: Reach, { day, rounded }: Wording): string {
  const [first, last] = [from, to].map((end) => (typeof end === 'string' ? day(end) : rounded(end, 4)));
  return `${name} goes from ${first} to ${last}.`;
}

/** What a run was asked that the files do not have, and what it took from the clock. */
export const RUN_WARNINGS = {
  target_without_period: ({ targets, more }: { readonly targets: readonly string[]; readonly more: number }) =>
    `These targets are of each quarter, month or the like, and no --period says of how many: ${listed(targets, more)}. They are not looked at.`,
  relative_period: (
    { asked, today, dataEnd }: { readonly asked: string; readonly today: string; readonly dataEnd: string },
    { day }: Wording,
  ) =>
    `--period ${asked} was counted from today, ${day(today)}, and the data ends on ${day(dataEnd)}; --as-of ${dataEnd} counts from there.`,
  isolated_dates: ({ days, more }: { readonly days: readonly string[]; readonly more: number }, { day }: Wording) =>
    `Dates far after all others (${listed(days.map(day), more)}) were not taken for the snapshot date; --as-of sets it.`,
  future_dates: (
    {
      dates,
      taken,
    }: {
      readonly dates: number;
      /** The day of the data that counts nevertheless, where they are too many for slips. */
      readonly taken: string | null;
    },
    { count, day }: Wording,
  ) =>
    taken === null
      ? `${count(dates)} recorded ${dates === 1 ? 'date lies after today; it was' : 'dates lie after today; they were'} not taken for the snapshot date; --as-of sets it.`
      : `${count(dates)} recorded dates lie after today, too many for slips: the snapshot date comes from the data alone, ${day(taken)} (invented data, or a clock that is wrong); --as-of sets it.`,
  stale_data: (
    {
      period,
      on,
      asOf,
      sameDays,
    }: {
      /** What of the period lies after the snapshot: all of it, or its end. */
      readonly period: 'begins' | 'ends';
      readonly on: string;
      readonly asOf: string;
      /** The label of the days it is compared with, where these are as many. */
      readonly sameDays: string | null;
    },
    words: Wording,
  ) => {
    const { day } = words;
    if (period === 'begins') {
      return `The period begins on ${day(on)}, after the snapshot of ${day(asOf)}: the data tells nothing of it.`;
    }
    const same = sameDays === null ? '' : ` It is compared with the same days, ${words.period(sameDays)}.`;
    return `The period ends on ${day(on)}, after the snapshot of ${day(asOf)}: its last days are missing from the data.${same}`;
  },
  as_of_before_data: ({ dataEnd, asOf }: { readonly dataEnd: string; readonly asOf: string }, { day }: Wording) =>
    `The data goes on to ${day(dataEnd)}: deals closed after ${day(asOf)} count as open at it, while all-time counts include them.`,
  converted: ({ to, rates }: { readonly to: string; readonly rates: readonly Rated[] }) =>
    `Amounts were converted to ${to} at the rates given: ${rates.map(({ currency, low, high }) => `${currency} ${low === high ? low : `${low}–${high}`}`).join(', ')}.`,
  without_rate: (
    { currencies }: { readonly currencies: readonly { readonly currency: string; readonly amounts: number }[] },
    { count }: Wording,
  ) =>
    `Amounts without a rate for their currency and day stay as they are, so money is not added up: ${currencies.map(({ currency, amounts }) => `${currency} (${count(amounts)})`).join(', ')}.`,
  value_not_there: (missed: Missed) => `--where: ${nobody(missed)}`,
  nothing_fits: (
    {
      missed,
      reaches,
      counted,
      today,
    }: {
      /** `values`: the most frequent of the column where nothing like the word is there, and how many there are beside. */
      readonly missed: readonly (Missed & { readonly values: readonly Held[]; readonly more: number })[];
      readonly reaches: readonly Reach[];
      /** Words of the condition that were counted from the day of the run. */
      readonly counted: readonly string[];
      readonly today: string;
    },
    words: Wording,
  ) =>
    [
      'No deal fits the condition of --where, so there is nothing to count.',
      ...missed.map(
        (one) => nobody(one) + (one.near === null ? ` ${holds(one.name, one.values, one.more, words)}` : ''),
      ),
      ...reaches.map((one) => reach(one, words)),
      ...counted.map(
        (word) =>
          `${word} ${word === 'today' ? 'is the day of the run' : 'was counted from today'}, ${words.day(today)}; --as-of says another day.`,
      ),
    ].join(' '),
} as const;
