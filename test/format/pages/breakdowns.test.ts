import { expect, it } from 'vitest';
import type { Block, Words } from '../../../src/format/page.js';
import { breakdownBlocks } from '../../../src/format/pages/breakdowns.js';
import { fallWords } from '../../../src/format/pages/group-cuts.js';
import type { Report } from '../../../src/index.js';
import { reportTexts } from '../../support/load-texts.js';

const OPTIONS = { lang: 'en', calendar: 'gregorian', fiscalYearStart: 1, short: true, detail: 'standard' } as const;

const text = (words: Words): string =>
  words.map((piece) => (typeof piece === 'string' ? piece : 'data' in piece ? piece.data : piece.code)).join('');
const blocksOf = (report: Report): Block[] => [...breakdownBlocks(report, OPTIONS)];
const rowsOf = (blocks: readonly Block[]): string[][] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => (row.kind === 'cells' ? [row.cells.map(({ words }) => text(words))] : []))
      : [],
  );
const asides = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'aside' ? [text(block.words)] : []));
const titles = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ title }) => text(title)) : []));

/** Owner 1 wins 100, owner 2 wins 200, …, owner 14 wins 1,400 in July; in June each of them won 1,000. */
const OWNERS = [
  'id,owner,stage,amount,created,closed',
  ...Array.from({ length: 14 }, (_, at) => [
    `a${at},Owner ${at + 1},Won,${(at + 1) * 100},2024-05-01,2024-07-${10 + at}`,
    `b${at},Owner ${at + 1},Won,1000,2024-05-01,2024-06-${String(1 + at).padStart(2, '0')}`,
  ]).flat(),
  'z,,Lost,,2024-05-01,2024-07-31',
].join('\n');

const july = (by: string, more: Parameters<typeof reportTexts>[1] = {}): Promise<Report> =>
  reportTexts({ 'deals.csv': OWNERS }, { by: [by], period: '2024-07', asOf: '2024-07-31', ...more });

it('ten groups, their order, what the others amount to and who fell most', async () => {
  const blocks = blocksOf(await july('owner'));
  const [heading] = blocks;
  expect(heading?.kind === 'heading' && heading.right !== undefined ? text(heading.right) : '').toBe(
    'by won value, largest first · 10 of 15',
  );
  const rows = rowsOf(blocks);
  expect(rows).toHaveLength(10);
  expect(rows[0]?.slice(0, 2)).toEqual(['Owner 14 †', '1,400']);
  expect(rows[0]?.[3]).toMatch(/^\+40\.0\s%$/);
  // Owners 1 … 4 won 1,000 of 10,500; each of them 1,000 in June.
  expect(asides(blocks)[0]).toBe(
    '5 more groups, won value 1,000: --top 15. Largest falls: Owner 1 −900, Owner 2 −800, Owner 3 −700.',
  );
});

it('who fell most in a rate, in points', async () => {
  const [breakdown] = (await july('owner')).breakdowns;
  if (breakdown === undefined) throw new Error('no breakdown');
  const [group] = breakdown.groups;
  if (group === undefined) throw new Error('no group');
  const change = {
    absolute: -0.034,
    relative: -0.05,
    significant: null,
    pValue: null,
    adjustedPValue: null,
    reason: null,
  };
  const fallen = { ...group, kpis: group.kpis.map((kpi) => ({ ...kpi, change })) };
  const words = fallWords(
    { ...breakdown, sort: { by: 'name', of: null, direction: 'asc' } },
    [fallen],
    'win_rate',
    'ratio',
    OPTIONS,
  );
  expect(text(words ?? [])).toBe('Largest falls: Owner 14 −3.4 pp.');
});

it('as many groups as were asked for', async () => {
  expect(rowsOf(blocksOf(await july('owner', { top: 12 })))).toHaveLength(12);
  expect(asides(blocksOf(await july('owner', { top: 12 })))[0]).toMatch(/^3 more groups, won value 300: --top 15\./);
});

it('a pivot: groups down, periods across, the whole first', async () => {
  const blocks = blocksOf(await july('owner,month', { period: '2024-06..2024-07', compare: 'none', top: 2 }));
  expect(titles(blocks)).toEqual(['Won value', 'whole period', '', '2024-06', '2024-07']);
  expect(rowsOf(blocks)).toEqual([
    ['Owner 14', '2,400', '', '1,000', '1,400'],
    ['Owner 13', '2,300', '', '1,000', '1,300'],
  ]);
});

it('ranges are told in words', async () => {
  const rows = rowsOf(blocksOf(await july('amount:500,1000')));
  // Without a mark for few records: the lost deals have no amount, so there is no rate that could mislead.
  expect(rows.map(([key]) => key)).toEqual(['under 500', '500 to under 1,000', '1,000 and over', '(empty)']);
});

it('stands with many groups and with names that nobody should have', async () => {
  const names = ['a|b', '`x`', '<script>alert(1)</script>', '=cmd()', '\u202eabc', 'x'.repeat(10_000), ''];
  const rows = Array.from({ length: 1_200 }, (_, at) => `${at},Won,"${names[at] ?? `Owner ${at}`}",${at}`);
  const report = await reportTexts(
    { 'deals.csv': `id,stage,owner,amount\n${rows.join('\n')}\n` },
    { by: ['owner', 'owner,month'], top: 10 },
  );
  const blocks = blocksOf(report);
  expect(rowsOf(blocks).length).toBeLessThanOrEqual(20);
  expect(asides(blocks).some((one) => one.startsWith('1,190 more groups'))).toBe(true);
});
