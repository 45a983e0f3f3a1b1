import type { READ_WARNINGS as EN } from '../en/read-warnings.js';
import type { Spoken } from '../said.js';
import { inRows, number } from './words.js';

export const READ_WARNINGS: Spoken<typeof EN> = {
  row_too_long: ({ file, count, rows }) =>
    `${file}: ${number(count)} سطر بیش از سرستون‌ها سلول دارد؛ سلول‌های افزون کنار گذاشته شد${inRows(rows, count)}.`,
  row_too_short: ({ file, count, rows }) =>
    `${file}: ${number(count)} سطر کمتر از سرستون‌ها سلول دارد؛ سلول‌هایی که نیست خالی به‌شمار آمد${inRows(rows, count)}.`,
  row_mended: ({ file, count, rows }) =>
    `${file}: شمار سلول‌های ${number(count)} سطر با دیگر سطرها یکی نیست و به تنها راهی که با ستون‌ها جور بود درست شد${inRows(rows, count)}؛ جداکننده‌ای درون سلول بی‌گیومه مانده یا سلولی جا افتاده است.`,
  row_unclear: ({ file, count, rows }) =>
    `${file}: شمار سلول‌های ${number(count)} سطر با دیگر سطرها یکی نیست و کنار گذاشته شد${inRows(rows, count)}: روشن نیست کدام سلول از آنِ کدام ستون است (سلول‌هایی را که جداکننده دارند در گیومه بگذارید).`,
  stray_quote: ({ file, count, rows }) =>
    `${file}: ${number(count)} سلول گیومه‌ی نابه‌جا دارد؛ همان‌گونه به‌عنوان متن نگه داشته شد${inRows(rows, count)}.`,
  unterminated_quote: ({ file, count, rows }) =>
    `${file}: گیومه‌ای باز شده و بسته نشده است${inRows(rows, count)}؛ سطر تا پایان خط خوانده شد.`,
  encoding_guessed: ({ file, detail }) =>
    `${file}: متن UTF-8 نیست و با رمزگذاری ${detail} خوانده شد (با --encoding تغییر می‌کند).`,
  encoding_unknown: ({ file, detail }) =>
    `${file}: متن در هیچ‌یک از رمزگذاری‌هایی نیست که kpi از روی بایت‌ها می‌شناسد؛ با ${detail} خوانده شد و نویسه‌های فراتر از ASCII شاید نادرست باشد (با --encoding رمزگذاری را بگویید).`,
  encoding_damage: ({ file, count, rows, encoding }) =>
    `${file}: ${number(count)} جای متن در رمزگذاری ${encoding} نادرست است${inRows(rows, count)}.`,
  formula_without_value: ({ file, count, rows }) =>
    `${file}: ${number(count)} فرمول مقدار محاسبه‌شده ندارد و خالی به‌شمار آمد${inRows(rows, count)}؛ فایل را یک بار در اکسل باز و ذخیره کنید.`,
  cell_error: ({ file, count, rows, detail }) =>
    `${file}: ${number(count)} سلول خطای صفحه‌گسترده دارد، مانند ${detail}${inRows(rows, count)}.`,
  other_sheets: ({ file, sheet, detail }) =>
    `${file}: برگه‌ی «${sheet}» خوانده شد؛ برگه‌های دیگری هم داده دارد: ${detail} (با --sheet انتخاب کنید).`,
  sheet_missing: ({ file, count, detail }) =>
    `${file}: کارپوشه ${count === 1 ? 'برگه‌ای' : `${number(count)} برگه`} را نام می‌برد که در فایل نیست: ${detail}.`,
  other_tables: ({ file, detail }) =>
    `${file}: فایل بیش از یک جدول دارد؛ سطرهای جدول‌های دیگر کنار گذاشته شد: ${detail} (برای خواندنشان هر جدول را در فایلی جدا بگذارید).`,
  duplicate_header: ({ file, detail }) => `${file}: ستون‌های هم‌نام: ${detail}.`,
  nul_bytes: ({ file, count, rows }) => `${file}: ${number(count)} بایت NUL کنار گذاشته شد${inRows(rows, count)}.`,
};
