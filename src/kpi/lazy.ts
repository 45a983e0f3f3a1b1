/** Parts of a result that cost much and that few readers ask for: found when they are first looked at. */

/** The object with one more property, found when it is first read and remembered. */
export function lazily<T extends object, K extends string, V>(
  object: T,
  name: K,
  find: () => V,
): T & { readonly [P in K]: V } {
  let found: { readonly value: V } | null = null;
  const get = (): V => {
    found ??= { value: find() };
    return found.value;
  };
  return Object.defineProperty(object, name, { get, enumerable: true, configurable: true }) as T & {
    readonly [P in K]: V;
  };
}

/** A copy with other properties in place of its own. Unlike a spread it does not read what is found lazily. */
export function copyWith<T extends object, P extends object>(object: T, others: P): T & P {
  return Object.defineProperties(Object.create(Object.getPrototypeOf(object)), {
    ...Object.getOwnPropertyDescriptors(object),
    ...Object.getOwnPropertyDescriptors(others),
  } as PropertyDescriptorMap) as T & P;
}
