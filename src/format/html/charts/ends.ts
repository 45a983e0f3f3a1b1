/** Names at the ends of lines, in place of a legend: moved apart where they would touch. */

/** Lines of text closer than this touch. */
const LINE_HEIGHT = 14;

/**
 * Where names whose lines end at these heights are written, in pixels from the top: as near to them as can be, in the
 * same order, within `least`…`most`.
 */
export function apart(heights: readonly number[], least: number, most: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const placed: { at: number; index: number }[] = [];
  for (const { height, index } of order) {
    placed.push({ at: Math.max(height, (placed.at(-1)?.at ?? Number.NEGATIVE_INFINITY) + LINE_HEIGHT), index });
  }
  // What was pushed too low goes up again, and takes those above with it.
  let limit = most;
  for (const one of placed.toReversed()) {
    one.at = Math.min(one.at, limit);
    limit = one.at - LINE_HEIGHT;
  }
  const top = placed[0];
  const missing = top === undefined ? 0 : Math.max(0, least - top.at);
  const out = heights.slice();
  for (const { at, index } of placed) out[index] = at + missing;
  return out;
}
