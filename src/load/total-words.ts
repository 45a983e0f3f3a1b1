const LONGEST_TOTAL = 80;
/** What CRMs and spreadsheets call the row of sums, in the languages of the presets. */
const TOTAL = new RegExp(
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
);

/** Whether a cell is what the row of sums is called. */
export function isTotalWord(cell: string): boolean {
  return cell.length <= LONGEST_TOTAL && TOTAL.test(cell);
}
