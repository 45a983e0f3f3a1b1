import type { RawTable, ReadFinding, TableHead } from '../load/raw-table.js';
import type { Text } from '../locale/text.js';
import type { LoadWarning } from '../model/load-warnings.js';

/** Rows named in a sentence. */
const LISTED = 5;

/** Findings that are about rows or cells; the others are about the file. */
const COUNTED: ReadonlySet<string> = new Set([
  ...['stray_quote', 'encoding_damage', 'formula_without_value', 'cell_error', 'nul_bytes'],
  ...['row_too_long', 'row_too_short', 'row_mended', 'row_unclear'],
]);

/** What the reader of a file saw that a person should know. */
export function readWarnings(file: string, { findings, head }: Pick<RawTable, 'findings' | 'head'>): LoadWarning[] {
  return findings.map((finding) => {
    const { en, fa } = sentence(finding, head);
    const { code, count, places, lines = [] } = finding;
    const rows = places.map((row, index) => ({ row, line: lines[index] || null }));
    const counted = COUNTED.has(code) ? { count, rows } : {};
    return {
      code,
      text: { en: `${file}: ${en}.`, fa: `${file}: ${fa}.` },
      about: { file, sheet: head.sheet, ...counted },
    };
  });
}

function sentence({ code, count, places, detail }: ReadFinding, { sheet, encoding }: TableHead): Text {
  const named = places.slice(0, LISTED).join(', ');
  const more = count > LISTED ? ', …' : '';
  const rows = places.length === 0 ? '' : ` (row ${named}${more})`;
  const inPersian = places.length === 0 ? '' : ` (سطر ${named}${more})`;
  const many = (one: string, several: string): string => `${count} ${count === 1 ? one : several}`;
  const sentences: { readonly [C in typeof code]: Text } = {
    row_too_long: {
      en: `${many('row has', 'rows have')} more cells than the header; the cells beyond it were left out${rows}`,
      fa: `${count} سطر بیش از سرستون‌ها سلول دارد؛ سلول‌های افزون کنار گذاشته شد${inPersian}`,
    },
    row_too_short: {
      en: `${many('row has', 'rows have')} fewer cells than the header; what is missing counts as empty${rows}`,
      fa: `${count} سطر کمتر از سرستون‌ها سلول دارد؛ سلول‌های نبوده خالی به‌شمار آمد${inPersian}`,
    },
    row_mended: {
      en: `${many('row has', 'rows have')} another number of cells than the others and ${count === 1 ? 'was' : 'were'} mended in the only way that fits the columns${rows}; a delimiter inside a cell was not quoted, or a cell is missing`,
      fa: `شمار سلول‌های ${count} سطر با دیگر سطرها یکی نیست و به تنها راهی که با ستون‌ها جور بود درست شد${inPersian}؛ جداکننده‌ای درون سلول بی‌گیومه مانده یا سلولی جا افتاده است`,
    },
    row_unclear: {
      en: `${many('row has', 'rows have')} another number of cells than the others and ${count === 1 ? 'was' : 'were'} left out${rows}: it is open which cell belongs to which column (quote cells that hold the delimiter)`,
      fa: `شمار سلول‌های ${count} سطر با دیگر سطرها یکی نیست و کنار گذاشته شد${inPersian}: روشن نیست کدام سلول از آنِ کدام ستون است (سلول‌هایی را که جداکننده دارند در گیومه بگذارید)`,
    },
    stray_quote: {
      en: `${many('cell holds', 'cells hold')} a quote where none belongs, kept as text${rows}`,
      fa: `${count} سلول گیومه‌ی نابه‌جا دارد؛ همان‌گونه به‌عنوان متن نگه داشته شد${inPersian}`,
    },
    unterminated_quote: {
      en: `a quote is opened and never closed${rows}; the row was read up to its line end`,
      fa: `گیومه‌ای باز شده و بسته نشده است${inPersian}؛ سطر تا پایان خط خوانده شد`,
    },
    encoding_guessed: {
      en: `the text is not UTF-8; it was read as ${detail} (--encoding says otherwise)`,
      fa: `متن UTF-8 نیست و با رمزگذاری ${detail} خوانده شد (با --encoding تغییر می‌کند)`,
    },
    encoding_unknown: {
      en: `the text is in none of the encodings that kpi knows by its bytes; it was read as ${detail}, and letters beyond ASCII may be wrong (--encoding says which it is)`,
      fa: `متن در هیچ‌یک از رمزگذاری‌هایی نیست که kpi از روی بایت‌ها می‌شناسد؛ با ${detail} خوانده شد و نویسه‌های فراتر از ASCII شاید نادرست باشد (با --encoding رمزگذاری را بگویید)`,
    },
    encoding_damage: {
      en: `${many('place is', 'places are')} no valid text in ${encoding}${rows}`,
      fa: `${count} جای متن در رمزگذاری ${encoding} نادرست است${inPersian}`,
    },
    formula_without_value: {
      en: `${many('formula carries no calculated value and counts', 'formulas carry no calculated value and count')} as empty${rows}; open and save the workbook once`,
      fa: `${count} فرمول مقدار محاسبه‌شده ندارد و خالی به‌شمار آمد${inPersian}؛ فایل را یک بار در اکسل باز و ذخیره کنید`,
    },
    cell_error: {
      en: `${many('cell holds', 'cells hold')} a spreadsheet error such as ${detail}${rows}`,
      fa: `${count} سلول خطای صفحه‌گسترده دارد، مانند ${detail}${inPersian}`,
    },
    other_sheets: {
      en: `the sheet "${sheet}" was read; other sheets hold data, too: ${detail} (--sheet chooses)`,
      fa: `برگه‌ی «${sheet}» خوانده شد؛ برگه‌های دیگری هم داده دارد: ${detail} (با --sheet انتخاب کنید)`,
    },
    sheet_missing: {
      en: `the workbook lists ${count === 1 ? 'a sheet that is' : `${count} sheets that are`} not in the file: ${detail}`,
      fa: `کارپوشه ${count === 1 ? 'برگه‌ای' : `${count} برگه`} را نام می‌برد که در فایل نیست: ${detail}`,
    },
    other_tables: {
      en: `the file holds more than one table; the rows of the others were left out: ${detail} (a file of its own for each lets them be read)`,
      fa: `فایل بیش از یک جدول دارد؛ سطرهای جدول‌های دیگر کنار گذاشته شد: ${detail} (برای خواندنشان هر جدول را در فایلی جدا بگذارید)`,
    },
    duplicate_header: {
      en: `columns with the same name: ${detail}`,
      fa: `ستون‌های هم‌نام: ${detail}`,
    },
    nul_bytes: {
      en: `${many('NUL byte was', 'NUL bytes were')} left out${rows}`,
      fa: `${count} بایت NUL کنار گذاشته شد${inPersian}`,
    },
  };
  return sentences[code];
}
