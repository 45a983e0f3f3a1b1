import { closedIn } from '../../kpi/populations.js';
import { said } from '../../locale/said.js';
import { newcombe } from '../../stats/interval.js';
import { fisherExact } from '../../stats/two-rates.js';
import { defineInsight, rangeOf } from '../definition.js';
import { contributionsOf, type ExplainedChange, effectOf, explainedChanges } from '../rate-change.js';

export const winRateChange = defineInsight({
  id: 'win_rate_change',
  title: { en: 'The win rate changed, and why', fa: 'نرخ برد تغییر کرده است، و چرا' },
  definition: {
    en: 'With a compared period: the win rate differs by more than chance (0 outside Newcombe’s interval, 20 closed deals in each period, and the periods comparable: see the rhythm of the quarter). Taken apart, without a rest, into what comes from the mix of deals and what from the rates themselves, by the column that one of its values explains best.',
    fa: 'با دوره‌ی مقایسه: نرخ برد بیش از تصادف فرق کرده است (صفر بیرون از بازه‌ی نیوکامب، ۲۰ معامله‌ی بسته در هر دوره، و دو دوره قابل مقایسه باشند: ریتم فصل). تغییر بی‌باقیمانده به سهم ترکیب معامله‌ها و سهم خود نرخ‌ها تجزیه می‌شود، بر پایه‌ی ستونی که یکی از مقادیرش بهتر از همه توضیح می‌دهد.',
  },
  source: 'Newcombe 1998; Kitagawa 1955 with the centred mix of Das Gupta 1993.',
  needs: ['outcome', 'closed_at'],
  find(context) {
    const [now, old] = [context.kpi('win_rate'), context.kpiBefore('win_rate')];
    const { question } = context;
    if (now === null || old === null) return [];
    const [x1, n1] = [now.numerator?.total ?? 0, now.n];
    const [x2, n2] = [old.numerator?.total ?? 0, old.n];
    const interval = newcombe(x1, n1, x2, n2);
    // The change itself says whether the periods can be compared at all.
    if (interval === null || context.change('win_rate')?.significant !== true) return [];
    const difference = now.value - old.value;
    const best = bestOf(explainedChanges(context), difference);
    return [
      {
        severity: difference < 0 ? 'risk' : 'info',
        title: said('win_rate_change', { before: old.value, after: now.value }),
        detail: said('win_rate_change_detail', {
          before: old.value,
          after: now.value,
          interval: rangeOf(interval),
          counts: { before: { n: x2, of: n2 }, after: { n: x1, of: n1 } },
          by: best === null ? null : explanation(best),
        }),
        // Deals that were not won have no amount that they would have brought.
        impact: null,
        n: n1 + n2,
        interval,
        evidence: {
          before: old.value,
          after: now.value,
          difference,
          wonBefore: x2,
          closedBefore: n2,
          won: x1,
          closed: n1,
          pValue: fisherExact(x1, n1, x2, n2),
          field: best?.segmentation.name ?? null,
          mix: best?.change.mix ?? null,
          rate: best?.change.rate ?? null,
          contributions: best === null ? [] : contributionsOf(best),
        },
        rows: () => closedIn(question.population, question.period).rows,
        of: 'deals',
      },
    ];
  },
});

/** The column with the one value that explains most of the change, in its direction. */
function bestOf(explained: readonly ExplainedChange[], difference: number): ExplainedChange | null {
  const strength = ({ groups }: ExplainedChange): number =>
    Math.max(...groups.map((group) => effectOf(group) * Math.sign(difference)));
  let best: ExplainedChange | null = null;
  for (const one of explained) if (best === null || strength(one) > strength(best)) best = one;
  return best;
}

/** What explains the change, and the value behind most of it. */
function explanation({ segmentation, change, groups }: ExplainedChange) {
  const sign = Math.sign(change.after - change.before);
  const [most] = [...groups].sort((a, b) => sign * (effectOf(b) - effectOf(a)));
  return {
    field: segmentation.name,
    mix: change.mix,
    rate: change.rate,
    most: most?.value ?? '',
    effect: most === undefined ? 0 : effectOf(most),
  };
}
