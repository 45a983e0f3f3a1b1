/** Which deals or customers are listed, and how. */
import { LIST_WORD_NAMES } from '../../locale/deal-changes.js';
import { isOn, setting } from '../definition.js';
import { names, oneOrMore, wholeNumber } from '../flag-values.js';

const IS = { group: 'what', commands: ['deals'], parse: isOn } as const;

export const LISTING = {
  open: setting({
    summary: {
      en: 'deals open at the end of the period, else on the newest day',
      fa: 'معامله‌های باز در پایان دوره، وگرنه در آخرین روز',
    },
    flag: { name: 'open', ...IS },
  }),
  won: setting({
    summary: { en: 'deals won in the period', fa: 'معامله‌های برنده‌ی دوره' },
    flag: { name: 'won', ...IS },
  }),
  lost: setting({
    summary: { en: 'deals lost in the period', fa: 'معامله‌های ازدست‌رفته‌ی دوره' },
    flag: { name: 'lost', ...IS },
  }),
  stalled: setting({
    summary: {
      en: 'open deals that have stayed longer than won ones did (the KPI stalled_deals)',
      fa: 'معامله‌های بازی که بیش از معامله‌های برنده مانده‌اند (شاخص stalled_deals)',
    },
    flag: { name: 'stalled', ...IS },
  }),
  overdue: setting({
    summary: {
      en: 'open deals whose expected close date has passed',
      fa: 'معامله‌های بازی که تاریخ احتمالی بسته شدنشان گذشته است',
    },
    flag: { name: 'overdue', ...IS },
  }),
  atRisk: setting({
    summary: {
      en: 'customers who spent much and have likely left',
      fa: 'مشتریانی که زیاد خریده‌اند و احتمالاً رفته‌اند',
    },
    flag: { name: 'at-risk', group: 'what', commands: ['customers'], parse: isOn },
  }),
  listColumns: setting({
    summary: {
      en: 'what is shown of each: fields by name or title (`kpi list fields`), days_open, days_overdue, or columns of the files; a name with a comma is quoted',
      fa: 'از هر معامله چه نشان داده شود: فیلدها به نام یا عنوان (`kpi list fields`)، days_open، days_overdue یا ستون‌های فایل؛ نامی که ویرگول دارد در گیومه می‌آید',
    },
    flag: {
      name: 'columns',
      value: 'NAME[,NAME]',
      group: 'what',
      commands: ['deals'],
      repeatable: true,
      completes: 'fields',
      parse: names,
    },
  }),
  listChanged: setting({
    summary: {
      en: 'the deals of a class or a move instead of the figures, each before and after: won, slipped … (docs/deals.md); all = every deal that changed',
      fa: 'به‌جای شاخص‌ها، معامله‌های یک دسته یا جابه‌جایی، هر یک پیش و پس: won، slipped و … (docs/deals.md)؛ all = هر معامله‌ای که تغییر کرده',
    },
    flag: {
      name: 'list',
      value: 'CLASS[,MOVE]',
      group: 'what',
      commands: ['compare'],
      repeatable: true,
      parse: oneOrMore(['all', ...LIST_WORD_NAMES]),
    },
  }),
  limit: setting({
    summary: {
      en: 'deals or customers listed at most; 0 = all (default: 20 in a table or Markdown, else all); compare: of --list',
      fa: 'بیشترین شمار معامله‌ها یا مشتریان فهرست؛ 0 = همه (پیش‌فرض: 20 در table و markdown، وگرنه همه)؛ compare: فهرست --list',
    },
    flag: { name: 'limit', value: 'N', group: 'what', commands: ['deals', 'customers', 'compare'], parse: wholeNumber },
  }),
} as const;
