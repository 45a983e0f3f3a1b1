import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import type { Report } from '../../../src/report/schema.js';
import { REPORT } from '../../support/documents.js';

const table = async (report: Report, lang: 'en' | 'fa' = 'en', detail: 'standard' | 'full' = 'full'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang, color: false, width: 120, detail }))]
    .join('')
    .replaceAll(/\s+/g, ' ');

const [SERIES] = REPORT.series;
if (SERIES === undefined || SERIES.trend === null) throw new Error('a series with a trend');
const TREND = SERIES.trend;

describe('the trend of a series', () => {
  it('is said with its slope, interval and p-value where it is no chance', async () => {
    expect(await table(REPORT)).toContain(
      'Trend beyond chance: revenue won −4,000 per quarter (−9,000 to −1,000) (Mann–Kendall, p = 0.002)',
    );
    const short = await table(REPORT, 'en', 'standard');
    expect(short).toContain('Trend beyond chance: revenue won −4,000 per quarter (−9,000 to −1,000)');
    expect(short).not.toContain('Kendall');
    const sure = { ...SERIES, trend: { ...TREND, pValue: 0.0000001 } };
    expect(await table({ ...REPORT, series: [sure] })).toContain('p < 0.001');
  });

  it('is in points for a rate', async () => {
    const trend = { ...TREND, slope: 0.012, interval: null };
    const text = await table({ ...REPORT, series: [{ ...SERIES, kpi: 'win_rate', trend }] });
    expect(text).toContain('Trend beyond chance: win rate +1.2 pp per quarter (Mann–Kendall');
  });

  it('is said not to be there where it could be chance, and not at all where it was not looked for', async () => {
    const none = { ...SERIES, trend: { ...TREND, significant: false } };
    expect(await table({ ...REPORT, series: [none] })).toContain('No trend beyond chance in revenue won');
    expect(await table({ ...REPORT, series: [{ ...SERIES, trend: null }] })).not.toContain('rend');
  });

  it('names the test of a figure with a rhythm, and says where that leaves none', async () => {
    const seasonal = { ...SERIES, trend: { ...TREND, method: 'seasonal-kendall' as const } };
    expect(await table({ ...REPORT, series: [seasonal] })).toContain('(seasonal Kendall: like parts of quarters,');
    expect(await table({ ...REPORT, series: [seasonal] }, 'fa')).toContain('کندال فصلی');
    const none = { ...SERIES, trend: null, trendReason: 'rhythm_of_quarter' };
    expect(await table({ ...REPORT, series: [none] })).toMatch(
      /No trend can be told of revenue won: the months of a quarter differ/,
    );
  });

  it('says of a figure to date that there is none to tell', async () => {
    const none = { ...SERIES, trend: null, trendReason: 'cumulative' };
    expect(await table({ ...REPORT, series: [none] })).toContain(
      'No trend can be told of revenue won: each value to date',
    );
    expect(await table({ ...REPORT, series: [none] }, 'fa')).toContain('هر مقدار تجمعی');
  });
});
