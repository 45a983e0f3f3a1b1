import type { Forecast } from '../../analysis/forecast/forecast.js';
import { sameAmounts } from '../../analysis/models/checks/amounts.js';
import type { Check } from '../../analysis/models/checks/definition.js';
import type { ModelDefinition } from '../../analysis/models/definition.js';
import type { Reason } from '../../kpi/definition.js';
import { priced, won } from '../../kpi/populations.js';
import type { Findings, ModelQuestion } from './definition.js';
import { askedForecast, forecastChecks, forecastFindings } from './forecast.js';
import { bgNbdFindings, gammaGammaFindings } from './lifetime.js';
import { aalenJohansenFindings, dealChecks, kaplanMeierFindings, logRankFindings } from './survival.js';

/** What files say of models, each fitted when it is first asked for, and what several rest on once. */
export function modelFindings(asked: ModelQuestion): (model: ModelDefinition) => Findings {
  const { question, currency, mixed } = asked;
  let deals: ReadonlyMap<string, Check> | undefined;
  let forecast: Forecast | Reason | undefined;
  const ofDeals = (): ReadonlyMap<string, Check> => {
    deals ??= dealChecks(question);
    return deals;
  };
  const ofForecast = (): Forecast | Reason => {
    forecast ??= askedForecast(asked);
    return forecast;
  };
  return ({ id, section }) => {
    if (section === 'changes' || section === 'why') return OF_SEVERAL_EXPORTS;
    if (section === 'lifetime') return id === 'bg_nbd' ? bgNbdFindings(asked) : gammaGammaFindings(asked);
    if (section === 'survival') return { ...survivalFindings(id, question), checks: ofDeals() };
    const found = ofForecast();
    return {
      ...forecastFindings(id, found),
      checks: new Map([
        ...ofDeals(),
        ...(mixed.deals || !question.population.has('amount') || !question.population.has('closed_at')
          ? []
          : ([['same_amounts', sameAmounts(priced(won(question.population)), currency)]] as const)),
        ...(typeof found === 'string' ? [] : forecastChecks(found, currency)),
      ]),
    };
  };
}

/** What is said of two exports is not told by one. */
const OF_SEVERAL_EXPORTS: Findings = { reason: 'no_earlier_export', fit: null };

function survivalFindings(id: string, question: ModelQuestion['question']): Findings {
  if (id === 'kaplan_meier') return kaplanMeierFindings(question);
  return id === 'aalen_johansen' ? aalenJohansenFindings(question) : logRankFindings(question);
}
