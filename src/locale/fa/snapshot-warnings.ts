import type { ComparedField, SNAPSHOT_WARNINGS as ENGLISH } from '../en/snapshot-warnings.js';
import type { Spoken } from '../said.js';

const COMPARED: { readonly [F in ComparedField]: string } = {
  id: 'شناسه',
  name: 'نام',
  account: 'شرکت',
  owner: 'مسئول',
  pipeline: 'پایپ‌لاین',
  stage: 'مرحله',
  outcome: 'نتیجه',
  amount: 'مبلغ',
  created_at: 'تاریخ ایجاد',
  expected_close: 'تاریخ احتمالی بسته شدن',
  probability: 'احتمال موفقیت',
};

const all = (files: readonly string[]): string => files.join('، ');

export const SNAPSHOT_WARNINGS: Spoken<typeof ENGLISH> = {
  snapshots_reordered: ({ exports }, { day }) =>
    `خروجی‌ها به ترتیب روزی که گرفته شده‌اند چیده شدند: ${exports
      .map(({ files, taken }) => `${all(files)} (${day(taken)})`)
      .join('، ')}. با --taken می‌توان روزهای دیگری گفت.`,
  snapshots_same_day: ({ day: taken, files }, { day }) =>
    `تا آنجا که پیداست ${all(files)} همه در ${day(taken)} گرفته شده‌اند و به ترتیبی که داده شده‌اند مقایسه می‌شوند؛ با --taken می‌توان روزهای دیگری گفت.`,
  snapshots_undated: ({ files }) =>
    `هیچ‌چیز نمی‌گوید ${all(files)} کی گرفته شده ${files.length === 1 ? 'است' : 'اند'}، پس خروجی‌ها به ترتیبی که داده شده‌اند مقایسه می‌شوند، قدیمی‌ترین نخست؛ با --taken می‌توان روزها را گفت.`,
  snapshots_same_file: ({ files }) => `${all(files)} بایت‌به‌بایت یک فایل‌اند: چیزی میان آن‌ها نمی‌تواند تغییر کرده باشد.`,
  snapshot_name_contradicted: ({ files, named, newest }, { day }) =>
    `نام ${all(files)} از ${day(named)} می‌گوید، ولی چیزی ثبت‌شده در ${day(newest)} دارد و گرفته‌شده در همان روز به حساب می‌آید؛ با --taken می‌توان روز دیگری گفت.`,
  snapshots_other_fields: ({ exports }) =>
    `ستون‌های خروجی‌ها یکسان نیست: ${exports
      .map(({ files, fields }) => `${all(files)} این‌ها را ندارد: ${fields.map((field) => COMPARED[field]).join('، ')}`)
      .join('؛ ')}. آنچه به این‌ها وابسته است مقایسه‌شدنی نیست.`,
  snapshots_empty: ({ files, where }) =>
    where
      ? `شرط --where هیچ معامله‌ای از ${all(files)} باقی نمی‌گذارد: هر چه از خروجی دیگر می‌ماند تازه یا ناپدیدشده به حساب می‌آید.`
      : `${all(files)} هیچ معامله‌ای ندارد: هر چه در خروجی دیگر است تازه یا ناپدیدشده به حساب می‌آید.`,
};
