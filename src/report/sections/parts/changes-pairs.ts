/** Two exports compared, as the document has it. */
import type { ComparedPair, Comparison } from '../../../analysis/snapshots/compare.js';
import type { MoneySum } from '../../../analysis/snapshots/money-sums.js';
import type { Waterfall } from '../../../analysis/snapshots/waterfall.js';
import { dayEntry } from '../../deal-entry.js';
import type { Changes } from './changes-schema.js';

type Pair = Changes['pairs'][number];

export function pairEntry(pair: ComparedPair, { money: { currencies } }: Comparison): Pair {
  const [from, to] = [pair.before.snapshot.taken, pair.after.snapshot.taken];
  return {
    from: dayEntry(from),
    to: dayEntry(to),
    days: from === null || to === null ? null : to - from,
    classes: pair.classes.map(({ class: name, deals, before, after }) => ({
      class: name,
      deals,
      before: before.amount,
      after: after.amount,
      byCurrency: bothByCurrency(before, after),
    })),
    waterfallReason: pair.waterfallReason,
    waterfall: pair.waterfall.map((one) => waterfallEntry(one, currencies)),
    moves: pair.moves.map(({ move, deals, amount, medianDays, reason }) => ({
      move,
      deals,
      ...moneyEntry(amount),
      medianDays,
      reason,
    })),
    stages: {
      reason: pair.stages.reason,
      moves: pair.stages.moves.map(({ amount, ...move }) => ({ ...move, ...moneyEntry(amount) })),
    },
  };
}

/** An amount, or by currency where there are several. */
export function moneyEntry({ amount, byCurrency }: MoneySum): Pick<Pair['moves'][number], 'amount' | 'byCurrency'> {
  return { amount, byCurrency: byCurrency === null ? null : byCurrency.map((one) => ({ ...one })) };
}

function bothByCurrency(before: MoneySum, after: MoneySum): Pair['classes'][number]['byCurrency'] {
  if (before.byCurrency === null || after.byCurrency === null) return null;
  const of = (sum: MoneySum, currency: string): number =>
    sum.byCurrency?.find((one) => one.currency === currency)?.amount ?? 0;
  const names = new Set([...before.byCurrency, ...after.byCurrency].map(({ currency }) => currency));
  return [...names].map((currency) => ({ currency, before: of(before, currency), after: of(after, currency) }));
}

/** Null for amounts that name no currency, unless others do. */
export function currencyEntry(currency: string, currencies: readonly string[]): string | null {
  return currencies.length > 1 ? currency : currency || null;
}

export function waterfallEntry(
  { currency, steps, ...levels }: Waterfall,
  currencies: readonly string[],
): Pair['waterfall'][number] {
  return { currency: currencyEntry(currency, currencies), ...levels, steps: steps.map((step) => ({ ...step })) };
}
