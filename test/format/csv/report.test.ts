import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import { plainLine } from '../../../src/format/sanitize.js';
import type { Report } from '../../../src/report/schema.js';
import { EMPTY_REPORT, QUARTER_REPORT, REPORT, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';
import { reportTexts } from '../../support/load-texts.js';
import { kpi, ROOT } from '../../support/run.js';

type Row = Readonly<Record<string, string>>;

const OPTIONS = { lang: 'en', color: false, width: 80 } as const;
const text = async (report: Report, format = 'csv'): Promise<string> =>
  [...(await renderReport(report, format, OPTIONS))].join('');

function parsed(content: string, delimiter = ','): Row[] {
  const { data, errors } = Papa.parse<Row>(content, { header: true, skipEmptyLines: true, delimiter });
  expect(errors).toEqual([]);
  return data;
}

/** What a number of the document is written as. */
const written = (value: number | boolean | null | undefined): string => (value == null ? '' : String(value));
/** A name as a table may hold it: an apostrophe before what a spreadsheet would run. */
const named = (name: string): string => (/^[=+\-@|%]/.test(name) && !/^[-+]?\d+$/.test(name) ? `'${name}` : name);

/** How the value of a whole is called, and that of its part in one of several currencies. */
const measureOf = (one: object): string => ('currency' in one ? 'by_currency' : 'value');

/** Every figure of a document and where it has to stand, read off the document itself: section, names, groups, value. */
function figuresOf(report: Report): string[] {
  const figures: string[] = [];
  const add = (section: string, kpi: string, measure: string, groups: readonly string[], cells: readonly unknown[]) =>
    figures.push(JSON.stringify([section, kpi, measure, groups.map((name) => named(plainLine(name))), cells]));
  const parts = (
    entry: Report['kpis'][number] | NonNullable<Report['kpis'][number]['byCurrency']>[number],
    id: string,
  ) => {
    add(
      'kpis',
      id,
      measureOf(entry),
      [],
      [entry.value, entry.n, entry.previous?.value, entry.change?.absolute].map((one) => written(one)),
    );
    for (const [name, value] of Object.entries({ ...entry.distribution })) add('kpis', id, name, [], [written(value)]);
    for (const [name, value] of Object.entries(entry.details)) add('kpis', id, name, [], [written(value)]);
    for (const one of entry.excluded) add('kpis', id, 'left_out', [one.reason], [written(one.n)]);
    for (const one of entry.ranking ?? []) {
      add('kpis', id, 'deals', [one.key], [written(one.n)]);
      if (one.amount !== null) add('kpis', id, 'amount', [one.key], [written(one.amount)]);
      if (one.share !== null) add('kpis', id, 'share', [one.key], [written(one.share)]);
    }
  };
  for (const entry of report.kpis) for (const one of [entry, ...(entry.byCurrency ?? [])]) parts(one, entry.id);
  for (const { groups } of report.breakdowns) {
    for (const { key, records, kpis } of groups) {
      add('breakdowns', '', 'records', key, [written(records)]);
      for (const entry of kpis) {
        for (const one of [entry, ...(entry.byCurrency ?? [])]) {
          add(
            'breakdowns',
            entry.id,
            measureOf(one),
            key,
            [one.value, one.n, one.previous?.value, one.change?.absolute].map((cell) => written(cell)),
          );
        }
      }
    }
  }
  for (const { kpi: id, points } of report.series) {
    for (const { label, value, n, byCurrency } of points) {
      for (const one of [{ value, n }, ...(byCurrency ?? [])])
        add('series', id, measureOf(one), [label], [written(one.value), written(one.n)]);
    }
  }
  for (const stage of report.funnel) {
    const { pipeline, stage: name, interval, source, ...measures } = stage;
    const key = pipeline === null ? [name] : [name, pipeline];
    for (const [measure, value] of Object.entries(measures)) add('funnel', '', measure, key, [written(value)]);
    expect([interval, source]).toBeDefined();
  }
  for (const { start, size, retained } of report.cohorts?.rows ?? []) {
    add('cohorts', '', 'size', [start], [written(size)]);
    for (const [age, value] of retained.entries())
      add('cohorts', '', 'retained', [start, String(age)], [written(value)]);
  }
  return figures;
}

/** The same read off the table. */
function figuresIn(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const { section = '', kpi: id = '', measure = '', value = '', n = '', previous = '', change = '' } = row;
    if (!['kpis', 'breakdowns', 'series', 'funnel', 'cohorts'].includes(section)) return [];
    if (['trend', 'undated', 'like_for_like'].includes(measure) || (measure === 'left_out' && section !== 'kpis'))
      return [];
    const pairs = ['', '_2', '_3'].filter((end) => (row[`by${end}`] ?? '') !== '');
    const groups = pairs.map((end) => row[`group${end}`] ?? '');
    const isFigure = measure === 'value' || measure === 'by_currency';
    const cells = !isFigure ? [value] : section === 'series' ? [value, n] : [value, n, previous, change];
    return [JSON.stringify([section, id, measure, groups, cells])];
  });
}

const header = 'Deal ID,Stage,Amount,Currency,Owner,Region,Create Date,Close Date';
const deal = fc.record({
  stage: fc.constantFrom('Closed Won', 'Closed Lost', 'Demo', 'Proposal'),
  amount: fc.integer({ min: 0, max: 90_000 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  owner: fc.constantFrom('Ann', '=cmd()', "O'Neil, Pat", '"quoted"', '+49', '-x', 'سارا', ''),
  region: fc.constantFrom('North', 'South', '@there', 'tab\there'),
  created: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 9 }),
});

describe('a report as CSV', () => {
  it('has every figure of the JSON once, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deal, { minLength: 1, maxLength: 40 }), fc.boolean(), async (deals, quarter) => {
        const lines = deals.map(({ stage, amount, currency, owner, region, created, month }, at) =>
          Papa.unparse([
            [
              ...[
                `D${at}`,
                stage,
                String(amount),
                currency,
                owner,
                region,
                `2024-0${month}-${String(created).padStart(2, '0')}`,
              ],
              stage.startsWith('Closed') ? `2024-0${month}-28` : '',
            ],
          ]),
        );
        const content = `${[header, ...lines].join('\n')}\n`;
        const asked = quarter ? { period: '2024-Q2', by: [['owner'], ['owner', 'Region']] } : { by: [['owner']] };
        const report = await reportTexts({ 'deals.csv': content }, asked);
        for (const [format, delimiter] of [
          ['csv', ','],
          ['tsv', '\t'],
        ] as const) {
          const rows = parsed(await text(report, format), delimiter);
          expect(figuresIn(rows).sort()).toEqual(figuresOf(report).sort());
        }
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['of all data', REPORT],
    ['of a quarter', QUARTER_REPORT],
    ['of nothing', EMPTY_REPORT],
  ])('is a table of one width, in which no cell is a formula (%s)', async (_, document) => {
    for (const name of [undefined, ...HOSTILE, '=1+1', '\t=1', '＝cmd']) {
      const shown = name === undefined ? document : withText(document, name);
      for (const [format, delimiter] of [
        ['csv', ','],
        ['tsv', '\t'],
      ] as const) {
        const content = await text(shown, format);
        expect(content).not.toMatch(/NaN|Infinity|undefined|\[object|null/);
        const { data } = Papa.parse<string[]>(content, { skipEmptyLines: true, delimiter });
        for (const cells of data) {
          expect(cells).toHaveLength(data[0]?.length ?? 0);
          for (const cell of cells) expect(cell).not.toMatch(/^[=+@|%\uff1d]|^-(?!\d)/);
        }
      }
    }
  });

  it('says target, pace and what is left out of --top', async () => {
    const content = `${header}\n1,Closed Won,60,EUR,Ann,North,2024-04-01,2024-04-15\n2,Closed Won,30,EUR,Ben,North,2024-04-01,2024-04-30\n`;
    const report = await reportTexts(
      { 'deals.csv': content },
      {
        period: '2024-Q2',
        asOf: '2024-04-30',
        by: [['owner']],
        top: 1,
        targets: { revenue_won: { min: 900, per: 'quarter' } },
      },
    );
    const rows = parsed(await text(report));
    // One of three months has passed, and 90 of 900 were won.
    expect(rows.find(({ section, kpi: id }) => section === 'kpis' && id === 'revenue_won')).toMatchObject({
      period: '2024-Q2',
      start: '2024-04-01',
      end: '2024-06-30',
      value: '90',
      unit: 'money',
      currency: 'EUR',
      target_min: '900',
      target_max: '',
      target_met: '',
      target_per: 'quarter',
      reached: '0.1',
    });
    expect(rows.find(({ section, kpi: id }) => section === 'rest' && id === 'revenue_won')).toMatchObject({
      by: 'owner',
      group: '',
      value: '30',
    });
  });

  it('is what a file that ends so holds, and what --format prints', () => {
    const args = ['report', `${ROOT}fixtures/crm/hubspot.csv`, '--by', 'owner'];
    const csv = kpi([...args, '--format', 'csv']).stdout;
    expect(csv.startsWith('section,kpi,title,measure,by,group,by_2,group_2,period,start,end,value,')).toBe(true);
    const tsv = kpi([...args, '-f', 'tsv']).stdout;
    expect(parsed(tsv, '\t')).toEqual(parsed(csv));
  });
});
