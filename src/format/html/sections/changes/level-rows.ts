/** Open pipelines and what led from one to the next, a row each: for exports that follow each other, and for groups. */
import { WATERFALL_STEPS, type WaterfallStep } from '../../../../locale/deal-changes.js';
import { countText, differenceText } from '../../../../locale/numbers.js';
import { addingUp } from '../../../pages/adding-up.js';
import { type Waterfall, CHANGES_WORDS as WORDS } from '../../../pages/sections/changes-cells.js';
import type { Page } from '../../page.js';
import type { TableCell, TableColumn } from '../../table.js';
import { numberHead } from './cells.js';

type Steps = readonly Pick<Waterfall, 'start' | 'startDeals' | 'steps' | 'end' | 'endDeals'>[];

/** Steps that a phone shows, too. */
const ALWAYS: readonly WaterfallStep[] = ['new', 'won', 'lost'];

/** Every step that any of the rows has. */
export function stepsIn(rows: Steps): WaterfallStep[] {
  const found = new Set(rows.flatMap(({ steps }) => steps.flatMap(({ step, deals }) => (deals > 0 ? [step] : []))));
  return (Object.keys(WATERFALL_STEPS) as WaterfallStep[]).filter((step) => found.has(step));
}

/** Before, each step, after. */
export function levelHeads(steps: readonly WaterfallStep[], page: Page): TableColumn[] {
  return [
    numberHead(WORDS.before, page),
    ...steps.map((step) => numberHead(WATERFALL_STEPS[step], page, !ALWAYS.includes(step))),
    numberHead(WORDS.after, page),
  ];
}

/** The figures of a row, which add up as they are printed; numbers of deals where no amount is known. */
export function levelCells(row: Steps[number], steps: readonly WaterfallStep[], page: Page): TableCell[] {
  const { lang, options, words } = page;
  const { start, end, startDeals, endDeals } = row;
  const of = (name: WaterfallStep) => row.steps.find(({ step }) => step === name);
  const priced = start !== null && end !== null;
  const values = steps.map((name) => (priced ? (of(name)?.amount ?? 0) : (of(name)?.dealsChange ?? 0)));
  const texts = priced
    ? addingUp(start, values, options)
    : {
        start: countText(startDeals, lang),
        steps: values.map((value) => differenceText(value, lang)),
        end: countText(endDeals, lang),
      };
  const level = (text: string, value: number): TableCell => ({ html: words([text]), sort: value, tone: 'strong' });
  return [
    level(texts.start, priced ? start : startDeals),
    ...values.map((value, at): TableCell => {
      const text = texts.steps[at] ?? '';
      return value === 0 ? { html: words([text]), sort: 0, tone: 'dim' } : { html: words([text]), sort: value };
    }),
    level(texts.end, priced ? end : endDeals),
  ];
}
