import type { Report } from '../../../report/schema.js';
import type { Block, PageOptions, Words } from '../../page.js';

/** A section of a report as blocks, its heading included; nothing where the report has nothing of it. */
export type SectionView = (report: Report, options: PageOptions, title: Words) => Generator<Block, void, undefined>;
