/** What a column must hold, as a condition in words: the rules of a column are expressions like any other. */

/** Patterns with a name; everything else is a regular expression. */
export const NAMED_PATTERNS = {
  /** One @ with something before it and a dotted name behind it: what can be told without sending (RFC 5322, in short). */
  email: String.raw`^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$`,
  /** Seven to fifteen digits (ITU-T E.164) with the signs that people put between them. */
  phone: String.raw`^[+(]{0,2}\d(?:[\s().\/-]{0,3}\d){6,14}$`,
  url: String.raw`^https?:\/\/[^\s\/]+\.[^\s\/]+`,
} as const;

/** What may be wrong with a column, as the rules' ids say it. */
export const COLUMN_FAULTS = {
  forbidden: 'forbidden',
  absent: 'not_in_file',
  required: 'missing_value',
  type: 'wrong_type',
  allowed: 'value_not_allowed',
  pattern: 'pattern_mismatch',
  length: 'wrong_length',
  range: 'out_of_range',
  unique: 'repeated_value',
} as const;
export type ColumnConstraint = keyof typeof COLUMN_FAULTS;

/**
 * What a column is asked by the keys that are said of it. The first of them is also asked whether a file has the column:
 * where nothing else is said of it, that is all there is to ask.
 */
export function constraintsOf(said: Readonly<Record<string, unknown>>): readonly ColumnConstraint[] {
  if (said['forbidden'] === true) return ['forbidden'];
  const has = (key: string): boolean => said[key] !== undefined && said[key] !== false;
  const length = has('minLength') || has('maxLength') ? (['length'] as const) : [];
  const named = (['required', 'type', 'allowed', 'pattern', 'range', 'unique'] as const).filter(has);
  const asked = [...named, ...length];
  return asked.length === 0 ? ['absent'] : asked;
}

/** `column.value_not_allowed:Region`. */
export function columnRuleId(constraint: ColumnConstraint, name: string): string {
  return `column.${COLUMN_FAULTS[constraint]}:${name}`;
}

/** `record.repeated_combination:account,closed_at`. */
export function togetherRuleId(columns: readonly string[], on = 'deals'): string {
  return `record.repeated_combination:${on === 'deals' ? '' : `${on}.`}${columns.join(',')}`;
}

/** What is said of columns that nobody expects. */
export const UNEXPECTED_ID = 'file.unexpected_column';

/** `file.control_total_mismatch:wonValue`. */
export function totalRuleId(total: string): string {
  return `file.control_total_mismatch:${total}`;
}

export interface Range {
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
}

/** `[Region] in ('North', 'South')`. */
export function allowedSource(name: string, allowed: readonly (string | number | boolean)[]): string {
  const words = allowed.map((one) => (typeof one === 'boolean' ? (one ? 'yes' : 'no') : one));
  return `${bracketed(name)} in (${words.map((one) => (typeof one === 'number' ? one : quoted(one))).join(', ')})`;
}

/** `[Email] matches '…'`. */
export function patternSource(name: string, pattern: string): string {
  const known = Object.hasOwn(NAMED_PATTERNS, pattern)
    ? NAMED_PATTERNS[pattern as keyof typeof NAMED_PATTERNS]
    : pattern;
  return `${bracketed(name)} matches ${quoted(known)}`;
}

/** `[amount] >= 0 and [amount] <= 5m`; the ends are numbers, money or days, as an expression writes them. */
export function rangeSource(name: string, { min, max }: Range): string {
  const ends = [
    ...(min === undefined ? [] : [`${bracketed(name)} >= ${min}`]),
    ...(max === undefined ? [] : [`${bracketed(name)} <= ${max}`]),
  ];
  return ends.join(' and ');
}

/** `[Region] is not empty`. */
export function requiredSource(name: string): string {
  return `${bracketed(name)} is not empty`;
}

function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
