import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import type { Report } from '../../src/report/schema.js';
import { day } from '../support/deals.js';
import { loadTexts, reportTexts } from '../support/load-texts.js';

const HEADER = 'Deal ID,Account,Owner,Stage,Amount,Created,Closed,Expected close,Lost reason';

const isoDate = (days: number): string => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
const created = fc.integer({ min: 0, max: 1200 });
// What a column holds decides what it is, in every file for itself: no creation lies after its closing here.
const later = fc.integer({ min: 0, max: 400 });
const cell = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<string> => fc.option(values, { freq: 6, nil: '' }).map(String);
const row = fc
  .tuple(
    fc.constantFrom('Acme', 'Bolt', 'Cato', 'Dyne'),
    fc.constantFrom('Ana', 'Ben'),
    fc.constantFrom('Closed Won', 'Closed Lost', 'Proposal'),
    cell(fc.integer({ min: -100, max: 9000 })),
    created,
    cell(later),
    cell(later),
    cell(fc.constantFrom('Price', 'Timing')),
  )
  .map(([account, owner, stage, amount, made, closed, expected, reason]) => {
    const after = (days: string): string => (days === '' ? '' : isoDate(made + Number(days)));
    const closing = stage === 'Proposal' ? '' : after(closed);
    return [account, owner, stage, amount, isoDate(made), closing, after(expected), reason].join(',');
  });
const rows = fc.array(row, { minLength: 6, maxLength: 40 });

/** What a report says in numbers, sums of sums aside in their last bits. */
function figures({ kpis, partition }: Report): unknown {
  return [
    partition,
    kpis.map(({ id, value, n, reason, excluded, ranking }) => ({
      id,
      n,
      reason,
      excluded,
      value: value === null ? null : value.toPrecision(9),
      ranking: ranking?.map((part) => [part.key, part.n]) ?? null,
    })),
  ];
}

it('splitting a file in two never changes a figure, nor does the order of the two', async () => {
  const cases = rows.chain((some) => fc.tuple(fc.constant(some), fc.integer({ min: 1, max: some.length - 1 })));
  await fc.assert(
    fc.asyncProperty(cases, async ([some, at]) => {
      const lines = some.map((text, index) => `D${index},${text}`);
      const file = (part: readonly string[]): string => [HEADER, ...part, ''].join('\n');
      const whole = figures(await reportTexts({ 'deals.csv': file(lines) }));
      const [first, second] = [file(lines.slice(0, at)), file(lines.slice(at))];
      expect(figures(await reportTexts({ 'a.csv': first, 'b.csv': second }))).toEqual(whole);
      expect(figures(await reportTexts({ 'b.csv': second, 'a.csv': first }))).toEqual(whole);
    }),
    { numRuns: 25 },
  );
});

it('the records of an explanation stand in the file that they came from', async () => {
  const line = (id: string, stage: string): string => `${id},Acme,Ana,${stage},100,2024-01-01,2024-02-01,,`;
  const loaded = await loadTexts({
    'a.csv': [HEADER, line('D1', 'Closed Won'), line('D2', 'Closed Lost'), ''].join('\n'),
    'b.csv': [HEADER, line('D3', 'Closed Lost'), line('D4', 'Closed Won'), ''].join('\n'),
  });
  const { records, calculation, partition } = explain('win_rate', { today: day('2025-01-01') }, loaded);
  const places = records
    .find(({ part }) => part === 'numerator')
    ?.shown.map(({ file, row: at, id }) => [file.split('/').at(-1), at, id]);
  expect(places).toEqual([
    ['a.csv', 2, 'D1'],
    ['b.csv', 3, 'D4'],
  ]);
  expect(calculation).toBe('2 / 4 = 0.5');
  expect(partition).toEqual({ records: 4, won: 2, lost: 2, open: 0, excluded: 0 });
});
