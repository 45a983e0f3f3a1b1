import { kpis } from '../../kpi/catalogue/index.js';
import { type Measured, measurerOf } from '../../kpi/measure.js';
import type { SectionContext } from './context.js';

/** A KPI of the report's question: as the report measured it, else measured now. */
export function measuredIn({ current, question }: Pick<SectionContext, 'current' | 'question'>, id: string): Measured {
  return current.find(({ kpi }) => kpi.id === id) ?? measurerOf(kpis, question).measure(id);
}
