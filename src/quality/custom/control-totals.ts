import { totalRuleId } from '../../expression/constraints.js';
import { countText, moneyText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import { LOST, OPEN, WON } from '../../model/outcome.js';
import type { Population } from '../../model/population.js';
import { byOutcome } from '../../model/selections.js';
import { sumRows } from '../../stats/sum.js';
import type { Beside, PlaceFindings, Rule } from '../definition.js';

/** The totals that a user may know from elsewhere: rows of the files, deals, and sums of amounts. */
export const EXPECTED_TOTALS = [
  'rows',
  'records',
  'won',
  'lost',
  'open',
  'value',
  'wonValue',
  'lostValue',
  'openValue',
] as const;
export type ExpectedTotal = (typeof EXPECTED_TOTALS)[number];

/** The total, and how far off it may be: so much, or so many per cent (`1%`) of it. Without: not at all. */
export type Expectation = number | { readonly value: number; readonly tolerance?: number | string | undefined };

const TITLES: { readonly [T in ExpectedTotal]: Text } = {
  rows: { en: 'rows of the files', fa: 'ردیف‌های فایل‌ها' },
  records: { en: 'deals', fa: 'معامله‌ها' },
  won: { en: 'won deals', fa: 'معامله‌های برنده' },
  lost: { en: 'lost deals', fa: 'معامله‌های ازدست‌رفته' },
  open: { en: 'open deals', fa: 'معامله‌های باز' },
  value: { en: 'sum of all amounts', fa: 'جمع همه‌ی مبلغ‌ها' },
  wonValue: { en: 'sum of the won amounts', fa: 'جمع مبلغ‌های برنده' },
  lostValue: { en: 'sum of the lost amounts', fa: 'جمع مبلغ‌های ازدست‌رفته' },
  openValue: { en: 'sum of the open amounts', fa: 'جمع مبلغ‌های باز' },
};
const CODES = { won: WON, lost: LOST, open: OPEN, wonValue: WON, lostValue: LOST, openValue: OPEN } as const;

/** Sums of money are equal within this share: the other side may have added them in another order. */
const ROUNDING = 1e-9;

interface Difference {
  readonly expected: number;
  readonly found: number;
  readonly tolerance: number;
}

/** A rule that a total is as expected. Amounts in several currencies have no total: then nothing is judged. */
export function totalRule(total: ExpectedTotal, expected: Expectation): Rule {
  const money = total === 'value' || total.endsWith('Value');
  const { value, tolerance: said } = typeof expected === 'number' ? { value: expected, tolerance: 0 } : expected;
  const tolerance = toleranceOf(said, value);
  const text = (number: number, lang: Lang): string => (money ? moneyText(number, lang) : countText(number, lang));
  const message = (lang: Lang, words: (found: string, wanted: string, off: string) => string) => (args: unknown) => {
    const { found, expected: wanted } = args as Difference;
    return words(text(found, lang), text(wanted, lang), text(Math.abs(found - wanted), lang));
  };
  const name = TITLES[total];
  return {
    id: totalRuleId(total),
    title: { en: `Control total: ${name.en}`, fa: `جمع کنترلی: ${name.fa}` },
    dimension: 'integrity',
    severity: 'error',
    scope: 'file',
    condition: {
      en: `The ${name.en}: ${text(value, 'en')}${tolerance === 0 ? '' : `, within ${text(tolerance, 'en')}`}.`,
      fa: `${name.fa}: ${text(value, 'fa')}${tolerance === 0 ? '' : `، با رواداری ${text(tolerance, 'fa')}`}.`,
    },
    source: 'Control totals of batch processing; Soda, reconciliation checks',
    needs: money ? ['amount', ...(total === 'value' ? [] : ['outcome' as const])] : total in CODES ? ['outcome'] : [],
    wants: money ? ['currency'] : [],
    affects: [],
    check({ population, beside, deals }): PlaceFindings<Difference> {
      const found = measured(total, population, beside);
      if (found === null) return { checked: 0, places: [] };
      if (Math.abs(found - value) <= tolerance + (money ? Math.abs(value) * ROUNDING : 0))
        return { checked: 1, places: [] };
      const { file } = deals.place(0);
      const place = { file, sheet: null, row: 0, line: null };
      return {
        checked: 1,
        places: [{ place, value: text(found, 'en'), entity: total, args: { expected: value, found, tolerance } }],
      };
    },
    message: {
      en: message('en', (found, wanted, off) => `${name.en}: ${found}, expected ${wanted}; ${off} off`),
      fa: message('fa', (found, wanted, off) => `${name.fa}: ${found}، انتظار ${wanted}؛ ${off} اختلاف`),
    },
    fix: {
      en: 'Check that the export is whole and unfiltered, and that the expected total is of the same day.',
      fa: 'بررسی کنید خروجی کامل و بدون فیلتر باشد و جمعِ مورد انتظار از همان روز.',
    },
    examples: { accept: '', reject: '' },
  };
}

/** What a tolerance is in the unit of the total. */
function toleranceOf(said: number | string | undefined, value: number): number {
  if (typeof said !== 'string') return said ?? 0;
  return (Math.abs(value) * Number.parseFloat(said)) / 100;
}

/** The total as it is; null where amounts of several currencies do not add up, or nothing was told of the files. */
function measured(
  total: ExpectedTotal,
  population: Population<'outcome' | 'amount' | 'currency'>,
  { sources }: Beside,
): number | null {
  if (total === 'records') return population.size;
  if (total === 'rows') {
    const role = sources.some((source) => source.role === 'deals') ? 'deals' : 'orders';
    const files = sources.filter((source) => source.role === role);
    return files.length === 0 ? null : files.reduce((sum, { rows }) => sum + rows, 0);
  }
  const part = total === 'value' ? population : byOutcome(population)[CODES[total]];
  if (part === undefined) return 0;
  return total === 'won' || total === 'lost' || total === 'open' ? part.size : valueIn(population, part.rows);
}

function valueIn(population: Population<'amount' | 'currency'>, rows: Uint32Array): number | null {
  const amount = population.column('amount');
  const { codes } = population.column('currency');
  const priced = rows.filter((row) => !Number.isNaN(amount[row] as number));
  const currencies = new Set<number>();
  for (const row of priced) currencies.add(codes[row] as number);
  currencies.delete(0);
  return currencies.size > 1 ? null : sumRows(amount, priced);
}
