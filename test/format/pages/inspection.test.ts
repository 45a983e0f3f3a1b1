import { describe, expect, it } from 'vitest';
import { renderInspection } from '../../../src/format/render.js';
import { EMPTY_INSPECTION, INSPECTION } from '../../support/documents.js';

const table = async (inspection: typeof INSPECTION): Promise<string> =>
  [...(await renderInspection(inspection, 'table', { lang: 'en', color: false, width: 140 }))].join('');

describe('the page of an inspection', () => {
  it('names what cannot be seen', async () => {
    expect(await table(INSPECTION)).toMatch(/delimiter +TAB/);
    expect(await table(INSPECTION)).toMatch(/Deal Stage +\(empty\) +1 +open/);
  });

  it('says of each used column the field, how sure, why, how it is read, and what could not be read', async () => {
    expect(await table(INSPECTION)).toMatch(
      /Close Date +close_date +75\.0 % +header alike +day first \(19\/02\/2024\) +12 +1 +19\/02\/2024/,
    );
  });

  it('lists the columns that are not used, and how to use one', async () => {
    const text = await table(INSPECTION);
    expect(text).toMatch(/Columns not used ─+\nForecast category\n/);
    expect(text).toContain("kpi report hubspot.csv --by 'Forecast category'");
  });

  it('says what a file tells of the stages that deals entered, in both languages', async () => {
    expect(await table(INSPECTION)).toMatch(
      /stage history +21 entries for 16 deals from columns: Contract Sent, Closed Won/,
    );
    const [source] = INSPECTION.sources;
    if (source?.history == null) throw new Error('no history');
    const log = { ...INSPECTION, sources: [{ ...source, history: { ...source.history, source: 'log' } }] };
    expect(await table(log)).toContain('21 entries for 16 deals from this log: Contract Sent, Closed Won');
    const fa = await renderInspection(log, 'table', { lang: 'fa', color: false, width: 140 });
    expect([...fa].join('')).toContain('۲۱ ورود به مرحله برای ۱۶ معامله از این فهرست تغییرها');
  });

  it('says why a column is not used, where there is more to say than that', async () => {
    expect(await table(INSPECTION)).toContain(
      'Time in "Contract Sent": time in stage: recomputed from dates, not read',
    );
  });

  it('shows the first records by their fields, empty cells empty', async () => {
    expect(await table(INSPECTION)).toMatch(/D15 +open +2024-12-10 +Lam\n/);
  });

  it('says that there is no header, and which sheet of which was read', async () => {
    const text = await table(EMPTY_INSPECTION);
    expect(text).toMatch(/header row +none: columns are named by position/);
    expect(text).toMatch(/sheet +Sheet1 \(Sheet1, Other\)/);
  });
});
