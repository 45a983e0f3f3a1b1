import { said } from '../../locale/said.js';
import { defineInsight } from '../definition.js';

export const winRatesAlike = defineInsight({
  id: 'win_rates_alike',
  title: { en: 'No difference beyond chance', fa: 'تفاوتی بیش از تصادف نیست' },
  definition: {
    en: 'Of the breakdowns that were asked for by one column, those between whose values the win rate differs no more than chance allows (one test of all values at once, 5 % after correction for the number of tests). One finding for all of them, said last.',
    fa: 'از تفکیک‌هایی که بر پایه‌ی یک ستون خواسته شده، آن‌هایی که نرخ برد میان مقادیرشان بیش از آنچه از تصادف برمی‌آید فرق ندارد (یک آزمون برای همه‌ی مقادیر، ۵٪ پس از تصحیح برای شمار آزمون‌ها). یک یافته برای همه‌ی آن‌ها، که در پایان گفته می‌شود.',
  },
  source: 'Pearson 1900, or permutations where counts are small; Benjamini & Hochberg 1995.',
  needs: ['outcome'],
  find({ winRateTests, segmentations, kpi }) {
    const compared = new Set(segmentations.map(({ name }) => name));
    const alike = [...winRateTests].filter(([name, test]) => compared.has(name) && !test.significant);
    const rate = kpi('win_rate');
    if (alike.length === 0 || rate === null) return [];
    const groups = alike.map(([field, test]) => ({ field, groups: test.groups }));
    const adjustedPValue = Math.min(...alike.map(([, test]) => test.adjustedPValue));
    return [
      {
        severity: 'info',
        title: said('win_rates_alike', { groups }),
        detail: said('win_rates_alike_detail', { tests: winRateTests.size, adjustedPValue }),
        impact: null,
        n: Math.max(...alike.map(([, test]) => test.n)),
        interval: null,
        evidence: {
          breakdowns: alike.map(([field, test]) => ({
            field,
            groups: test.groups,
            groupsLeftOut: test.leftOut,
            pValue: test.pValue,
            adjustedPValue: test.adjustedPValue,
          })),
        },
        rows: () => rate.denominator?.rows ?? new Uint32Array(0),
        of: 'deals',
      },
    ];
  },
});
