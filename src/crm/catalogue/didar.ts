import { definePreset } from '../definition.js';

export const didar = definePreset({
  id: 'didar',
  title: 'Didar (دیدار)',
  fingerprint: [
    { role: 'deals', all: ['کد دیدار معامله'] },
    { role: 'deals', all: ['عنوان معامله'], any: ['کاریز معامله', 'مرحله کاریز معامله', 'وضعیت معامله'] },
    { role: 'customers', all: ['کد دیدار شرکت', 'نام شرکت'] },
    { role: 'customers', all: ['کد دیدار مشتری'] },
  ],
  columns: {
    deals: {
      id: ['کد دیدار معامله'],
      name: ['عنوان معامله'],
      pipeline: ['کاریز معامله'],
      stage: ['مرحله کاریز معامله'],
      status: ['وضعیت معامله'],
      amount: ['ارزش معامله'],
      owner: ['مسئول معامله'],
      created_at: ['تاریخ ایجاد معامله'],
      closed_at: ['تاریخ انجام معامله'],
      expected_close: ['تاریخ احتمالی انجام معامله'],
      source: ['شیوه آشنایی معامله'],
      lost_reason: ['دلیل شکست معامله'],
      account: ['شرکت معامله'],
      account_id: ['کد دیدار شرکت معامله'],
      contact: ['نام خانوادگی شخص معامله', 'نام شخص معامله'],
      product: ['عنوان محصول', 'کد محصول'],
    },
    customers: {
      id: ['کد دیدار شرکت', 'کد دیدار مشتری'],
      name: ['نام شرکت', 'نام خانوادگی مشتری', 'نام مشتری'],
      owner: ['مسئول شرکت', 'مسئول مشتری'],
      created_at: ['تاریخ ثبت شرکت', 'تاریخ ثبت مشتری'],
    },
  },
  ignore: [
    'ثبت کننده معامله',
    'یادداشت شکست معامله',
    'کد دیدار شخص معامله',
    'موبایل شخص معامله',
    'تعداد محصول',
    'قیمت',
  ],
  outcomes: { won: ['موفق'], lost: ['ناموفق'], open: ['جاری'] },
  notes: [
    'One row per product line: a deal with two products stands in two rows, its own columns repeated, and counts once with the amount of the deal.',
    'The status decides; «مرحله کاریز معامله» is the last open stage.',
    'The file does not name its currency: --currency IRR or IRT says it.',
    'Dates are Jalali.',
  ],
  source: 'the workbook معاملات.xlsx of an export, support.didar.me',
});
