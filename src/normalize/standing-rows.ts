/**
 * The row that stands for each row: itself, but where rows are lines of one deal. Few tables have lines, so room for all
 * rows is taken with the first one.
 */
export class StandingRows {
  readonly #size: number;
  #rows: Uint32Array | null = null;

  constructor(size: number) {
    this.#size = size;
  }

  /** By row; null while each stands for itself. */
  get rows(): Uint32Array | null {
    return this.#rows;
  }

  at(row: number): number {
    return this.#rows?.[row] ?? row;
  }

  put(row: number, standing: number): void {
    if (this.#rows === null) {
      if (row === standing) return;
      this.#rows = new Uint32Array(this.#size);
      for (let each = 0; each < this.#size; each++) this.#rows[each] = each;
    }
    this.#rows[row] = standing;
  }
}
