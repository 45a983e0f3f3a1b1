/** The groups of a breakdown as rows, one for each figure. */
import type { Report } from '../../report/schema.js';
import { type About, type CellValue, type FigureRow, type Group, groupsOf, periodCells } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;

/** The section of what --top left out: a group of the data may be called anything. */
const REST = 'rest';

/** The figures of the groups, of those that were left out, and the tests of their differences. */
export function* breakdownRows(
  { by, groups, rest, tests }: Report['breakdowns'][number],
  { period }: Report,
  about: (id: string) => About,
): Rows {
  const names = [by].flat();
  for (const { key, records, kpis } of groups) {
    const mine = names.map((name, at): Group => [name, key[at] ?? '']);
    yield* groupRows(mine, records, kpis, period, about);
  }
  if (rest !== null) {
    yield* groupRows([[names.join(','), '']], rest.records, rest.kpis, period, about, REST);
    yield { section: REST, measure: 'groups', ...groupsOf([[names.join(','), '']]), value: rest.groups, unit: 'count' };
  }
  for (const { kpi, statistic, pValue, adjustedPValue, significant, n } of tests) {
    yield {
      section: 'tests',
      ...about(kpi),
      unit: '',
      currency: '',
      measure: 'statistic',
      ...groupsOf(names.map((name): Group => [name, ''])),
      ...periodCells(period),
      value: statistic,
      n,
      significant,
      p_value: pValue,
      p_adjusted: adjustedPValue,
    };
  }
}

type GroupKpis = Report['breakdowns'][number]['groups'][number]['kpis'];
type GroupFigures = GroupKpis[number] | NonNullable<GroupKpis[number]['byCurrency']>[number];

function* groupRows(
  groups: readonly Group[],
  records: number,
  kpis: GroupKpis,
  period: Report['period'],
  about: (id: string) => About,
  section = 'breakdowns',
): Rows {
  yield { section, measure: 'records', groups, value: records, unit: 'count' };
  const { period: label, start, end } = periodCells(period);
  for (const entry of kpis) {
    const { kpi, title, unit, currency } = about(entry.id);
    const row = (measure: string, one: GroupFigures, money: CellValue): FigureRow => {
      const { interval, bounds, previous, change } = one;
      // Written out: taken together from parts, an object costs ten times as much, and groups have thousands of figures.
      return {
        section,
        kpi,
        title,
        measure,
        groups,
        period: label,
        start,
        end,
        value: one.value,
        unit,
        currency: money,
        n: one.n,
        numerator: one.numerator,
        denominator: one.denominator,
        low: interval?.low,
        high: interval?.high,
        bounds_low: bounds?.low,
        bounds_high: bounds?.high,
        reason: one.reason,
        previous: previous?.value,
        previous_n: previous?.n,
        change: change?.absolute,
        change_relative: change?.relative,
        significant: change?.significant,
        p_value: change?.pValue,
        p_adjusted: change?.adjustedPValue,
        change_reason: change?.reason,
      };
    };
    yield row('value', entry, currency);
    for (const one of entry.byCurrency ?? []) yield row('by_currency', one, one.currency);
  }
}
