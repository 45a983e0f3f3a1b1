/** Customers by first purchase, and the share that was active in each later period; what lies ahead is empty. */
import { countText, ratioText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { type Column, cell, code, DROP, type Sentence, say } from '../../page.js';
import type { Cut } from '../cut.js';
import { pointWords } from '../figures.js';
import type { SectionView } from './definition.js';

const MOST_PERIODS = 12;
/** The newest cohorts. */
const MOST_ROWS = 12;

const WORDS = {
  period: { en: 'Period', fa: 'دوره' },
  size: { en: 'Customers', fa: 'مشتریان' },
  reads: { en: 'share active so many periods later', fa: 'سهم فعال پس از این شمار دوره' },
  unfinished: {
    en: '‡ the last share of each row is about a period that is not over',
    fa: '‡ آخرین سهم هر سطر درباره‌ی دوره‌ای است که پایان نیافته',
  },
} as const satisfies Record<string, Text>;

const ROWS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all} rows; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} سطر تازه‌تر از ${all}؛ ${code('--format json')} همه را دارد.`,
};
const PERIODS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The first ${shown} of ${all} periods after it; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} دوره‌ی نخست از ${all}؛ ${code('--format json')} همه را دارد.`,
};

export const cohortsView: SectionView = function* ({ cohorts }, options, title) {
  const { lang } = options;
  if (cohorts === null || cohorts.rows.length === 0) return;
  const rows = cohorts.rows.slice(-MOST_ROWS);
  const known = rows.map(({ retained }) => retained.findLastIndex((share) => share !== null) + 1);
  const allPeriods = Math.max(...known);
  const periods = Math.min(allPeriods, MOST_PERIODS);
  const cut = (shown: number, all: number): Cut => ({ shown: countText(shown, lang), all: countText(all, lang) });
  const column = (name: string, drop: number): Column => ({ title: [name], align: 'right', drop });
  yield { kind: 'heading', words: title, right: [WORDS.reads[lang]], id: 'cohorts' };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.period[lang]], align: 'left', drop: DROP.never },
      column(WORDS.size[lang], DROP.never),
      ...Array.from({ length: periods }, (_, index) => column(`+${countText(index, lang)}`, DROP.figure + index)),
    ],
    rows: rows.map(({ size, retained, ...point }) => ({
      kind: 'cells',
      cells: [
        cell([pointWords(point, options)]),
        cell(countText(size, lang)),
        ...Array.from({ length: periods }, (_, index) => {
          const share = retained[index] ?? null;
          return cell(share === null ? '' : ratioText(share, lang));
        }),
      ],
    })),
  };
  if (cohorts.partial) yield { kind: 'aside', words: [WORDS.unfinished[lang]] };
  const all = cohorts.rows.length;
  if (rows.length < all) yield { kind: 'aside', words: ROWS[lang](cut(rows.length, all)) };
  if (periods < allPeriods) yield { kind: 'aside', words: PERIODS[lang](cut(periods, allPeriods)) };
};
