/** No pattern here goes back over what it has passed: cells may be as long as files. A group that is repeated with `\\1` is taken as a whole. */
const NUMBER =
  /^[-−+(]?(?:\s*(?:\p{Sc}|[A-Z]{3}|R\$|ریال|تومان|﷼))?\s*[-−+]?\p{Nd}(?=([\p{Nd}.,٬٫،'’\s]*))\1(?:[eE][-+]?\p{Nd}+)?(?:\s*(?:[%٪]|\p{Sc}|[A-Z]{3}|ریال|تومان|﷼))?\s*\)?-?$/u;
const DATE =
  /^(?:\p{Nd}{1,4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,4}|\p{Nd}{1,2}[- ]\p{L}{3,9}[-, ]\s*\p{Nd}{2,4}|\p{L}{3,9}\.? \p{Nd}{1,2}, ?\p{Nd}{4})(?:[T ,].*)?$/u;
const OTHER_DATA = /^(?:true|false|https?:\/\/\S+)$/i;

/** `a@b.c`, without a space. */
function isEmail(cell: string): boolean {
  const at = cell.indexOf('@', 1);
  const dot = at < 0 ? -1 : cell.indexOf('.', at + 2);
  return dot >= 0 && dot < cell.length - 1 && !/\s/.test(cell);
}

/**
 * Neither a number nor a date is without a digit. Asked first of what is beyond Latin: for such texts the other patterns
 * take ten milliseconds to be made ready.
 */
const DIGIT = /\p{Nd}/u;
const BEYOND_LATIN = /[^\0-\xff]/;

function mayBeData(cell: string): boolean {
  return !BEYOND_LATIN.test(cell) || DIGIT.test(cell);
}

/** Whether a cell reads as a date. */
export function looksLikeDate(cell: string): boolean {
  return mayBeData(cell) && DATE.test(cell);
}

/** Whether a cell reads as a number or an amount of money, and not as a date. */
export function looksLikeNumber(cell: string): boolean {
  return mayBeData(cell) && NUMBER.test(cell) && !DATE.test(cell);
}

/** What a cell looks like, as bits: a date, a number, data of any kind. */
export const [DATE_LOOK, NUMBER_LOOK, DATA_LOOK] = [1, 2, 4] as const;

/** All that a cell looks like at once. */
export function lookOfCell(cell: string): number {
  if (mayBeData(cell)) {
    if (DATE.test(cell)) return DATE_LOOK | DATA_LOOK;
    if (NUMBER.test(cell)) return NUMBER_LOOK | DATA_LOOK;
  }
  return OTHER_DATA.test(cell) || isEmail(cell) ? DATA_LOOK : 0;
}

/** Whether a cell is something that no column is named: a number, a date, an address, true or false. */
export function looksLikeData(cell: string): boolean {
  return lookOfCell(cell) !== 0;
}
