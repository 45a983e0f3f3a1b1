import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHistory, printHistory, type RunSummary, summarizeRun } from '../../src/quality/run-history.js';
import { day, sixteenDeals } from '../support/deals.js';

const run = (asOf: string, records = 5): RunSummary => ({
  asOf: day(asOf),
  records,
  filled: new Map([['amount', 3]]),
  columns: [
    { role: 'deals', column: 'Value "€"', field: 'amount' },
    { role: 'deals', column: 'Notes', field: null },
  ],
  passed: true,
  scope: '',
  files: ['deals-#.csv'],
});
const printed = (before: readonly RunSummary[], now: RunSummary) => [...printHistory(before, now)].join('');

describe('a history of runs', () => {
  it('is read as it was written', () => {
    const text = printed([run('2024-01-01')], run('2024-01-08', 7));
    expect(text.split('\n')).toHaveLength(3);
    expect(parseHistory(text)).toEqual([run('2024-01-01'), run('2024-01-08', 7)]);
    expect(parseHistory('')).toEqual([]);
    expect(parseHistory(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(parseHistory(text));
  });

  it('holds every run, also several of one snapshot date, and two years of weeks', () => {
    const failed: RunSummary = { ...run('2024-01-01', 3), passed: false, scope: 'where a > 1' };
    expect(parseHistory(printed([run('2024-01-01', 1), run('2024-01-08', 2)], failed))).toEqual([
      run('2024-01-01', 1),
      run('2024-01-08', 2),
      failed,
    ]);
    const many = Array.from({ length: 200 }, (_, n) => ({ ...run('2020-01-01'), asOf: n }));
    const kept = parseHistory(printed(many, run('2024-01-01')));
    expect('line' in kept ? 0 : kept.length).toBe(104);
  });

  it('reads lines of the first version as whole runs that passed', () => {
    const line = '{"kpi":1,"asOf":"2024-01-01","records":5,"filled":[["amount",3]],"columns":[["deals","A","amount"]]}';
    expect(parseHistory(`${line}\n`)).toMatchObject([{ records: 5, passed: true, scope: '', files: null }]);
  });

  it('tells a line of a later version from what is none', () => {
    expect(parseHistory('{"kpi":3,"asOf":"2024-01-01"}')).toEqual({ line: 1, newer: true });
  });

  it.each([
    ['{"kpi":2,"asOf":"2024-01-01","records":1,"filled":[],"columns":[]}', 'half a run'],
    ['{"kpi":0,"asOf":"2024-01-01","records":1,"filled":[],"columns":[]}', 'another version'],
    ['{"kpi":1,"asOf":"2024-13-01","records":1,"filled":[],"columns":[]}', 'no day'],
    ['{"kpi":1,"asOf":"2024-01-01","records":-1,"filled":[],"columns":[]}', 'no count'],
    ['{"kpi":1,"asOf":"2024-01-01","records":1,"filled":[["a"]],"columns":[]}', 'half an entry'],
    ['{"kpi":1,"asOf":"2024-01-01"', 'half a line'],
    ['id,amount', 'another file'],
  ])('refuses %s: %s', (line) => {
    expect(parseHistory(`${printed([], run('2024-01-01'))}\n${line}\n`)).toEqual({ line: 3, newer: false });
  });

  it('never throws, whatever the file is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseHistory(text)));
  });
});

describe('summarizeRun', () => {
  it('counts what is filled in the sixteen deals', () => {
    const { records, filled } = summarizeRun(sixteenDeals(), [], day('2024-12-31'));
    expect(records).toBe(16);
    expect(Object.fromEntries(filled)).toEqual({
      id: 16,
      account: 16,
      owner: 16,
      source: 16,
      created_at: 16,
      closed_at: 12,
      amount: 14,
      probability: 16,
      expected_close: 4,
    });
  });
});
