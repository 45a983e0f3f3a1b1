import type { Page } from '../page.js';

/** Where a figure stands: links to it and its place are written with the same name. */
export function figurePlace(_id: string, page: Page): string {
  return page.id('kpis');
}
