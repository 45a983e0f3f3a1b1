import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';

/**
 * The arithmetic of a figure with its numbers, to be done again by hand: `8 / 12 = 0.666667`. A formula that is made of
 * other KPIs or of named figures has them put in. Null for a plain count, and without a value.
 *
 * @param figureOf the value of another KPI of the same question
 */
export function calculationOf(
  kpi: Kpi,
  measurement: Measurement,
  figureOf: (id: string) => number | null,
): string | null {
  if (measurement.value === null) return null;
  const left = putIn(kpi, measurement, figureOf) ?? quotient(measurement) ?? sumOf(kpi, measurement);
  return left === null ? null : `${left} = ${plain(measurement.value)}`;
}

/** The formula with numbers for its names; null when it has words that are no names. */
function putIn(kpi: Kpi, { details = {} }: MeasuredValue, figureOf: (id: string) => number | null): string | null {
  const text = kpi.formula.en.replaceAll(/[A-Za-z][A-Za-z0-9_]*/g, (name) => {
    const value = kpi.uses?.includes(name) === true ? figureOf(name) : (details[name] ?? null);
    return value === null ? name : plain(value);
  });
  return text === kpi.formula.en || /[A-Za-z]/.test(text) ? null : text;
}

/** Numerator over denominator, or the sum of the values over their number. */
function quotient({ numerator, denominator, sample }: MeasuredValue): string | null {
  if (numerator !== undefined && denominator !== undefined) {
    return `${plain(numerator.total)} / ${plain(denominator.total)}`;
  }
  // Shown with six decimals: what a plain sum loses is far behind them.
  return sample === undefined
    ? null
    : `${plain(sample.reduce((total, value) => total + value, 0))} / ${plain(sample.length)}`;
}

function sumOf({ unit }: Kpi, { n }: MeasuredValue): string | null {
  return unit === 'money' ? `Σ (${plain(n)})` : null;
}

/** Made when a figure is first explained: the first of its kind takes 20 ms and 7 MB. */
let numbers: Intl.NumberFormat | null = null;

function plain(value: number): string {
  numbers ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
  return numbers.format(value).replace('-', '−');
}
