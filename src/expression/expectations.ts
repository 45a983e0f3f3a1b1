/** The list of `expect` as single demands: figures over many records, and control totals among them. */

/** One entry of the list: a condition alone, or with what else is said of it. */
export type ExpectationEntry = string | (ExpectationWords & { readonly [total: string]: unknown });

export interface ExpectationWords {
  readonly check?: string | undefined;
  readonly id?: string | undefined;
  /** Fields or columns whose values make the groups. */
  readonly by?: string | readonly string[] | undefined;
  readonly where?: string | undefined;
  readonly when?: string | undefined;
}

/** A demand with its options, and where it stands in the list. */
export interface ListedExpectation {
  readonly at: number;
  readonly check: string;
  readonly options: Exclude<ExpectationEntry, string>;
}

/** Keys of an entry that are no control totals. */
const OPTIONS = new Set(
  'check id title by where when on severity maxViolations maxRate warn fail message optional'.split(' '),
);

/**
 * The demands of a list. Options that stand behind a bare condition, as in `[avg(amount) > 1k, by: owner]`, belong to it.
 * `stray` are entries of options that have no condition before them.
 */
export function listedExpectations(entries: readonly unknown[]): {
  readonly demands: readonly ListedExpectation[];
  readonly totals: Readonly<Record<string, unknown>>;
  readonly stray: readonly number[];
} {
  const demands: ListedExpectation[] = [];
  const totals: Record<string, unknown> = {};
  const stray: number[] = [];
  let bare = false;
  entries.forEach((entry, at) => {
    if (typeof entry === 'string') {
      demands.push({ at, check: entry, options: {} });
      bare = true;
      return;
    }
    const said = Object.entries(typeof entry === 'object' && entry !== null ? entry : {});
    const options = Object.fromEntries(said.filter(([key]) => OPTIONS.has(key)));
    for (const [key, value] of said) if (!OPTIONS.has(key)) totals[key] = value;
    const last = demands.at(-1);
    if (typeof options['check'] === 'string') demands.push({ at, check: options['check'], options });
    else if (Object.keys(options).length > 0) {
      if (bare && last !== undefined) demands[demands.length - 1] = { ...last, options };
      else stray.push(at);
    }
    bare = false;
  });
  return { demands, totals, stray };
}

/** `expect.not_met:avg(amount) > 1k by owner`, or the id that was given. */
export function expectationId({ check, options: { id, by, on } }: ListedExpectation): string {
  if (typeof id === 'string') return id;
  const groups = by === undefined ? '' : ` by ${typeof by === 'string' ? by : by.join(',')}`;
  const of = typeof on === 'string' && on !== 'deals' ? `${on}.` : '';
  return `expect.not_met:${of}${check.trim()}${groups}`;
}
