const NUMBER =
  /^[-−+(]?\s*(?:\p{Sc}|[A-Z]{3}|R\$|ریال|تومان|﷼)?\s*[-−+]?\p{Nd}[\p{Nd}.,٬٫،'’\s\u00a0\u202f]*(?:[eE][-+]?\p{Nd}+)?\s*(?:[%٪]|\p{Sc}|[A-Z]{3}|ریال|تومان|﷼)?\s*\)?-?$/u;
const DATE =
  /^(?:\p{Nd}{1,4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,4}|\p{Nd}{1,2}[- ]\p{L}{3,9}[-, ]\s*\p{Nd}{2,4}|\p{L}{3,9}\.? \p{Nd}{1,2}, ?\p{Nd}{4})(?:[T ,].*)?$/u;
const OTHER_DATA = /^(?:true|false|\S+@\S+\.\S+|https?:\/\/\S+)$/i;

/** Whether a cell reads as a date. */
export function looksLikeDate(cell: string): boolean {
  return DATE.test(cell);
}

/** Whether a cell reads as a number or an amount of money, and not as a date. */
export function looksLikeNumber(cell: string): boolean {
  return NUMBER.test(cell) && !DATE.test(cell);
}

/** Whether a cell is something that no column is named: a number, a date, an address, true or false. */
export function looksLikeData(cell: string): boolean {
  return NUMBER.test(cell) || DATE.test(cell) || OTHER_DATA.test(cell);
}
