import { frameOf } from '../../src/analysis/alike.js';
import { changeOf } from '../../src/analysis/compare.js';
import { type Funnel, funnelOf } from '../../src/analysis/funnel.js';
import type { Finding, InsightContext, InsightDefinition } from '../../src/insight/definition.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { measurerOf, type Question } from '../../src/kpi/measure.js';
import type { CategoryColumn } from '../../src/model/column.js';
import type { DealField, Deals } from '../../src/model/deals.js';
import { period, type QuestionOptions, questionOf } from './question.js';

export interface InsightOptions extends QuestionOptions {
  /** The compared period, as `--compare` takes it. */
  readonly before?: string;
  /** Category fields by which deals are compared. */
  readonly by?: readonly ('owner' | 'source' | 'product')[];
  readonly funnel?: Funnel | null;
  /** The tests of the breakdowns that were asked for. */
  readonly winRateTests?: InsightContext['winRateTests'];
}

/** What a report would give its insights. */
export function insightContext(deals: Deals, options: InsightOptions = {}): InsightContext {
  const { before, by = [], funnel, winRateTests = new Map(), ...rest } = options;
  const question = questionOf(deals, rest);
  const compared = before === undefined ? null : { ...question, period: period(before) };
  return {
    question,
    before: compared,
    segmentations: by.map((name) => ({ name, column: deals.column(name as DealField) as CategoryColumn })),
    winRateTests,
    funnel: funnel === undefined ? funnelOf(question) : funnel,
    calendar: { calendar: question.period.calendar, fiscalYearStart: question.period.fiscalYearStart },
    currency: 'USD',
    kpi: valued(question),
    kpiBefore: compared === null ? () => null : valued(compared),
    kpiIn: (id, other) => {
      const measured = frameOf(kpis, question, question.period).measure(id, other);
      return measured === null || measured.value === null ? null : measured;
    },
    change: (id) => {
      const kpi = kpis.find((one) => one.id === id);
      return kpi === undefined || compared === null ? null : changeOf(kpi, frameOf(kpis, question, compared.period));
    },
  };
}

function valued(question: Question): InsightContext['kpi'] {
  const measurer = measurerOf(kpis, question);
  return (id) => {
    const { measurement } = measurer.measure(id);
    return measurement.value === null ? null : measurement;
  };
}

/** The findings of one kind. */
export function find(insight: InsightDefinition, deals: Deals, options: InsightOptions = {}): readonly Finding[] {
  return insight.find(insightContext(deals, options));
}

/** `count` lines of a table, with `#` replaced by the number of the line. */
export function times(count: number, line: string): string {
  return Array.from({ length: count }, (_, index) => line.replaceAll('#', String(index + 1))).join('\n');
}
