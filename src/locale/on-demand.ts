/**
 * What is made when it is first asked for, and kept: for constants that most runs do without, such as a pattern with a class
 * of all letters there are, which V8 takes up to a millisecond to read and several to compile.
 *
 * @param make makes the same at every call
 */
export function onDemand<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
