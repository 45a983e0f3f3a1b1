import type { READINGS as EN } from '../en/readings.js';
import type { Spoken } from '../said.js';
import { number } from './words.js';

type Form = Parameters<typeof EN.dates>[0]['forms'][number];

const ORDERS: { readonly [Order in Form['order']]: string } = {
  'day/month/year': 'روز/ماه/سال',
  'month/day/year': 'ماه/روز/سال',
  'year/month/day': 'سال/ماه/روز',
  'jalali year/month/day': 'سال/ماه/روز جلالی',
};

const DECIDED: { readonly [By in Form['decidedBy']]: string } = {
  cells: 'برخی سلول‌ها جز این نمی‌شود',
  option: 'گفته‌شده با --date-order',
  sibling: 'مانند دیگر ستون‌های تاریخ',
  separator: 'چنان‌که تاریخ‌های دارای . و - نوشته می‌شود',
  preset: 'چنان‌که این CRM می‌نویسد',
  default: 'چیزی در فایل آن را روشن نمی‌کند',
};

const other = (cells: number): string => (cells === 0 ? '' : `؛ ${number(cells)} سلول می‌تواند آن دیگری باشد`);

function form({ example, order, decidedBy, ambiguous }: Form): string {
  return example === null
    ? `${ORDERS[order]} (${DECIDED[decidedBy]})${other(ambiguous)}`
    : `${example}: ${ORDERS[order]} (${DECIDED[decidedBy]}${other(ambiguous)})`;
}

export const READINGS: Spoken<typeof EN> = {
  dates: ({ forms, asWritten }) =>
    [
      ...forms.map(form),
      ...(asWritten ? ['زمان‌های یک مکان، با روزی که آنجا نوشته شده است (با --timezone تغییر می‌کند)'] : []),
    ].join('؛ '),
  numbers: ({ decimal, times, byOption, ambiguous }) => {
    const sign = decimal === 'point' ? 'ممیز نقطه' : 'ممیز ویرگول';
    const name = `${sign}${times === 1 ? '' : `، ضرب در ${number(times)}`}`;
    return byOption ? `${name} (گفته‌شده با --decimal)` : `${name}${other(ambiguous)}`;
  },
};
