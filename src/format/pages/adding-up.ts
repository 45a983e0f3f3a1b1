/** A start, steps and an end as texts that add up as they are printed. */
import { scaleFor } from '../../locale/compact.js';
import { decimalText } from '../../locale/numbers.js';
import type { PageOptions } from '../page.js';

export interface AddingUp {
  readonly start: string;
  /** Signed: `+1.20 M`, `−0.35 M`, `0`. */
  readonly steps: readonly string[];
  readonly end: string;
}

/** Most decimals: those of cents. */
const DECIMALS = 2;

export interface Fineness {
  /** Digits of the largest step that are shown; four when left out, one more than a sentence says of it. */
  readonly digits?: number;
  /** The largest step of several rows that are to be in one scale; of these steps when left out. */
  readonly largest?: number;
  /** Without the name of the scale, where it is said once for all. */
  readonly bare?: boolean;
}

/**
 * One scale and as many decimals for all, such that the largest step has so many digits. Not each figure is rounded but
 * each level that the steps lead to, and a step is the difference of two: so what is printed adds up, and no figure is
 * further off than one unit of its last digit.
 */
export function addingUp(
  start: number,
  steps: readonly number[],
  { lang, short }: PageOptions,
  { digits = 4, largest: given, bare = false }: Fineness = {},
): AddingUp {
  const levels = [start];
  for (const step of steps) levels.push((levels[levels.length - 1] as number) + step);
  const largest = given || Math.max(0, ...steps.map(Math.abs)) || Math.max(...levels.map(Math.abs));
  const scale = short ? scaleFor(largest, lang) : { size: 1, name: '' };
  const whole = [...levels, ...steps].every((one) => Math.abs(one - Math.round(one)) < 1e-6);
  const decimals = scale.size > 1 ? decimalsFor(largest / scale.size, digits) : whole ? 0 : DECIMALS;
  const unit = 10 ** decimals / scale.size;
  const rounded = levels.map((level) => Math.round(level * unit));
  const text = (units: number, signed: boolean, exact: number): string => {
    // What is rounded to nothing is told as a rounded number.
    if (units === 0 && exact === 0) return decimalText(0, 0, lang);
    const shown = decimalText(units / 10 ** decimals, decimals, lang) + (bare ? '' : scale.name);
    return signed && units > 0 ? `+${shown}` : shown;
  };
  return {
    start: text(rounded[0] as number, false, start),
    steps: steps.map((step, at) => text((rounded[at + 1] as number) - (rounded[at] as number), true, step)),
    end: text(rounded[steps.length] as number, false, levels[steps.length] as number),
  };
}

function decimalsFor(scaled: number, digits: number): number {
  return Math.min(DECIMALS, Math.max(0, digits - Math.floor(scaled).toString().length));
}
