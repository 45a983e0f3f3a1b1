import { isoDay } from '../../model/civil-day.js';
import type { Place } from '../../model/deals.js';
import { defineRule } from '../definition.js';
import { wholeFile } from '../places.js';
import type { RunColumn } from '../run-history.js';

export const schemaChanged = defineRule({
  id: 'schema.changed',
  title: { en: 'Columns that came, went or changed', fa: 'ستون‌هایی که آمده، رفته یا تغییر کرده‌اند' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'column',
  againstRuns: true,
  condition: {
    en: 'Of all columns of the files and of the last passing run of the history file (--run-history), by the role of the file, those that are new or gone, those that serve a field under another name, and those that are taken for another field than before.',
    fa: 'از همه‌ی ستون‌های فایل‌ها و آخرین اجرای پذیرفته‌شده در فایل تاریخچه (--run-history)، به تفکیک نقش فایل، آن‌هایی که تازه‌اند یا رفته‌اند، آن‌هایی که همان فیلد را با نامی دیگر دارند، و آن‌هایی که به‌عنوان فیلدی دیگر گرفته شدند.',
  },
  source: 'Elementary, schema changes from baseline; Soda, schema',
  needs: [],
  affects: ['new_deals', 'won_deals', 'revenue_won', 'win_rate'],
  check({ population, beside }) {
    const { runs, sources } = beside;
    const previous = runs.at(-1);
    if (previous === undefined || population.size === 0) return { checked: 0, places: [] };
    const now = sources.flatMap((source) =>
      source.columns.map(({ column, field }) => ({ role: source.role as string, column, field, source })),
    );
    const roles = new Set(now.map(({ role }) => role));
    // Roles that were not given this time are another question than the columns of a file.
    const before = previous.columns.filter(({ role }) => roles.has(role));
    const known = new Map(before.map((column) => [key(column), column]));
    const given = new Map(now.map((column) => [key(column), column]));
    const gone = before.filter((column) => !given.has(key(column)));
    const renamed = new Set<RunColumn>();
    const day = isoDay(previous.asOf);
    const changes = now.flatMap((column): Found[] => {
      const { role, field, source } = column;
      const was = known.get(key(column));
      if (was !== undefined && was.field === field) return [];
      const other =
        was === undefined && field !== null ? gone.find((one) => one.role === role && one.field === field) : undefined;
      if (other !== undefined) renamed.add(other);
      const kind = was !== undefined ? 'retyped' : other !== undefined ? 'renamed' : 'added';
      const args = { kind, column: column.column, field, before: was?.field ?? other?.column ?? null, day } as const;
      return [{ place: wholeFile(source), column: column.column, args }];
    });
    const removed = gone
      .filter((column) => !renamed.has(column))
      .map(({ role, column, field }): Found => {
        const source = sources.find((one) => one.role === role);
        const args = { kind: 'removed', column, field, before: null, day } as const;
        return { place: wholeFile(source ?? { file: '', sheet: null }), column, args };
      });
    return { checked: new Set([...known.keys(), ...given.keys()]).size, places: [...changes, ...removed] };
  },
  message: {
    en: ({ kind, column, field, before, day }) =>
      ({
        added: `the column "${column}" is new since the run of ${day}`,
        removed: `the column "${column}"${field === null ? '' : ` (${field})`} is gone since the run of ${day}`,
        renamed: `the column "${column}" is now the ${field}, which was "${before}" in the run of ${day}`,
        retyped: `the column "${column}" was taken for ${field ?? 'nothing'}, and for ${before ?? 'nothing'} in the run of ${day}`,
      })[kind],
    fa: ({ kind, column, field, before, day }) =>
      ({
        added: `ستون «${column}» از اجرای ${day} به بعد تازه است`,
        removed: `ستون «${column}»${field === null ? '' : ` (${field})`} از اجرای ${day} به بعد نیست`,
        renamed: `ستون «${column}» اکنون ${field} است که در اجرای ${day} «${before}» بود`,
        retyped: `ستون «${column}» به‌عنوان ${field ?? 'هیچ'} گرفته شد و در اجرای ${day} ${before ?? 'هیچ'} بود`,
      })[kind],
  },
  fix: {
    en: 'Save the export as a report in the CRM, so that it has the same columns each time; --map names a column that was renamed.',
    fa: 'خروجی را در CRM به‌صورت گزارش ذخیره کنید تا هر بار همان ستون‌ها را داشته باشد؛ --map ستونی را که نامش عوض شده مشخص می‌کند.',
  },
  examples: {
    accept: 'id amount\nD1 5\n# previous 2024-12-01 1\ncolumn Column_1 id\ncolumn Column_2 amount',
    reject: 'id amount\nD1 5\n# previous 2024-12-01 1\ncolumn Column_1 id\ncolumn Value amount',
  },
});

function key({ role, column }: Pick<RunColumn, 'role' | 'column'>): string {
  return `${role}\n${column}`;
}

interface Found {
  readonly place: Place;
  readonly column: string;
  readonly args: {
    readonly kind: 'added' | 'removed' | 'renamed' | 'retyped';
    readonly column: string;
    readonly field: string | null;
    /** The field or the column that it was before. */
    readonly before: string | null;
    readonly day: string;
  };
}
