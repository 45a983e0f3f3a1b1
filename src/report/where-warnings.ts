import type { Condition, Expression, Name, Term } from '../expression/definition.js';
import { foldText } from '../locale/fold.js';
import { type ArgsOf, said } from '../locale/said.js';
import { suggest } from '../locale/suggest.js';
import { type CivilDay, isoDay, NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, numbersIn, type RatioColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { DEAL_FIELDS } from '../model/fields.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { isRelative } from '../model/period-parse.js';
import { breakdownColumn } from './measure-request.js';

/** Values of a column that are named, the most frequent first, and conditions that are spoken of. */
const [MOST_VALUES, MOST_PARTS] = [10, 3];
/** A column of more values is no list to choose from: ids, names. */
const MOST_CHOICES = 2000;

/**
 * What a condition missed: where it keeps no deal, what each of its columns holds instead; where it keeps some, a
 * value that no deal has and that looks misspelt. Values are compared as the condition does, without case and spacing.
 */
export function whereWarnings(
  { condition }: Expression,
  deals: Deals,
  kept: number,
  clock: { readonly asOf: CivilDay | null; readonly today: CivilDay },
): LoadWarning[] {
  if (deals.size === 0) return [];
  const asked = partsOf(condition);
  const missed = asked.flatMap((part) => missedBy(part, deals));
  if (kept > 0) {
    return missed.flatMap(({ name, value, near }) =>
      near === null ? [] : [said('value_not_there', { name, value, near })],
    );
  }
  return [
    said('nothing_fits', {
      missed: missed.slice(0, MOST_PARTS).map(({ name, value, near, values }) => {
        const held = near === null ? values.slice(0, MOST_VALUES) : [];
        return { name, value, near, values: held, more: near === null ? values.length - held.length : 0 };
      }),
      reaches: missed.length > 0 ? [] : reachesOf(asked, deals).slice(0, MOST_PARTS),
      counted: clock.asOf === null ? relativeOf(asked) : [],
      today: isoDay(clock.today),
    }),
  ];
}

/** A comparison of a column with something written out; everything else of a condition is not looked into. */
interface AskedPart {
  readonly name: Name;
  readonly values: readonly Term[];
  readonly equals: boolean;
}

function partsOf(condition: Condition): AskedPart[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(partsOf);
    case 'compare': {
      const { left, right, op } = condition;
      if (left.kind === 'name') return [{ name: left, values: [right], equals: op === '=' }];
      return right.kind === 'name' ? [{ name: right, values: [left], equals: op === '=' }] : [];
    }
    case 'in':
      return condition.of.kind === 'name' ? [{ name: condition.of, values: condition.list, equals: true }] : [];
    case 'contains':
    case 'matches':
      return condition.of.kind === 'name' ? [{ name: condition.of, values: [], equals: false }] : [];
    default:
      return [];
  }
}

/** What of the conditions counts from the day of the run. */
function relativeOf(asked: readonly AskedPart[]): string[] {
  const texts = asked.flatMap(({ values }) =>
    values.flatMap((term) =>
      term.kind === 'period' && isRelative(term.raw)
        ? [term.raw]
        : term.kind === 'moment' && term.name === 'today'
          ? ['today']
          : [],
    ),
  );
  return [...new Set(texts)];
}

interface Held {
  readonly value: string;
  readonly deals: number;
}

interface Missed {
  readonly name: string;
  readonly value: string;
  readonly near: string | null;
  /** What the column holds, the most frequent first. */
  readonly values: readonly Held[];
}

/** The words of a part that its column never holds. */
function missedBy({ name, values, equals }: AskedPart, deals: Deals): Missed[] {
  const words = values.flatMap((term) => (term.kind === 'word' || term.kind === 'text' ? [term.text] : []));
  const column = equals && words.length > 0 ? wordsOf(name, deals) : null;
  if (column === null || column.values.length > MOST_CHOICES) return [];
  const there = frequent(column);
  const folded = new Set(there.map(({ value }) => foldText(value)));
  return words
    .filter((word) => !folded.has(foldText(word)))
    .map((word) => ({
      name: name.name,
      value: word,
      near: nearOf(word, there),
      values: there,
    }));
}

function nearOf(word: string, there: readonly { readonly value: string }[]): string | null {
  const near = suggest(
    foldText(word),
    there.map(({ value }) => foldText(value)),
  );
  return there.find(({ value }) => foldText(value) === near)?.value ?? null;
}

/** Columns of words; those of numbers, days and flags are no lists to choose from. */
function wordsOf({ name, field }: Name, deals: Deals): CategoryColumn | null {
  if (field === null) return deals.extra.get(name) ?? null;
  if (!deals.has(field)) return null;
  const kind = field === 'outcome' || field === 'customer' ? 'category' : DEAL_FIELDS[field].kind;
  return kind === 'category' || kind === 'text' ? breakdownColumn(deals, field).column : null;
}

/** Values that are not empty, the most frequent first. */
function frequent({ codes, values }: CategoryColumn): Held[] {
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return values
    .map((value, code) => ({ value, deals: counts[code] as number }))
    .filter(({ value, deals: n }) => value !== '' && n > 0)
    .sort((a, b) => b.deals - a.deals || (a.value < b.value ? -1 : 1));
}

/** How far every column of numbers or days that is asked about goes. */
function reachesOf(asked: readonly AskedPart[], deals: Deals): ArgsOf<'nothing_fits'>['reaches'][number][] {
  const names = new Map(asked.map(({ name }) => [name.name, name]));
  return [...names.values()].flatMap(({ name, field }) => {
    if (field === null || field === 'outcome' || field === 'customer' || !deals.has(field)) return [];
    const { kind } = DEAL_FIELDS[field];
    if (!['number', 'money', 'ratio', 'day'].includes(kind)) return [];
    const column = deals.column(field) as RatioColumn | Int32Array;
    const valueAt = numbersIn(column);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < deals.size; row++) {
      const value = valueAt(row);
      if (Number.isNaN(value) || value === NO_DAY) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low > high) return [];
    return [{ name, ...(kind === 'day' ? { from: isoDay(low), to: isoDay(high) } : { from: low, to: high }) }];
  });
}
