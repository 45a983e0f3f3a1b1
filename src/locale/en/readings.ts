import { number } from './words.js';

/** How the order of day and month of one written form was decided. */
interface Form {
  /** A cell of this form; null where the column is written in one form alone. */
  readonly example: string | null;
  readonly order: 'day/month/year' | 'month/day/year' | 'year/month/day' | 'jalali year/month/day';
  readonly decidedBy: 'cells' | 'option' | 'sibling' | 'separator' | 'preset' | 'default';
  /** Cells that would be another day in the other order. */
  readonly ambiguous: number;
}
interface Dates {
  /** None where every date is written so that there is no question. */
  readonly forms: readonly Form[];
  /** Time stamps of one place are read as the day that is written. */
  readonly asWritten: boolean;
}
interface Numbers {
  readonly decimal: 'point' | 'comma';
  /** What is written times this is the amount. */
  readonly times: number;
  readonly byOption: boolean;
  readonly ambiguous: number;
}

const DECIDED: { readonly [By in Form['decidedBy']]: string } = {
  cells: 'some cells fit only this',
  option: 'said with --date-order',
  sibling: 'as the other date columns',
  separator: 'as dates with . and - are written',
  preset: 'as this CRM writes them',
  default: 'nothing in the file settles it',
};

const other = (cells: number): string => (cells === 0 ? '' : `; ${number(cells)} cells could be the other`);

function form({ example, order, decidedBy, ambiguous }: Form): string {
  const name = order === 'jalali year/month/day' ? 'Jalali year/month/day' : order;
  return example === null
    ? `${name} (${DECIDED[decidedBy]})${other(ambiguous)}`
    : `${example}: ${name} (${DECIDED[decidedBy]}${other(ambiguous)})`;
}

/** How the cells of a column are read. */
export const READINGS = {
  dates: ({ forms, asWritten }: Dates) =>
    [
      ...forms.map(form),
      ...(asWritten ? ['time stamps of one place, read as the day written there (--timezone says another)'] : []),
    ].join('; '),
  numbers: ({ decimal, times, byOption, ambiguous }: Numbers) => {
    const name = `decimal ${decimal}${times === 1 ? '' : `, times ${number(times)}`}`;
    return byOption ? `${name} (said with --decimal)` : `${name}${other(ambiguous)}`;
  },
} as const;
