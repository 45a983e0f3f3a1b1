/**
 * Three-valued logic (S. C. Kleene, "Introduction to Metamathematics", 1952, § 64; the logic of SQL): false, unknown
 * and true are 0, 1 and 2, so that `and` is the least, `or` the greatest, and `not x` is 2 − x.
 */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;

/** The truth of a condition for the deal in a row. */
export type Test = (row: number) => Truth;

export function truthOf(yes: boolean): Truth {
  return yes ? TRUE : FALSE;
}

/** True where all are; false where one is; else unknown. */
export function allOf(tests: readonly Test[]): Test {
  return (row) => {
    let least: Truth = TRUE;
    for (const test of tests) {
      const truth = test(row);
      if (truth === FALSE) return FALSE;
      if (truth < least) least = truth;
    }
    return least;
  };
}

/** True where one is; false where all are; else unknown. */
export function anyOf(tests: readonly Test[]): Test {
  return (row) => {
    let greatest: Truth = FALSE;
    for (const test of tests) {
      const truth = test(row);
      if (truth === TRUE) return TRUE;
      if (truth > greatest) greatest = truth;
    }
    return greatest;
  };
}

/** False where it is true, true where it is false, unknown where it is unknown. */
export function negation(test: Test): Test {
  return (row) => (TRUE - test(row)) as Truth;
}
