/** Whether the groups of a breakdown differ at all: one sentence for what does, one for what does not. */
import { countText, decimalText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Breakdown, Report } from '../../report/schema.js';
import { type Block, data, join, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { comma } from './figures.js';
import { proseTitle } from './prose-title.js';

type Test = Breakdown['tests'][number];

const METHODS: Readonly<Record<string, Text>> = {
  'chi-squared': { en: 'chi-squared', fa: 'خی‌دو' },
  permutation: { en: 'permutation test', fa: 'آزمون جایگشت' },
  'kruskal-wallis': { en: 'Kruskal–Wallis', fa: 'کروسکال-والیس' },
};

interface Said {
  readonly figures: Words;
  readonly groups: string;
}

const DIFFER: Sentence<Said> = {
  en: ({ figures, groups }) => say`The ${groups} groups differ beyond chance in ${figures}.`,
  fa: ({ figures, groups }) => say`تفاوت میان ${groups} گروه فراتر از تصادف: ${figures}`,
};
const ALIKE: Sentence<Said> = {
  en: ({ figures, groups }) => say`The ${groups} groups do not differ beyond chance in ${figures}.`,
  fa: ({ figures, groups }) => say`بدون تفاوتی فراتر از تصادف میان ${groups} گروه: ${figures}`,
};
const LEFT_OUT: Sentence<string> = {
  en: (groups) => say` (${groups} with too few records left out)`,
  fa: (groups) => say` (${groups} گروه با رکوردهای اندک کنار گذاشته)`,
};
const ADJUSTED: Sentence<string> = {
  en: (tests) => say`p-values are adjusted for the ${tests} tests of this report (Benjamini–Hochberg).`,
  fa: (tests) => say`مقدارهای p برای ${tests} آزمون این گزارش تصحیح شده‌اند (بنجامینی-هاکبرگ).`,
};

/** What differs between the groups, what does not, and how often was tested. */
export function* differenceBlocks(
  tests: readonly Test[],
  report: Report,
  { lang, detail }: PageOptions,
): Generator<Block, void, undefined> {
  for (const [sentence, significant] of [
    [DIFFER, true],
    [ALIKE, false],
  ] as const) {
    const those = tests.filter((test) => test.significant === significant);
    // Tests of one breakdown may compare different groups: those with enough records for each.
    for (const groups of new Set(those.map((test) => test.groups))) {
      const figures = those
        .filter((test) => test.groups === groups)
        .map((test) => figureWords(test, report, lang, detail === 'full'));
      yield {
        kind: 'aside',
        words: sentence[lang]({ figures: join(figures, comma(lang)), groups: countText(groups, lang) }),
      };
    }
  }
  const all = report.breakdowns.reduce((total, { tests: own }) => total + own.length, 0);
  if (detail === 'full' && tests.length > 0 && all > 1)
    yield { kind: 'aside', words: ADJUSTED[lang](countText(all, lang)) };
}

/** Smaller p-values are all called so. */
const LEAST_P = 0.001;

function figureWords(
  { kpi, method, adjustedPValue, leftOut }: Test,
  { kpis }: Report,
  lang: Lang,
  how: boolean,
): Words {
  const title = kpis.find(({ id }) => id === kpi)?.title ?? kpi;
  const p =
    adjustedPValue < LEAST_P ? `p < ${decimalText(LEAST_P, 3, lang)}` : `p = ${decimalText(adjustedPValue, 3, lang)}`;
  const by = how ? ` (${METHODS[method]?.[lang] ?? method}${comma(lang)}${p})` : '';
  return say`${data(proseTitle(title, lang))}${by}${leftOut === 0 ? [] : LEFT_OUT[lang](countText(leftOut, lang))}`;
}
