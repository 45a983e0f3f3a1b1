/** What the tables on the survival of deals share. */
import { countText, daysText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Column, DROP, type PageOptions, type Sentence, type Words } from '../page.js';
import { rangeWords } from './figures.js';

type Survival = NonNullable<Report['survival']>;
type Interval = Survival['eventualWinRate']['interval'];
type OpenInterval = Survival['timeToClose']['interval'];

const AND_MORE: Sentence<string> = {
  en: (low) => [`${low} or more`],
  fa: (low) => [`${low} یا بیشتر`],
};
const RATIO = { unit: 'ratio', currency: null };

/** A right-hand column of figures. */
export const numbers = (title: Text, lang: Lang, drop: number = DROP.never): Column => {
  return { title: [title[lang]], align: 'right', drop };
};

/** The ends of an interval of a share; nothing where there is none. */
export function shareRange(interval: Interval, options: PageOptions): Words {
  return interval === null ? [] : rangeWords(interval.low, interval.high, RATIO, options);
}

/** The days of an interval whose upper end may lie beyond what was seen; nothing where there is none. */
export function daysRange(interval: OpenInterval, { lang }: PageOptions): Words {
  if (interval === null || interval.low === null) return [];
  if (interval.high === null) return AND_MORE[lang](daysText(interval.low, lang));
  return [`${countText(interval.low, lang)}–${daysText(interval.high, lang)}`];
}
