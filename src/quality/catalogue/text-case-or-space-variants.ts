import { foldText } from '../../locale/fold.js';
import { codeCounts } from '../../model/code-counts.js';
import type { Codes } from '../../model/text-column.js';
import { defineRule } from '../definition.js';
import { CATEGORY_FIELDS, textColumns } from '../texts.js';

/** Ids and currencies are codes: another spelling of them is another one. Accounts of several spellings are one already. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['account_id', 'currency', 'account']);
const FIELDS = CATEGORY_FIELDS.filter((field) => !NOT_COMPARED.has(field));

export const textCaseOrSpaceVariants = defineRule({
  id: 'text.case_or_space_variants',
  title: { en: 'One value in several spellings', fa: 'یک مقدار با چند نگارش' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'column',
  condition: {
    en: 'Of all distinct values of category columns (owner, stage, source, product, …), those that are another, commoner value but for case, accents, spaces, half-spaces, punctuation, Arabic letters or digits: "GTXPro" beside "GTX Pro". Breakdowns count them apart. Accounts are not looked at: such spellings are one customer.',
    fa: 'از همه‌ی مقدارهای متمایز ستون‌های دسته‌ای (مسئول، مرحله، منبع، محصول و…)، آن‌هایی که جز در حروف بزرگ، اعراب، فاصله، نیم‌فاصله، نشانه‌ها، حروف یا ارقام عربی با مقدار رایج‌تری یکی‌اند: «GTXPro» در کنار «GTX Pro». تفکیک‌ها آن‌ها را جدا می‌شمارند. نام شرکت‌ها بررسی نمی‌شود: چنین نگارش‌هایی یک مشتری‌اند.',
  },
  source: 'dbt_expectations, expect_column_values_to_have_consistent_casing',
  needs: [],
  needsAny: FIELDS,
  affects: ['won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value'],
  check({ population, deals }) {
    let checked = 0;
    const places = textColumns(population, FIELDS).flatMap(({ field, column }) => {
      if (!('codes' in column)) return [];
      const { codes, values } = column;
      const counts = codeCounts(column);
      const there = values.flatMap((value, code) => (value !== '' && (counts[code] as number) > 0 ? [code] : []));
      checked += there.length;
      const groups = spellingsOf(there, values);
      if (groups.length === 0) return [];
      const first = firstRows(codes, values.length);
      return groups.flatMap(([key, group]) => {
        const [main = 0, ...others] = group.sort(
          (a, b) => (counts[b] as number) - (counts[a] as number) || (first[a] as number) - (first[b] as number),
        );
        return others.map((code) => ({
          place: deals.place(first[code] as number),
          row: first[code] as number,
          field,
          value: values[code] ?? '',
          entity: key, // which spelling is the common one may change
          args: {
            value: values[code] ?? '',
            n: counts[code] as number,
            main: values[main] ?? '',
            most: counts[main] as number,
          },
        }));
      });
    });
    return { checked, places: places.sort((a, b) => a.row - b.row).map(({ row: _, ...place }) => place) };
  },
  message: {
    en: ({ value, n, main, most }) =>
      `"${value}" (${n} ${n === 1 ? 'deal' : 'deals'}) is "${main}" (${most}) in another spelling; they are counted apart`,
    fa: ({ value, n, main, most }) =>
      `«${value}» (${n} معامله) همان «${main}» (${most}) با نگارشی دیگر است؛ جدا شمرده می‌شوند`,
  },
  fix: {
    en: 'Make the field a choice from a list in the CRM, and merge the spellings.',
    fa: 'فیلد را در CRM گزینه‌ای از یک فهرست کنید و نگارش‌ها را یکی کنید.',
  },
  examples: {
    accept: 'id product\nD1 GTX_Pro\nD2 GTX_Plus_Pro\nD3 GTX_Pro',
    reject: 'id product\nD1 GTX_Pro\nD2 GTXPro\nD3 GTX_Pro',
  },
});

/** How a value is compared: letters, digits and the signs that tell C from C++ and C#. */
function keyOf(value: string): string {
  return foldText(value).replace(/[^\p{L}\p{N}+#]+/gu, '');
}

/** Values of several spellings, as codes by their key. A key is made only of values that share a hash with another. */
function spellingsOf(codes: readonly number[], values: readonly string[]): [key: string, codes: number[]][] {
  const slots = 2 ** (Math.ceil(Math.log2(codes.length + 1)) + SPARE_BITS);
  const taken = new Uint8Array(slots);
  const slotOf = new Uint32Array(codes.length);
  codes.forEach((code, index) => {
    const slot = keyHash(values[code] ?? '') & (slots - 1);
    slotOf[index] = slot;
    taken[slot] = Math.min(2, (taken[slot] as number) + 1);
  });
  const spellings = new Map<string, number[]>();
  codes.forEach((code, index) => {
    if (taken[slotOf[index] as number] === 1) return;
    const key = keyOf(values[code] ?? '');
    if (key === '') return;
    const known = spellings.get(key);
    if (known === undefined) spellings.set(key, [code]);
    else known.push(code);
  });
  return [...spellings].filter(([, group]) => group.length > 1);
}

/** Eight slots a value: a key is made of about one in eight though no other is like it. */
const SPARE_BITS = 3;
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the characters of the key, which is not made where the value is ASCII. */
function keyHash(value: string): number {
  let hash = FNV_START;
  for (let at = 0; at < value.length; at++) {
    let code = value.charCodeAt(at);
    if (code > 0x7f) return hashOf(keyOf(value));
    if (code >= 0x41 && code <= 0x5a) code += 0x20;
    const kept = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x23;
    if (kept) hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return mixed(hash);
}

function hashOf(key: string): number {
  let hash = FNV_START;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME);
  return mixed(hash);
}

/** The low bits alone choose the slot. */
function mixed(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The first row of each code; −1 where no row has it. */
function firstRows(codes: Codes, values: number): Int32Array {
  const first = new Int32Array(values).fill(-1);
  for (let row = codes.length - 1; row >= 0; row--) first[codes[row] as number] = row;
  return first;
}
