/** The comments of a config file that `kpi init` writes. */
import type { Text } from '../locale/text.js';

/** What the file says of itself. */
export const ABOUT = {
  template: { en: 'Settings of `kpi`.', fa: 'تنظیمات `kpi`.' },
  files: (files: string): Text => ({
    en: `What \`kpi\` understood of ${files}. With this file beside it, the next run asks nothing.`,
    fa: `آنچه \`kpi\` از ${files} فهمید. با این فایل، اجرای بعدی چیزی نمی‌پرسد.`,
  }),
  how: {
    en: 'Lines that begin with #key: are examples; take the # off to use one. Command-line options beat this file, and this file beats what is detected. `kpi schema config` describes every key.',
    fa: 'سطرهایی که با #key: آغاز می‌شوند نمونه‌اند؛ برای به‌کاربردن، # را بردارید. گزینه‌های خط فرمان بر این فایل مقدم‌اند و این فایل بر تشخیص خودکار. شرح همه‌ی کلیدها: `kpi schema config`.',
  },
} as const;

/** Headings within the drafted keys. */
export const KEYS = {
  unused: { en: 'Columns that no field uses:', fa: 'ستون‌هایی که فیلدی از آن‌ها خوانده نمی‌شود:' },
  known: { en: 'These need no answer:', fa: 'این‌ها پاسخی نمی‌خواهند:' },
  ask: {
    en: 'Not known. Write won, lost, open or excluded behind the name and take the # off:',
    fa: 'ناشناخته. پس از نام، won، lost، open یا excluded بنویسید و # را بردارید:',
  },
  contract: {
    en: 'The contract: what each column holds today and has to hold tomorrow. Each has to be there unless it is optional; loosen what is too strict.',
    fa: 'قرارداد: آنچه هر ستون امروز دارد و فردا باید داشته باشد. هر ستون باید باشد مگر optional باشد؛ آنچه سخت‌گیرانه است را نرم‌تر کنید.',
  },
} as const satisfies Record<string, Text>;
