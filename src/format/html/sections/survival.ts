/** How long deals stay open and what becomes of them: curves, the chance from an age on, groups, stages. */

import { shareText } from '../../../locale/compact.js';
import { countText, daysText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { join, type Sentence, type Words } from '../../page.js';
import { comma } from '../../pages/figures.js';
import { intervalWords } from '../../pages/interval-words.js';
import { leftOutWords } from '../../pages/left-out.js';
import { notComputed } from '../../pages/not-computed.js';
import { all, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { assumedHtml } from './assumed.js';
import type { SectionHtml } from './definition.js';
import { type Fact, factCards } from './fact-card.js';
import { curveFigure } from './survival/curve.js';
import { fromAgeHtml } from './survival/from-age.js';
import { groupHtml } from './survival/groups.js';
import { stageFigure } from './survival/stages.js';

type Survival = NonNullable<Report['survival']>;

const TITLES = {
  win: { en: 'Eventual win rate', fa: 'نرخ برد نهایی' },
  time: { en: 'Time to close, median', fa: 'زمان تا بسته شدن، میانه' },
  deals: { en: 'Deals looked at', fa: 'معامله‌های بررسی‌شده' },
} as const satisfies Record<string, Text>;
const DEFINITIONS = {
  win: {
    en: 'Share of the created deals that comes to be won, as far as the ages of the data reach. Open deals count for the time that they have been open (Aalen–Johansen), so young deals do not make it look low.',
    fa: 'سهمی از معامله‌های ایجادشده که سرانجام برنده می‌شود، تا سنی که داده‌ها نشان می‌دهند. معامله‌های باز به‌اندازه‌ی مدتی که باز بوده‌اند به حساب می‌آیند (آلن-یوهانسن)؛ پس معامله‌های جوان آن را کم نشان نمی‌دهند.',
  },
  time: {
    en: 'Half of the deals have closed, won or lost, within so many days of their creation. Open deals count as not closed yet (Kaplan–Meier).',
    fa: 'نیمی از معامله‌ها، برنده یا ازدست‌رفته، تا این شمار روز پس از ایجاد بسته شده‌اند. معامله‌های باز هنوز بسته نشده به حساب می‌آیند (کاپلان-مایر).',
  },
  deals: {
    en: 'Deals whose creation date is known, and what had become of them by the last day of the data.',
    fa: 'معامله‌هایی که تاریخ ایجادشان معلوم است، و سرنوشتشان تا آخرین روز داده‌ها.',
  },
} as const satisfies Record<string, Text>;

const REACH: Sentence<{ days: string; open: string }> = {
  en: ({ days, open }) => [`within ${days}, as far as the data reach; ${open} are open still then`],
  fa: ({ days, open }) => [`تا ${days}، همان‌قدر که داده‌ها نشان می‌دهند؛ آن روز ${open} هنوز باز است`],
};
const RESTRICTED: Sentence<{ days: string; horizon: string }> = {
  en: ({ days, horizon }) => [`open ${days} on average in the first ${horizon}`],
  fa: ({ days, horizon }) => [`میانگین باز بودن در ${horizon} نخست: ${days}`],
};
const EVENTS_ONLY: Sentence<string> = {
  en: (days) => [`of the closed deals alone ${days}, which leaves out the slow ones`],
  fa: (days) => [`تنها معامله‌های بسته‌شده: ${days}، که کندها را نمی‌بیند`],
};
const COUNTS: Sentence<{ won: string; lost: string; open: string }> = {
  en: ({ won, lost, open }) => [`${won} won, ${lost} lost, ${open} still open`],
  fa: ({ won, lost, open }) => [`${won} برنده، ${lost} ازدست‌رفته، ${open} هنوز باز`],
};
const LEAD: Sentence<{ win: string; half: string | null }> = {
  en: ({ win, half }) => [
    `Of the deals created, ${win} come to be won${half === null ? '' : `; half of them are closed within ${half}`}.`,
  ],
  fa: ({ win, half }) => [
    `${win} از معامله‌های ایجادشده سرانجام برنده می‌شوند${half === null ? '' : `؛ نیمی از معامله‌ها تا ${half} بسته شده‌اند`}.`,
  ],
};

export const survivalHtml: SectionHtml = (report, page) => {
  const { survival } = report;
  if (survival === null) return null;
  const left = leftOutWords(survival.excluded, page.lang);
  const note = left === null ? null : html`<p class="note">${page.words(left)}</p>`;
  if (survival.reason !== null) return html`<p>${page.words(notComputed(survival.reason, page.options))}</p>${note}`;
  const stages = stageFigure(survival, page);
  const figures = [curveFigure(survival, page), fromAgeHtml(survival, page), stages];
  return all([
    lead(survival, page),
    factCards(facts(survival, page), page),
    note,
    html`<div class="grid ahead">${all(figures)}</div>`,
    ...survival.groups.map((entry) => groupHtml(entry, survival, page)),
    assumedHtml(survival.notes, page),
  ]);
};

function lead({ eventualWinRate, timeToClose }: Survival, page: Page): Html | null {
  if (eventualWinRate.value === null) return null;
  const { lang } = page;
  const half = timeToClose.median === null ? null : daysText(timeToClose.median, lang);
  return html`<p class="lead">${page.words(LEAD[lang]({ win: shareText(eventualWinRate.value, lang), half }))}</p>`;
}

function facts({ eventualWinRate, timeToClose, n, won, lost, open }: Survival, page: Page): Fact[] {
  const { lang, options } = page;
  const { restrictedMean: mean, eventsOnlyMedian: bare } = timeToClose;
  const { reach, stillOpen } = eventualWinRate;
  const days = (value: number): string => daysText(Math.round(value * 10) / 10, lang);
  const range = (interval: Parameters<typeof intervalWords>[0] | null, unit: string): Words[] =>
    interval === null ? [] : [intervalWords(interval, unit, options)];
  return [
    {
      title: TITLES.win[lang],
      definition: DEFINITIONS.win[lang],
      value: eventualWinRate.value,
      reason: eventualWinRate.reason,
      ...{ unit: 'ratio', currency: null },
      lines: [
        ...range(eventualWinRate.interval, 'ratio'),
        ...(reach === null || stillOpen === null
          ? []
          : [REACH[lang]({ days: daysText(reach, lang), open: shareText(stillOpen, lang) })]),
      ],
    },
    {
      title: TITLES.time[lang],
      definition: DEFINITIONS.time[lang],
      value: timeToClose.median,
      reason: timeToClose.reason,
      ...{ unit: 'days', currency: null },
      lines: [
        ...range(timeToClose.interval, 'days'),
        ...(mean === null
          ? []
          : [
              join(
                [
                  RESTRICTED[lang]({ days: days(mean.value), horizon: daysText(mean.horizon, lang) }),
                  ...range(mean.interval, 'days'),
                ],
                comma(lang),
              ),
            ]),
        ...(bare === null ? [] : [EVENTS_ONLY[lang](days(bare))]),
      ],
    },
    {
      title: TITLES.deals[lang],
      definition: DEFINITIONS.deals[lang],
      value: n,
      ...{ unit: 'count', currency: null },
      lines: [COUNTS[lang]({ won: countText(won, lang), lost: countText(lost, lang), open: countText(open, lang) })],
    },
  ];
}
