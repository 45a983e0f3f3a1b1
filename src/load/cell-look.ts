import { onDemand } from '../locale/on-demand.js';

/** No pattern here goes back over what it has passed: cells may be as long as files. A group that is repeated with `\\1` is taken as a whole. */
const NUMBER = onDemand(
  () =>
    /^[-−+(]?(?:\s*(?:\p{Sc}|[A-Z]{3}|R\$|ریال|تومان|﷼))?\s*[-−+]?\p{Nd}(?=([\p{Nd}.,٬٫،'’\s]*))\1(?:[eE][-+]?\p{Nd}+)?(?:\s*(?:[%٪]|\p{Sc}|[A-Z]{3}|ریال|تومان|﷼))?\s*\)?-?$/u,
);
const DATE = onDemand(
  () =>
    /^(?:\p{Nd}{1,4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,4}|\p{Nd}{1,2}[- ]\p{L}{3,9}[-, ]\s*\p{Nd}{2,4}|\p{L}{3,9}\.? \p{Nd}{1,2}, ?\p{Nd}{4})(?:[T ,].*)?$/u,
);
/** The same of texts of no letter beyond Latin-1, as nearly all are: those above take milliseconds to be compiled. */
const LATIN_NUMBER =
  /^[-(+]?(?:\s*(?:[$¢-¥]|[A-Z]{3}|R\$))?\s*[-+]?\d(?=([\d.,'\s]*))\1(?:[eE][-+]?\d+)?(?:\s*(?:[%$¢-¥]|[A-Z]{3}))?\s*\)?-?$/;
const LATIN_DATE =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ][A-Za-zªµºÀ-ÖØ-öø-ÿ]{3,9}[-, ]\s*\d{2,4}|[A-Za-zªµºÀ-ÖØ-öø-ÿ]{3,9}\.? \d{1,2}, ?\d{4})(?:[T ,].*)?$/;
const OTHER_DATA = /^(?:true|false|https?:\/\/\S+)$/i;

/** `a@b.c`, without a space. */
function isEmail(cell: string): boolean {
  const at = cell.indexOf('@', 1);
  const dot = at < 0 ? -1 : cell.indexOf('.', at + 2);
  return dot >= 0 && dot < cell.length - 1 && !/\s/.test(cell);
}

const BEYOND_LATIN = /[^\0-\xff]/;
/**
 * Asked first of what is beyond Latin-1: what every date and every number there fits, with all that is beyond in the place of
 * a digit, and that neither is without one.
 */
const MAY_BE_DATE =
  /^(?:[\d\u0100-\uffff]{1,8}[-/.][\d\u0100-\uffff]{1,4}[-/.]|[\d\u0100-\uffff]{1,4}[- ]\S{3,18}[-, ]|\S{3,19} [\d\u0100-\uffff]{1,4}, ?[\d\u0100-\uffff]{4})/;
const MAY_BE_NUMBER = /^[-+()\d\s.,'%$¢-¥A-Ze\u0100-\uffff]*$/;
const DIGIT = onDemand(() => /\p{Nd}/u);

/** Whether a cell reads as a date. */
export function looksLikeDate(cell: string): boolean {
  return BEYOND_LATIN.test(cell)
    ? MAY_BE_DATE.test(cell) && DIGIT().test(cell) && DATE().test(cell)
    : LATIN_DATE.test(cell);
}

function isNumber(cell: string): boolean {
  return BEYOND_LATIN.test(cell)
    ? MAY_BE_NUMBER.test(cell) && DIGIT().test(cell) && NUMBER().test(cell)
    : LATIN_NUMBER.test(cell);
}

/** Whether a cell reads as a number or an amount of money, and not as a date. */
export function looksLikeNumber(cell: string): boolean {
  return isNumber(cell) && !looksLikeDate(cell);
}

/** What a cell looks like, as bits: a date, a number, data of any kind. */
export const [DATE_LOOK, NUMBER_LOOK, DATA_LOOK] = [1, 2, 4] as const;

/** All that a cell looks like at once. */
export function lookOfCell(cell: string): number {
  if (looksLikeDate(cell)) return DATE_LOOK | DATA_LOOK;
  if (isNumber(cell)) return NUMBER_LOOK | DATA_LOOK;
  return OTHER_DATA.test(cell) || isEmail(cell) ? DATA_LOOK : 0;
}

/** Whether a cell is something that no column is named: a number, a date, an address, true or false. */
export function looksLikeData(cell: string): boolean {
  return lookOfCell(cell) !== 0;
}
