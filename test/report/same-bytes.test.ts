import { describe, expect, it } from 'vitest';
import { formats } from '../../src/format/catalogue/index.js';
import { renderReport } from '../../src/format/render.js';
import { report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const DEALS = [
  'Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date,Expected Close Date',
  'D1,One,Ann,Closed Won,1000,2025-01-01,2025-02-01,2025-02-01',
  'D2,Two,Bea,Closed Lost,2000,2025-01-11,2025-03-01,2025-02-20',
  'D3,Three,Ann,Proposal,3000,2025-02-01,,2025-03-01',
  'D4,Four,Bea,Closed Won,4000,2025-02-11,2025-03-15,2025-03-15',
].join('\n');
const FORMATS = formats.filter((format) => 'report' in format).map(({ id }) => id);

const loaded = loadTexts({ 'deals.csv': DEALS }, { by: [['owner']] });

async function printed(format: string, today: string, lang: 'en' | 'fa'): Promise<string> {
  const document = report(await loaded, {
    today: day(today),
    lang,
    asOf: '2025-03-31',
    period: '2025-Q1',
    by: [['owner']],
  });
  return [...(await renderReport(document, format, { lang, color: false, width: 100 }))].join('');
}

describe('a report as of a given day', () => {
  it.each(FORMATS.flatMap((format) => [[format, 'en'] as const, [format, 'fa'] as const]))(
    'is the same bytes on any day, as %s in %s',
    async (format, lang) => {
      const first = await printed(format, '2025-04-01', lang);
      expect(first.length).toBeGreaterThan(500);
      expect(await printed(format, '2027-11-30', lang)).toBe(first);
    },
  );
});
