import { RATE_FROM } from '../../analysis/compare.js';
import { closedIn } from '../../kpi/populations.js';
import { said } from '../../locale/said.js';
import { newcombe } from '../../stats/interval.js';
import { defineInsight, type Finding, type InsightContext, rangeOf } from '../definition.js';
import { contributionsOf, type ExplainedChange, explainedChanges } from '../rate-change.js';

/** More segments than can be listed in a sentence say nothing as "all of them". */
const MOST_SEGMENTS = 12;

export const simpsonsParadox = defineInsight({
  id: 'simpsons_paradox',
  title: { en: 'The total moved against every segment', fa: 'کل برخلاف همه‌ی بخش‌ها حرکت کرده است' },
  definition: {
    en: 'With a compared period: the win rate moved one way and that of every value of a column the other way (2 to 12 values, 20 closed deals of each in both periods), so the change is one of mix. It describes the deals on record; the interval says what of the change could be chance.',
    fa: 'با دوره‌ی مقایسه: نرخ برد به یک سو رفته و نرخ هر یک از مقادیر یک ستون به سوی دیگر (۲ تا ۱۲ مقدار، هر یک با ۲۰ معامله‌ی بسته در هر دو دوره)؛ پس تغییر از ترکیب معامله‌هاست. این وصف معامله‌های ثبت‌شده است؛ بازه می‌گوید چه بخشی از تغییر شاید تصادف باشد.',
  },
  source: 'Simpson 1951; Kitagawa 1955; Newcombe 1998.',
  needs: ['outcome', 'closed_at'],
  find(context) {
    if (context.change('win_rate')?.reason !== null) return [];
    return explainedChanges(context).flatMap((explained) => findingOf(explained, context) ?? []);
  },
});

function findingOf(explained: ExplainedChange, { question }: InsightContext): Finding | null {
  const { segmentation, change, groups } = explained;
  const difference = change.after - change.before;
  const enough = groups.every(({ before, after }) => before.closed >= RATE_FROM && after.closed >= RATE_FROM);
  if (!enough || groups.length > MOST_SEGMENTS || difference === 0) return null;
  const moves = groups.map(({ before, after }) => after.won / after.closed - before.won / before.closed);
  if (!moves.every((move) => move * difference < 0)) return null;
  const total = (side: 'before' | 'after', of: 'won' | 'closed'): number =>
    groups.reduce((sum, group) => sum + group[side][of], 0);
  const n = total('before', 'closed') + total('after', 'closed');
  const interval = newcombe(
    total('after', 'won'),
    total('after', 'closed'),
    total('before', 'won'),
    total('before', 'closed'),
  );
  if (interval === null) return null;
  return {
    severity: 'info',
    title: said('simpsons_paradox', { field: segmentation.name, before: change.before, after: change.after }),
    detail: said('simpsons_paradox_detail', {
      before: change.before,
      after: change.after,
      interval: rangeOf(interval),
      mix: change.mix,
      rate: change.rate,
      segments: groups.map(({ value }, index) => ({ value, difference: moves[index] ?? 0 })),
    }),
    impact: null,
    n,
    interval,
    evidence: {
      field: segmentation.name,
      before: change.before,
      after: change.after,
      difference,
      mix: change.mix,
      rate: change.rate,
      contributions: contributionsOf(explained),
      segments: groups.map(({ value, before, after }) => ({
        value,
        wonBefore: before.won,
        closedBefore: before.closed,
        won: after.won,
        closed: after.closed,
      })),
    },
    rows: () => closedIn(question.population, question.period).rows,
    of: 'deals',
  };
}
