/** What a template may do with the figures of a document: print them as the other formats do. */
import { compactFigure, compactMoney, shareText } from '../../locale/compact.js';
import { dayInProse, dayText } from '../../locale/days.js';
import {
  decimalText,
  figure,
  moneyText,
  NOT_AVAILABLE,
  pointsText,
  ratioText,
  relativeText,
} from '../../locale/numbers.js';
import { periodText } from '../../locale/periods.js';
import type { KpiEntry, Report } from '../../report/schema.js';
import { dateStyle } from '../date-style.js';
import type { RenderOptions } from '../definition.js';
import { barText, sparkText } from '../drawn.js';
import { movedText, verdictText } from '../pages/figures.js';

/** A filter: the value before the bar and the arguments behind its name. */
export type Filter = (value: unknown, ...args: readonly unknown[]) => string;

/** Longer bars than a line are none. */
const LONGEST_BAR = 200;

/** The filters beside those of the language, by their names. */
export function filtersFor(report: Report, { lang }: Pick<RenderOptions, 'lang'>): Readonly<Record<string, Filter>> {
  const style = dateStyle(report, lang);
  const nothing = NOT_AVAILABLE[lang];
  const ofNumber =
    (show: (value: number, ...args: readonly unknown[]) => string): Filter =>
    (value, ...args) =>
      typeof value === 'number' && Number.isFinite(value) ? show(value, ...args) : nothing;
  const ofKpi =
    (show: (entry: KpiEntry) => string): Filter =>
    (value) =>
      isEntry(value) ? show(value) : nothing;
  const decimals = (asked: unknown, usual: number): number =>
    typeof asked === 'number' && asked >= 0 && asked <= 10 ? Math.floor(asked) : usual;
  const currency = (asked: unknown): string | null => (typeof asked === 'string' ? asked : report.currency);
  const said = (value: number | null, unit: string, show: typeof figure): string => {
    if (value === null) return nothing;
    const { number, unit: tail } = show(value, unit, lang);
    return unit.startsWith('money') && report.currency !== null ? `${number} ${report.currency}${tail}` : number + tail;
  };
  return {
    number: ofNumber((value, places) => decimalText(value, decimals(places, 0), lang)),
    amount: ofNumber((value, code) => compactMoney(value, currency(code), lang)),
    money: ofNumber((value, code) => [moneyText(value, lang), currency(code) ?? ''].join(' ').trim()),
    percent: ofNumber((value, places) => (places === 0 ? shareText(value, lang) : ratioText(value, lang))),
    points: ofNumber((value) => pointsText(value, lang)),
    change: ofNumber((value) => relativeText(value, lang)),
    shown: ofKpi(({ value, unit }) => said(value, unit, compactFigure)),
    exact: ofKpi(({ value, unit }) => said(value, unit, figure)),
    before: ofKpi(({ previous, unit }) => said(previous?.value ?? null, unit, compactFigure)),
    moved: ofKpi(({ change, unit }) => (change === null ? '' : movedText(change, unit, lang))),
    verdict: ofKpi(({ change, better }) => (change === null ? '' : (verdictText(change, better, lang) ?? ''))),
    day: (value, form) => {
      if (typeof value !== 'string') return nothing;
      return form === 'long' ? dayInProse(value, style) : dayText(value, style);
    },
    period: (value) => (typeof value === 'string' ? periodText(value, style) : nothing),
    spark: (value) =>
      Array.isArray(value) ? sparkText(value.map((one: unknown) => (typeof one === 'number' ? one : null))) : '',
    bar: (value, width) =>
      typeof value === 'number' ? barText(value, typeof width === 'number' ? Math.min(width, LONGEST_BAR) : 10) : '',
  };
}

function isEntry(value: unknown): value is KpiEntry {
  return typeof value === 'object' && value !== null && 'id' in value && 'unit' in value && 'change' in value;
}
