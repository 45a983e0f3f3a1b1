/** The parts of a change as tables: each adds up to the change, which is the last row. */
import { capitalized } from '../../locale/first-letter.js';
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import { type Block, type Cell, type Column, cell, DROP, type PageOptions, type Row, type Words } from '../page.js';
import {
  byText,
  effectWords,
  groupWords,
  levelWords,
  type PartOf,
  type WhyChange,
  type WhyPart,
  WHY_WORDS as WORDS,
} from './why-words.js';

/** A part of a change. */
export function partTable(part: WhyPart, change: WhyChange, options: PageOptions): Block {
  switch (part.kind) {
    case 'factors':
      return factorTable(part, change, options);
    case 'bridge':
      return bridgeTable(part, change, options);
    case 'mix_rate':
      return mixTable(part, change, options);
    case 'sum':
      return sumTable(part, change, options);
  }
}

function factorTable({ factors }: PartOf<'factors'>, change: WhyChange, options: PageOptions): Block {
  const { lang } = options;
  const bars = barsOf(factors.map(({ effect }) => effect));
  return {
    kind: 'table',
    columns: [
      name(WORDS.factor[lang]),
      right(WORDS.before, DROP.never, options),
      right(WORDS.after, DROP.never, options),
      ...adds(options),
    ],
    rows: [
      ...factors.map(({ title, unit, before, after, effect }, index) =>
        row([
          cell(title),
          cell(levelWords(before, unit, options)),
          cell(levelWords(after, unit, options)),
          ...effectCells(effect, bars(index), change, options),
        ]),
      ),
      totalRow([levelCell(change.before, change, options), levelCell(change.after, change, options)], change, options),
    ],
  };
}

function bridgeTable({ steps }: PartOf<'bridge'>, change: WhyChange, options: PageOptions): Block {
  const bars = barsOf(steps.map(({ effect }) => effect));
  return {
    kind: 'table',
    columns: [name(WORDS.movement[options.lang]), ...adds(options)],
    rows: [
      ...steps.map(({ title, effect }, index) =>
        row([cell(title), ...effectCells(effect, bars(index), change, options)]),
      ),
      totalRow([], change, options),
    ],
  };
}

function sumTable({ by, groups }: PartOf<'sum'>, change: WhyChange, options: PageOptions): Block {
  const { lang } = options;
  const bars = barsOf(groups.map(({ effect }) => effect));
  return {
    kind: 'table',
    columns: [
      name(capitalized(byText(by, lang))),
      right(WORDS.before, DROP.never, options),
      right(WORDS.after, DROP.never, options),
      ...adds(options),
    ],
    rows: [
      ...groups.map((group, index) =>
        row([
          cell(groupWords(group, by, lang)),
          levelCell(group.before, change, options),
          levelCell(group.after, change, options),
          ...effectCells(group.effect, bars(index), change, options),
        ]),
      ),
      totalRow([levelCell(change.before, change, options), levelCell(change.after, change, options)], change, options),
    ],
  };
}

function mixTable({ by, groups, mix, rate }: PartOf<'mix_rate'>, change: WhyChange, options: PageOptions): Block {
  const { lang } = options;
  const { unit } = change;
  const bars = barsOf(groups.map((group) => group.mix + group.rate));
  const total = (side: 'before' | 'after'): number => groups.reduce((sum, group) => sum + group[side].size, 0);
  const count = (n: number): Cell => cell(countText(n, lang));
  return {
    kind: 'table',
    columns: [
      name(capitalized(byText(by, lang))),
      right(WORDS.recordsBefore, DROP.n, options),
      right(WORDS.before, DROP.never, options),
      right(WORDS.recordsAfter, DROP.n, options),
      right(WORDS.after, DROP.never, options),
      right(WORDS.mix, DROP.figure + 1, options),
      right(WORDS.within, DROP.figure, options),
      ...adds(options),
    ],
    rows: [
      ...groups.map((group, index) =>
        row([
          cell(groupWords(group, by, lang)),
          count(group.before.size),
          levelCell(group.before.value, change, options),
          count(group.after.size),
          levelCell(group.after.value, change, options),
          cell(effectWords(group.mix, unit, options)),
          cell(effectWords(group.rate, unit, options)),
          ...effectCells(group.mix + group.rate, bars(index), change, options),
        ]),
      ),
      totalRow(
        [
          count(total('before')),
          levelCell(change.before, change, options),
          count(total('after')),
          levelCell(change.after, change, options),
          cell(effectWords(mix, unit, options)),
          cell(effectWords(rate, unit, options)),
        ],
        change,
        options,
      ),
    ],
  };
}

function row(cells: readonly Cell[]): Row {
  return { kind: 'cells', cells };
}

/** The change itself, and no bar: it would hide those of its parts. */
function totalRow(cells: readonly Cell[], { change, unit }: WhyChange, options: PageOptions): Row {
  const all = [cell(WORDS.all[options.lang]), ...cells, cell(effectWords(change, unit, options)), cell('')];
  return row(all.map((one) => ({ ...one, tone: 'strong' })));
}

function levelCell(value: number | null, { unit }: WhyChange, options: PageOptions): Cell {
  return cell(levelWords(value, unit, options));
}

function effectCells(effect: number, bar: number, { unit }: WhyChange, options: PageOptions): Cell[] {
  return [cell(effectWords(effect, unit, options)), { words: [], bar }];
}

/** How long the bar of each effect is, the largest being whole. */
function barsOf(effects: readonly number[]): (index: number) => number {
  const most = Math.max(0, ...effects.map(Math.abs));
  return (index) => (most === 0 ? 0 : Math.abs(effects[index] ?? 0) / most);
}

function name(title: string): Column {
  return { title: [title], align: 'left', drop: DROP.never, min: 8 };
}

function right(title: Text, drop: number, { lang }: PageOptions): Column {
  return { title: [title[lang]] as Words, align: 'right', drop };
}

function adds(options: PageOptions): Column[] {
  return [right(WORDS.effect, DROP.never, options), { title: [], align: 'left', drop: DROP.bar }];
}
