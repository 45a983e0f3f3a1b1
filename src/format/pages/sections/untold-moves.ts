/** What is said about the moves of a comparison: of which deals they are, and which of them cannot be told. */
import type { Lang, Text } from '../../../locale/text.js';
import { join, type Sentence, say, type Words } from '../../page.js';
import { reasonWords, semicolon } from '../figures.js';
import type { Pair } from './changes-cells.js';

const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`Not told: ${why}.`,
  fa: (why) => say`گفته نشد: ${why}.`,
};
/** Of moves that one of the exports lacks the field of. */
const LACKS: { readonly [F in 'expected_close' | 'amount' | 'stage' | 'owner']: Text } = {
  expected_close: {
    en: 'which close dates moved, since not every export has expected close dates',
    fa: 'جابه‌جایی تاریخ بستن، چون همه‌ی خروجی‌ها تاریخ احتمالی بستن ندارند',
  },
  amount: {
    en: 'which deals grew and shrank, since not every export has amounts',
    fa: 'بزرگ و کوچک شدن معامله‌ها، چون همه‌ی خروجی‌ها مبلغ ندارند',
  },
  stage: {
    en: 'which stages changed, since not every export has stages',
    fa: 'تغییر مرحله‌ها، چون همه‌ی خروجی‌ها مرحله ندارند',
  },
  owner: {
    en: 'which owners changed, since not every export has owners',
    fa: 'تغییر مسئول‌ها، چون همه‌ی خروجی‌ها مسئول ندارند',
  },
};
export const MOVES_SAY: Text = {
  en: 'Of deals open in both exports; one deal may have made several moves. Amounts are those of the later export, and of grown and shrunk deals the change.',
  fa: 'از معامله‌هایی که در هر دو خروجی باز است؛ یک معامله می‌تواند چند جابه‌جایی داشته باشد. مبلغ از خروجی تازه است و برای بزرگ‌تر و کوچک‌ترشده‌ها خود تغییر.',
};

/** Which moves cannot be told, and why; null where all can. */
export function lackingWords(pair: Pair, lang: Lang): Words | null {
  const lacking = [...new Set(pair.moves.flatMap(({ reason }) => reason ?? []))];
  if (lacking.length === 0) return null;
  const why = lacking.map((reason): Words => {
    const lack = LACKS[reason.replace('missing_field:', '') as keyof typeof LACKS] as Text | undefined;
    return [lack === undefined ? reasonWords(reason, lang) : lack[lang]];
  });
  return NOT_TOLD[lang](join(why, semicolon(lang)));
}
