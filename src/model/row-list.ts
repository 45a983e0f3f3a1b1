/**
 * Rows as they are found, in memory that grows with them. An array as long as the deals would cost new memory for all of
 * them: where another thread asks for it, it is written through with zeros.
 */
export class RowList {
  length = 0;
  private rows = new Uint32Array(FIRST_ROOM);

  push(row: number): void {
    if (this.length === this.rows.length) this.grow();
    this.rows[this.length++] = row;
  }

  pushAll(rows: Uint32Array): void {
    while (this.length + rows.length > this.rows.length) this.grow();
    this.rows.set(rows, this.length);
    this.length += rows.length;
  }

  /** Those that were pushed, in memory of their own. */
  taken(): Uint32Array {
    return this.rows.slice(0, this.length);
  }

  private grow(): void {
    const larger = new Uint32Array(2 * this.rows.length);
    larger.set(this.rows);
    this.rows = larger;
  }
}

const FIRST_ROOM = 256;
