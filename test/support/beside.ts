import { generic } from '../../src/crm/catalogue/generic.js';
import { foldText } from '../../src/locale/fold.js';
import { said } from '../../src/locale/said.js';
import { companyKey } from '../../src/model/company-name.js';
import type { Customers } from '../../src/model/customers.js';
import type { JoinedTable, SourceAccount } from '../../src/model/dataset.js';
import type { Deals, SnapshotConflict } from '../../src/model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../../src/model/fields.js';
import { HISTORY_SOURCES, type HistorySource, type StageHistory } from '../../src/model/history.js';
import type { LoadWarning, LoadWarningCode } from '../../src/model/load-warnings.js';
import { cellText, textColumn } from '../../src/model/text-column.js';
import { meanings } from '../../src/normalize/outcome.js';
import type { Beside } from '../../src/quality/definition.js';
import type { RunSummary } from '../../src/quality/run-history.js';
import { day } from './deals.js';
import { FILE_SAMPLES } from './file-sentences.js';

/*
 * What stands beside the deals of a table literal: each further table follows under a line of its own.
 *
 *     # customers                 # lookup product products.csv    # history log
 *     id name                     product                          deal stage day
 *     C1 Alpha                    GTX_Pro                          D1 Lead 2024-01-01
 *
 *     # signs (currencies stand with the amounts)
 *
 *     # read                      # columns                        # conflicts               # today 2025-03-01
 *     row_too_long 2 3,4          amount 0.7 Value                 D1 outcome won lost
 *
 *     # previous 2024-12-01 20     # warnings
 *     field owner 18               unfit_column Value amount deals .
 *     column Value amount
 */

/** A further table: the words of its line, and its own lines as cells. */
export interface Section {
  readonly words: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/** The table of deals, and what follows it. */
export function sectionsOf(table: string): { readonly deals: string; readonly sections: readonly Section[] } {
  const [deals = '', ...rest] = table.trim().split(/\n\s*# /);
  const sections = rest.map((text): Section => {
    const [words = [], ...lines] = text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    return { words, lines };
  });
  return { deals, sections };
}

const FILE = 'deals.csv';
const shown = (cell: string | undefined): string =>
  cell === undefined || cell === '.' ? '' : cell.replaceAll('_', ' ');

/** What the sections say, for deals whose columns are named `Column 1` …. */
export function besideOf(deals: Deals, header: readonly string[], sections: readonly Section[]): Beside {
  const named = (name: string): Section | undefined => sections.find(({ words }) => words[0] === name);
  const today = named('today')?.words[1];
  return {
    sources: [
      withoutCurrency(sourceOf(deals, header, named('read'), named('columns')), named('signs')),
      ...sections
        .filter(({ words }) => words[0] === 'file')
        .map(({ words }) => fileOf(words[1] ?? '', Number(words[2]))),
    ],
    joins: sections.flatMap((section) => joinOf(deals, section)),
    warnings: (named('warnings')?.lines ?? []).map(warningOf),
    customers: customersOf(deals, named('customers')),
    history: historyOf(deals, named('history')),
    today: today === undefined ? null : day(today),
    runs: sections.filter(({ words }) => words[0] === 'previous').map(previousOf),
  };
}

/** A warning of reading: code, column, field, role, how many (or `other`: the column is sound, and something else). */
function warningOf([code = '', column, field, role, count]: readonly string[]): LoadWarning {
  const said = (name: string, cell: string | undefined) =>
    cell === undefined || cell === '.' ? {} : { [name]: shown(cell) };
  const n =
    count === undefined || count === '.'
      ? {}
      : count === 'other'
        ? { otherMeaning: true as const }
        : { count: Number(count) };
  return {
    code: code as LoadWarningCode,
    args: FILE_SAMPLES[code as keyof typeof FILE_SAMPLES][0],
    about: { file: FILE, ...said('column', column), ...said('field', field), ...said('role', role), ...n },
  };
}

/** Under `# signs` currencies stand with the amounts, and no column is for them. */
function withoutCurrency(source: SourceAccount, signs: Section | undefined): SourceAccount {
  if (signs === undefined) return source;
  return { ...source, columns: source.columns.filter(({ field }) => field !== 'currency') };
}

function previousOf(section: Section): RunSummary {
  const lines = (kind: string) => section.lines.filter(([word]) => word === kind);
  return {
    asOf: day(section.words[1] ?? ''),
    records: Number(section.words[2]),
    filled: new Map(lines('field').map(([, field = '', n]) => [field, Number(n)])),
    columns: lines('column').map(([, column, field]) => ({
      role: 'deals',
      column: shown(column),
      field: field === undefined ? null : field,
    })),
    passed: true,
    scope: '',
    files: null,
  };
}

/** Deals of which an older file says something else: id, field, what the other says, what counts. */
export function conflictsOf(ids: readonly string[], sections: readonly Section[]): SnapshotConflict[] {
  const lines = sections.find(({ words }) => words[0] === 'conflicts')?.lines ?? [];
  return lines.map(([id = '', field, other = '', counted = ''], index) => ({
    kept: ids.indexOf(id),
    place: { file: 'old.csv', sheet: null, row: index + 2, line: index + 2 },
    field: field as SnapshotConflict['field'],
    other,
    counted,
  }));
}

function fileOf(file: string, records: number): SourceAccount {
  return {
    file,
    role: 'deals',
    preset: 'generic',
    presetReason: said('no_crm'),
    sheet: null,
    sheets: [],
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    preamble: [],
    rows: records,
    records,
    skipped: [],
    sha256: '',
    findings: [],
    ties: [],
    columns: [],
    stages: [],
    history: null,
  };
}

function sourceOf(
  deals: Deals,
  header: readonly string[],
  read: Section | undefined,
  columns: Section | undefined,
): SourceAccount {
  const doubtful = new Map((columns?.lines ?? []).map(([field = '', score, other]) => [field, { score, other }]));
  return {
    ...fileOf(FILE, deals.size),
    findings: (read?.lines ?? []).map(([code = '', count, places = '', detail = '']) => ({
      code,
      count: Number(count),
      places: places.split(',').filter(Boolean).map(Number),
      detail: shown(detail),
    })),
    ties: [...doubtful].flatMap(([field, { other }]) =>
      other === undefined ? [] : [{ field, taken: `Column ${header.indexOf(field) + 1}`, other: shown(other) }],
    ),
    columns: header.map((name, index) => ({
      column: `Column ${index + 1}`,
      field: name in DEAL_FIELDS ? name : null,
      confidence: name in DEAL_FIELDS ? Number(doubtful.get(name)?.score ?? 1) : null,
      reason: doubtful.has(name) ? said('spelt_like', { name: 'x' }) : said('known_name', { name }),
      filled: null,
      distinct: null,
      unreadable: 0,
      reading: null,
      examples: [],
    })),
    stages: (['stage', 'status'] as const).flatMap((field) => {
      if (!deals.has(field)) return [];
      const { values, codes } = deals.column(field);
      return meanings(values, generic, {}).flatMap(({ outcome, reason }, code) =>
        values[code] === ''
          ? []
          : [
              {
                column: `Column ${header.indexOf(field) + 1}`,
                value: values[code] ?? '',
                rows: codes.filter((one) => one === code).length,
                outcome: outcome ?? 'open',
                reason: said(reason, { byOtherColumns: outcome === null }),
              },
            ],
      );
    }),
  };
}

function joinOf(deals: Deals, { words, lines }: Section): JoinedTable[] {
  const [kind, said, file] = words;
  if (kind !== 'lookup' && kind !== 'customers') return [];
  const customers = kind === 'customers';
  const [header = [], ...rows] = lines;
  const field = (customers ? (deals.has('account_id') ? 'account_id' : 'account') : said) as DealFieldName;
  if (!deals.has(field)) return [];
  const at = customers ? header.indexOf(field === 'account' ? 'name' : 'id') : 0;
  const known = rows.map((cells) => shown(cells[at])).filter((value) => value !== '');
  const key = customers ? companyKey : foldText;
  const keys = new Set(known.map(key));
  const column = deals.column(field as 'account');
  const unmatched = column.values.filter((value) => value !== '' && !keys.has(key(value)));
  return [{ file: file ?? `${kind}.csv`, role: kind, field, column: field, known, unmatched }];
}

function customersOf(deals: Deals, section: Section | undefined): Customers | null {
  if (section === undefined) return null;
  const [header = [], ...rows] = section.lines;
  const cells = (name: string): string[] => rows.map((row) => shown(row[header.indexOf(name)]));
  const customer = deals.has('customer') ? deals.column('customer') : deals.column('account');
  const keys = customer.values.map(companyKey);
  const [ids, names] = [cells('id'), cells('name')];
  return {
    size: rows.length,
    key: Uint32Array.from(names, (name) => Math.max(0, name === '' ? 0 : keys.indexOf(companyKey(name)))),
    id: textColumn(ids),
    name: textColumn(names),
    place: (row) => ({ file: 'customers.csv', sheet: null, row: row + 2, line: row + 2 }),
    startedAt: null,
    endedAt: null,
  };
}

function historyOf(deals: Deals, section: Section | undefined): StageHistory | null {
  if (section === undefined) return null;
  const source = HISTORY_SOURCES.indexOf((section.words[1] ?? 'log') as HistorySource);
  const ids = Array.from({ length: deals.size }, (_, row) => cellText(deals.column('id'), row));
  const stages = [''];
  const codeOf = (name: string): number => {
    const at = stages.indexOf(name);
    return at >= 0 ? at : stages.push(name) - 1;
  };
  const [header = [], ...rows] = section.lines;
  const entries = rows
    .map((row) => {
      const cell = (name: string): string => shown(row[header.indexOf(name)]);
      return {
        deal: ids.indexOf(cell('deal')),
        stage: codeOf(cell('stage')),
        from: header.includes('from') ? codeOf(cell('from')) : 0,
        day: day(cell('day')),
      };
    })
    .sort((a, b) => a.deal - b.deal);
  return {
    size: entries.length,
    deal: Uint32Array.from(entries, ({ deal }) => deal),
    stage: Uint32Array.from(entries, ({ stage }) => stage),
    from: Uint32Array.from(entries, ({ from }) => from),
    enteredAt: Int32Array.from(entries, (entry) => entry.day),
    source: new Uint8Array(entries.length).fill(source),
    stages,
  };
}
