/** The names that a decimal sign may be called by; in YAML, the comma itself would need quotes. */
export const DECIMAL_SIGNS = { point: '.', comma: ',', '.': '.', ',': ',' } as const satisfies Record<
  string,
  DecimalSign
>;

export type DecimalSign = '.' | ',';

/** The decimal sign of a name or of the character itself, or null. */
export function decimalSignOf(text: string): DecimalSign | null {
  const name = text.toLowerCase();
  return Object.hasOwn(DECIMAL_SIGNS, name) ? DECIMAL_SIGNS[name as keyof typeof DECIMAL_SIGNS] : null;
}
