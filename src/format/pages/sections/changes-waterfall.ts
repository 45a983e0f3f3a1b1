/** The waterfall as a table: from the old open pipeline to the new one, in figures that add up as they are printed. */
import { WATERFALL_STEPS } from '../../../locale/deal-changes.js';
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import {
  type Block,
  type Cell,
  cell,
  DROP,
  join,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { addingUp } from '../adding-up.js';
import { comma, labelWords, reasonWords } from '../figures.js';
import {
  amountWords,
  BAR,
  type Changes,
  currencyPiece,
  left,
  type Pair,
  right,
  takenWords,
  type Waterfall,
  CHANGES_WORDS as WORDS,
} from './changes-cells.js';
import { stepsTable } from './steps-table.js';

const DUE: Sentence<Words> = {
  en: (period) => say`, due in ${period}`,
  fa: (period) => say`، با موعد ${period}`,
};
const WON: Sentence<{ readonly left: Words; readonly closed: Words }> = {
  en: (args) => say`The won deals left the pipeline as ${args.left} and were closed for ${args.closed}.`,
  fa: (args) => say`معامله‌های برنده با ${args.left} از پایپ‌لاین رفتند و با ${args.closed} بسته شدند.`,
};
const NO_AMOUNTS: Text = {
  en: 'Amounts are not told: in one of the exports no open deal has one.',
  fa: 'مبلغ‌ها گفته نشد: در یکی از خروجی‌ها هیچ معامله‌ی بازی مبلغ ندارد.',
};
const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`The steps of the pipeline cannot be told: ${why}.`,
  fa: (why) => say`گام‌های پایپ‌لاین را نمی‌توان گفت: ${why}.`,
};

export function* waterfallBlocks(changes: Changes, options: PageOptions): Generator<Block, void, undefined> {
  const [pair] = changes.pairs;
  if (pair === undefined) return;
  const { lang } = options;
  if (pair.waterfallReason !== null) {
    yield { kind: 'paragraph', words: NOT_TOLD[lang]([reasonWords(pair.waterfallReason, lang)]) };
    return;
  }
  const several = pair.waterfall.length > 1;
  const priced = pair.waterfall.some(({ start }) => start !== null);
  yield {
    kind: 'table',
    columns: [
      left(WORDS.step, DROP.never, options),
      right(WORDS.deals, DROP.never, options),
      ...(priced ? [right(WORDS.amount, DROP.never, options), BAR] : []),
    ],
    rows: pair.waterfall.flatMap((one): Row[] => [
      ...(several ? [{ kind: 'section', words: [currencyPiece(one.currency ?? '', options)] } as const] : []),
      ...waterfallRows(one, pair, changes, options),
    ]),
  };
  if (!priced) yield { kind: 'aside', words: [NO_AMOUNTS[lang]] };
  if (priced) yield* wonBlocks(pair.waterfall, options);
}

/** What the won deals left the pipeline as, and were closed for, where that is not the same. */
function* wonBlocks(waterfalls: readonly Waterfall[], options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const won = waterfalls.map(({ steps, currency, wonAmount }) => ({
    currency,
    left: -(steps.find(({ step }) => step === 'won')?.amount ?? 0),
    closed: wonAmount ?? 0,
  }));
  if (won.every(({ left: before, closed }) => before === closed)) return;
  const told = (side: 'left' | 'closed'): Words => {
    // 0 is said of the first currency where there is nothing in any.
    const there = won.filter((one) => one[side] !== 0);
    return join(
      (there.length > 0 ? there : won.slice(0, 1)).map(({ currency, ...one }) => [
        ...amountWords(one[side], options),
        ...(currency === null || currency === '' ? [] : [' ', currencyPiece(currency, options)]),
      ]),
      comma(lang),
    );
  };
  yield { kind: 'aside', words: WON[lang]({ left: told('left'), closed: told('closed') }) };
}

function waterfallRows(one: Waterfall, pair: Pair, { period }: Changes, options: PageOptions): Row[] {
  const { lang } = options;
  const steps = one.steps.filter(({ deals }) => deals > 0);
  const due = period === null ? [] : DUE[lang]([labelWords(period.label, options)]);
  const level = (day: string | null, which: 'earlier' | 'later', deals: number, amount: readonly Cell[]): Row => ({
    kind: 'cells',
    cells: [
      cell(say`${WORDS.openPipeline[lang]}${due}${comma(lang)}${takenWords(day, which, options)}`, 'strong'),
      cell(countText(deals, lang), 'strong'),
      ...amount,
    ],
  });
  const name = (step: (typeof steps)[number]): Cell => cell([WATERFALL_STEPS[step.step][lang]]);
  const { start, end } = one;
  if (start === null || end === null) {
    return [
      level(pair.from, 'earlier', one.startDeals, []),
      ...steps.map((step): Row => ({ kind: 'cells', cells: [name(step), cell(countText(step.deals, lang))] })),
      level(pair.to, 'later', one.endDeals, []),
    ];
  }
  const amounts = steps.map(({ amount }) => amount ?? 0);
  const texts = addingUp(start, amounts, options);
  const largest = Math.max(...amounts.map(Math.abs));
  const currency = one.currency === null || one.currency === '' ? [] : [' ', currencyPiece(one.currency, options)];
  return [
    level(pair.from, 'earlier', one.startDeals, [cell([texts.start, ...currency], 'strong'), cell('')]),
    ...steps.map((step, at): Row => {
      const amount = amounts[at] as number;
      return {
        kind: 'cells',
        cells: [
          name(step),
          cell(countText(step.deals, lang)),
          cell(texts.steps[at] ?? ''),
          { ...cell(''), bar: largest === 0 ? 0 : Math.abs(amount) / largest },
        ],
      };
    }),
    level(pair.to, 'later', one.endDeals, [cell([texts.end, ...currency], 'strong'), cell('')]),
  ];
}

const UNTIL: Text = { en: 'Until', fa: 'تا' };

/** Each export to the next, a row each, by currency; where there are more than two. */
export function* pairBlocks({ pairs }: Changes, options: PageOptions): Generator<Block, void, undefined> {
  const adjacent = pairs.slice(1);
  if (adjacent.length === 0) return;
  const currencies = [...new Set(adjacent.flatMap(({ waterfall }) => waterfall.map((one) => one.currency)))];
  const rows = adjacent.flatMap((pair) =>
    pair.waterfall.map((one) => ({ name: [takenWords(pair.to, 'later', options)], ...one })),
  );
  const sections = currencies.map((currency) => ({
    words: currencies.length > 1 ? [currencyPiece(currency ?? '', options)] : null,
    rows: rows.filter((one) => one.currency === currency),
  }));
  yield* stepsTable(left(UNTIL, DROP.never, options), sections, options);
}
