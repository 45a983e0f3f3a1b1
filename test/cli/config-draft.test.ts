import { describe, expect, it } from 'vitest';
import { draftOf } from '../../src/cli/config-draft.js';
import { EMPTY_DRAFT } from '../../src/config/draft.js';
import { mergeSettings, type OptionValues, type Settings } from '../../src/config/merge.js';
import type { Inspection } from '../../src/index.js';
import { INSPECTION } from '../support/documents.js';

type Source = Inspection['sources'][number];

const said = (values: OptionValues = {}): Promise<Settings> => mergeSettings(values, {});
const NOTHING = await said();
const [SOURCE] = INSPECTION.sources;
if (SOURCE === undefined) throw new Error('the sample has no source');
/** Of every column of the sample. */
const WHERE = { file: SOURCE.file, taken: false };
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
  reason: message(reason.replace(/;.*/, ''), reason, { byOtherColumns: reason.includes(';') }),
});
const CODES: Readonly<Record<string, string>> = {
  'known word': 'known_word',
  'no closing word': 'no_closing_word',
  'closed, but not how': 'closed_somehow',
  'unknown name': 'unknown_name',
  'said with --stage': 'said_with_stage',
};
function message(code: string, text: string, args: Record<string, unknown> = {}) {
  return { code: CODES[code] ?? code, args, message: text };
}

describe('the draft of an inspection', () => {
  it('takes every mapped column, the doubtful ones marked', async () => {
    expect(draftOf(INSPECTION, NOTHING).mapping).toEqual([
      { field: 'id', column: 'Record ID', reason: 'hubspot preset', confidence: 1, assumed: false, ...WHERE },
      { field: 'close_date', column: 'Close Date', reason: 'header alike', confidence: 0.75, assumed: true, ...WHERE },
    ]);
  });

  it('lists the columns that are not used, with a reason where there is more to say than that', async () => {
    expect(draftOf(INSPECTION, NOTHING).unused).toEqual([
      { file: SOURCE.file, column: 'Forecast category', reason: null },
      {
        file: SOURCE.file,
        column: 'Time in "Contract Sent"',
        reason: 'time in stage: recomputed from dates, not read',
      },
    ]);
  });

  it('names the role of what is not deals, and leaves out what cannot be mapped', async () => {
    const [first] = SOURCE.columns;
    if (first === undefined) throw new Error('no column');
    const columns = ['id', 'leads.id', 'stage_entered'].map((field) => ({ ...first, column: field, field }));
    const fields = async (role: string) =>
      draftOf(withSource({ role, columns }), NOTHING).mapping.map(({ field }) => field);
    expect(await fields('deals')).toEqual(['id', 'leads.id']);
    expect(await fields('leads')).toEqual(['leads.id', 'leads.id']);
  });

  it('writes what was taken for open, asks what left deals out, and leaves the rest alone', async () => {
    const stages = [
      stage('Closed Won', 'won', 'known word'),
      stage('Demo', 'open', 'no closing word', 5),
      stage('Done', 'excluded', 'closed, but not how; other columns decide', 3),
      stage('7', 'won', 'unknown name; other columns decide', 2),
      stage('', 'excluded', 'unknown name; other columns decide'),
    ];
    expect(draftOf(withSource({ stages }), NOTHING).stages.map(({ name, outcome, as }) => [name, outcome, as])).toEqual(
      [
        ['Closed Won', 'won', 'known'],
        ['Demo', 'open', 'write'],
        ['Done', null, 'ask'],
        ['7', 'won', 'known'],
      ],
    );
  });

  it('writes nothing for a name that means different things in two columns', async () => {
    const stages = [
      stage('Demo', 'open', 'no closing word', 5, 'Status'),
      stage('demo', 'excluded', 'unknown name; other columns decide', 2, 'Stage'),
    ];
    expect(draftOf(withSource({ stages }), NOTHING).stages).toMatchObject([{ name: 'Demo', rows: 7, as: 'ask' }]);
  });

  it('puts first what the command line says', async () => {
    const stages = [stage('Signed', 'won', 'said with --stage', 4)];
    const drafted = draftOf(
      withSource({ stages }),
      await said({
        stage: [
          ['signed', 'won'],
          ['*', 'open'],
        ],
        currency: 'EUR',
        'date-order': 'ymd',
        ignore: ['Notes'],
        decimal: ',',
        delimiter: ';',
      }),
    );
    expect(drafted).toMatchObject({
      stages: [
        { name: 'signed', outcome: 'won', rows: 4, as: 'write' },
        { name: '*', outcome: 'open', rows: null, as: 'write' },
      ],
      currency: { said: 'EUR', found: 'USD' },
      dateOrder: { value: 'ymd', cells: 0 },
      decimal: { value: 'comma', cells: 0 },
      ignore: ['Notes'],
      delimiter: ';',
    });
  });

  it('answers the order of ambiguous dates as it was taken, unless another column is written the other way', async () => {
    const ambiguous = [
      { file: 'f', column: 'A', field: 'created_at', taken: 'month/day', other: 'day/month', cells: 3 },
      { file: 'f', column: 'N', field: 'amount', taken: 'decimal point', other: 'decimal comma', cells: 9 },
      { file: 'f', column: 'B', field: 'closed_at', taken: 'month/day', other: 'day/month', cells: 2 },
    ];
    const reading = (order: string | null) =>
      order === null ? null : message('dates', '', { forms: [{ order }], asWritten: false });
    const drafted = (order: string | null) =>
      draftOf(
        withSource(
          {
            columns: SOURCE.columns.map((one, index) => ({
              ...one,
              column: ['B', 'A'][index] ?? 'C',
              reading: reading(order),
            })),
          },
          { ambiguous },
        ),
        NOTHING,
      ).dateOrder;
    expect(drafted(null)).toEqual({ value: 'mdy', cells: 5, columns: ['B', 'A'], mixed: false });
    expect(drafted('day/month/year')?.mixed).toBe(true);
    expect(draftOf(withSource({}), NOTHING).dateOrder).toBeNull();
  });

  it('answers an ambiguous decimal sign as it was taken, unless columns were taken differently', async () => {
    const ambiguous = [
      { file: 'f', column: 'Close Date', field: 'amount', taken: 'decimal comma', other: 'decimal point', cells: 9 },
    ];
    const [one] = ambiguous;
    if (one === undefined) throw new Error('no column');
    const drafted = (columns: typeof ambiguous) => draftOf(withSource({}, { ambiguous: columns }), NOTHING).decimal;
    expect(drafted(ambiguous)).toEqual({ value: 'comma', cells: 9, columns: ['Close Date'], mixed: false });
    expect(drafted([one, { ...one, taken: 'decimal point', other: 'decimal comma' }])?.mixed).toBe(true);
    expect(drafted([])).toBeNull();
  });

  it('names the role of every field where there are files of several, and a field once', async () => {
    const [id, close] = SOURCE.columns;
    if (id === undefined || close === undefined) throw new Error('no column');
    const source = (file: string, role: string, columns: Source['columns'], more: Partial<Source> = {}): Source => ({
      ...SOURCE,
      ...{ file, role, columns },
      ...more,
    });
    const drafted = (...sources: Source[]) => draftOf({ ...INSPECTION, ambiguous: [], sources }, NOTHING);
    const renamed = [{ ...id, column: 'Key' }];
    const { files, mapping } = drafted(
      source('a.csv', 'deals', [id]),
      source('b.csv', 'deals', [id]),
      source('c.csv', 'deals', renamed),
      source('d.csv', 'customers', [id]),
    );
    expect(files).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
    expect(mapping.map(({ field, column, file, taken }) => [field, column, file, taken])).toEqual([
      ['deals.id', 'Record ID', 'a.csv', false],
      ['deals.id', 'Key', 'c.csv', true],
      ['customers.id', 'Record ID', 'd.csv', false],
    ]);
    expect(drafted(source('a.csv', 'deals', [id]), source('b.csv', 'deals', [close])).mapping).toMatchObject([
      { field: 'id' },
      { field: 'close_date' },
    ]);
  });

  it('leaves alone what holds for all files where they differ in it', async () => {
    const drafted = (...sources: Source[]) => draftOf({ ...INSPECTION, ambiguous: [], sources }, NOTHING);
    const csv = {
      ...SOURCE,
      file: 'a.csv',
      preset: 'hubspot',
      presetReason: message('x', 'x'),
      sheets: [],
      sheet: null,
    };
    expect(drafted(csv, { ...csv, file: 'b.csv', preset: 'generic', presetReason: message('y', 'y') })).toMatchObject({
      preset: null,
      differing: {
        preset: [
          { file: 'a.csv', value: 'hubspot (x)' },
          { file: 'b.csv', value: 'generic (y)' },
        ],
      },
    });
    const book = { ...csv, file: 'a.xlsx', sheet: 'Deals', sheets: ['Deals', 'Notes'], delimiter: null };
    expect(drafted(book, csv).sheet).toBe('Deals');
    expect(drafted(book, { ...book, file: 'b.xlsx', sheet: 'Notes' })).toMatchObject({
      sheet: null,
      differing: {
        sheet: [
          { file: 'a.xlsx', value: '"Deals"' },
          { file: 'b.xlsx', value: '"Notes"' },
        ],
      },
    });
    const warnings = [{ code: 'encoding_guessed', args: {}, message: '' }];
    const guessed = { ...csv, encoding: 'windows-1256' };
    const texts = (...sources: Source[]) => draftOf({ ...INSPECTION, ambiguous: [], warnings, sources }, NOTHING);
    expect(texts(guessed, { ...guessed, file: 'b.csv' }).encoding).toBe('windows-1256');
    expect(texts(guessed, { ...csv, file: 'b.csv' })).toMatchObject({
      encoding: null,
      differing: { encoding: [{ value: 'windows-1256' }, { value: csv.encoding }] },
    });
  });

  it('settles the sheet of a workbook with several, and an encoding that was guessed', async () => {
    const sheets = { sheet: 'Deals', sheets: ['Deals', 'Other'], encoding: 'windows-1256' };
    const warnings = [{ code: 'encoding_guessed', args: {}, message: '' }];
    expect(draftOf(withSource(sheets, { warnings }), NOTHING)).toMatchObject({
      sheet: 'Deals',
      encoding: 'windows-1256',
    });
    expect(draftOf(withSource({ ...sheets, sheets: ['Deals'] }), NOTHING)).toMatchObject({
      sheet: null,
      encoding: null,
    });
  });

  it('is empty of an inspection of nothing', async () => {
    expect(draftOf({ ...INSPECTION, sources: [] }, NOTHING)).toBe(EMPTY_DRAFT);
  });
});
