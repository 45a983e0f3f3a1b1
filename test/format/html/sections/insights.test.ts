import { describe, expect, it } from 'vitest';
import { insightsHtml, PLACES } from '../../../../src/format/html/sections/insights.js';
import { insights as catalogue } from '../../../../src/insight/catalogue/index.js';
import type { Report } from '../../../../src/report/schema.js';
import type { sections } from '../../../../src/report/sections/catalogue/index.js';
import { REPORT } from '../../../support/documents.js';
import { htmlPage, parsed, textsOf } from '../../../support/html-page.js';

type Insight = Report['insights'][number];

const STALLED: Insight = {
  ...{
    id: 'stalled_value',
    severity: 'risk',
    code: 'stalled_value',
    args: {},
    impact: null,
    evidence: { n: 5, interval: null },
  },
  ...{ title: '5 deals were stalled', detail: 'Open over 107 days.', command: ['deals', '--stalled'] },
  action: { code: 'clear_stalled', args: {}, message: 'Go through them.' },
} as Insight;
const shown = (insights: Insight[], ids: readonly (typeof sections)[number]['id'][] = ['actions']) =>
  parsed(insightsHtml({ ...REPORT, currency: 'EUR', insights }, htmlPage(), new Set(ids)));

describe('what stands out', () => {
  it('is a tag, the finding, the evidence, what to do, where it is shown, and the command', () => {
    const page = shown([STALLED]);
    expect(textsOf(page, '.tag, h3, p')).toEqual([
      'Risk',
      '5 deals were stalled',
      'Open over 107 days.',
      'Do: Go through them. See the deals',
      'kpi deals --stalled',
    ]);
    expect(page.querySelector('a')?.getAttribute('href')).toBe('#actions');
  });

  it('points to no section that the page does not have', () => {
    expect(shown([STALLED], ['pipeline']).querySelector('a')?.getAttribute('href')).toBe('#pipeline');
    expect(shown([STALLED], []).querySelector('a')).toBeNull();
  });

  it('says what is at stake', () => {
    expect(textsOf(shown([{ ...STALLED, impact: 12_345 }]), 'p')).toContain('At stake: 12.3 k EUR');
  });

  it('is four findings, the others folded away and counted on', () => {
    const page = shown(Array.from({ length: 6 }, () => STALLED));
    expect(textsOf(page, 'summary')).toEqual(['2 more findings']);
    expect(
      [...page.querySelectorAll('ol')].map((list) => [list.getAttribute('start'), textsOf(list, 'li').length]),
    ).toEqual([
      [null, 4],
      ['5', 2],
    ]);
  });

  it('is left out where there is nothing', () => {
    expect(insightsHtml({ ...REPORT, insights: [] }, htmlPage(), new Set())).toBeNull();
  });

  it('knows a place for every finding that there can be', () => {
    expect(Object.keys(PLACES).sort()).toEqual(catalogue.map(({ id }) => id).sort());
  });
});
