import { defineTool } from '../definition.js';
import { files, READING } from '../inputs/files.js';
import { flag } from '../inputs/make.js';
import { asOf, horizon, limit, period, sort, where } from '../inputs/what.js';

export const customers = defineTool({
  name: 'customers',
  title: { en: 'List customers', fa: 'فهرست مشتریان' },
  description: {
    en: 'What customers bought, whether they still buy, what they are expected to bring; who is at risk.',
    fa: 'مشتریان چه خریده‌اند، آیا هنوز خریدارند، چه ارزشی از آن‌ها انتظار می‌رود و کدام‌ها در خطرند.',
  },
  command: ['customers'],
  inputs: {
    files,
    at_risk: flag('at-risk', {
      en: 'Those who spent much and have likely left.',
      fa: 'آنان که زیاد خریده‌اند و احتمالاً رفته‌اند.',
    }),
    horizon: horizon(120),
    period,
    where,
    sort,
    limit,
    as_of: asOf,
    ...READING,
  },
  narrower: { en: 'limit, a condition', fa: 'limit، یک شرط' },
  bare: [],
  document: 'customers',
});
