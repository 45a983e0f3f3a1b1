import { categoryAt } from '../../model/column.js';
import type { JoinedTable } from '../../model/dataset.js';
import { defineRule } from '../definition.js';
import { meantBy } from '../names.js';
import { CATEGORY_FIELDS } from '../texts.js';

export const refValueOrphan = defineRule({
  id: 'ref.value_orphan',
  title: { en: 'Values that the joined table does not have', fa: 'مقدارهایی که در جدول پیوسته نیستند' },
  dimension: 'integrity',
  severity: 'warn',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all deals with a value in a column by which a table is joined (products, sales teams), those whose value is not in that table, although another spelling of it may be.',
    fa: 'از همه‌ی معامله‌هایی که در ستون پیوند با جدولی دیگر (محصولات، تیم‌های فروش) مقدار دارند، آن‌هایی که مقدارشان در آن جدول نیست، هرچند شاید با نگارشی دیگر باشد.',
  },
  source: 'dbt, relationships; Frictionless, foreign-key',
  needs: [],
  needsAny: CATEGORY_FIELDS,
  // Breakdowns by the columns of the table lose the deal; totals stay as they are.
  affects: ['won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value'],
  check({ population, beside }) {
    const joins = beside.joins.flatMap((join) => {
      const field = CATEGORY_FIELDS.find((one) => one === join.field);
      if (join.role !== 'lookup' || field === undefined) return [];
      const column = population.column(field);
      const missing = new Set(join.unmatched);
      return [{ join, field, column, orphan: column.values.map((value) => missing.has(value)) }];
    });
    const size = population.size * joins.length;
    const rows = new Uint32Array(size);
    const which = new Uint8Array(size);
    let [checked, found] = [0, 0];
    for (const row of joins.length === 0 ? [] : population.rows) {
      joins.forEach(({ column, orphan }, index) => {
        const code = column.codes[row] as number;
        if (code === 0) return;
        checked++;
        if (orphan[code] !== true) return;
        rows[found] = row;
        which[found++] = index;
      });
    }
    const meant = new Map<string, string | null>();
    return {
      checked,
      rows: rows.slice(0, found),
      describe(row, index) {
        const { join, field, column } = joins[which[index] as number] as (typeof joins)[number];
        const value = categoryAt(column, row);
        const key = `${join.file}\n${value}`;
        if (!meant.has(key)) meant.set(key, meantIn(value, join));
        return {
          field,
          value,
          args: { value, column: join.column, file: join.file, meant: meant.get(key) ?? null },
        };
      },
    };
  },
  message: {
    en: ({ value, column, file, meant }) =>
      `the ${column} "${value}" is not in ${file}${meant === null ? '' : `; did you mean "${meant}"?`}`,
    fa: ({ value, column, file, meant }) =>
      `مقدار «${value}» از ستون ${column} در ${file} نیست${meant === null ? '' : `؛ آیا منظور «${meant}» بود؟`}`,
  },
  fix: {
    en: 'Spell the value as the table does, or add it to the table; figures by the columns of the table leave the deal out.',
    fa: 'مقدار را مانند جدول بنویسید یا آن را به جدول بیفزایید؛ تفکیک بر پایه‌ی ستون‌های آن جدول این معامله را کنار می‌گذارد.',
  },
  examples: {
    accept: 'id product\nD1 GTX_Pro\nD2 .\n# lookup product products.csv\nproduct\nGTX_Pro',
    reject: 'id product\nD1 GTX_Pro\nD2 GTXPro\n# lookup product products.csv\nproduct\nGTX_Basic\nGTX_Pro',
  },
});

function meantIn(value: string, { known }: JoinedTable): string | null {
  return meantBy(value, known);
}
