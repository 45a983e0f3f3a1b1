import { cellText } from '../../model/text-column.js';
import { filledIn } from '../column-facts.js';
import { defineRule } from '../definition.js';

export const rowLineItems = defineRule({
  id: 'row.line_items',
  title: { en: 'Deal stands in a row per product line', fa: 'معامله برای هر قلم کالا یک ردیف دارد' },
  dimension: 'uniqueness',
  severity: 'info',
  scope: 'row',
  condition: {
    en: 'Of all deals with an id, those that stand in several rows that differ in their product lines alone (product, quantity, price) and agree about the deal. Such a deal counts once: with the amount that its rows agree on, or with the sum where each row carries its own.',
    fa: 'از معامله‌های دارای شناسه، آن‌هایی که در چند ردیف آمده‌اند و ردیف‌هایشان تنها در قلم کالا (محصول، تعداد، قیمت) تفاوت دارند و درباره‌ی خود معامله یکی‌اند. چنین معامله‌ای یک بار شمرده می‌شود: با مبلغی که همه‌ی ردیف‌ها دارند، یا جمع مبلغ‌ها اگر هر ردیف مبلغ خودش را دارد.',
  },
  source:
    'Exports with products of Salesforce ("Opportunities with Products"), Pipedrive and Didar: 1,192 rows, 967 deals',
  needs: ['id'],
  affects: ['new_deals', 'won_deals', 'revenue_won', 'avg_deal_size', 'open_pipeline_value'],
  check({ population, deals }) {
    const id = population.column('id');
    const rowsOf = deals.lineItems?.rowsOf;
    const checked = filledIn(id);
    return {
      checked,
      rows: rowsOf === undefined ? new Uint32Array(0) : population.rows.filter((row) => (rowsOf[row] ?? 1) > 1),
      describe(row) {
        const text = cellText(id, row);
        return { field: 'id', value: text, args: { id: text, rows: rowsOf?.[row] ?? 1 } };
      },
    };
  },
  message: {
    en: ({ id, rows }) => `the deal ${id} stands in ${rows} rows, one per product line; it counts once`,
    fa: ({ id, rows }) => `معامله‌ی ${id} در ${rows} ردیف آمده است، برای هر قلم کالا یکی؛ یک بار شمرده شد`,
  },
  fix: {
    en: 'Nothing has to be done. An export with one row per deal is smaller and leaves no doubt about the amount.',
    fa: 'کاری لازم نیست. خروجی با یک ردیف برای هر معامله کوچک‌تر است و درباره‌ی مبلغ جای تردید نمی‌گذارد.',
  },
  examples: {
    accept: 'id amount product\nD1 5000 Scale\nD2 5000 Scale',
    reject: 'id amount product\nD1 5000 Scale\nD1 5000 Printer',
  },
});
