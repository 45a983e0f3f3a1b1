/** Sums of amounts of some deals, by currency. */
import { ExactSum } from './exact-sum.js';
import type { Money } from './money-units.js';

/** Null where several currencies cannot be added; then by currency. */
export interface MoneySum {
  readonly amount: number | null;
  readonly byCurrency: readonly { readonly currency: string; readonly amount: number }[] | null;
}

/** Adds units by currency. */
export class UnitSums {
  readonly #money: Money;
  readonly #sums: ExactSum[];
  readonly #seen: Uint8Array;
  #isBlank = false;

  constructor(money: Money) {
    this.#money = money;
    this.#sums = money.currencies.map(() => new ExactSum());
    this.#seen = new Uint8Array(money.currencies.length);
  }

  /** NaN adds nothing. */
  add(units: number, bucket: number): void {
    if (Number.isNaN(units)) {
      this.#isBlank = true;
      return;
    }
    this.#sums[bucket]?.add(units);
    this.#seen[bucket] = 1;
  }

  /** @param priced false where nobody tells amounts: then null */
  total(priced = true): MoneySum {
    const { currencies } = this.#money;
    if (!priced) return { amount: null, byCurrency: null };
    const amount = (bucket: number): number => this.#money.sum(this.#sums[bucket]?.value ?? 0n, bucket);
    if (currencies.length === 1) return { amount: amount(0), byCurrency: null };
    const byCurrency = currencies.flatMap((currency, bucket) =>
      this.#seen[bucket] === 1 ? [{ currency, amount: amount(bucket) }] : [],
    );
    return { amount: byCurrency.length === 0 ? 0 : null, byCurrency };
  }

  /** As {@link total}, and null, too, where there were deals and none of them had an amount: 0 would be no sum. */
  known(priced = true): MoneySum {
    return this.total(priced && (!this.#isBlank || this.#seen.includes(1)));
  }
}
