/** What a forecast was worth, in sentences. */
import { DUE_FATES } from '../../../locale/due-fates.js';
import { type AnySaid, said } from '../../../locale/said.js';
import type { Speech } from '../../../locale/say.js';
import { messageEntry } from '../../documents.js';
import type { ForecastAgainstActual } from './changes-forecast-schema.js';

type Messages = ForecastAgainstActual['messages'];
type Told = Pick<ForecastAgainstActual, 'from' | 'until' | 'due' | 'crm' | 'model' | 'record'>;

/** The code of the sentence that stands in the headline, too. */
const DUE = 'due_came';

/** What a manager repeats of it. */
export function dueHeadline({ messages }: ForecastAgainstActual): Messages {
  return messages.filter(({ code }) => code === DUE);
}

/** @param currency of every amount; null where none is known, or several are */
export function forecastMessages(told: Told, currency: string | null, speech: Speech): Messages {
  const sentences = [...dueSaid(told, currency), ...crmSaid(told, currency), ...modelSaid(told, currency)];
  return [...sentences, ...recordSaid(told)].map((sentence) => messageEntry(sentence, speech));
}

function dueSaid({ from, until, due }: Told, currency: string | null): AnySaid[] {
  if (due === null || from === null || until === null || due.deals === 0) return [];
  const fates = DUE_FATES.map((fate) => ({ fate, deals: due[fate].deals, amount: due[fate].amount }));
  const { deals, amount, pulledIn } = due;
  const sentences: AnySaid[] = [said(DUE, { from, until, deals, amount, currency, fates })];
  if (pulledIn.deals > 0) {
    sentences.push(said('closed_ahead', { deals: pulledIn.deals, amount: pulledIn.amount, currency }));
  }
  return sentences;
}

function crmSaid({ crm }: Told, currency: string | null): AnySaid[] {
  if (crm === null || crm.expected === null || crm.actual === null) return [];
  const { expected, actual, counted, due, won } = crm;
  const ofDue = won.due.amount ?? 0;
  return [said('crm_promised', { expected, actual, ofDue, counted, due, currency })];
}

function modelSaid({ model }: Told, money: string | null): AnySaid[] {
  if (model === null || model.expected === null || model.actual === null || model.interval === null) return [];
  const { expected, actual, pipeline, newBusiness, method, unit } = model;
  const { low, high } = model.interval;
  const inside = actual < low ? 'below' : actual > high ? 'above' : 'within';
  const currency = unit === 'money' ? money : null;
  const rule = method === 'baseline';
  const sentences: AnySaid[] = [
    said('model_held', { expected, interval: { low, high }, actual, inside, rule, unit, currency }),
  ];
  if (pipeline !== null && newBusiness !== null) {
    sentences.push(said('model_parts', { pipeline, newBusiness, unit }));
  }
  return sentences;
}

function recordSaid({ record: { crm, model } }: Told): AnySaid[] {
  const off = (one: typeof crm): number | null => one?.wape ?? null;
  if (off(crm) === null && off(model) === null) return [];
  return [
    said('forecasts_off', {
      model: model === null || model.wape === null ? null : { n: model.n, off: model.wape, within: model.within ?? 0 },
      crm: crm === null || crm.wape === null ? null : { n: crm.n, off: crm.wape },
    }),
  ];
}
