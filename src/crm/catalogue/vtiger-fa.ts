import { definePreset } from '../definition.js';

export const vtigerFa = definePreset({
  id: 'vtiger_fa',
  title: 'Persian vtiger (ویتایگر فارسی)',
  fingerprint: [
    {
      role: 'deals',
      all: ['نام فرصت فروش'],
      any: ['مرحله فروش', 'نام سازمان', 'درصد پیشرفت', 'ارجاع به', 'منبع سرنخ'],
    },
    { role: 'deals', all: ['مرحله فروش', 'ارجاع به'], any: ['درصد پیشرفت', 'نام سازمان'] },
  ],
  columns: {
    deals: {
      id: ['شماره فرصت فروش', 'شناسه فرصت فروش', 'شناسه'],
      name: ['نام فرصت فروش'],
      account: ['نام سازمان'],
      contact: ['نام مخاطب'],
      type: ['نوع'],
      source: ['منبع سرنخ', 'منبع'],
      owner: ['ارجاع به'],
      stage: ['مرحله فروش'],
      probability: ['درصد پیشرفت', 'احتمال'],
      amount: ['مقدار', 'مبلغ'],
      currency: ['واحد پول'],
      next_activity: ['تاریخ پیگیری بعدی'],
      created_at: ['زمان ایجاد'],
      close_date: ['تاریخ بسته شدن', 'تاریخ بستن', 'تاریخ مورد انتظار بسته شدن'],
      modified_at: ['زمان ویرایش', 'زمان تغییر'],
    },
  },
  ignore: ['توضیحات', 'درآمد وزنی', 'درآمد پیش‌بینی شده'],
  outcomes: {
    won: ['بسته موفق', 'فروش موفق', 'موفق', 'Closed Won'],
    lost: ['بسته ناموفق', 'فروش ناموفق', 'ناموفق', 'Closed Lost'],
    open: [
      'Prospecting',
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Perception Analysis',
      'Proposal or Price Quote',
      'Negotiation or Review',
    ],
  },
  notes: [
    'The template has no day of closing: without a column added for it, what belongs to a period by its closing cannot be computed.',
    'Dates are Gregorian or Jalali, by the settings of the user; every cell tells which.',
  ],
  source: 'the import and export template of Persian distributions of vtiger CRM (headers)',
});
