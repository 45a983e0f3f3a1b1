/** Figures drawn with the block elements of Unicode (U+2581–U+258F): lines of little columns, and bars in eighths. */

const COLUMNS = '▁▂▃▄▅▆▇█';
const EIGHTHS = '▏▎▍▌▋▊▉';
const FULL = '█';
const CUT = '·';

/**
 * One character a value, from the lowest (`▁`) to the highest (`█`); where all are equal, all stand in the middle. Null
 * is a space; the places in `cut` are `·` and are neither the lowest nor the highest.
 */
export function sparkText(values: readonly (number | null)[], cut: readonly number[] = []): string {
  const isCut = new Set(cut);
  const whole = values.filter((value, at): value is number => isDrawn(value) && !isCut.has(at));
  const low = whole.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = whole.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return values
    .map((value, at) => {
      if (!isDrawn(value)) return ' ';
      if (isCut.has(at)) return CUT;
      // Halves first: the distance of two numbers may be more than a number can be.
      const share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
      return COLUMNS[Math.min(Math.round(share * (COLUMNS.length - 1)), COLUMNS.length - 1)] ?? ' ';
    })
    .join('');
}

/** A bar of `share` (0…1) of `width` columns, to the eighth of a column; what is not nothing is at least `▏`. */
export function barText(share: number, width: number): string {
  if (!(share > 0) || width < 1) return '';
  const eighths = Math.max(1, Math.round(Math.min(share, 1) * width * 8));
  const rest = eighths % 8;
  return FULL.repeat((eighths - rest) / 8) + (rest === 0 ? '' : (EIGHTHS[rest - 1] ?? ''));
}

function isDrawn(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
