import { rateDifference } from '../../analysis/group-differences.js';
import { said } from '../../locale/said.js';
import { benjaminiHochberg } from '../../stats/false-discovery.js';
import { type Interval, newcombe } from '../../stats/interval.js';
import { fisherExact, pooledZ } from '../../stats/two-rates.js';
import { defineInsight, type Finding, type InsightContext, rangeOf, type Segmentation } from '../definition.js';
import { countOutcomes, countSegments, meanWonAmount, rowsOfSegment, whereText } from '../segments.js';

/** Fewest closed deals of a segment and of the others, as for the change of a rate. */
const LEAST_DEALS = 20;
/** Under an expected count of five the normal test is no longer near the exact one (W. G. Cochran 1954). */
const LEAST_EXPECTED = 5;
/** Share of false calls that is accepted. */
const FALSE_DISCOVERY = 0.05;
/** With many deals any difference is beyond chance; under three points none is worth a sentence (a judgement). */
const LEAST_DIFFERENCE = 0.03;

export const segmentWinRate = defineInsight({
  id: 'segment_win_rate',
  title: { en: 'Segments that win more or less often', fa: 'بخش‌هایی با نرخ برد متفاوت' },
  definition: {
    en: 'A value of owner, source, product, pipeline, type or a column of a breakdown whose win rate differs from that of all other deals by three points or more: 20 closed deals on each side, significant at 5 % after Benjamini–Hochberg over every segment compared, and 0 outside the interval of the difference. Only of a column whose values differ as a whole: one test of all of them (chi-squared, or by permutation where they are few) finds a difference beyond chance.',
    fa: 'مقداری از مسئول، منبع، محصول، پایپ‌لاین، نوع یا ستون یک تفکیک که نرخ برد آن دست‌کم سه واحد درصد با همه‌ی معامله‌های دیگر فرق دارد: ۲۰ معامله‌ی بسته در هر سو، معنادار در سطح ۵٪ پس از تصحیح بنجامینی-هوخبرگ روی همه‌ی بخش‌ها، و صفر بیرون از بازه‌ی تفاوت. تنها از ستونی که مقادیرش در یک آزمون کلی (خی‌دو، یا جایگشت اگر کم باشند) فراتر از تصادف با هم فرق دارند.',
  },
  source:
    'Pearson 1900 (all values at once); Newcombe 1998 (interval); Fisher 1935 under expected counts of 5, else pooled z; Benjamini & Hochberg 1995.',
  needs: ['outcome'],
  find(context) {
    if (context.kpi('win_rate') === null) return [];
    const tested = differing(context).flatMap((segmentation) => testsOf(segmentation, context));
    const adjusted = benjaminiHochberg(tested.map(({ pValue }) => pValue));
    const mean = meanWonAmount(context.question.population, context.question.period);
    return tested
      .map((test, index) => ({ test, chance: adjusted[index] ?? 1 }))
      .sort((a, b) => dealsApart(b.test) - dealsApart(a.test))
      .flatMap(({ test, chance }) => {
        const apart = test.interval.low > 0 || test.interval.high < 0;
        if (chance > FALSE_DISCOVERY || !apart || Math.abs(test.difference) < LEAST_DIFFERENCE) return [];
        return [findingOf(test, { chance, compared: tested.length, mean }, context)];
      });
  },
});

/**
 * The columns whose values differ at all, by one test of each: where it finds nothing beyond chance, no single value is
 * called better or worse. Of a breakdown it is the breakdown's own test.
 */
function differing({ segmentations, question, winRateTests }: InsightContext): readonly Segmentation[] {
  const whole = segmentations.map(({ column }) => {
    const { won, closed } = countOutcomes(column, question.population, question.period);
    return rateDifference(Array.from(closed, (n, code) => ({ successes: won[code] as number, n })));
  });
  const adjusted = benjaminiHochberg(whole.map((test) => test?.pValue ?? 1));
  return segmentations.filter(
    ({ name }, index) => winRateTests.get(name)?.significant ?? (adjusted[index] ?? 1) <= FALSE_DISCOVERY,
  );
}

/** Deals won more or less than at the others' rate: what findings of this kind are ordered by. */
function dealsApart({ difference, closed }: SegmentTest): number {
  return Math.abs(difference) * closed;
}

interface SegmentTest {
  readonly segmentation: Segmentation;
  readonly code: number;
  readonly won: number;
  readonly closed: number;
  readonly otherWon: number;
  readonly otherClosed: number;
  readonly meanAmount: number | null;
  readonly difference: number;
  readonly interval: Interval;
  readonly pValue: number;
}

function testsOf(segmentation: Segmentation, { question }: InsightContext): SegmentTest[] {
  const { column } = segmentation;
  const counts = countSegments(column, question.population, question.period);
  const allWon = counts.won.reduce((sum, n) => sum + n, 0);
  const allClosed = counts.closed.reduce((sum, n) => sum + n, 0);
  return column.values.flatMap((_, code) => {
    const [won, closed] = [counts.won[code] as number, counts.closed[code] as number];
    const [otherWon, otherClosed] = [allWon - won, allClosed - closed];
    if (closed < LEAST_DEALS || otherClosed < LEAST_DEALS) return [];
    const interval = newcombe(won, closed, otherWon, otherClosed);
    const pValue = testOf(won, closed, otherWon, otherClosed);
    if (interval === null || pValue === null) return [];
    const priced = counts.wonPriced[code] as number;
    return [
      {
        segmentation,
        code,
        won,
        closed,
        otherWon,
        otherClosed,
        meanAmount: priced === 0 ? null : (counts.wonValue[code] as number) / priced,
        difference: won / closed - otherWon / otherClosed,
        interval,
        pValue,
      },
    ];
  });
}

function testOf(x1: number, n1: number, x2: number, n2: number): number | null {
  const rate = (x1 + x2) / (n1 + n2);
  const expected = Math.min(n1, n2) * Math.min(rate, 1 - rate);
  return expected < LEAST_EXPECTED ? fisherExact(x1, n1, x2, n2) : (pooledZ(x1, n1, x2, n2)?.pValue ?? null);
}

interface Verdict {
  readonly chance: number;
  readonly compared: number;
  /** Mean won amount of all deals; null where money cannot be said. */
  readonly mean: number | null;
}

function findingOf(test: SegmentTest, { chance, compared, mean }: Verdict, { question }: InsightContext): Finding {
  const { segmentation, code, won, closed, otherWon, otherClosed, difference, interval } = test;
  const { name, column } = segmentation;
  const value = column.values[code] as string;
  const worse = difference < 0;
  const amount = mean === null ? null : (test.meanAmount ?? mean);
  const rate = won / closed;
  return {
    severity: worse ? 'risk' : 'opportunity',
    title: said('segment_win_rate', { field: name, value, rate, worse }),
    detail: said('segment_win_rate_detail', {
      won,
      closed,
      otherWon,
      otherClosed,
      interval: rangeOf(interval),
      adjustedPValue: chance,
      compared,
    }),
    // What a segment would have won at another rate is an estimate of estimates, and no money that is there.
    impact: null,
    n: closed,
    interval,
    evidence: {
      field: name,
      value,
      where: whereText(name, value),
      won,
      closed,
      rate,
      otherWon,
      otherClosed,
      otherRate: otherWon / otherClosed,
      difference,
      pValue: test.pValue,
      adjustedPValue: chance,
      segmentsCompared: compared,
      meanWonAmount: amount,
    },
    rows: () => rowsOfSegment(column, code, question.population, question.period),
    of: 'deals',
  };
}
