import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { whyHtml } from '../../../../src/format/html/sections/why.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';
import { drawingsOf } from '../../../support/drawn-svg.js';
import { htmlPage, parsed, textsOf } from '../../../support/html-page.js';
import { WHY } from '../../../support/why.js';

function shown(why: Report['why'] = WHY, lang: 'en' | 'fa' = 'en') {
  const made = whyHtml({ ...REPORT, why }, htmlPage(lang));
  if (made === null) throw new Error('nothing is shown');
  // Figures and their units stay on one line, which is not what is looked at.
  return { page: parsed(made), text: textOf(made).replaceAll(/\u00a0|&#160;/g, ' ') };
}

describe('why figures changed, on the HTML page', () => {
  it('is nothing where it was not asked for, and a sentence where there is nothing to tell', () => {
    expect(whyHtml({ ...REPORT, why: null }, htmlPage('en'))).toBeNull();
    expect(shown({ reason: 'nothing_compared', changes: [], notes: [] }).text).toContain('Not computed');
  });

  it('has a sentence and a verdict for each change', () => {
    const { page, text } = shown();
    expect(textsOf(page, '.by > p')).toEqual([
      ...['Won value fell.', 'Nobody can tell.', 'The win rate fell.', 'Chance moves it as far.'],
      'Recurring revenue rose.',
    ]);
    expect(text).toContain('It is arithmetic.');
  });

  it('draws a change from before to after, by factor and by the column that explains most', () => {
    const { page, text } = shown();
    expect(textsOf(page, 'figure > h3')).toEqual([
      'Won value by factor',
      'Won value by owner',
      'Win rate by regional office',
      'Monthly recurring revenue by movement',
    ]);
    // Each is drawn wide and narrow.
    const [factors, , owners] = drawingsOf(text);
    expect(factors?.rects.map(({ fill, title }) => [fill, title])).toEqual([
      ['var(--mark)', 'Before: 60.0 k'],
      ['var(--mark)', 'After: 45.0 k'],
      ['var(--good)', 'Mean amount: +11.3 k'],
      ['var(--bad)', 'Deals closed: −26.3 k'],
    ]);
    expect(owners?.rects).toHaveLength(5);
  });

  it('says in a sentence what is drawn, has the figures beneath, and folds the other columns', () => {
    const { page, text } = shown();
    expect(text).toContain('aria-label="Won value by factor: Before: 60.0 k; Deals closed: −26.3 k; Win rate: 0;');
    expect(textsOf(page, 'summary')).toEqual([
      'Figures',
      'Figures',
      'By created in the same period',
      'Figures',
      'Figures',
    ]);
    expect(textsOf(page, 'caption')).toContain('Won value by created in the same period');
    expect(textsOf(page, 'figure .sub')).toContain('−8.2 pp because the mix changed, +2.2 pp within the groups');
  });

  it('lets no name of a file out of its place', () => {
    expect(shown().text).not.toContain('<b>');
    const { page } = shown(WHY, 'fa');
    expect(textsOf(page, 'figure > h3')[0]).toBe('Won value به تفکیک عامل');
  });
});
