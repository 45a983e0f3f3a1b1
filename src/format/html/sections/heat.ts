/** How deep the ground of a cell is. */

const DEEPEST = 9;

/** The step of a share of the largest, 0…9; none where there is nothing to see. */
export function heatOf(share: number): number | undefined {
  if (!(share > 0)) return undefined;
  return Math.min(DEEPEST, Math.floor(share * (DEEPEST + 1)));
}
