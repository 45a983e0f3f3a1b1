/** Values that a rule's own parameters may have. */
export interface Parameter<T> {
  /** What it means. */
  readonly means: string;
  readonly kind: 'whole' | 'number' | 'texts';
  /** The least and the most a number may be. */
  readonly least?: number;
  readonly most?: number;
  /** What is taken, as an error says it. */
  readonly taken: string;
  readonly takes: (value: unknown) => value is T;
}

/** The parameters of a rule by their names; every one has a default. */
export type Parameters<P> = { readonly [K in keyof P]: Parameter<P[K]> };

/** A whole number from `least` to `most`. */
export function whole(means: string, least: number, most = Number.POSITIVE_INFINITY): Parameter<number> {
  return {
    means,
    kind: 'whole',
    least,
    most,
    taken: `a whole number${bounds(least, most)}`,
    takes: (value): value is number => Number.isSafeInteger(value) && isWithin(value as number, least, most),
  };
}

/** Any number from `least` to `most`. */
export function quantity(means: string, least: number, most = Number.POSITIVE_INFINITY): Parameter<number> {
  return {
    means,
    kind: 'number',
    least,
    most,
    taken: `a number${bounds(least, most)}`,
    takes: (value): value is number => Number.isFinite(value) && isWithin(value as number, least, most),
  };
}

/** A share, 0…1. */
export function share(means: string): Parameter<number> {
  return quantity(means, 0, 1);
}

/** A list of texts. */
export function texts(means: string): Parameter<string[]> {
  return {
    means,
    kind: 'texts',
    taken: 'a list of texts',
    takes: (value): value is string[] => Array.isArray(value) && value.every((one: unknown) => typeof one === 'string'),
  };
}

/** The first value that its parameter does not take, or that no parameter has the name of; null where there is none. */
export function parameterProblem(
  parameters: Readonly<Record<string, Parameter<unknown>>>,
  values: Readonly<Record<string, unknown>>,
): { readonly key: string; readonly detail: string } | null {
  for (const [key, value] of Object.entries(values)) {
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (parameter === undefined) return { key, detail: `one of ${Object.keys(parameters).join(', ')}` };
    if (!parameter.takes(value)) return { key, detail: parameter.taken };
  }
  return null;
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function bounds(least: number, most: number): string {
  return most === Number.POSITIVE_INFINITY ? `, ${least} or more` : ` from ${least} to ${most}`;
}
