import { describe, expect, it } from 'vitest';
import { pipelineHtml } from '../../../../src/format/html/sections/pipeline.js';
import type { Report } from '../../../../src/index.js';
import { htmlPage, parsed, rectsOf, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

type Pipeline = NonNullable<Report['pipeline']>;
type Snapshot = Pipeline['atNewest'];

const snapshot = (change: Partial<Snapshot>): Snapshot => ({
  day: '2024-06-30',
  n: 0,
  byAge: [0, 0],
  undated: 0,
  priced: 0,
  amount: null,
  currency: null,
  amountReason: null,
  stages: [],
  stagesInOrder: true,
  stagesTotal: 0,
  rest: null,
  stagesReason: null,
  reason: null,
  ...change,
});
const stage = (name: string, byAge: number[], amount: number | null, undated = 0): Snapshot['stages'][number] => ({
  pipeline: null,
  stage: name,
  n: byAge.reduce((sum, n) => sum + n, undated),
  byAge,
  undated,
  priced: amount === null ? 0 : 1,
  amount,
});
const BANDS = [
  { from: 0, to: 30 },
  { from: 30, to: null },
];

async function withPipeline(atNewest: Snapshot, atEnd: Snapshot | null = null): Promise<Report> {
  const report = await reportTexts({ 'deals.csv': 'Deal ID,Status,Amount\n1,open,5\n' });
  return { ...report, pipeline: { asOf: '2024-06-30', end: atEnd?.day ?? null, bands: BANDS, atEnd, atNewest } };
}

describe('the pipeline of a page', () => {
  it('sets the end of the period beside the newest day, band by band', async () => {
    const then = snapshot({ day: '2024-03-31', n: 50, byAge: [40, 10] });
    const now = snapshot({ n: 33, byAge: [10, 20], undated: 3 });
    const page = parsed(pipelineHtml(await withPipeline(now, then), htmlPage()));
    const drawing = page.querySelector('.w');
    if (drawing === null) throw new Error('nothing is drawn');
    const widths = (fill: string): number[] => rectsOf(drawing, fill).map(({ width }) => width);
    const [young = 0, old = 0] = widths('mark-2');
    expect(old / young).toBeCloseTo(10 / 40, 1);
    const shares = widths('mark').map((width) => width / young);
    expect(shares).toHaveLength(3);
    [10 / 40, 20 / 40, 3 / 40].forEach((share, at) => {
      expect(shares[at]).toBeCloseTo(share, 1);
    });
    expect(tableTexts(page)).toEqual([
      ['Age in days', '31 Mar 2024', '30 Jun 2024'],
      ['0–29', '40', '10'],
      ['30+', '10', '20'],
      ['unknown', '0', '3'],
      ['All', '50', '33'],
    ]);
    expect(textsOf(page, '.note')[0]).toContain('3 have no creation date');
  });

  it('draws amounts by stage, and heats stage by age', async () => {
    const stages = [stage('Demo', [4, 0], 300), stage('Offer', [1, 2], 100)];
    const now = snapshot({ n: 7, byAge: [5, 2], amount: 400, priced: 2, stages, stagesTotal: 2 });
    const page = parsed(pipelineHtml(await withPipeline(now), htmlPage()));
    expect(textsOf(page, 'h3')).toEqual([
      'Open deals by age',
      'Amount of open deals by stage',
      'Open deals by stage and age',
    ]);
    const [, amounts] = page.querySelectorAll('.w');
    const [demo, offer] = amounts === undefined ? [] : rectsOf(amounts, 'mark');
    expect((offer?.width ?? 0) / (demo?.width ?? 1)).toBeCloseTo(1 / 3, 1);
    const heat = page.querySelector('table.heat');
    if (heat === null) throw new Error('no table');
    expect(tableTexts(heat)).toEqual([
      ['Stage', '0–29', '30+', 'All'],
      ['Demo', '4', '·', '4'],
      ['Offer', '1', '2', '3'],
      ['All', '5', '2', '7'],
    ]);
    const classes = [...heat.querySelectorAll('td')].map((cell) => cell.getAttribute('class'));
    expect(classes.slice(0, 6)).toEqual(['h9', 'dim', 'strong', 'h2', 'h5', 'strong']);
  });

  it('tells what is missing in place of empty frames', async () => {
    const none = parsed(pipelineHtml(await withPipeline(snapshot({})), htmlPage()));
    expect(none.querySelector('svg')).toBe(null);
    expect(textsOf(none, '.sub')[0]).toBe('No deal is open (30 Jun 2024).');
    const unknown = snapshot({ reason: 'missing_field:created_at' });
    const page = parsed(pipelineHtml(await withPipeline(unknown), htmlPage('fa')));
    expect(page.querySelector('svg')).toBe(null);
    expect(textsOf(page, '.sub')[0]).toContain('نامعلوم');
  });

  it('is bounded, with hostile names', async () => {
    const stages = Array.from({ length: 30 }, (_, at) => stage(`<b>${at}</b>\u202e${'x'.repeat(10_000)}`, [1, 1], 5));
    const now = snapshot({
      n: 10_000,
      byAge: [5000, 5000],
      amount: 25_000,
      priced: 5000,
      stages,
      stagesTotal: 5000,
      rest: { n: 9940, byAge: [4970, 4970], undated: 0, priced: 4970, amount: 24_850 },
    });
    const page = parsed(pipelineHtml(await withPipeline(now), htmlPage()));
    expect(page.querySelector('b')).toBe(null);
    expect(page.textContent.length).toBeLessThan(60_000);
    expect(page.textContent).toContain('12 of 5,000 stages are drawn');
    expect(page.textContent).toContain('4,988 more stages');
  });
});
