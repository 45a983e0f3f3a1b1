import { definePreset } from '../definition.js';

export const espocrm = definePreset({
  id: 'espocrm',
  title: 'EspoCRM',
  fingerprint: [
    {
      role: 'deals',
      all: ['Name', 'Stage', 'Close Date'],
      any: ['Probability, %', 'Amount Weighted', 'Amount (converted)', 'Last Stage', 'Original Lead'],
    },
    { role: 'deals', all: ['amountCurrency', 'closeDate'] },
    { role: 'deals', all: ['مرحله', 'تاریخ بستن'], any: ['منبع لید', 'احتمال٪', 'لید اصلی', 'مقدار پول'] },
  ],
  columns: {
    deals: {
      id: ['ID', 'id', 'شناسه'],
      name: ['Name', 'name', 'نام'],
      account: ['Account', 'accountName', 'Account Name', 'حساب'],
      account_id: ['accountId', 'Account ID'],
      stage: ['Stage', 'stage', 'مرحله'],
      amount: ['Amount', 'amount', 'مقدار'],
      currency: ['Amount Currency', 'amountCurrency', 'مقدار پول'],
      probability: ['Probability, %', 'probability', 'احتمال٪'],
      close_date: ['Close Date', 'closeDate', 'تاریخ بستن'],
      created_at: ['Created At', 'createdAt', 'ایجاد شده در', 'تاریخ ایجاد'],
      modified_at: ['Modified At', 'modifiedAt', 'ویرایش شده در'],
      owner: ['Assigned User', 'assignedUserName', 'کاربر اختصاص داده شده', 'مسئول'],
      source: ['Lead Source', 'leadSource', 'منبع لید'],
      lead_id: ['originalLeadId'],
    },
  },
  ignore: [
    'Amount Weighted',
    'Amount Weighted (converted)',
    'amountWeightedConverted',
    'Amount (converted)',
    'amountConverted',
    'Last Stage',
    'lastStage',
    'Campaign',
    'کمپین',
  ],
  outcomes: {
    won: ['Closed Won'],
    lost: ['Closed Lost'],
    open: [
      'Prospecting',
      'Qualification',
      'Proposal',
      'Negotiation',
      'اکتشاف',
      'شرایط',
      'تجزیه و تحلیل نیازها',
      'ارزش پیشنهادی',
      'تحلیل ادراک',
      'پروپوزال',
      'مذاکره',
    ],
  },
  notes: [
    'The Persian pack has called the stages Closed Won and Closed Lost «بسته شد» and «بسته شده است», which both mean "closed": such deals are settled by their probability, 100 or 0.',
    '"Amount" and "Amount Currency" belong together; the converted amount names no currency and is left.',
  ],
  source:
    'the Opportunity entity of github.com/espocrm/espocrm (labels of en_US and fa_IR, attribute names of CSV exports)',
});
