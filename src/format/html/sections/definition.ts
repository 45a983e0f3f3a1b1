import type { Report } from '../../../report/schema.js';
import type { Html } from '../markup.js';
import type { Page } from '../page.js';

/** A section of the page below its heading, or null where the report has nothing of it. */
export type SectionHtml = (report: Report, page: Page) => Html | null;
