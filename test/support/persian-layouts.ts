import { toJalaali } from 'jalaali-js';
import { type Cells, dualClose, type Layout, type LayoutDeal, percent, print } from './print-layout.js';

/* The sixteen deals as Persian CRMs export them. */

/** `1234` → `۱۲۳۴`. */
function persianDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)));
}

/** `2024-02-19` → `1402/11/30`. */
function jalali(day: string): string {
  if (day === '') return '';
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const { jy, jm, jd } = toJalaali(year, month, date);
  return [jy, String(jm).padStart(2, '0'), String(jd).padStart(2, '0')].join('/');
}

/** A deal in Didar's export, and the product line that the row is of. */
interface Line extends LayoutDeal {
  readonly product: string;
  readonly price: string;
}

/** Every third deal has two product lines: its own columns stand in both rows. */
function lines(deals: readonly LayoutDeal[]): Line[] {
  return deals.flatMap((deal, index): Line[] => {
    const first = { ...deal, product: 'نصب', price: '700' };
    return index % 3 === 0 ? [first, { ...deal, product: 'پشتیبانی', price: '300' }] : [first];
  });
}

/** One row per product line, Jalali dates, Persian digits and separators; the amount is the deal's, not the line's. */
const didar: Layout = {
  file: 'didar.csv',
  preset: 'didar',
  print: (deals) => {
    const rows = lines(deals);
    const line = (row: number): Line | undefined => rows[row];
    return `\uFEFF${print(
      rows,
      [
        ['کد دیدار معامله', (deal) => persianDigits(String(4000 + Number(deal.id.slice(1))))],
        ['عنوان معامله', (deal) => `معامله ${deal.id}`],
        ['کاریز معامله', () => 'فروش'],
        ['مرحله کاریز معامله', () => 'ارسال پیش‌فاکتور'],
        ['وضعیت معامله', (deal) => ({ won: 'موفق', lost: 'ناموفق', open: 'جاری' })[deal.outcome]],
        ['ارزش معامله', (deal) => (deal.amount === '' ? '' : grouped(deal.amount))],
        ['مسئول معامله', (deal) => deal.owner],
        ['تاریخ ایجاد معامله', (deal) => persianDigits(jalali(deal.created))],
        ['تاریخ انجام معامله', (deal) => persianDigits(jalali(deal.closed))],
        ['تاریخ احتمالی انجام معامله', (deal) => persianDigits(jalali(deal.expected))],
        ['شیوه آشنایی معامله', (deal) => deal.source],
        ['شرکت معامله', (deal) => deal.account],
        // Didar has no probability; a team may add the field.
        ['احتمال موفقیت', (deal) => persianDigits(`${percent(deal.probability)}٪`)],
        ['کد محصول', (_, row) => `P-${row}`],
        ['عنوان محصول', (_, row) => line(row)?.product ?? ''],
        ['تعداد محصول', () => persianDigits('2')],
        ['قیمت', (_, row) => persianDigits(line(row)?.price ?? '')],
      ],
      { delimiter: ',', newline: '\r\n' },
    )}`;
  },
};

/** `12000` → `۱۲٬۰۰۰`. */
function grouped(amount: string): string {
  return persianDigits(amount.replace(/\B(?=(\d{3})+$)/g, '٬'));
}

/** The Persian template of vtiger: English stage names, Jalali dates, a day of closing that the team has added. */
const vtigerFa: Layout = {
  file: 'vtiger-fa.csv',
  preset: 'vtiger_fa',
  print: (deals) =>
    print(
      deals,
      [
        ['شماره فرصت فروش', (_, index) => `POT${index + 1}`],
        ['نام فرصت فروش', (deal) => `فرصت ${deal.id}`],
        ['نام سازمان', (deal) => deal.account],
        ['نام مخاطب', () => ''],
        ['منبع سرنخ', (deal) => deal.source],
        ['ارجاع به', (deal) => deal.owner],
        ['مرحله فروش', (deal) => ({ won: 'Closed Won', lost: 'Closed Lost', open: 'Needs Analysis' })[deal.outcome]],
        ['درصد پیشرفت', (deal) => percent(deal.probability)],
        ['مقدار', (deal) => deal.amount],
        ['تاریخ پیگیری بعدی', () => ''],
        ['زمان ایجاد', (deal) => jalali(deal.created)],
        ['تاریخ بسته شدن', (deal) => jalali(dualClose(deal))],
        ['توضیحات', () => 'تماس گرفته شد'],
      ],
      { delimiter: ',', newline: '\r\n' },
    ),
};

/** EspoCRM in Persian: both closed stages are called "closed", so that only the probability tells them apart. */
const espocrmFa: Layout = {
  file: 'espocrm-fa.csv',
  preset: 'espocrm',
  print: (deals) => print(deals, ESPOCRM_FA, { delimiter: ',', newline: '\n', quoteAll: true }),
};

const ESPOCRM_FA: Cells = [
  ['شناسه', (deal) => `65f0c1${deal.id.toLowerCase()}a2b3c`],
  ['نام', (deal) => `${deal.account} ${deal.id}`],
  ['حساب', (deal) => deal.account],
  ['مرحله', (deal) => ({ won: 'بسته شد', lost: 'بسته شده است', open: 'پروپوزال' })[deal.outcome]],
  ['مقدار', (deal) => deal.amount],
  ['مقدار پول', () => 'EUR'],
  ['احتمال٪', (deal) => percent(deal.probability)],
  ['منبع لید', (deal) => deal.source],
  ['تاریخ بستن', dualClose],
  ['ایجاد شده در', (deal) => `${deal.created} 08:00:00`],
  ['کاربر اختصاص داده شده', (deal) => deal.owner],
  ['لید اصلی', () => ''],
];

export const PERSIAN_LAYOUTS: readonly Layout[] = [didar, vtigerFa, espocrmFa];
