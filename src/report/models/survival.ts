/** What files say of the models of how long deals stay open, and of what becomes of them. */
import { closingsOf, type Halves, halvesOf, sameSpeed, sameWins } from '../../analysis/models/checks/cohorts.js';
import type { Check } from '../../analysis/models/checks/definition.js';
import {
  enteredWhenBegun,
  lossesTold,
  reallyOpen,
  trueDates,
  wholeHistory,
} from '../../analysis/models/checks/records.js';
import { curveFigures, medianOf } from '../../analysis/models/curve-figures.js';
import { curvePoints } from '../../analysis/survival/curve.js';
import { durationsOf } from '../../analysis/survival/of-deals.js';
import { type ClosingCurves, closingCurves } from '../../kpi/closing-curves.js';
import type { Reason } from '../../kpi/definition.js';
import { closingsFrom } from '../../kpi/durations.js';
import type { Question } from '../../kpi/measure.js';
import { wholeOf } from '../../kpi/whole.js';
import type { Text } from '../../locale/text.js';
import type { Findings } from './definition.js';
import type { Column, Figure, Fit } from './fit.js';

/** Days of a curve that an explanation lists; the section has more. */
const MOST_DAYS = 12;

/** The checks that durations of deals allow, by the assumptions' ids. The files must have the dates for them. */
export function dealChecks(question: Question): ReadonlyMap<string, Check> {
  const durations = durationsOf(question);
  if (durations === null || question.undated === true) return new Map();
  const from = closingsFrom(wholeOf(question).population, question);
  const halves = halvesOf(durations, question.population.column('created_at'), from);
  return new Map([
    ['same_speed', sameSpeed(halves)],
    ['same_wins', sameWins(halves)],
    ['really_open', reallyOpen(durations)],
    ['whole_history', wholeHistory(from)],
    ['true_dates', trueDates(question)],
    ['losses_told', lossesTold(durations)],
    ['entered_when_begun', enteredWhenBegun(question)],
  ]);
}

/** Null where the files have the dates that curves are made of; else which one is missing. */
function absent({ population, undated }: Question): Reason | null {
  if (population.size === 0) return 'no_deals';
  const missing = (['outcome', 'created_at', 'closed_at'] as const).find((field) => !population.has(field));
  return missing !== undefined ? `missing_field:${missing}` : undated === true ? 'no_snapshot_date' : null;
}

export function kaplanMeierFindings(question: Question): Findings {
  return curveFindings(question, false, kaplanMeierFit);
}

export function aalenJohansenFindings(question: Question): Findings {
  return curveFindings(question, true, aalenJohansenFit);
}

function curveFindings(question: Question, wins: boolean, fitOf: (found: ClosingCurves) => Fit): Findings {
  const missing = absent(question);
  const found = missing ?? closingCurves(question, { wins });
  if (typeof found === 'string') return { reason: found, fit: null };
  return 'reason' in found ? { reason: found.reason, fit: null } : { reason: null, fit: fitOf(found) };
}

const DEALS: Text = { en: 'deals', fa: 'معامله‌ها' };

function countsOf({ durations: { won, lost, open }, reach, open: left }: ClosingCurves): Figure[] {
  return [
    { id: 'deals', title: DEALS, unit: 'count', value: won + lost + open },
    { id: 'closed', title: { en: 'of them closed', fa: 'از آن‌ها بسته شده' }, unit: 'count', value: won + lost },
    { id: 'open', title: { en: 'of them open', fa: 'از آن‌ها باز' }, unit: 'count', value: open },
    { id: 'reach', title: { en: 'the curve ends at (days)', fa: 'پایان منحنی (روز)' }, unit: 'days', value: reach },
    { id: 'left', title: { en: 'still open there', fa: 'هنوز باز در آنجا' }, unit: 'ratio', value: left },
  ];
}

const DAY: Column = { id: 'day', title: { en: 'Day', fa: 'روز' }, unit: 'days' };
const AT_RISK: Column = { id: 'atRisk', title: { en: 'Open before', fa: 'باز پیش از آن' }, unit: 'count' };
const OPEN: Column = { id: 'open', title: { en: 'Still open', fa: 'هنوز باز' }, unit: 'ratio' };
const LOW: Column = { id: 'low', title: { en: '95 % from', fa: '۹۵٪ از' }, unit: 'ratio' };
const HIGH: Column = { id: 'high', title: { en: 'to', fa: 'تا' }, unit: 'ratio' };
const CURVE: Text = { en: 'The curve', fa: 'منحنی' };

function kaplanMeierFit(found: ClosingCurves): Fit {
  const { median, medianInterval, eventsOnlyMedian, mean } = curveFigures(found);
  return {
    figures: [
      ...countsOf(found),
      {
        id: 'median',
        title: { en: 'median (days)', fa: 'میانه (روز)' },
        unit: 'days',
        value: median,
        interval: medianInterval,
      },
      {
        id: 'eventsOnlyMedian',
        title: { en: 'median of the closed deals alone (days)', fa: 'میانه‌ی بسته‌شده‌ها به‌تنهایی (روز)' },
        unit: 'days',
        value: eventsOnlyMedian,
      },
      {
        id: 'restrictedMean',
        title: { en: 'mean days open, up to the end of the curve', fa: 'میانگین روزهای باز بودن تا پایان منحنی' },
        unit: 'days',
        value: mean?.value ?? null,
        interval: mean?.interval,
      },
    ],
    tables: [
      {
        id: 'curve',
        title: CURVE,
        columns: [DAY, AT_RISK, OPEN, LOW, HIGH],
        rows: curvePoints(found, MOST_DAYS).map(({ day, atRisk, open, openInterval }) => ({
          day,
          atRisk,
          open,
          low: openInterval?.low ?? null,
          high: openInterval?.high ?? null,
        })),
      },
    ],
  };
}

function aalenJohansenFit(found: ClosingCurves): Fit {
  const { won, wonInterval, lost, lostInterval } = curveFigures(found);
  return {
    figures: [
      ...countsOf(found),
      {
        id: 'won',
        title: { en: 'won in the end', fa: 'سرانجام برنده' },
        unit: 'ratio',
        value: won,
        interval: wonInterval,
      },
      {
        id: 'lost',
        title: { en: 'lost in the end', fa: 'سرانجام ازدست‌رفته' },
        unit: 'ratio',
        value: lost,
        interval: lostInterval,
      },
    ],
    tables: [
      {
        id: 'curve',
        title: CURVE,
        columns: [
          DAY,
          AT_RISK,
          { id: 'won', title: { en: 'Won', fa: 'برنده' }, unit: 'ratio' },
          LOW,
          HIGH,
          { id: 'lost', title: { en: 'Lost', fa: 'ازدست‌رفته' }, unit: 'ratio' },
          OPEN,
        ],
        rows: curvePoints(found, MOST_DAYS).map(({ day, atRisk, won, wonInterval, lost, open }) => ({
          day,
          atRisk,
          won,
          low: wonInterval?.low ?? null,
          high: wonInterval?.high ?? null,
          lost,
          open,
        })),
      },
    ],
  };
}

/** The test on the one split that every file has: the newer half of the deals beside the older one. */
export function logRankFindings(question: Question): Findings {
  const missing = absent(question);
  if (missing !== null) return { reason: missing, fit: null };
  const durations = durationsOf(question);
  const from = closingsFrom(wholeOf(question).population, question);
  const halves = durations === null ? null : halvesOf(durations, question.population.column('created_at'), from);
  return halves === null || halves.test === null
    ? { reason: 'few_closings', fit: null }
    : { reason: null, fit: logRankFit(halves, halves.test) };
}

function logRankFit({ older, newer }: Halves, test: NonNullable<Halves['test']>): Fit {
  return {
    figures: [
      { id: 'statistic', title: { en: 'χ²', fa: 'آماره χ²' }, unit: 'number', value: test.statistic },
      { id: 'df', title: { en: 'degrees of freedom', fa: 'درجه‌ی آزادی' }, unit: 'count', value: test.df },
      { id: 'pValue', title: { en: 'p-value', fa: 'مقدار p' }, unit: 'number', value: test.pValue },
    ],
    tables: [
      {
        id: 'groups',
        title: {
          en: 'Deals created earlier and later; for owners, products …: kpi report --sections survival --by owner',
          fa: 'معامله‌های زودتر و دیرتر ایجادشده؛ برای مسئول‌ها، محصول‌ها …: kpi report --sections survival --by owner',
        },
        columns: [
          { id: 'group', title: { en: 'Half', fa: 'نیمه' }, unit: 'text' },
          { id: 'n', title: { en: 'Deals', fa: 'معامله‌ها' }, unit: 'count' },
          { id: 'closed', title: { en: 'Closed', fa: 'بسته شده' }, unit: 'count' },
          { id: 'expected', title: { en: 'Expected if alike', fa: 'مورد انتظار اگر یکسان' }, unit: 'number' },
          { id: 'median', title: { en: 'Median days', fa: 'میانه‌ی روزها' }, unit: 'days' },
        ],
        rows: [older, newer].map((table, at) => ({
          group: at === 0 ? { en: 'older', fa: 'کهنه‌تر' } : { en: 'newer', fa: 'تازه‌تر' },
          n: table.n,
          closed: closingsOf(table),
          expected: test.expected[at] ?? null,
          median: medianOf(table),
        })),
      },
    ],
  };
}
