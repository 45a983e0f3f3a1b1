/** Numbers as a person says them: three significant figures, shares and changes as precise as a sentence needs. */
import { countText, decimalText, moneyText } from './numbers.js';
import type { Lang, Text } from './text.js';

const SCALES: readonly { readonly size: number; readonly name: Text }[] = [
  { size: 1e3, name: { en: ' k', fa: ' هزار' } },
  { size: 1e6, name: { en: ' M', fa: ' میلیون' } },
  { size: 1e9, name: { en: ' B', fa: ' میلیارد' } },
  { size: 1e12, name: { en: ' T', fa: ' تریلیون' } },
];
/** Below, a number is whole, and as short as with a scale. */
const WHOLE_UP_TO = 10_000;
/** Below, cents are said. */
const CENTS_UP_TO = 100;
const PERCENT: Text = { en: ' %', fa: '٪' };
/** A share or change under so many per cent has a decimal, lest 0.4 % become nothing. */
const DECIMAL_UP_TO = 10;

/** `2.98 M`, `99.5 k`, `373 k`; whole below 10,000 (`2,373`), with cents below 100 (`12.50`). */
export function compactText(value: number, lang: Lang): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return moneyText(value, lang);
  if (Math.round(size) < WHOLE_UP_TO) {
    return size < CENTS_UP_TO ? moneyText(value, lang) : decimalText(value, 0, lang);
  }
  // 999,960 is 1.00 M, not 1,000 k: the scale is chosen after rounding.
  const scale = SCALES.find(({ size: step }) => Number((size / step).toPrecision(3)) < 1000) ?? SCALES.at(-1);
  if (scale === undefined) return moneyText(value, lang);
  const scaled = value / scale.size;
  const whole = Math.floor(Number(Math.abs(scaled).toPrecision(3))).toString().length;
  return decimalText(scaled, Math.max(0, 3 - whole), lang) + scale.name[lang];
}

/** {@link compactText} with its currency behind it, where there is one. */
export function compactMoney(value: number, currency: string | null, lang: Lang): string {
  const text = compactText(value, lang);
  return currency === null || currency === '' ? text : `${text} ${currency}`;
}

/** A share in a sentence: `61 %`. Only none is `0 %` and only all is `100 %`. */
export function shareText(share: number, lang: Lang): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return `<${countText(1, lang)}${PERCENT[lang]}`;
  if (share < 1 && percent === 100) return `>${countText(99, lang)}${PERCENT[lang]}`;
  return countText(percent, lang) + PERCENT[lang];
}

/** How much more or less, without a sign: `3.4 %`, `16 %`. */
export function percentText(ratio: number, lang: Lang): string {
  const percent = Math.abs(ratio) * 100;
  return decimalText(percent, Number(percent.toFixed(1)) < DECIMAL_UP_TO ? 1 : 0, lang) + PERCENT[lang];
}
