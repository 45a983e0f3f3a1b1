/** How long deals stay open and what becomes of them: the figures, the curve, groups, what is open now, and stages. */
import { capitalized } from '../../../locale/first-letter.js';
import { countText } from '../../../locale/numbers.js';
import { join, type Sentence, say, type Words } from '../../page.js';
import { comma, reasonWords } from '../figures.js';
import { notComputed } from '../not-computed.js';
import { figureBlocks } from '../survival-figures.js';
import { groupBlocks } from '../survival-groups.js';
import { ageBlocks, curveBlocks, stageBlocks } from '../survival-tables.js';
import type { SectionView } from './definition.js';

const COUNTS: Sentence<Record<'won' | 'lost' | 'open', string>> = {
  en: ({ won, lost, open }) => [`${won} won, ${lost} lost, ${open} open`],
  fa: ({ won, lost, open }) => [`${won} برنده، ${lost} ازدست‌رفته، ${open} باز`],
};
const LEFT_OUT: Sentence<Words> = {
  en: (excluded) => say`Left out: ${excluded}`,
  fa: (excluded) => say`کنار گذاشته: ${excluded}`,
};

/** Said with the figures themselves. */
const SAID: readonly string[] = ['curve_end'];

export const survivalView: SectionView = function* ({ survival, breakdowns }, options, title) {
  if (survival === null) return;
  const { lang } = options;
  const { won, lost, open, reason } = survival;
  const counts = COUNTS[lang]({ won: countText(won, lang), lost: countText(lost, lang), open: countText(open, lang) });
  yield { kind: 'heading', words: title, id: 'survival', ...(survival.n === 0 ? {} : { right: counts }) };
  if (reason !== null) yield { kind: 'paragraph', words: notComputed(reason, options) };
  else yield* figureBlocks(survival, options);
  if (reason === null) {
    yield* curveBlocks(survival, options);
    for (const one of survival.groups) yield* groupBlocks(one, breakdowns, options);
    yield* ageBlocks(survival, options);
    yield* stageBlocks(survival, options);
  }
  for (const { code, message } of survival.notes) {
    if (!SAID.includes(code)) yield { kind: 'aside', words: [`${capitalized(message)}.`] };
  }
  if (survival.excluded.length === 0) return;
  const left = survival.excluded.map((one) => say`${countText(one.n, lang)} ${reasonWords(one.reason, lang)}`);
  yield { kind: 'aside', words: LEFT_OUT[lang](join(left, comma(lang))) };
};
