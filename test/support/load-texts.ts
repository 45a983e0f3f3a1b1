import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Loaded, type LoadRequest, load, type Report, type ReportRequest, report } from '../../src/index.js';
import type { Role } from '../../src/model/fields.js';
import { day } from './deals.js';

/** What the library makes of files with the given texts, by name; options as `load` takes them. */
export async function loadTexts(
  texts: Readonly<Record<string, string>>,
  options: Omit<LoadRequest, 'files'> = {},
  roles: Readonly<Record<string, Role>> = {},
): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-texts-'));
  try {
    const files = Object.entries(texts).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      const role = roles[name];
      return role === undefined ? { path } : { path, role };
    });
    return await load({ ...options, files });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The report over such files, on the last day of 2030 unless the data say otherwise. */
export async function reportTexts(
  texts: Readonly<Record<string, string>>,
  options: Omit<LoadRequest, 'files'> &
    Partial<
      Pick<
        ReportRequest,
        'asOf' | 'calendar' | 'compare' | 'period' | 'today' | 'settings' | 'sort' | 'targets' | 'top'
      >
    > = {},
  roles: Readonly<Record<string, Role>> = {},
): Promise<Report> {
  const { asOf, calendar, compare, period, today, settings, sort, targets, top, ...reading } = options;
  return report(await loadTexts(texts, reading, roles), {
    today: today ?? day('2030-12-31'),
    ...(settings === undefined ? {} : { settings }),
    ...(targets === undefined ? {} : { targets }),
    ...(options.where === undefined ? {} : { where: options.where }),
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(period === undefined ? {} : { period }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(compare === undefined ? {} : { compare }),
    ...(sort === undefined ? {} : { sort }),
    ...(top === undefined ? {} : { top }),
  });
}

/** The value of a KPI in a report. */
export function kpiValue(report: Report, id: string): number | null {
  const entry = report.kpis.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`no KPI "${id}"`);
  return entry.value;
}

/** Codes of the warnings, in order. */
export function warningCodes(report: Report): string[] {
  return report.warnings.map(({ code }) => code);
}

/** The texts of the warnings with a code, in order. */
export function warningTexts(report: Report, code: string): string[] {
  return report.warnings.filter((one) => one.code === code).map(({ message }) => message);
}
