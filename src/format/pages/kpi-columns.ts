/** The columns of the table of figures. */
import { countText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Cell, type Column, cell, DROP, data, type PageOptions, say, type Words } from '../page.js';
import {
  changedText,
  changeTone,
  kpiValueWords,
  levelText,
  type Measure,
  rangeWords,
  valueWords,
  verdictWord,
} from './figures.js';
import { type Line, titleText } from './kpi-lines.js';
import { besideWords } from './short-label.js';
import { targetCell } from './targets.js';

const TITLES = {
  value: { en: 'Value', fa: 'مقدار' },
  interval: { en: '95 % interval', fa: 'بازه‌ی ۹۵٪' },
  median: { en: 'Median', fa: 'میانه' },
  previous: { en: 'Before', fa: 'دوره‌ی قبل' },
  change: { en: 'Change', fa: 'تغییر' },
  verdict: { en: 'Chance?', fa: 'تصادف؟' },
  target: { en: 'Target', fa: 'هدف' },
  n: { en: 'n', fa: 'تعداد' },
} as const satisfies Record<string, Text>;

/** The level that the header of the interval column names; another is said in the cell. */
const USUAL_LEVEL = 0.95;

export interface KpiColumn extends Column {
  /** The cell of a KPI that has a value; null = nothing to show. */
  readonly cellOf: (line: Line) => Cell | null;
  /** Stands even if it is empty. */
  readonly always?: true;
}

/** All columns there can be, most important first. */
export function kpiColumns(report: Report, options: PageOptions): readonly KpiColumn[] {
  const { lang, detail } = options;
  const { currency } = report;
  const measure = (line: Line): Measure => ({ unit: line.unit, currency: line.currency ?? currency });
  const bare = ({ unit }: Line): Measure => ({ unit: cellUnit(unit), currency: null });
  const inFull = <T>(what: T): T[] => (detail === 'full' ? [what] : []);
  return [
    {
      title: [],
      align: 'left',
      drop: DROP.never,
      min: 26,
      always: true,
      cellOf: (line) => cell(titleWords(line, lang)),
    },
    {
      title: periodTitle(report.period, report.comparedTo, TITLES.value, options),
      align: 'right',
      drop: DROP.never,
      always: true,
      cellOf: (line) => cell(kpiValueWords(line, bare(line), options), 'strong'),
    },
    {
      title: periodTitle(report.comparedTo, report.period, TITLES.previous, options),
      align: 'right',
      drop: DROP.never,
      cellOf: (line) =>
        line.previous === null || line.previous.value === null
          ? null
          : cell(valueWords(line.previous.value, bare(line), options)),
    },
    {
      title: [TITLES.change[lang]],
      align: 'right',
      drop: DROP.never,
      cellOf: (line) => (line.change === null ? null : cell([changeText(line, lang)], toneOf(line))),
    },
    {
      title: [TITLES.verdict[lang]],
      align: 'left',
      drop: DROP.never,
      cellOf: ({ change, better }) => {
        const word = change === null ? null : verdictWord(change, better, lang);
        return word === null || change === null ? null : cell([word], changeTone(change, better));
      },
    },
    {
      title: [TITLES.interval[lang]],
      align: 'right',
      drop: DROP.interval,
      cellOf: (line) => intervalCell(line, bare(line), options),
    },
    ...inFull<KpiColumn>({
      title: [TITLES.median[lang]],
      align: 'right',
      drop: DROP.detail,
      cellOf: (line) =>
        line.distribution === null ? null : cell(valueWords(line.distribution.median, bare(line), options)),
    }),
    {
      title: [TITLES.target[lang]],
      align: 'left',
      drop: DROP.never,
      min: 8,
      cellOf: (line) => targetCell(line, measure(line), options),
    },
    ...inFull<KpiColumn>({
      title: [TITLES.n[lang]],
      align: 'right',
      drop: DROP.n,
      always: true,
      cellOf: ({ n }) => cell(countText(n, lang)),
    }),
  ];
}

/** The label of a period as the head of its column; a range of days is too long for that. */
function periodTitle(period: Report['period'], beside: Report['period'], otherwise: Text, options: PageOptions): Words {
  // Persian names of periods and ranges of days are too long to stand above figures; the title of the page has them.
  if (period === null || options.lang === 'fa' || period.label.includes('..')) return [otherwise[options.lang]];
  return [besideWords(period.label, beside?.label ?? null, options)];
}

const PER: Readonly<Record<string, Text>> = {
  money_per_day: { en: 'per day', fa: 'در روز' },
  per_year: { en: 'per year', fa: 'در سال' },
};

/** `Sales velocity, per day`: the unit stands with the title, so that the figures are as narrow as the others. */
function titleWords(line: Line, lang: Lang): Words {
  const per = PER[line.unit]?.[lang];
  const title = data(titleText(line, lang));
  return per === undefined ? [title] : lang === 'fa' ? say`${title}، ${per}` : say`${title}, ${per}`;
}

function cellUnit(unit: string): string {
  return unit === 'money_per_day' ? 'money' : unit === 'per_year' ? 'number' : unit;
}

function changeText({ change, unit, value, previous }: Line, lang: Lang): string {
  if (change === null || change.reason === 'cumulative') return '';
  return changedText({ change, unit, value, previous: previous?.value ?? null }, lang);
}

function toneOf({ change, better }: Line): ReturnType<typeof changeTone> {
  return change === null ? undefined : changeTone(change, better);
}

function intervalCell({ interval }: Line, measure: Measure, options: PageOptions): Cell | null {
  if (interval === null) return null;
  const range = rangeWords(interval.low, interval.high, measure, options);
  return cell(
    interval.level === USUAL_LEVEL ? range : say`${range} (${levelText(interval.level, options.lang)})`,
    'dim',
  );
}
