import { breakdownBlocks } from '../breakdowns.js';
import type { SectionView } from './definition.js';

/** Each breakdown has a heading of its own: what it is by, and in which order. */
export const breakdownsView: SectionView = (report, options) => breakdownBlocks(report, options);
