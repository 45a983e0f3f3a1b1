import { number, quoted } from './words.js';

interface Values {
  /** At most three, as the file has them. */
  readonly values: readonly string[];
}
interface Share {
  readonly n: number;
  readonly of: number;
}

/** What speaks against a column being the field that it is named like, as a clause to follow "…, but ". */
export const OBJECTIONS = {
  one_digit: ({ values }: Values) => `its numbers are of one digit (${quoted(values)})`,
  numbers_not_names: ({ values }: Values) => `its values are numbers (${quoted(values)})`,
  no_known_value: ({ field }: { readonly field: string }) => `none of its values is a ${field} that is known`,
  yes_or_no: ({ values }: Values) => `its cells say yes or no (${quoted(values)})`,
  dates_not_names: ({ values }: Values) => `its cells are dates (${quoted(values)})`,
  job_titles: ({ values }: Values) => `its cells are jobs of people (${quoted(values)})`,
  place_names: ({ values }: Values) => `its values are places (${quoted(values)})`,
  after_close: ({ n, of, closed }: Share & { readonly closed: boolean }) =>
    `it lies after the close of ${number(n)} of ${number(of)} ${closed ? 'closed deals' : 'deals'}, as the start of a contract does`,
  before_creation: ({ n, of, closed }: Share & { readonly closed: boolean }) =>
    `it lies before the creation of ${number(n)} of ${number(of)} ${closed ? 'closed deals' : 'deals'}`,
  after_other: ({ n, of, other }: Share & { readonly other: string }) =>
    `it lies after "${other}" in ${number(n)} of ${number(of)} deals`,
  before_other: ({ n, of, other }: Share & { readonly other: string }) =>
    `it lies before "${other}" in ${number(n)} of ${number(of)} deals`,
} as const;
