/** A part of a change as a waterfall: from the figure before, by what each factor or group adds, to the figure after. */
import type { Lang, Text } from '../../../../locale/text.js';
import type { Sentence, Words } from '../../../page.js';
import { say } from '../../../page.js';
import { currencyWords, semicolon } from '../../../pages/figures.js';
import {
  byText,
  effectWords,
  groupWords,
  levelWords,
  type WhyChange,
  type WhyPart,
  WHY_WORDS as WORDS,
} from '../../../pages/why-words.js';
import { figure } from '../../charts/figure.js';
import { type WaterfallRow, waterfall } from '../../charts/waterfall.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { type Html, html, nameText, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { partTable } from './table.js';

const BY_FACTOR: Text = { en: 'by factor', fa: 'به تفکیک عامل' };
const BY_MOVEMENT: Text = { en: 'by movement', fa: 'به تفکیک تغییر' };
const BY: { readonly [L in Lang]: (by: string) => string } = {
  en: (by) => `by ${by}`,
  fa: (by) => `به تفکیک ${by}`,
};
const MIX: Sentence<{ mix: Words; rate: Words }> = {
  en: ({ mix, rate }) => say`${mix} because the mix changed, ${rate} within the groups`,
  fa: ({ mix, rate }) => say`${mix} از تغییر ترکیب و ${rate} از درون گروه‌ها`,
};

/** `by factor`, `by owner`. */
export function partTitle(part: WhyPart, lang: Lang): string {
  if (part.kind === 'factors') return BY_FACTOR[lang];
  if (part.kind === 'bridge') return BY_MOVEMENT[lang];
  return BY[lang](nameText(byText(part.by, lang)));
}

export function partFigure(part: WhyPart, change: WhyChange, page: Page): Html {
  const { lang, options } = page;
  const { unit, currency } = change;
  const title = `${change.title} ${partTitle(part, lang)}`;
  const rows = rowsOf(part, change, page);
  const mix =
    part.kind === 'mix_rate'
      ? MIX[lang]({ mix: effectWords(part.mix, unit, options), rate: effectWords(part.rate, unit, options) })
      : null;
  const money = unit === 'money' && currency !== null && currency !== '' ? [currencyWords(currency, lang)] : null;
  const sub = mix ?? money;
  return figure(
    {
      title: html`<bdi>${title}</bdi>`,
      sub: sub === null ? null : page.words(sub),
      label: `${title}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: waterfall(rows, unit, page),
      figures: partTable(part, change, title, page),
    },
    page,
  );
}

function rowsOf(part: WhyPart, change: WhyChange, page: Page): WaterfallRow[] {
  const { lang, options } = page;
  const { unit, better } = change;
  const total = (name: string, value: number): WaterfallRow => {
    const words = levelWords(value, unit, options);
    return { name, kind: 'total', value, text: drawnText(words, page), title: plainText(say`${name}: ${words}`) };
  };
  const steps = stepsOf(part, lang).map(({ name, effect }): WaterfallRow => {
    const words = effectWords(effect, unit, options);
    const shown = drawnName(name);
    return {
      name: shown,
      kind: 'step',
      value: effect,
      good: better === null || effect === 0 ? null : effect > 0 === (better === 'higher'),
      text: drawnText(words, page),
      title: plainText(say`${shown}: ${words}`),
    };
  });
  return [total(WORDS.before[lang], change.before), ...steps, total(WORDS.after[lang], change.after)];
}

function stepsOf(part: WhyPart, lang: Lang): { readonly name: Words; readonly effect: number }[] {
  switch (part.kind) {
    case 'factors':
      return part.factors.map(({ title, effect }) => ({ name: [title], effect }));
    case 'bridge':
      return part.steps.map(({ title, effect }) => ({ name: [title], effect }));
    case 'sum':
      return part.groups.map((one) => ({ name: groupWords(one, part.by, lang), effect: one.effect }));
    case 'mix_rate':
      return part.groups.map((one) => ({ name: groupWords(one, part.by, lang), effect: one.mix + one.rate }));
  }
}
