/** The deals behind each figure: how many, the first of them, and the command that lists all. */
import { countText, daysText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code, data, type Item, join, type PageOptions, type Sentence, say, type Words } from '../../page.js';
import { commandText } from '../command-text.js';
import { dealNameWords } from '../deal-name.js';
import { comma, valueWords } from '../figures.js';
import { titleOf } from '../kpi-lines.js';
import type { SectionView } from './definition.js';

type Evidence = Report['evidence'][number];
type Deal = Evidence['deals'][number];

/** Deals shown of each; the JSON has more of them, and the command all. */
const MOST_DEALS = 3;

const OUTCOMES: Readonly<Record<NonNullable<Deal['outcome']>, Text>> = {
  won: { en: 'won', fa: 'برنده' },
  lost: { en: 'lost', fa: 'ازدست‌رفته' },
  open: { en: 'open', fa: 'باز' },
  excluded: { en: 'neither', fa: 'هیچ‌کدام' },
};
const ORDERS = {
  amount: { en: 'the largest', fa: 'بزرگ‌ترین‌ها' },
  days: { en: 'the longest', fa: 'طولانی‌ترین‌ها' },
  files: { en: 'the first', fa: 'نخستین‌ها' },
} as const satisfies Record<Evidence['order'], Text>;

const HOW_MANY: Sentence<{ readonly title: Words; readonly n: number; readonly text: string }> = {
  en: ({ title, n, text }) => say`${title}: ${text} ${n === 1 ? 'deal' : 'deals'}`,
  fa: ({ title, text }) => say`${title}: ${text} معامله`,
};
const FIRST: Sentence<{ readonly order: string; readonly deals: Words; readonly isAll: boolean }> = {
  en: ({ order, deals, isAll }) => (isAll ? deals : say`${order}: ${deals}`),
  fa: ({ order, deals, isAll }) => (isAll ? deals : say`${order}: ${deals}`),
};

export const evidenceView: SectionView = function* (report, options, title) {
  const { evidence } = report;
  if (evidence.length === 0 || options.detail !== 'full') return;
  yield { kind: 'heading', words: title, id: 'evidence' };
  const items = ofSameDeals(evidence).map((those) => itemOf(those, report, options));
  yield { kind: 'list', items };
};

/** Many figures are of the same deals: those are said once. */
function ofSameDeals(evidence: readonly Evidence[]): (readonly [Evidence, ...Evidence[]])[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const one of evidence) {
    const { total, order, deals, kpi } = one;
    // Nothing tells whether deals that are not listed are the same.
    const key = deals.length === 0 ? kpi : JSON.stringify([total, order, deals]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

function itemOf(those: readonly [Evidence, ...Evidence[]], report: Report, options: PageOptions): Item {
  const { lang } = options;
  const [{ total, order, deals, command }] = those;
  const titles = join(
    those.map(({ kpi }) => [data(titleOf(kpi, report))]),
    comma(lang),
  );
  const words = HOW_MANY[lang]({ title: titles, n: total, text: countText(total, lang) });
  const named = join(
    deals.slice(0, MOST_DEALS).map((deal) => dealWords(deal, options)),
    comma(lang),
  );
  const first = { order: ORDERS[order][lang], deals: named, isAll: deals.length >= total && total <= MOST_DEALS };
  return {
    words,
    details: [
      ...(deals.length === 0 ? [] : [{ words: FIRST[lang](first) }]),
      { words: [code(commandText(command))], tone: 'dim' },
    ],
  };
}

/** `Acme (12 k EUR, won)`. */
function dealWords(deal: Deal, options: PageOptions): Words {
  const { lang } = options;
  const { amount, currency, days, outcome } = deal;
  const facts: Words[] = [
    ...(amount === null ? [] : [valueWords(amount, { unit: 'money', currency }, options)]),
    ...(days === null ? [] : [[daysText(days, lang)]]),
    ...(outcome === null ? [] : [[OUTCOMES[outcome][lang]]]),
  ];
  return facts.length === 0 ? dealNameWords(deal) : say`${dealNameWords(deal)} (${join(facts, comma(lang))})`;
}
