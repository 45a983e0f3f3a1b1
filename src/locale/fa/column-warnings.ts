import type { COLUMN_WARNINGS as English } from '../en/column-warnings.js';
import { fieldWords } from '../reasons.js';
import type { Spoken } from '../said.js';
import { fieldName, listed, number, percent, quoted, ROLES } from './words.js';

const READINGS = {
  'day/month': 'ترتیب روز/ماه',
  'month/day': 'ترتیب ماه/روز',
  'decimal point': 'ممیز نقطه',
  'decimal comma': 'ممیز ویرگول',
} as const;

function either(columns: readonly string[]): string {
  const last = columns.at(-1);
  return columns.length < 2 || last === undefined ? quoted(columns) : `${quoted(columns.slice(0, -1))} یا «${last}»`;
}

export const COLUMN_WARNINGS: Spoken<typeof English> = {
  assumed_mapping: ({ file, column, field, key, reason }, { say }) =>
    `${file}: ستون «${column}» به‌عنوان ${fieldName(field)} فرض شد (${say(reason)})؛ با --map ${key}="…" مشخص کنید.`,
  unfit_column: ({ file, column, field, key, share }) =>
    `${file}: ستون «${column}» نام ${fieldName(field)} را دارد، اما تنها ${percent(share)} سلول‌هایش با آن می‌خواند و کنار گذاشته شد (--map ${key}="${column}" سلول‌های خوانا را می‌گیرد).`,
  refused_column: ({ file, column, field, key, why, hopeless }, { say }) =>
    `${file}: ستون «${column}» نام ${fieldName(field)} را دارد، اما ${say(why)} و کنار گذاشته شد${hopeless ? '' : ` (با --map ${key}="${column}" با این همه گرفته می‌شود)`}.`,
  mapping_tie: ({ file, column, field, key, other }) =>
    `${file}: ستون «${column}» به‌عنوان ${fieldName(field)} گرفته شد؛ «${other}» هم می‌تواند باشد (با --map ${key}="${other}" بگویید).`,
  unmapped_candidates: ({ file, fields }) => {
    const could = fields.map(
      ({ field, columns, option }) => `${fieldWords(field, 'fa')} شاید ${either(columns)} باشد (${option})`,
    );
    return `${file}: چون ستونی برای این فیلدها پیدا نشد، برخی شاخص‌ها محاسبه نشد؛ ${could.join('؛ ')}.`;
  },
  ambiguous_column: ({ file, column, taken, other, cells, example }) =>
    `${file}: ستون «${column}»${example === null ? '' : `، آنجا که مانند ${example} نوشته شده،`} با ${READINGS[taken]} خوانده شد؛ چیزی در فایل آن را روشن نمی‌کند و ${number(cells)} سلول با ${READINGS[other]} مقدار دیگری می‌گیرد (با ${taken.startsWith('decimal') ? '--decimal' : '--date-order'} روشن می‌شود).`,
  map_without_effect: ({ key, column, field, roles }) =>
    `--map ${key}="${column}" اثری ندارد: فایل‌ها ${roles.map((role) => ROLES[role] ?? role).join('، ')} دارند که ${fieldName(field)} ندارد (\`kpi list fields\` نشان می‌دهد هر کدام چه فیلدهایی می‌تواند داشته باشد).`,
  nothing_to_ignore: ({ column, near }) =>
    `هیچ فایلی ستونی به نام «${column}» ندارد که نادیده گرفته شود.${near === null ? '' : ` منظورتان «${near}» بود؟`}`,
  unknown_stage_said: ({ stage, outcome, near, stages, more }) => {
    const place = outcome === null ? `stages: "${stage}"` : `--stage "${stage}=${outcome}"`;
    const hint =
      near !== null
        ? `منظورتان «${near}» بود؟`
        : stages.length === 0
          ? 'هیچ ستونی مرحله ندارد (--map stage="نام ستون").'
          : `مرحله‌ها: ${listed(
              stages.map((name) => `«${name}»`),
              more,
            )}.`;
    return `${place}: هیچ فایلی مرحله‌ای به نام «${stage}» ندارد، پس بی‌اثر ماند. ${hint}`;
  },
  time_zone: ({ file, column, cells }) =>
    `${file}: زمان‌های ستون «${column}» چند اختلاف ساعت دارند؛ روز ${number(cells)} تای آن‌ها با روز نوشته‌شده یکی نیست (با --timezone روشن می‌شود، مانند Asia/Tehran).`,
  unreadable_cells: ({ file, column, field, cells, examples }) =>
    `${file === null ? '' : `${file}: `}${number(cells)} سلول از «${column}» ${field === null ? 'تاریخ نیست' : `به‌عنوان ${fieldName(field)} خوانا نیست`} و خالی به‌شمار آمد${examples.length === 0 ? '' : `: ${quoted(examples)}`}.`,
  unknown_currency: ({ file, column, cells, values, more }) =>
    `${file}: ${number(cells)} سلول از «${column}» نام ارزی نیست و خالی به‌شمار آمد (${listed(
      values.map(({ text, rows }) => `«${text}» ${number(rows)}`),
      more,
    )})؛ با --currency CODE ارز مبلغ‌های بدون ارز را مشخص کنید.`,
  own_currency: ({ file, column, amount }) =>
    `${file}: «${amount}» به ارز خود شرکت است، پس ارزهای گوناگون «${column}» که ارز معامله‌هاست درباره‌ی آن چیزی نمی‌گوید؛ با --currency CODE آن را مشخص کنید.`,
  currency_conflict: ({ file, column, amount, amounts, counts }) =>
    counts === 'amount'
      ? `${file}: ${number(amounts)} مبلغ از «${amount}» در سرستون یا در خود سلول ارز دیگری جز «${column}» دارد؛ آنچه کنار مبلغ آمده به‌شمار آمد.`
      : `${file}: ${number(amounts)} مبلغ از «${amount}» با نشانه‌ی ارز دیگری جز «${column}» نوشته شده است؛ ستون به‌شمار آمد (با --ignore "${column}" نشانه به‌شمار می‌آید).`,
};
