/** The parts of a change as tables that can be sorted: what the drawings show, and what they have no room for. */
import { capitalized } from '../../../../locale/first-letter.js';
import { countText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Words } from '../../../page.js';
import {
  byText,
  effectWords,
  groupWords,
  levelWords,
  type WhyChange,
  type WhyPart,
  WHY_WORDS as WORDS,
} from '../../../pages/why-words.js';
import { type Html, html, NOTHING, nameText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableColumn, table } from '../../table.js';

const FILTERED_FROM = 12;

/** A part, every row of it; the last one is the change. */
export function partTable(part: WhyPart, change: WhyChange, caption: string, page: Page): Html {
  const { lang, options } = page;
  const { unit } = change;
  const level = (value: number | null, of = unit): TableCell => ({
    html: page.words(levelWords(value, of, options)),
    sort: value,
  });
  const effect = (value: number): TableCell => ({ html: page.words(effectWords(value, unit, options)), sort: value });
  const count = (n: number): TableCell => ({ html: html`${countText(n, lang)}`, sort: n });
  const named = (words: Words): TableCell => ({ html: page.words(words) });
  const number = (title: Text, wideOnly = false): TableColumn => ({
    title: html`${title[lang]}`,
    kind: 'number',
    wideOnly,
  });
  const text = (title: string): TableColumn => ({ title: html`<bdi>${title}</bdi>`, kind: 'text' });
  const levels = [number(WORDS.before), number(WORDS.after)];
  const totals = [level(change.before), level(change.after)];
  const all = named([WORDS.all[lang]]);
  const made = (columns: readonly TableColumn[], rows: readonly TableCell[][], total: readonly TableCell[]): Html =>
    table(
      {
        caption,
        columns,
        rows: [...rows, total.map((cell) => ({ ...cell, tone: 'strong' as const }))],
        filterable: rows.length > FILTERED_FROM,
      },
      page,
    );
  switch (part.kind) {
    case 'factors':
      return made(
        [text(WORDS.factor[lang]), ...levels, number(WORDS.effect)],
        part.factors.map((one) => [
          named([one.title]),
          level(one.before, one.unit),
          level(one.after, one.unit),
          effect(one.effect),
        ]),
        [all, ...totals, effect(change.change)],
      );
    case 'bridge':
      return made(
        [text(WORDS.movement[lang]), number(WORDS.effect)],
        part.steps.map((one) => [named([one.title]), effect(one.effect)]),
        [all, effect(change.change)],
      );
    case 'sum':
      return made(
        [text(nameText(capitalized(byText(part.by, lang)))), ...levels, number(WORDS.effect)],
        part.groups.map((one) => [
          named(groupWords(one, part.by, lang)),
          level(one.before),
          level(one.after),
          effect(one.effect),
        ]),
        [all, ...totals, effect(change.change)],
      );
    case 'mix_rate': {
      const size = (side: 'before' | 'after'): number => part.groups.reduce((sum, one) => sum + one[side].size, 0);
      return made(
        [
          text(nameText(capitalized(byText(part.by, lang)))),
          number(WORDS.recordsBefore, true),
          number(WORDS.before),
          number(WORDS.recordsAfter, true),
          number(WORDS.after),
          number(WORDS.mix, true),
          number(WORDS.within, true),
          number(WORDS.effect),
        ],
        part.groups.map((one) => [
          named(groupWords(one, part.by, lang)),
          count(one.before.size),
          level(one.before.value),
          count(one.after.size),
          level(one.after.value),
          effect(one.mix),
          effect(one.rate),
          effect(one.mix + one.rate),
        ]),
        [
          all,
          count(size('before')),
          level(change.before),
          count(size('after')),
          level(change.after),
          effect(part.mix),
          effect(part.rate),
          effect(change.change),
        ],
      );
    }
    default:
      return NOTHING;
  }
}
