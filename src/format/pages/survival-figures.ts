/** What becomes of deals and when half of them have closed, in sentences. */
import { daysText, ratioText } from '../../locale/numbers.js';
import type { Report } from '../../report/schema.js';
import { type Block, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { notComputed } from './not-computed.js';
import { daysRange, shareRange } from './survival-cells.js';

type Survival = NonNullable<Report['survival']>;

const RATE: Sentence<{ readonly value: string; readonly range: Words }> = {
  en: ({ value, range }) => say`${value} of deals are won in the end${range}.`,
  fa: ({ value, range }) => say`${value} معامله‌ها سرانجام برنده می‌شوند${range}.`,
};
const STILL_OPEN: Sentence<Record<'reach' | 'open' | 'most', string>> = {
  en: ({ reach, open, most }) => [
    ` After ${reach}, as far as the data shows, ${open} are still open: if all of them were won, it would be ${most}.`,
  ],
  fa: ({ reach, open, most }) => [
    ` پس از ${reach}، تا جایی که داده‌ها نشان می‌دهد، ${open} هنوز بازند: اگر همه‌ی آن‌ها برنده شوند، ${most} می‌شود.`,
  ],
};
const TIME: Sentence<{ readonly median: string; readonly range: Words }> = {
  en: ({ median, range }) => say`Half of all deals have closed after ${median}${range}.`,
  fa: ({ median, range }) => say`نیمی از همه‌ی معامله‌ها پس از ${median} بسته شده‌اند${range}.`,
};
const CLOSED_ALONE: Sentence<string> = {
  en: (median) => [` The closed ones alone would say ${median}.`],
  fa: (median) => [` معامله‌های بسته شده به‌تنهایی ${median} می‌گفتند.`],
};
const MEAN: Sentence<Record<'mean' | 'horizon', string>> = {
  en: ({ mean, horizon }) => [` A deal is open for ${mean} on average, of the first ${horizon}.`],
  fa: ({ mean, horizon }) => [` هر معامله به طور میانگین ${mean} از ${horizon} نخست باز است.`],
};

/** The eventual win rate and the time to close, each with what stands against it. */
export function* figureBlocks(survival: Survival, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const { eventualWinRate: rate, timeToClose: time } = survival;
  if (rate.value === null) {
    if (rate.reason !== null) yield { kind: 'paragraph', words: notComputed(rate.reason, options) };
  } else {
    const { value, interval, reach, stillOpen } = rate;
    const range = bracketed(shareRange(interval, options));
    const rest =
      reach === null || stillOpen === null || stillOpen === 0
        ? []
        : STILL_OPEN[lang]({
            reach: daysText(reach, lang),
            open: ratioText(stillOpen, lang),
            most: ratioText(Math.min(1, value + stillOpen), lang),
          });
    yield { kind: 'paragraph', words: [...RATE[lang]({ value: ratioText(value, lang), range }), ...rest] };
  }
  const mean = time.restrictedMean;
  const of = mean === null ? null : { mean: daysText(mean.value, lang), horizon: daysText(mean.horizon, lang) };
  const words = [
    ...(time.median === null
      ? time.reason === null
        ? []
        : notComputed(time.reason, options)
      : TIME[lang]({
          median: daysText(time.median, lang),
          range: bracketed(daysRange(time.interval, options)),
        })),
    // Where nothing is open both say the same.
    ...(time.median === null ||
    time.eventsOnlyMedian === null ||
    time.eventsOnlyMedian === time.median ||
    survival.open === 0
      ? []
      : CLOSED_ALONE[lang](daysText(time.eventsOnlyMedian, lang))),
    ...(of === null ? [] : MEAN[lang](of)),
  ];
  if (words.length > 0) yield { kind: 'paragraph', words };
}

/** In brackets, where there is something. */
function bracketed(words: Words): Words {
  return words.length === 0 ? [] : say` (${words})`;
}
