/** A whole report as one flat list of figures, under the names that bench/peers/duckdb_whole.sql gives its answers. */
import type { Report } from '../src/report/schema.js';

/** Sums and quotients in another order differ in the last digits. */
const TOLERANCE = 1e-9;

type Figures = Record<string, number>;
type Kpi = Report['kpis'][number];
type OfCurrency = NonNullable<Kpi['byCurrency']>[number];

/** Every figure of the report that SQL can give; what is null or text is left out. */
export function reportFigures(report: Report): Figures {
  const into: Figures = {};
  for (const kpi of report.kpis) {
    kpiFigures(into, `kpis.${kpi.id}`, kpi);
    for (const { key, n } of kpi.ranking ?? []) put(into, `kpis.${kpi.id}.ranking.${key}`, { n });
    for (const part of kpi.byCurrency ?? []) {
      kpiFigures(into, `kpis.${kpi.id}.${part.currency}`, part);
      part.ranking?.forEach(({ n, amount }, place) => {
        put(into, `kpis.${kpi.id}.ranking.${part.currency} ${place + 1}`, { n, amount });
      });
    }
  }
  for (const { kpi, points } of [...report.series, ...report.lines]) {
    for (const point of points) {
      put(into, `series.${kpi}.${point.label}`, point);
      for (const part of point.byCurrency ?? []) put(into, `series.${kpi}.${point.label}.${part.currency}`, part);
    }
  }
  for (const { stage, entered, advanced, open } of report.funnel ?? [])
    put(into, `funnel.${stage}`, { entered, advanced, open });
  for (const { stage, byAge } of report.pipeline?.atNewest?.stages ?? []) {
    byAge.forEach((n, band) => {
      put(into, `pipeline.${stage}.${band}`, { n });
    });
  }
  for (const { from, won, lost } of report.cycle?.bins ?? []) {
    put(into, `cycle.won.${from}`, { n: won });
    put(into, `cycle.lost.${from}`, { n: lost });
  }
  for (const { label, retained } of report.cohorts?.rows ?? []) {
    retained.forEach((share, quarter) => {
      put(into, `cohorts.${label}.${quarter}`, { retained: share });
    });
  }
  for (const { label, size, won } of report.conversion?.rows ?? []) {
    put(into, `conversion.${label}`, { size });
    report.conversion?.ages.forEach((age, index) => {
      put(into, `conversion.${label}.won`, { [age]: won[index] ?? null });
    });
  }
  for (const { id, total, priced } of report.actions?.kinds ?? []) put(into, `actions.${id}`, { total, priced });
  for (const { id, evidence } of report.insights) {
    if (id !== 'lapsed_customers') continue;
    const { lapsed, active } = evidence as { lapsed: number; active: number };
    put(into, 'insights.lapsed_customers', { lapsed, active });
  }
  for (const { id, violations } of report.quality?.rules ?? []) into[`rules.${id}`] = violations;
  return into;
}

/**
 * The first of what SQL says that the report does not say, in words; null where it says all of it. A rule that a report
 * does not list is not violated.
 */
export function notInReport(report: Figures, answers: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(answers)) {
    if (typeof value !== 'number') continue;
    const own = report[name] ?? (name.startsWith('rules.') ? 0 : Number.NaN);
    if (!(Math.abs(value - own) <= Math.abs(own) * TOLERANCE + TOLERANCE)) return `${name} is ${value}, not ${own}`;
  }
  return null;
}

function kpiFigures(into: Figures, name: string, kpi: Kpi | OfCurrency): void {
  put(into, name, kpi);
  put(into, `${name}.details`, kpi.details);
  put(into, `${name}.distribution`, kpi.distribution ?? {});
  put(into, name, { unpriced: kpi.excluded.find(({ reason }) => reason === 'unpriced')?.n ?? 0 });
}

/** The figures of a record, and its interval where SQL can say it too. */
function put(into: Figures, name: string, record: object): void {
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'number') into[`${name}.${key}`] = value;
    if (key === 'interval' && value?.method === 'wilson')
      put(into, `${name}.interval`, { low: value.low, high: value.high });
  }
}
