import type { HeadlineSaid, Moved, Stayed } from '../../locale/headline.js';
import type { WhyFigure } from '../../locale/why-figures.js';

/** A figure whose change is told, and whether it is compared with something alike instead of the compared period. */
export interface Named {
  readonly figure: WhyFigure;
  readonly alike: boolean;
}

/** Every figure that the sentences on top of a report compare with an earlier period, in the order of the sentences. */
export function namedIn(headline: readonly HeadlineSaid[]): Named[] {
  return headline.flatMap(figuresOf);
}

function figuresOf(sentence: HeadlineSaid): Named[] {
  switch (sentence.code) {
    case 'won_value':
      return sentence.args.than === null ? [] : direct('revenue_won', 'won_deals');
    case 'won_deals':
    case 'won_in_currencies':
      return sentence.args.than === null ? [] : direct('won_deals');
    case 'won_nothing': {
      const { before } = sentence.args;
      if (before === null) return [];
      return before.value === null ? direct('won_deals') : direct('revenue_won', 'won_deals');
    }
    case 'mrr':
      return sentence.args.than === null ? [] : direct('mrr');
    case 'leads_converted':
      return sentence.args.than === null ? [] : direct('lead_conversion_rate');
    case 'moved':
      return direct(...idsOf(sentence.args.changed), ...idsOf(sentence.args.still));
    case 'nothing_moved':
      return direct(...idsOf(sentence.args.kpis));
    case 'moved_alike':
      return alike(...idsOf(sentence.args.changed), ...idsOf(sentence.args.still));
    case 'nothing_moved_alike':
      return alike(...idsOf(sentence.args.kpis));
    case 'stalled_rose':
      return [...direct('stalled_deals'), ...alike('stalled_share')];
    default:
      return [];
  }
}

function direct(...figures: readonly WhyFigure[]): Named[] {
  return figures.map((figure) => ({ figure, alike: false }));
}

function alike(...figures: readonly WhyFigure[]): Named[] {
  return figures.map((figure) => ({ figure, alike: true }));
}

function idsOf(kpis: readonly (Moved | Stayed)[]): Moved['kpi'][] {
  return kpis.map(({ kpi }) => kpi);
}
