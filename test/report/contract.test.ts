import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownRuleIds } from '../../src/config/custom-schema.js';
import { configSchema } from '../../src/config/schema.js';
import { type CustomRules, check, contract, type Loaded, load } from '../../src/index.js';
import { makeRules } from '../../src/quality/custom/make.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const TODAY = day('2026-12-31');
const FIXTURES = new URL('../../fixtures/crm/', import.meta.url).pathname;
const FILES = readdirSync(FIXTURES).filter((name) => /\.(csv|tsv|xlsx|xls|html)$/.test(name));

/** What of a contract the files break. */
function broken(loaded: Loaded, custom: CustomRules): string[] {
  const select = makeRules(custom, null).rules.map(({ id }) => id);
  const { rules } = check(loaded, { today: TODAY, custom, select, rules: {} });
  return rules.filter(({ violations }) => violations > 0).map(({ id }) => id);
}

describe('a contract', () => {
  it.each(FILES)('is kept by the file that it was made from: %s', async (name) => {
    const path = `${FIXTURES}${name}`;
    const loaded = await load({ files: [{ path }], allColumns: true, everyColumn: true });
    if (loaded.dataset.deals.size === 0) return;
    const made = contract(loaded, { today: TODAY });
    expect(Object.keys(made.columns ?? {}).length).toBeGreaterThan(3);
    const said = JSON.parse(JSON.stringify(made)) as unknown;
    expect(configSchema({ kpis: [], presets: [], rules: [], own: ownRuleIds(said) }).safeParse(said).success).toBe(
      true,
    );
    // As another run would read it: only the columns that the contract names.
    expect(broken(await load({ files: [{ path }], custom: made }), made)).toEqual([]);
  });

  const TEXT = `Deal ID,Deal name,Account,Amount,Stage,Close Date,Created,Region,Contact mail,Count
1,A,Ardent,1000.5,Won,2024-03-01,2024-01-01,North,a@b.co,1
2,B,Borea,2000,Won,2024-03-05,2024-01-02,South,c@d.org,2
3,C,Cedar,300,Lost,2024-04-01,2024-01-03,North,,3
4,D,Dune,500,Open,,2024-01-04,South,e@f.org,4`;

  it('says what each column is, and is broken by what differs', async () => {
    const loaded = await loadTexts({ 'deals.csv': TEXT }, { allColumns: true, everyColumn: true });
    const made = contract(loaded, { today: TODAY });
    expect(made).toEqual({
      unexpectedColumns: 'error',
      columns: {
        'Deal ID': { required: true, unique: true },
        'Deal name': { required: true },
        Account: { required: true },
        Amount: { required: true, type: 'number' },
        // Four stages of deals, one of them once: no list.
        Stage: { required: true },
        'Close Date': { type: 'date' },
        Created: { required: true, type: 'date' },
        Region: { required: true, allowed: ['North', 'South'] },
        'Contact mail': { type: 'email' },
        Count: { required: true, type: 'integer' },
      },
    });
    const next = TEXT.replace('North,a@b.co', 'Nroth,nobody').replace(',Created', ',Made').replace('1,A', '2,A');
    const other = await loadTexts({ 'deals.csv': next }, { custom: made });
    expect(broken(other, made)).toEqual(
      expect.arrayContaining([
        'column.value_not_allowed:Region',
        'column.wrong_type:Contact mail',
        'column.missing_value:Created',
        'file.unexpected_column',
      ]),
    );
  });

  it('names the columns of leads and customers behind their role', async () => {
    const leads = 'Lead ID,Lead Source,Lead Status,Created\nL1,Web,New,2024-01-01\nL2,Web,New,2024-01-02';
    const texts = { 'deals.csv': TEXT, 'leads.csv': leads };
    const loaded = await loadTexts(texts, { allColumns: true, everyColumn: true });
    const made = contract(loaded, { today: TODAY });
    expect(made.columns?.['leads.Lead Source']).toEqual({ required: true, allowed: ['Web'] });
    expect(broken(await loadTexts(texts, { custom: made }), made)).toEqual([]);
  });
});
