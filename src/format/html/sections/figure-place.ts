/** Where figures stand, and the deals behind them: links and places are written with the same names. */
import type { Report } from '../../../report/schema.js';
import { shownEntries } from '../../pages/sections/kpis.js';
import type { Page } from '../page.js';

/** The place of a figure in the table of all figures. */
export function figurePlace(kpi: string, page: Page): string {
  return page.id(`figure-${kpi}`);
}

/** The place of the deals behind a figure. */
export function evidencePlace(kpi: string, page: Page): string {
  return page.id(`evidence-${kpi}`);
}

/** The figures that have a place. */
export function placedFigures(report: Report, { options }: Page): ReadonlySet<string> {
  return new Set(shownEntries(report, options).map(({ id }) => id));
}
