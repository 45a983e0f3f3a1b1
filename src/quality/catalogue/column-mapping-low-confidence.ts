import { DEAL_FIELDS, type DealFieldName } from '../../model/fields.js';
import { defineRule } from '../definition.js';
import { share } from '../parameters.js';
import { wholeFile } from '../places.js';

/** Below this a name was recognized by likeness alone. */
const LEAST_CONFIDENCE = 0.8;

export const columnMappingLowConfidence = defineRule({
  id: 'column.mapping_low_confidence',
  title: { en: 'Columns whose meaning was assumed', fa: 'ستون‌هایی که معنایشان فرض شده است' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'column',
  condition: {
    en: 'Of all columns that were taken for a field, those that were recognized with a confidence below 0.8 (minConfidence), and those beside which another column could be the same field.',
    fa: 'از همه‌ی ستون‌هایی که به‌عنوان یک فیلد گرفته شدند، آن‌هایی که با اطمینان کمتر از ۰٫۸ (minConfidence) شناخته شدند، و آن‌هایی که ستون دیگری هم می‌تواند همان فیلد باشد.',
  },
  source: 'Our own: an assumed column may move every figure; make it an error in CI',
  needs: [],
  params: {
    minConfidence: share('columns recognized with less are reported'),
  },
  defaults: { minConfidence: LEAST_CONFIDENCE },
  affects: ['new_deals', 'won_deals', 'win_rate', 'revenue_won', 'sales_cycle', 'open_pipeline_value'],
  check({ population, beside, params }) {
    if (population.size === 0) return { checked: 0, places: [] };
    const { sources } = beside;
    return {
      checked: sources.reduce((sum, { columns }) => sum + columns.filter(({ field }) => field !== null).length, 0),
      places: sources.flatMap((source) =>
        source.columns.flatMap(({ column, field, confidence }) => {
          const rival = source.ties.find((tie) => tie.field === field && tie.taken === column)?.other ?? null;
          const sure = confidence === null || confidence >= params.minConfidence;
          if (field === null || (sure && rival === null)) return [];
          const place = wholeFile(source);
          const ofDeals = source.role === 'deals' && field in DEAL_FIELDS ? { field: field as DealFieldName } : {};
          const named = source.role === 'deals' || field.includes('.') ? field : `${source.role}.${field}`;
          return [{ place, ...ofDeals, column, value: column, args: { column, field: named, rival } }];
        }),
      ),
    };
  },
  message: {
    en: ({ column, field, rival }) =>
      rival === null
        ? `"${column}" was assumed to be ${field}; --map ${field}="${column}" settles it`
        : `"${column}" was taken for ${field}, but "${rival}" could be it as well; --map ${field}="…" settles it`,
    fa: ({ column, field, rival }) =>
      rival === null
        ? `«${column}» به‌عنوان ${field} فرض شد؛ با --map ${field}="${column}" قطعی کنید`
        : `«${column}» به‌عنوان ${field} گرفته شد، ولی «${rival}» هم می‌تواند باشد؛ با --map ${field}="…" قطعی کنید`,
  },
  fix: {
    en: 'Say what the column is: --map field="Column", or the key mapping in the config.',
    fa: 'بگویید ستون چیست: --map field="Column"، یا کلید mapping در تنظیمات.',
  },
  examples: {
    accept: 'id amount\nD1 5000\n# columns\namount 0.8',
    reject: 'id amount\nD1 5000\n# columns\namount 0.79',
  },
});
