/** What kind of thing the cells of a column are. */

import { asTextColumn, cellTest } from '../../expression/cells.js';
import { NAMED_PATTERNS } from '../../expression/constraints.js';
import type { Name } from '../../expression/definition.js';
import { inFiles, nameCells } from '../../expression/name-cells.js';
import { textPattern } from '../../expression/pattern.js';
import { FALSE, type Test, TRUE, truthOf, UNKNOWN } from '../../expression/truth.js';
import type { Text } from '../../locale/text.js';
import { NO_DAY } from '../../model/civil-day.js';
import { numbersIn, type RatioColumn } from '../../model/column.js';
import { DEAL_FIELDS } from '../../model/fields.js';
import type { Rule } from '../definition.js';
import type { ColumnType, RuleTable } from './definition.js';
import { type TestRule, testRule } from './test-rule.js';

const TYPES: Readonly<Record<ColumnType, Text>> = {
  text: { en: 'text', fa: 'متن' },
  date: { en: 'date', fa: 'تاریخ' },
  number: { en: 'number', fa: 'عدد' },
  integer: { en: 'whole number', fa: 'عدد صحیح' },
  boolean: { en: 'yes or no', fa: 'بله یا خیر' },
  email: { en: 'e-mail address', fa: 'نشانی ایمیل' },
  phone: { en: 'telephone number', fa: 'شماره تلفن' },
  url: { en: 'web address', fa: 'نشانی وب' },
};

/** Violated by every filled cell that is none of the type, as the whole column writes them. */
export function typeRule(
  type: ColumnType,
  name: Name,
  { table, ...rule }: Omit<TestRule, 'holds' | 'message'> & { readonly table: RuleTable | null },
  said: Partial<Pick<TestRule, 'message'>>,
): Rule {
  const { en, fa } = TYPES[type];
  const words = { en: `${name.name} is of the type ${en}`, fa: `«${name.name}» از نوع ${fa} است` };
  return testRule(
    {
      ...rule,
      title: words,
      condition: {
        en: rule.condition.en.replace(rule.title.en, () => words.en),
        fa: rule.condition.fa.replace(rule.title.fa, () => words.fa),
      },
      message: {
        en: ({ value }) => `${name.name} is "${value}", no ${en}`,
        fa: ({ value }) => `«${name.name}» برابر «${value}» است، نه ${fa}`,
      },
      ...said,
      holds: (records) => typeTest(type, name, records),
      written: (records, row) => unreadable(name, records).get(row),
    },
    table,
  );
}

const YES_OR_NO = new Set('yes no true false y n t f 1 0 بله خیر ja nein oui non si sí'.split(' '));

export function typeTest(type: ColumnType, named: Name, table: RuleTable): Test {
  const name = inFiles(named, table.deals);
  const cells = nameCells(name, table.deals);
  switch (type) {
    case 'text':
      return cellTest(cells, () => TRUE);
    case 'boolean':
      return isKind(name, 'boolean')
        ? readable(name, table)
        : cellTest(cells, (folded) => truthOf(YES_OR_NO.has(folded)));
    case 'email':
    case 'phone':
    case 'url': {
      const fits = textPattern(NAMED_PATTERNS[type], ({ en }) => new Error(en));
      return cellTest(cells, (folded, text) => truthOf(fits(folded, text)));
    }
    case 'date': {
      if (isKind(name, 'day')) return readable(name, table);
      const days = table.reading.days(asTextColumn(cells));
      return filled(cells, (row) => days[row] !== NO_DAY);
    }
    default: {
      const whole = type === 'integer';
      if (isKind(name, 'money') || isKind(name, 'number') || isKind(name, 'ratio')) {
        const numbers: unknown = table.deals.column(name.field ?? 'amount');
        return readable(name, table, whole ? numbersIn(numbers as RatioColumn) : undefined);
      }
      const numbers = table.reading.numbers(asTextColumn(cells));
      return filled(cells, (row) => (whole ? Number.isInteger(numbers[row]) : !Number.isNaN(numbers[row])));
    }
  }
}

function isKind({ field }: Name, kind: string): boolean {
  return field !== null && field !== 'outcome' && field !== 'customer' && DEAL_FIELDS[field].kind === kind;
}

/** Filled cells by what was read of them, empty ones unknown. */
function filled(cells: Parameters<typeof cellTest>[0], fits: (row: number) => boolean): Test {
  const isFilled = cellTest(cells, () => TRUE);
  return (row) => (isFilled(row) === TRUE ? truthOf(fits(row)) : UNKNOWN);
}

/** A field that was read as what it is: cells that could not be read are the false ones. */
function readable(name: Name, table: RuleTable, wholeAt?: (row: number) => number): Test {
  const wrong = unreadable(name, table);
  const isFilled = cellTest(nameCells(name, table.deals), () => TRUE);
  return (row) => {
    if (wrong.has(row)) return FALSE;
    if (isFilled(row) !== TRUE) return UNKNOWN;
    return truthOf(wholeAt === undefined || Number.isInteger(wholeAt(row)));
  };
}

/** The cells of a field that could not be read, by record. */
function unreadable({ field }: Name, { deals }: RuleTable): ReadonlyMap<number, string> {
  if (field === null) return new Map();
  let known = REMEMBERED.get(deals);
  if (known === undefined) {
    known = new Map();
    REMEMBERED.set(deals, known);
  }
  let own = known.get(field);
  if (own === undefined) {
    own = new Map(
      deals.unreadable.filter((cell) => cell.field === field && cell.deal >= 0).map((cell) => [cell.deal, cell.text]),
    );
    known.set(field, own);
  }
  return own;
}

const REMEMBERED = new WeakMap<RuleTable['deals'], Map<string, ReadonlyMap<number, string>>>();
