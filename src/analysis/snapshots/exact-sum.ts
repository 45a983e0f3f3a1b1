/** A sum of whole numbers that is exact however large it grows. */
export class ExactSum {
  /** The sum is `high` × 2⁵² + `low`, with |low| < 2⁵². */
  #high = 0;
  #low = 0;

  /** Whole, and below 2⁵² in size; NaN adds nothing. */
  add(units: number): void {
    if (Number.isNaN(units)) return;
    // Two numbers below 2⁵² add up to one below 2⁵³, which a double holds exactly.
    const sum = this.#low + units;
    if (sum < LIMIT && sum > -LIMIT) {
      this.#low = sum;
      return;
    }
    const carry = Math.sign(sum);
    this.#high += carry;
    this.#low = sum - carry * LIMIT;
  }

  get value(): bigint {
    return BigInt(this.#high) * BigInt(LIMIT) + BigInt(this.#low);
  }
}

/** 2⁵²: what is added must be smaller. */
export const LIMIT = 2 ** 52;
