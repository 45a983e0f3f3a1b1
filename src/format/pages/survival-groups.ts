/** What becomes of deals by owner, product …, and whether the groups differ. */
import { countText, daysText, decimalText, NOT_AVAILABLE, ratioText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, cell, DROP, data, join, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { comma, reasonWords } from './figures.js';
import { keyWords } from './group-keys.js';
import { numbers, shareRange } from './survival-cells.js';

type Survival = NonNullable<Report['survival']>;

const WORDS = {
  deals: { en: 'Deals', fa: 'معامله' },
  interval: { en: '95 %', fa: '۹۵٪' },
  eventual: { en: 'Won in the end', fa: 'سرانجام برنده' },
  half: { en: 'Half closed in', fa: 'نیمی بسته در' },
  empty: { en: '(empty)', fa: '(خالی)' },
} as const satisfies Record<string, Text>;

const GROUPS: Sentence<Words> = {
  en: (by) => say`By ${by}`,
  fa: (by) => say`به تفکیک ${by}`,
};
const DIFFER: Sentence<Record<'groups' | 'p', string>> = {
  en: ({ groups, p }) => [`The times to close of these ${groups} groups differ beyond chance (log-rank test, ${p}).`],
  fa: ({ groups, p }) => [`زمان تا بسته شدن در این ${groups} گروه فراتر از تصادف تفاوت دارد (آزمون لگ‌رتبه، ${p}).`],
};
const ALIKE: Sentence<Record<'groups' | 'p', string>> = {
  en: ({ groups, p }) => [
    `The times to close of these ${groups} groups do not differ beyond chance (log-rank test, ${p}).`,
  ],
  fa: ({ groups, p }) => [`زمان تا بسته شدن در این ${groups} گروه فراتر از تصادف تفاوتی ندارد (آزمون لگ‌رتبه، ${p}).`],
};
const MORE_GROUPS: Sentence<string> = {
  en: (rest) => [`${rest} more groups with fewer deals are not listed.`],
  fa: (rest) => [`${rest} گروه دیگر با معامله‌های کمتر نیامده‌اند.`],
};
const NO_TEST: Sentence<Words> = {
  en: (why) => say`Groups are not compared: ${why}.`,
  fa: (why) => say`گروه‌ها مقایسه نشدند: ${why}.`,
};

/** Groups in the standard detail. */
const MOST_GROUPS = 10;
/** A p-value under this is called beyond chance, as everywhere. */
const BEYOND_CHANCE = 0.05;
const LEAST_P = 0.001;

/** One breakdown: its groups, and the test over them. */
export function* groupBlocks(
  { by, test, reason, groups, groupsTotal }: Survival['groups'][number],
  breakdowns: Report['breakdowns'],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const breakdown = breakdowns.find((one) => [one.by].flat().join('\0') === by.join('\0'));
  const title = join(
    by.map((name, at) => [data((lang === 'fa' ? breakdown?.axes[at]?.title : null) ?? name)]),
    comma(lang),
  );
  if (groups.some(({ eventualWinRate, median }) => eventualWinRate !== null || median !== null)) {
    const shown = detail === 'full' ? groups : groups.slice(0, MOST_GROUPS);
    yield {
      kind: 'table',
      columns: [
        { title: GROUPS[lang](title), align: 'left', drop: DROP.never, min: 10 },
        numbers(WORDS.deals, lang, DROP.n),
        numbers(WORDS.eventual, lang),
        numbers(WORDS.interval, lang, DROP.interval),
        numbers(WORDS.half, lang),
      ],
      rows: shown.map(({ key, n, eventualWinRate, interval, median }) => ({
        kind: 'cells',
        cells: [
          cell(groupWords(key, breakdown, options)),
          cell(countText(n, lang)),
          cell(eventualWinRate === null ? NOT_AVAILABLE[lang] : ratioText(eventualWinRate, lang)),
          cell(shareRange(interval, options)),
          cell(median === null ? NOT_AVAILABLE[lang] : daysText(median, lang)),
        ],
      })),
    };
    const rest = groupsTotal - shown.length;
    if (rest > 0) yield { kind: 'aside', words: MORE_GROUPS[lang](countText(rest, lang)) };
  }
  if (test !== null) {
    const p =
      test.pValue < LEAST_P ? `p < ${decimalText(LEAST_P, 3, lang)}` : `p = ${decimalText(test.pValue, 3, lang)}`;
    const sentence = test.pValue < BEYOND_CHANCE ? DIFFER : ALIKE;
    yield { kind: 'aside', words: sentence[lang]({ groups: countText(test.df + 1, lang), p }) };
  } else if (reason !== null) yield { kind: 'aside', words: NO_TEST[lang]([reasonWords(reason, lang)]) };
}

function groupWords(
  key: readonly string[],
  breakdown: Report['breakdowns'][number] | undefined,
  options: PageOptions,
): Words {
  const group = breakdown?.groups.find((one) => one.key.join('\0') === key.join('\0'));
  if (breakdown !== undefined && group !== undefined) return keyWords(group, breakdown.axes, options);
  return join(
    key.map((value) => [value === '' ? WORDS.empty[options.lang] : data(value)]),
    ' · ',
  );
}
