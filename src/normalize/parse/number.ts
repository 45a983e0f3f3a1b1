import { asciiDigits } from '../../locale/fold.js';
import { withoutCurrency } from './currency.js';
import { isMissing, LONGEST_VALUE, shortCell } from './text.js';

/** How the numbers of one column are written. Decided once, over all its cells. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  /** What settled it. */
  readonly decidedBy: 'cells' | 'option' | 'hint' | 'default';
  /** Cells such as `1.234` that the other reading would give another value; 0 when the cells settled the format. */
  readonly ambiguous: number;
}

/** A cell read as a number: its value, null when the cell stands for nothing, undefined when it is no number. */
export type NumberReading = number | null | undefined;

export { currencyIn } from './currency.js';

const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/(?:bn|b|billions?|mrd\.?|milliarden?|milliards?|میلیارد)$/i, 1e9],
  [/(?:mm|mn|mln|mio\.?|m|millions?|millionen|milh(?:ão|ao|ões|oes)|میلیون|млн\.?)$/i, 1e6],
  [/(?:k|tsd\.?|thousands?|mil|هزار|тыс\.?)$/i, 1e3],
];

/** Chinese, Japanese and Korean count in ten thousands; the longer ones first. */
const EAST: readonly (readonly [RegExp, number])[] = [
  [/(?:十亿|十億|십억)$/, 1e9],
  [/(?:亿|億|억)$/, 1e8],
  [/(?:千万|千萬|천만)$/, 1e7],
  [/(?:百万|百萬|백만)$/, 1e6],
  [/(?:万|萬|만)$/, 1e4],
  [/(?:千|仟|천)$/, 1e3],
];
const HAS_EAST = /[千仟万萬亿億천만억]$/;
/** Thousands as Persian sheets part them, `12/500/000`; `12/5` is twelve and a half there, and is not read. */
const SLASHED = /^\d{1,3}(?:(?:\/\d{3}){2,}|\/000)$/;

const PLAIN = /^-?\d+(?:\.\d+)?$/;
/**
 * No amount is larger, whatever the currency: a cell such as `1e308` is a slip. What is reckoned of larger ones, the fourth
 * power of an amount that is a price times a quantity, would be beyond what a number can be, and every figure with it.
 */
const MOST = 1e36;

interface Stripped {
  /** Digits and separators only. */
  readonly digits: string;
  readonly negative: boolean;
  readonly magnitude: number;
  readonly percent: boolean;
}

/** `-$1,234.56` and the like: nothing but a sign, a currency sign, digits and separators. Most cells are this. */
const SIMPLE = /^(-?)[$€£]?(\d[\d.,]*)$/;

/** Words of ASCII: currency words are not looked for in a column of notes. */
const NO_DIGIT = /^[^\d\u0080-\uffff]*$/;

/** Takes signs, currencies, percent signs and magnitudes off; null when what is left is no number. */
function strip(text: string): Stripped | null {
  const simple = text.length <= LONGEST_VALUE ? SIMPLE.exec(text) : null;
  if (simple !== null) return { digits: simple[2] ?? '', negative: simple[1] === '-', magnitude: 1, percent: false };
  return stripAll(text);
}

function stripAll(cell: string): Stripped | null {
  const text = shortCell(cell);
  if (text === null || NO_DIGIT.test(text)) return null;
  let rest = asciiDigits(text.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/٫/g, '.')
    .replace(/[٬'’`]/g, "'")
    .replace(/،/g, ',')
    .trim();
  if (!/\d/.test(rest)) return null;
  let negative = false;
  const percent = /[%٪]/.test(rest);
  if (percent) rest = rest.replace(/\s*[%٪]\s*/g, '');
  const parenthesised = /^\((.*)\)$/.exec(rest);
  if (parenthesised !== null) {
    negative = true;
    rest = (parenthesised[1] ?? '').trim();
  }
  // `1.200,-`, `1 200:-`, `1'200.-`: no cents; the dash is no minus, and what stands before it is the decimal sign.
  rest = withoutCurrency(rest).replace(/(?<=\d)([.,:])\s?-{1,2}$/, (_, sign: string) =>
    sign === ':' ? '' : `${sign}00`,
  );
  // An apostrophe in front is a spreadsheet's guard against formulas: '-500 is -500.
  rest = rest.replace(/^'/, '');
  if (rest.startsWith('-')) {
    negative = !negative;
    rest = rest.slice(1).trim();
  } else if (rest.startsWith('+')) rest = rest.slice(1).trim();
  else if (rest.endsWith('-')) {
    negative = !negative;
    rest = rest.slice(0, -1).trim();
  }
  rest = withoutCurrency(rest);
  let magnitude = 1;
  for (const [pattern, factor] of HAS_EAST.test(rest) ? EAST : MAGNITUDES) {
    const match = pattern.exec(rest);
    if (match === null || match.index === 0 || !/[\d\s.]/.test(rest[match.index - 1] ?? '')) continue;
    magnitude = factor;
    rest = rest.slice(0, match.index).trim();
    break;
  }
  if (SLASHED.test(rest)) rest = rest.replaceAll('/', '');
  if (!/^\d/.test(rest) && !/^[.,]\d/.test(rest)) return null;
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(rest)) return { digits: String(Number(rest)), negative, magnitude, percent };
  const digits = rest.replace(/(?<=\d)[\s'](?=\d{3}(?!\d))/g, '');
  return /^[\d.,]+$/.test(digits) ? { digits, negative, magnitude, percent } : null;
}

/** What the separators of one cell say: which is the decimal one, both possible, or neither present. */
function evidence(digits: string): '.' | ',' | 'either' | 'none' {
  const dot = digits.indexOf('.');
  const comma = digits.indexOf(',');
  if (dot < 0 && comma < 0) return 'none';
  if (dot >= 0 && comma >= 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const separator = dot >= 0 ? '.' : ',';
  const other = separator === '.' ? ',' : '.';
  const at = digits.indexOf(separator);
  if (at !== digits.lastIndexOf(separator)) return other;
  const after = digits.length - at - 1;
  if (after !== 3) return separator;
  return at >= 1 && at <= 3 && digits[0] !== '0' ? 'either' : separator;
}

/** What the cells of a column say about how its numbers are written: how many show which decimal sign, or none. */
export interface NumberEvidence {
  dots: number;
  commas: number;
  /** `1.234` and `1,234`, which may be either. */
  eitherDot: number;
  eitherComma: number;
  /** Numbers of more than three digits without a separator. */
  unseparated: number;
}

/** Adds what a cell says that so many rows hold. */
export function hearNumber(text: string, count: number, heard: NumberEvidence): void {
  if (text === '') return;
  if (PLAIN.test(text) && !text.includes('.')) {
    if (text.replace('-', '').length > 3) heard.unseparated += count;
    return;
  }
  const stripped = strip(text);
  if (stripped === null) return;
  const says = evidence(stripped.digits);
  if (says === '.') heard.dots += count;
  else if (says === ',') heard.commas += count;
  else if (says === 'either') {
    if (stripped.digits.includes('.')) heard.eitherDot += count;
    else heard.eitherComma += count;
  } else if (stripped.digits.length > 3) heard.unseparated += count;
}

/**
 * Decides how a column writes its numbers, from all its distinct cells. A cell that only fits one reading is evidence;
 * where no cell is, what the user said decides; else `hint` (a preset) does, and the ambiguous cells are counted.
 */
export function numberFormatOf(
  { dots, commas, eitherDot, eitherComma, unseparated }: NumberEvidence,
  hint: '.' | ',' | null,
  said: '.' | ',' | null,
): NumberFormat {
  if (said !== null && dots > 0 && commas > 0) return { decimal: said, decidedBy: 'option', ambiguous: 0 };
  if (dots > 0 || commas > 0) {
    return { decimal: dots >= commas ? '.' : ',', decidedBy: 'cells', ambiguous: 0 };
  }
  const ambiguous = eitherDot + eitherComma;
  if (ambiguous === 0) return { decimal: hint ?? '.', decidedBy: 'default', ambiguous: 0 };
  if (said !== null) return { decimal: said, decidedBy: 'option', ambiguous: 0 };
  if (hint !== null) return { decimal: hint, decidedBy: 'hint', ambiguous };
  // Money with exactly three decimals in every cell is rarer than thousands; but a column that also holds plain
  // `12500` does not group its thousands, so its `1.234` is a decimal.
  const decimal = eitherDot > 0 && eitherComma === 0 && unseparated === 0 ? ',' : '.';
  return { decimal, decidedBy: 'default', ambiguous };
}

/** Reads one cell. A cell with both separators settles its own reading, whatever the column's format. */
export function parseNumber(text: string, format: NumberFormat): NumberReading {
  if (text.length <= LONGEST_VALUE && PLAIN.test(text) && (format.decimal === '.' || !text.includes('.'))) {
    const value = Number(text);
    // `-0.00` is no negative amount.
    return Math.abs(value) <= MOST ? value || 0 : undefined;
  }
  const stripped = strip(text);
  if (stripped === null) return isMissing(text) ? null : undefined;
  const says = evidence(stripped.digits);
  const both = stripped.digits.includes('.') && stripped.digits.includes(',');
  // One separator against the whole column (`1,23` among decimal points) is a slip: which one, nobody knows.
  const decimal = both && (says === '.' || says === ',') ? says : format.decimal;
  const group = decimal === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = stripped.digits.split(decimal);
  if (more.length > 0 || fraction?.includes(group)) return undefined;
  if (!isGrouped(whole, group)) return undefined;
  const value = Number(`${whole.replaceAll(group, '') || '0'}${fraction === undefined ? '' : `.${fraction}`}`);
  const scaled = stripped.magnitude === 1 ? value : Number((value * stripped.magnitude).toPrecision(15));
  if (!(scaled <= MOST)) return undefined;
  return stripped.negative && scaled !== 0 ? -scaled : scaled;
}

/** Groups of three from the right, or the Indian 12,34,567; a first group of one to three digits. */
function isGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return true;
  const parts = whole.split(group);
  const first = parts[0] ?? '';
  if (first.length === 0 || first.length > 3 || parts.at(-1)?.length !== 3) return false;
  const middle = parts.slice(1, -1);
  return middle.every((part) => part.length === 3) || (first.length <= 2 && middle.every((part) => part.length === 2));
}

const TRUE = new Set([
  'true',
  't',
  '1',
  'yes',
  'y',
  'checked',
  'x',
  '✓',
  '✔',
  'ja',
  'oui',
  'sí',
  'si',
  'sim',
  'evet',
  'да',
  'نعم',
  'بله',
  'بلی',
]);
const FALSE = new Set([
  'false',
  'f',
  '0',
  'no',
  'n',
  'unchecked',
  'nein',
  'non',
  'não',
  'nao',
  'hayır',
  'hayir',
  'нет',
  'لا',
  'خیر',
  'نه',
]);

/** Reads a yes/no cell: true, false, null for nothing, undefined for neither. */
export function parseFlag(text: string): boolean | null | undefined {
  const folded = text.trim().toLowerCase();
  if (TRUE.has(folded)) return true;
  if (FALSE.has(folded)) return false;
  return isMissing(text) ? null : undefined;
}
