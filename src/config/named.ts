/** Names with what they stand for, of the command line and of the config together. */
export interface Named<T> {
  readonly said: Readonly<Record<string, T>>;
  /** Names that only the config says: what they speak of may not be there this time. */
  readonly standing: readonly string[];
}

/** Joined name by name; what was typed counts. No prototype: a stage may be called `constructor`. */
export function joinNames<T>(
  typed: readonly (readonly [string, T])[] = [],
  written: Readonly<Record<string, T>> = {},
): Named<T> {
  const above = Object.fromEntries(typed);
  return {
    said: Object.assign(Object.create(null) as Record<string, T>, written, above),
    standing: Object.keys(written).filter((key) => !Object.hasOwn(above, key)),
  };
}
