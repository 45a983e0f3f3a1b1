import { onDemand } from '../locale/on-demand.js';

const LONGEST_TOTAL = 80;
/** What CRMs and spreadsheets call the row of sums, in the languages of the presets. */
const TOTAL = onDemand(
  () =>
    new RegExp(
      `^\\s*(?:${[
        '(?:grand |report |overall )?totals?',
        'sub[- ]?totals?',
        'sums?|(?:record )?count|average|avg',
        'gesamt(?:summe|ergebnis)?|(?:zwischen)?summe',
        'total g[ée]n[ée]ral|sous-total|totale|suma|total geral|subtotale?',
        'итого|всего|общий итог',
        '(?:جمع|مجموع)(?: (?:[کك]ل|نها[یي][یي]|جزء))?|م[یي]انگ[یي]ن|تعداد(?: [کك]ل)?|الإجمالي|المجموع',
      ].join(
        '|',
      )})(?:\\s*\\([^()]*\\p{Nd}[^()]*\\)|\\s*[:：]?\\s*\\p{Nd}[\\p{Nd},.٬]*(?: (?:records?|rows?|deals?|رکورد|ردیف|مورد))?)?\\s*[:：]?\\s*$`,
      'iu',
    ),
);
/** What every text of ASCII has that is called so. */
const MAY_BE_TOTAL = /total|sum|count|average|avg|gesamt/i;
const NOT_ASCII = /[^\0-\x7f]/;

/** Whether a cell is what the row of sums is called. */
export function isTotalWord(cell: string): boolean {
  if (cell.length > LONGEST_TOTAL) return false;
  return (NOT_ASCII.test(cell) || MAY_BE_TOTAL.test(cell)) && TOTAL().test(cell);
}
