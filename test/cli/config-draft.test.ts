import { describe, expect, it } from 'vitest';
import { draftOf } from '../../src/cli/config-draft.js';
import { EMPTY_DRAFT } from '../../src/config/draft.js';
import { mergeSettings, type Settings } from '../../src/config/merge.js';
import type { Inspection } from '../../src/index.js';
import { INSPECTION } from '../support/documents.js';

type Source = Inspection['sources'][number];

const said = (settings: Partial<Settings> = {}): Settings => mergeSettings(settings, {});
const [SOURCE] = INSPECTION.sources;
if (SOURCE === undefined) throw new Error('the sample has no source');
const withSource = (source: Partial<Source>, more: Partial<Inspection> = {}): Inspection => ({
  ...INSPECTION,
  ambiguous: [],
  ...more,
  sources: [{ ...SOURCE, ...source }],
});
const stage = (value: string, outcome: string, reason: string, rows = 1, column = 'Stage') => ({
  column,
  value,
  rows,
  outcome,
  reason,
});

describe('the draft of an inspection', () => {
  it('takes every mapped column, the doubtful ones marked', () => {
    expect(draftOf(INSPECTION, said()).mapping).toEqual([
      { field: 'id', column: 'Record ID', reason: 'hubspot preset', confidence: 1, assumed: false },
      { field: 'close_date', column: 'Close Date', reason: 'header alike', confidence: 0.75, assumed: true },
    ]);
  });

  it('lists the columns that are not used, with a reason where there is more to say than that', () => {
    expect(draftOf(INSPECTION, said()).unused).toEqual([
      { column: 'Forecast category', reason: null },
      { column: 'Time in "Contract Sent"', reason: 'time in stage: recomputed from dates, not read' },
    ]);
  });

  it('names the role of what is not deals, and leaves out what cannot be mapped', () => {
    const [first] = SOURCE.columns;
    if (first === undefined) throw new Error('no column');
    const columns = ['id', 'leads.id', 'stage_entered'].map((field) => ({ ...first, column: field, field }));
    const fields = (role: string) => draftOf(withSource({ role, columns }), said()).mapping.map(({ field }) => field);
    expect(fields('deals')).toEqual(['id', 'leads.id']);
    expect(fields('leads')).toEqual(['leads.id', 'leads.id']);
  });

  it('writes what was taken for open, asks what left deals out, and leaves the rest alone', () => {
    const stages = [
      stage('Closed Won', 'won', 'known word'),
      stage('Demo', 'open', 'no closing word', 5),
      stage('Done', 'excluded', 'closed, but not how; other columns decide', 3),
      stage('7', 'won', 'unknown name; other columns decide', 2),
      stage('', 'excluded', 'unknown name; other columns decide'),
    ];
    expect(draftOf(withSource({ stages }), said()).stages.map(({ name, outcome, as }) => [name, outcome, as])).toEqual([
      ['Closed Won', 'won', 'known'],
      ['Demo', 'open', 'write'],
      ['Done', null, 'ask'],
      ['7', 'won', 'known'],
    ]);
  });

  it('writes nothing for a name that means different things in two columns', () => {
    const stages = [
      stage('Demo', 'open', 'no closing word', 5, 'Status'),
      stage('demo', 'excluded', 'unknown name; other columns decide', 2, 'Stage'),
    ];
    expect(draftOf(withSource({ stages }), said()).stages).toMatchObject([{ name: 'Demo', rows: 7, as: 'ask' }]);
  });

  it('puts first what the command line says', () => {
    const stages = [stage('Signed', 'won', 'said with --stage', 4)];
    const drafted = draftOf(
      withSource({ stages }),
      said({
        stages: { signed: 'won', '*': 'open' },
        currency: 'EUR',
        dateOrder: 'ymd',
        ignore: ['Notes'],
        delimiter: ';',
      }),
    );
    expect(drafted).toMatchObject({
      stages: [
        { name: 'signed', outcome: 'won', rows: 4, as: 'write' },
        { name: '*', outcome: 'open', rows: null, as: 'write' },
      ],
      currency: { said: 'EUR', found: 'USD' },
      dateOrder: { order: 'ymd', cells: 0 },
      ignore: ['Notes'],
      delimiter: ';',
    });
  });

  it('answers the order of ambiguous dates as it was taken, unless another column is written the other way', () => {
    const ambiguous = [
      { file: 'f', column: 'A', field: 'created_at', taken: 'month/day', other: 'day/month', cells: 3 },
      { file: 'f', column: 'N', field: 'amount', taken: 'decimal point', other: 'decimal comma', cells: 9 },
      { file: 'f', column: 'B', field: 'closed_at', taken: 'month/day', other: 'day/month', cells: 2 },
    ];
    const drafted = (reading: string | null) =>
      draftOf(
        withSource(
          { columns: SOURCE.columns.map((one, index) => ({ ...one, column: ['B', 'A'][index] ?? 'C', reading })) },
          { ambiguous },
        ),
        said(),
      ).dateOrder;
    expect(drafted(null)).toEqual({ order: 'mdy', cells: 5, columns: ['B', 'A'], mixed: false });
    expect(drafted('day/month/year (some cells fit only this)')?.mixed).toBe(true);
    expect(draftOf(withSource({}), said()).dateOrder).toBeNull();
  });

  it('settles the sheet of a workbook with several, and an encoding that was guessed', () => {
    const sheets = { sheet: 'Deals', sheets: ['Deals', 'Other'], encoding: 'windows-1256' };
    const warnings = [{ code: 'encoding_guessed', message: '' }];
    expect(draftOf(withSource(sheets, { warnings }), said())).toMatchObject({
      sheet: 'Deals',
      encoding: 'windows-1256',
    });
    expect(draftOf(withSource({ ...sheets, sheets: ['Deals'] }), said())).toMatchObject({
      sheet: null,
      encoding: null,
    });
  });

  it('is empty of an inspection of nothing', () => {
    expect(draftOf({ ...INSPECTION, sources: [] }, said())).toBe(EMPTY_DRAFT);
  });
});
