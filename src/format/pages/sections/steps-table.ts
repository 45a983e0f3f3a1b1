/** Several waterfalls, a row each: the steps that everybody asks for, and the others together. */

import { scaleFor } from '../../../locale/compact.js';
import { WATERFALL_STEPS } from '../../../locale/deal-changes.js';
import { countText, differenceText } from '../../../locale/numbers.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  DROP,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { addingUp, type Fineness } from '../adding-up.js';
import { right, type Waterfall, CHANGES_WORDS as WORDS } from './changes-cells.js';

interface Named extends Waterfall {
  readonly name: Words;
}

/** Steps with a column of their own: no column may go, or a row would not add up. */
const COLUMNS = ['new', 'won', 'lost'] as const;

/** Rows under a line each (null: no line); in amounts, or where nobody tells them in deals. */
export function* stepsTable(
  first: Column,
  sections: readonly { readonly words: Words | null; readonly rows: readonly Named[] }[],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const all = sections.flatMap(({ rows }) => rows);
  const largest = Math.max(0, ...all.flatMap(({ steps }) => steps.map(({ amount }) => Math.abs(amount ?? 0))));
  const scale = options.short ? scaleFor(largest, options.lang).name.trim() : '';
  const bare = scale.length > MARK;
  yield {
    kind: 'table',
    columns: [
      first,
      right(WORDS.before, DROP.never, options),
      ...COLUMNS.map((step) => right(WATERFALL_STEPS[step], DROP.never, options)),
      right(WORDS.other, DROP.never, options),
      right(WORDS.after, DROP.never, options),
    ],
    rows: sections.flatMap(({ words, rows }): Row[] => [
      ...(words === null ? [] : [{ kind: 'section', words } as const]),
      ...rows.map((one): Row => ({ kind: 'cells', cells: cellsOf(one, options, { digits: 3, largest, bare }) })),
    ]),
  };
  if (bare) yield { kind: 'aside', words: IN_SCALE[options.lang]({ scale }) };
}

/** A scale is repeated in each cell where it is a letter; as a word it is said once, for no column may go. */
const MARK = 1;
const IN_SCALE: Sentence<{ readonly scale: string }> = {
  en: ({ scale }) => say`Amounts in ${scale}.`,
  fa: ({ scale }) => say`مبلغ‌ها به ${scale}.`,
};

function cellsOf({ name, start, end, steps, ...deals }: Named, options: PageOptions, fineness: Fineness): Cell[] {
  const { lang } = options;
  const of = (column: string) => steps.find(({ step }) => step === column);
  const others = steps.filter(({ step }) => !(COLUMNS as readonly string[]).includes(step));
  if (start === null || end === null) {
    const changes = [
      ...COLUMNS.map((column) => of(column)?.dealsChange ?? 0),
      others.reduce((sum, { dealsChange }) => sum + dealsChange, 0),
    ];
    return [
      cell(name),
      cell(countText(deals.startDeals, lang)),
      ...changes.map((n) => cell(differenceText(n, lang))),
      cell(countText(deals.endDeals, lang)),
    ];
  }
  const amounts = [
    ...COLUMNS.map((column) => of(column)?.amount ?? 0),
    others.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  ];
  const texts = addingUp(start, amounts, options, fineness);
  return [cell(name), cell(texts.start), ...texts.steps.map((text) => cell(text)), cell(texts.end)];
}
