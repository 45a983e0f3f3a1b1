import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LoadRequest, load } from '../../src/index.js';
import { say } from '../../src/locale/say.js';
import { isoDay } from '../../src/model/civil-day.js';
import type { Dataset } from '../../src/model/dataset.js';
import { stagesOf } from '../../src/model/history.js';
import { cellText } from '../../src/model/text-column.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The dataset of files given as lists of lines, in order; roles as `--history FILE` says them. */
async function read(
  files: Readonly<Record<string, readonly string[]>>,
  request: Omit<LoadRequest, 'files'> & { readonly history?: string } = {},
): Promise<Dataset> {
  const { history, ...rest } = request;
  const named = Object.entries(files).map(([name, lines]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    const path = join(folder, name);
    return name === history ? { path, role: 'history' as const } : { path };
  });
  return (await load({ files: named, ...rest })).dataset;
}

/** `{ '1': ['Demo 2025-01-02', 'Offer 2025-02-03 (Demo)'] }`: stages by the deal's id, the stage left in brackets. */
function told({ history, deals }: Dataset): Record<string, string[]> {
  if (history === null) return {};
  const rows = Array.from({ length: deals.size }, (_, row) => row);
  return Object.fromEntries(
    rows
      .map((row) => [
        cellText(deals.column('id'), row),
        stagesOf(history, row).map(
          ({ stage, enteredAt, from }) => `${stage} ${isoDay(enteredAt ?? 0)}${from === null ? '' : ` (${from})`}`,
        ),
      ])
      .filter(([, stages]) => stages?.length !== 0),
  );
}

const codes = ({ warnings }: Dataset): string[] => warnings.map(({ code }) => code);

const DEALS = [
  'Deal ID,Deal Name,Account,Stage,Amount,Created Date,Closed Date',
  '1,Roof,Elm,Closed Won,100,2025-01-01,2025-03-01',
  '2,Door,Elm,Demo,200,2025-01-05,',
  '3,Door,Oak,Closed Lost,300,2025-01-09,2025-02-20',
];

const said = ({ warnings }: Dataset, code?: string): string[] =>
  warnings.filter((one) => code === undefined || one.code === code).map((one) => say(one, 'en'));

describe('date columns of stages', () => {
  const WIDE = [
    `Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,"Date entered ""Demo (Sales)""",Date entered 'Offer (Sales)',"Date entered “Closed Won (Sales)”","Time in ""Demo (Sales)""",hs_time_in_offer`,
    '1,Roof,Closed Won,100,2025-01-02,2025-03-01,2025-01-03 09:00,2025-02-04 10:00,2025-03-01 11:00,864000000,5',
    '2,Door,Demo,200,2025-01-05,,2025-01-20 09:00,,,,',
    '3,Wall,Offer,300,2025-01-09,,,,,,',
  ];

  it('give each deal the stages it entered, in the order of their days', async () => {
    const dataset = await read({ 'wide.csv': WIDE });
    expect(told(dataset)).toEqual({
      1: ['Demo 2025-01-03', 'Offer 2025-02-04', 'Closed Won 2025-03-01'],
      2: ['Demo 2025-01-20'],
    });
    expect([...(dataset.history?.source ?? [])]).toEqual([0, 0, 0, 0]);
    expect(dataset.sources[0]?.history).toEqual({
      source: 'columns',
      entries: 4,
      deals: 2,
      stages: ['Demo', 'Offer', 'Closed Won'],
    });
  });

  it('never become a date of the deal itself', async () => {
    const dataset = await read({
      'wide.csv': WIDE.map((line) => line.replace('Create Date', 'Something').replace('Close Date', 'Else')),
    });
    for (const field of ['created_at', 'closed_at', 'won_at', 'close_date', 'stage_changed_at'] as const)
      expect(dataset.deals.has(field), field).toBe(false);
    expect(dataset.history?.size).toBe(4);
  });

  it('are told in the account of the file, and times in stage are left to be computed', async () => {
    const dataset = await read({ 'wide.csv': WIDE });
    const column = (name: string) => dataset.sources[0]?.columns.find((one) => one.column === name);
    expect(column('Date entered "Demo (Sales)"')).toMatchObject({
      field: 'stage_entered',
      confidence: 1,
      reason: { code: 'stage_entered', args: { stage: 'Demo' } },
    });
    for (const name of ['Time in "Demo (Sales)"', 'hs_time_in_offer']) {
      expect(column(name)).toMatchObject({ field: null, reason: { code: 'time_in_stage' } });
    }
  });

  it('name stages as the deals do: by label, by id, and with brackets that belong to the name', async () => {
    const dataset = await read({
      'ids.csv': [
        'Record ID,Deal Stage,Amount,hs_v2_date_entered_closedwon,"Date entered ""demo (2nd)""",hs_date_entered_4711',
        '1,Closed Won,5,2025-02-01,,2025-01-01',
        '2,Demo (2nd),6,,2025-02-02,',
      ],
    });
    expect(told(dataset)).toEqual({ 1: ['4711 2025-01-01', 'Closed Won 2025-02-01'], 2: ['Demo (2nd) 2025-02-02'] });
  });

  it('count once where two columns say the same, and twice where the days differ', async () => {
    const dataset = await read({
      'twice.csv': [
        'Record ID,Deal Stage,Amount,hs_date_entered_demo,hs_v2_date_entered_demo',
        '1,demo,5,2025-02-01,2025-02-01',
        '2,demo,6,2025-02-03,2025-02-02',
      ],
    });
    expect(told(dataset)).toEqual({ 1: ['demo 2025-02-01'], 2: ['demo 2025-02-02', 'demo 2025-02-03'] });
  });

  it('go with the row of a repeated deal that counts', async () => {
    const dataset = await read({
      'repeat.csv': [
        'Record ID,Deal Stage,Amount,Last Modified Date,"Date entered ""Demo"""',
        '1,Demo,5,2025-01-01,2025-01-01',
        '2,Demo,5,2025-01-01,2025-01-02',
        '1,Demo,5,2025-04-01,2025-03-03',
      ],
    });
    expect(told(dataset)).toEqual({ 2: ['Demo 2025-01-02'], 1: ['Demo 2025-03-03'] });
    expect([...(dataset.history?.deal ?? [])]).toEqual([0, 1]);
  });

  it('keep days after the close and before the creation, and tell of cells that are no day', async () => {
    const dataset = await read({
      'odd.csv': [
        'Record ID,Deal Stage,Amount,Create Date,Close Date,"Date entered ""Demo""","Date entered ""Closed Won"""',
        '1,Closed Won,5,2025-02-01,2025-03-01,2024-01-01,2025-09-09',
        '2,Closed Won,5,2025-02-01,2025-03-01,soon,2025-03-01',
      ],
    });
    expect(told(dataset)).toEqual({ 1: ['Demo 2024-01-01', 'Closed Won 2025-09-09'], 2: ['Closed Won 2025-03-01'] });
    const [warning] = said(dataset).filter((text) => text.includes('Date entered "Demo"'));
    expect(warning).toContain('1 cell of "Date entered "Demo"" cannot be read as a date');
  });

  it('settle the order of day and month for the other dates of the file', async () => {
    const dataset = await read({
      'order.csv': [
        'Record ID,Deal Stage,Amount,Create Date,"Date entered ""Demo"""',
        '1,Demo,5,03/04/2025,25/04/2025',
      ],
    });
    expect(isoDay(dataset.deals.column('created_at')[0] ?? 0)).toBe('2025-04-03');
  });

  it('are ignored when the user says so', async () => {
    const dataset = await read({ 'wide.csv': WIDE }, { ignore: ['Date entered "Demo (Sales)"'] });
    expect(told(dataset)).toEqual({ 1: ['Offer 2025-02-04', 'Closed Won 2025-03-01'] });
  });

  it('are none where no file has any', async () => {
    const dataset = await read({ 'deals.csv': DEALS });
    expect(dataset.history).toBeNull();
    expect(dataset.sources[0]?.history).toBeNull();
  });
});

describe('a log of stage changes', () => {
  it('is joined by the id of the deal, each change an entry', async () => {
    const dataset = await read({
      'deals.csv': DEALS,
      'log.csv': [
        'Deal ID,From Stage,To Stage,Changed At',
        '1,,Demo,2025-01-02',
        '1,Demo,Offer,2025-02-03',
        '1,Offer,Closed Won,2025-03-01',
        '3,,Demo,2025-01-09',
      ],
    });
    expect(dataset.sources.map(({ role }) => role)).toEqual(['deals', 'history']);
    expect(told(dataset)).toEqual({
      1: ['Demo 2025-01-02', 'Offer 2025-02-03 (Demo)', 'Closed Won 2025-03-01 (Offer)'],
      3: ['Demo 2025-01-09'],
    });
    expect(dataset.sources[1]).toMatchObject({
      rows: 4,
      records: 4,
      skipped: [],
      history: { source: 'log', entries: 4, deals: 2, stages: ['Demo', 'Offer', 'Closed Won'] },
    });
    expect(codes(dataset)).not.toContain('unmatched_history');
  });

  it('takes of a field history the rows of the stage, and accounts for the others', async () => {
    const dataset = await read({
      'deals.csv': DEALS,
      'fields.csv': [
        'Opportunity ID,Field / Event,Old Value,New Value,Edit Date',
        '1,Created.,,,2025-01-01',
        '1,Stage,Demo,Offer,2025-02-03',
        '1,Amount,90,100,2025-02-04',
        '2,Stage,Demo,Demo,2025-02-05',
        '2,Stage,Demo,,2025-02-06',
        '2,Stage,Demo,Offer,',
      ],
    });
    expect(told(dataset)).toEqual({ 1: ['Offer 2025-02-03 (Demo)'] });
    // What other fields held is no stage.
    expect([...(dataset.history?.stages ?? [])].sort()).toEqual(['', 'Demo', 'Offer']);
    const { rows, records, skipped } = dataset.sources[1] ?? { rows: 0, records: 0, skipped: [] };
    expect(rows).toBe(6);
    expect(records).toBe(1);
    expect(skipped).toEqual([
      { reason: 'other field', rows: 2 },
      { reason: 'same stage', rows: 1 },
      { reason: 'no stage or date', rows: 2 },
    ]);
  });

  it('is joined by name and account where there is no id, and leaves out a name that several deals bear', async () => {
    const log = ['2025-01-10', '2025-01-11', '2025-01-12'];
    const both = await read({
      'deals.csv': DEALS,
      'names.csv': [
        'Opportunity Name,Account Name,From Stage,To Stage,Edit Date',
        `door,ELM.,,Demo,${log[0]}`,
        `Door,Oak,,Demo,${log[1]}`,
        `Gate,Oak,,Demo,${log[2]}`,
      ],
    });
    expect(told(both)).toEqual({ 2: ['Demo 2025-01-10'], 3: ['Demo 2025-01-11'] });
    expect(said(both, 'unmatched_history')[0]).toContain('1 stage change belongs to deals that no file has: "Gate".');
    const nameAlone = await read({
      'deals.csv': DEALS,
      'names.csv': [
        'Opportunity Name,From Stage,To Stage,Edit Date',
        `Roof,,Demo,${log[0]}`,
        `Door,,Demo,${log[1]}`,
        `Door,Demo,Offer,${log[2]}`,
      ],
    });
    expect(told(nameAlone)).toEqual({ 1: ['Demo 2025-01-10'] });
    expect(said(nameAlone, 'ambiguous_history')[0]).toContain(
      '2 stage changes name several deals at once and were left out: "Door".',
    );
    expect(nameAlone.sources[1]?.records).toBe(3);
  });

  it('compares ids with their case, and 15 characters with the first 15 of 18', async () => {
    const dataset = await read({
      'sf.csv': [
        'Opportunity ID,Opportunity Name,Stage,Amount,Close Date',
        '0067Q00000KpAbc,a,Closed Won,1,2025-01-01',
        '0067Q00000Kpabc,b,Closed Won,1,2025-01-01',
        '0067Q00000KpXyzAAH,c,Closed Won,1,2025-01-01',
      ],
      'log.csv': [
        'Opportunity ID,From Stage,To Stage,Last Modified',
        '0067Q00000KpAbcAAV,,Demo,2025-01-01',
        '0067Q00000Kpabc,,Demo,2025-01-02',
        '0067Q00000KpXyz,,Demo,2025-01-03',
        '0067Q00000KPXYZ,,Demo,2025-01-04',
      ],
    });
    expect(told(dataset)).toEqual({
      '0067Q00000KpAbc': ['Demo 2025-01-01'],
      '0067Q00000Kpabc': ['Demo 2025-01-02'],
      '0067Q00000KpXyzAAH': ['Demo 2025-01-03'],
    });
    expect(codes(dataset)).toContain('unmatched_history');
  });

  it('orders the changes of one day as one leads to the next, whichever way the log is sorted', async () => {
    const changes = [
      '1,,Demo,2025-01-02',
      '1,Demo,Offer,2025-02-03',
      '1,Offer,Talks,2025-02-03',
      '1,Talks,Offer,2025-02-03',
      '1,Offer,Closed Won,2025-02-03',
    ];
    const expected = {
      1: [
        'Demo 2025-01-02',
        'Offer 2025-02-03 (Demo)',
        'Talks 2025-02-03 (Offer)',
        'Offer 2025-02-03 (Talks)',
        'Closed Won 2025-02-03 (Offer)',
      ],
    };
    const header = 'Deal ID,From Stage,To Stage,Changed At';
    for (const lines of [changes, [...changes].reverse()]) {
      expect(told(await read({ 'deals.csv': DEALS, 'log.csv': [header, ...lines] }))).toEqual(expected);
    }
  });

  it('orders changes of one day without a stage left by where they stand, oldest first', async () => {
    const lines = ['2,Demo,2025-01-02', '2,Offer,2025-03-03', '2,Talks,2025-03-03'];
    const expected = { 2: ['Demo 2025-01-02', 'Offer 2025-03-03', 'Talks 2025-03-03'] };
    const header = 'Deal ID,Stage,Date';
    for (const ordered of [lines, [...lines].reverse()]) {
      const files = { 'deals.csv': DEALS, 'log.csv': [header, ...ordered] };
      expect(told(await read(files, { history: 'log.csv' }))).toEqual(expected);
    }
  });

  it('is taken alone for a deal that date columns tell of as well', async () => {
    const dataset = await read({
      'wide.csv': [
        'Record ID,Deal Name,Deal Stage,Amount,"Date entered ""Demo"""',
        '1,Roof,Demo,5,2025-01-01',
        '2,Door,Demo,5,2025-01-02',
      ],
      'log.csv': ['Deal ID,From Stage,To Stage,Changed At', '1,,Lead,2024-12-01', '1,Lead,Demo,2025-01-01'],
    });
    expect(told(dataset)).toEqual({ 1: ['Lead 2024-12-01', 'Demo 2025-01-01 (Lead)'], 2: ['Demo 2025-01-02'] });
    expect([...(dataset.history?.source ?? [])]).toEqual([1, 1, 0]);
  });

  it('is no file of deals', async () => {
    const log = ['Deal ID,From Stage,To Stage,Changed At', '1,,Demo,2025-01-02'];
    await expect(read({ 'log.csv': log })).rejects.toMatchObject({ code: 'no_deals' });
  });

  it('is inspected alone by what is in it', async () => {
    const log = [
      'Deal ID,From Stage,To Stage,Changed At',
      '1,,Demo,2025-01-02',
      '1,Demo,Won,2025-01-03',
      '2,,Demo,2025-01-03',
    ];
    const dataset = await read({ 'log.csv': log }, { allColumns: true });
    expect(dataset.history).toBeNull();
    expect(dataset.sources[0]?.history).toEqual({ source: 'log', entries: 3, deals: 2, stages: ['Demo', 'Won'] });
    expect(said(dataset).map((text) => text.replace(/^.*log/, 'log'))).toContain(
      'log.csv: its 3 stage changes belong to no deal, for no deals were given.',
    );
  });

  it('takes a column that the user names', async () => {
    const dataset = await read(
      {
        'deals.csv': DEALS,
        'log.csv': ['Ref,Was,Became,When', '1,Demo,Offer,2025-02-03'],
      },
      {
        history: 'log.csv',
        mapping: {
          'history.deal_id': 'Ref',
          'history.from_stage': 'Was',
          'history.to_stage': 'Became',
          'history.changed_at': 'When',
        },
      },
    );
    expect(told(dataset)).toEqual({ 1: ['Offer 2025-02-03 (Demo)'] });
  });
});
