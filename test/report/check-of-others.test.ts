import { describe, expect, it } from 'vitest';
import { check } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const LEADS = [
  'Lead ID,Lead Name,Company,Created Date,Lead Source,Lead Status',
  'L-1,Greta,Windmere,2025-01-06,Web,Closed - Converted',
  'L-2,Omar,Castor,2025-01-09,Web,Closed - Not Converted',
  'L-3,Lea,Pollux,2025-01-11,Fair,Open - Not Contacted',
  'L-4,Jan,Castor,2025-01-12,Fair,Open - Not Contacted',
  'L-5,Ida,Rigel,2025-01-13,Fair,Open - Not Contacted',
  'L-6,Tom,Vega,2025-01-14,Fair,Open - Not Contacted',
].join('\n');
const custom = { columns: { 'leads.Company': { required: true } } };

/** The outcome, and the rules that failed. */
async function judged(leads: string, own = true) {
  const loaded = await loadTexts({ 'leads.csv': leads }, { custom });
  const { summary, rules } = check(loaded, { today: day('2025-02-01'), ...(own ? { custom } : {}) });
  return [summary.outcome, ...rules.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)];
}

describe('a check of files without deals', () => {
  it('is one where a rule of the user is about their records', async () => {
    expect(await judged(LEADS)).toEqual(['pass']);
    expect(await judged(LEADS.replace('Windmere', ''))).toEqual(['fail', 'column.missing_value:leads.Company']);
  });

  it('tells what reading them had to say', async () => {
    expect(await judged(LEADS.replace('2025-01-06', 'soon'))).toEqual(['fail', 'cell.unreadable']);
  });

  it('is none without such a rule, and says which files it is about', async () => {
    await expect(judged(LEADS, false)).rejects.toMatchObject({
      code: 'nothing_checked',
      args: { records: 0, files: [expect.stringMatching(/leads\.csv$/)] },
    });
  });
});

describe('a check of no deal, by the condition', () => {
  it('says that it was the condition, and what its columns hold', async () => {
    const deals =
      'Deal ID,Deal Name,Owner,Amount,Stage,Created,Close Date\nD-1,Desk,Sara,100,Won,2024-01-01,2024-02-01\n';
    const loaded = await loadTexts({ 'deals.csv': deals });
    const asked = { today: day('2024-04-01'), where: 'owner = Sarah' };
    expect(() => check(loaded, asked)).toThrow(
      expect.objectContaining({
        args: expect.objectContaining({
          unfit: { en: expect.stringContaining('Did you mean "Sara"?'), fa: expect.any(String) },
        }),
      }),
    );
  });
});
