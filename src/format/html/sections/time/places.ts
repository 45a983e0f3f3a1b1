/** The places in time that several series share, so that their drawings and their table stand on one axis. */
import type { SeriesLine } from '../../../pages/series-lines.js';

export interface Place {
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

type Point = SeriesLine['points'][number];

/** Every place that one of the series has, in the order of time. */
export function placesOf(lines: readonly SeriesLine[]): Place[] {
  const byLabel = new Map<string, Place>();
  for (const { points } of lines) {
    for (const { label, start, end } of points) {
      const known = byLabel.get(label);
      // Cut at its own first day in one series, whole in another: the place is the wider of them.
      if (known === undefined || start < known.start) byLabel.set(label, { label, start, end });
    }
  }
  return [...byLabel.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** The points of a series by the places; null where it has none, and where a gap stands ({@link withGaps}). */
export function pointsAt({ points }: SeriesLine, places: readonly (Place | null)[]): (Point | null)[] {
  const byLabel = new Map(points.map((point) => [point.label, point]));
  return places.map((place) => (place === null ? null : (byLabel.get(place.label) ?? null)));
}

/** The places with a null wherever days are left out between two of them: records far from all others. */
export function withGaps(places: readonly Place[]): (Place | null)[] {
  return places.flatMap((place, index) => {
    const before = places[index - 1];
    const apart = before === undefined ? 0 : dayNumber(place.start) - dayNumber(before.end);
    return apart > 1 ? [null, place] : [place];
  });
}

/** Days since 1970; NaN of what is no ISO day. */
function dayNumber(iso: string): number {
  const [, year, month, day] = /^(-?\d{4,6})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
}
