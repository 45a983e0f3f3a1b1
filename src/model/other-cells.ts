/** Cells that are kept as texts where the others of their column are values: their rows, ascending, and their UTF-8. */
export interface OtherCells {
  readonly rows: Uint32Array;
  /** As in a plain column. */
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}
