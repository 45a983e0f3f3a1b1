import { axisText } from '../../../../locale/periods.js';
import type { Report } from '../../../../report/schema.js';
import { drawnText } from '../../drawn-text.js';
import { nameText } from '../../markup.js';
import type { Page } from '../../page.js';

/** What an axis calls places in time, with their years where these are several or nothing else names the year. */
export function placeNames(
  places: readonly { readonly label: string; readonly start: string }[],
  page: Page,
  { period }: Pick<Report, 'period'>,
): { readonly label: string; readonly year: string | null }[] {
  const said = places.map((place) => axisText(place, page.options));
  const several = period === null || new Set(said.map(({ year }) => year)).size > 1;
  return said.map(({ name, year }) => ({ label: nameText(drawnText([name], page)), year: several ? year : null }));
}
