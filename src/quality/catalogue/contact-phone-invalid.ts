import { asciiDigits } from '../../locale/fold.js';
import { cellFindings, filledCells } from '../cell-findings.js';
import { defineRule } from '../definition.js';
import { ANY_CELL, rowsPassing, textColumns } from '../texts.js';

/** No number is longer than 15 digits (ITU-T E.164); shorter than 7 is an extension. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

export const contactPhoneInvalid = defineRule({
  id: 'contact.phone_invalid',
  title: { en: 'Phone numbers that cannot be', fa: 'شماره‌های تلفن ناممکن' },
  dimension: 'validity',
  severity: 'info',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all filled phone cells, those with fewer than 7 or more than 15 digits, with letters other than an extension, or in the scientific notation that a spreadsheet writes for long numbers (9.89E+11).',
    fa: 'از همه‌ی خانه‌های پر تلفن، آن‌هایی که کمتر از ۷ یا بیش از ۱۵ رقم دارند، جز داخلی حرف دارند، یا به نماد علمی‌اند که صفحه‌گسترده برای عددهای بلند می‌نویسد (9.89E+11).',
  },
  source: 'ITU-T E.164; Soda, validity format "phone number"',
  needs: ['contact_phone'],
  affects: [],
  check({ population }) {
    const columns = textColumns(population, ['contact_phone']);
    return cellFindings(
      filledCells(columns),
      columns.map((one) => ({
        ...one,
        rows: rowsPassing(one.column, { hint: ANY_CELL, test: (text) => faultOf(text) !== null }),
      })),
      (text) => ({ text, fault: faultOf(text) ?? 'letters' }),
    );
  },
  message: {
    en: ({ text, fault }) => `"${text}" is no phone number: ${FAULTS[fault].en}`,
    fa: ({ text, fault }) => `«${text}» شماره‌ی تلفن نیست: ${FAULTS[fault].fa}`,
  },
  fix: {
    en: 'Write numbers with the country code (+98 21 …); import phone columns into a spreadsheet as text.',
    fa: 'شماره‌ها را با کد کشور بنویسید (+98 21 …) و ستون تلفن را در صفحه‌گسترده به‌صورت متن وارد کنید.',
  },
  examples: {
    accept: 'id contact_phone\nD1 +49(0)30-123456\nD2 ۰۲۱۸۸۷۷۶۶۵۵\nD3 .\nD4 555-1234_ext_12',
    reject: 'id contact_phone\nD1 +49(0)30-123456\nD2 9.89E+11',
  },
});

const FAULTS = {
  scientific: { en: 'a spreadsheet has cut it', fa: 'صفحه‌گسترده آن را بریده است' },
  short: { en: 'it has fewer than 7 digits', fa: 'کمتر از ۷ رقم دارد' },
  long: { en: 'it has more than 15 digits', fa: 'بیش از ۱۵ رقم دارد' },
  letters: { en: 'it has letters', fa: 'حرف دارد' },
} as const;

type Fault = keyof typeof FAULTS;

/** What is wrong with a phone number, or null. Several may stand in a cell, separated by ; / or a comma. */
function faultOf(cell: string): Fault | null {
  const text = asciiDigits(cell);
  if (/^\s*\d(?:[.,]\d+)?E\+?\d+\s*$/i.test(text)) return 'scientific';
  for (const part of text.split(/[;,/]/)) {
    if (part.trim() === '') continue;
    const [number = ''] = part.split(/ext\.?|x(?=\s*\d)|داخلی/i);
    if (/\p{L}/u.test(number.replace(/^\s*(?:tel|phone|mobile|fax|تلفن|موبایل)\.?:?/iu, ''))) return 'letters';
    const digits = number.replace(/\D/g, '').length;
    if (digits < FEWEST_DIGITS) return 'short';
    if (digits > MOST_DIGITS) return 'long';
  }
  return null;
}
