import { describe, expect, it } from 'vitest';
import type { TableHead } from '../../src/load/raw-table.js';
import type { Role } from '../../src/model/fields.js';
import { planTables } from '../../src/normalize/plan.js';

function head(file: string, columns: readonly string[]): { head: TableHead; role?: Role } {
  return {
    head: {
      file,
      format: 'csv',
      sheet: null,
      encoding: 'utf-8',
      delimiter: ',',
      columns,
      headerRow: 1,
      preamble: [],
      sample: [],
      sheets: [],
    },
  };
}

const DEALS = head('deals.csv', ['Deal ID', 'Sales Agent', 'Stage', 'Amount', 'Close Date', 'Date entered "Demo"']);
const TEAMS = head('teams.csv', ['Sales Agent', 'Manager', 'Region']);

const roles = (heads: readonly { head: TableHead; role?: Role }[], mapping: Record<string, string>): Role[] =>
  planTables(heads, { mapping, by: [], allColumns: false }).map(({ role }) => role);

describe('what tables are taken for', () => {
  it('does not change for a table to join when the key it shares with the deals is mapped', () => {
    expect(roles([DEALS, TEAMS], {})).toEqual(['deals', 'lookup']);
    expect(roles([DEALS, TEAMS], { owner: 'Sales Agent' })).toEqual(['deals', 'lookup']);
    expect(roles([DEALS, TEAMS], { 'deals.owner': 'Sales Agent' })).toEqual(['deals', 'lookup']);
  });

  it('is deals where the user finds a deal field in a table that says nothing', () => {
    expect(roles([TEAMS], { owner: 'Sales Agent' })).toEqual(['deals']);
    expect(roles([DEALS, head('more.csv', ['Who', 'Worth'])], { amount: 'Worth' })).toEqual(['deals', 'deals']);
  });
});

describe('a table that says nothing', () => {
  const LOG = head('log.txt', ['Column 1', 'Column 2', 'Column 3']);

  it('is orders where a field that only orders have is found in it', () => {
    const mapping = { account_id: 'Column 1', ordered_at: 'Column 2', amount: 'Column 3' };
    expect(roles([LOG], mapping)).toEqual(['orders']);
    expect(roles([LOG], { account_id: 'Column 1', closed_at: 'Column 2', amount: 'Column 3' })).toEqual(['deals']);
  });
});

describe('a mapping whose column no table has', () => {
  const ACCOUNTS = head('accounts.csv', ['Account', 'Sector', 'Country']);
  const plan = (mapping: Record<string, string>, standing: readonly string[]) => () =>
    planTables([ACCOUNTS], { mapping, standing, by: [], allColumns: false }).map(({ role }) => role);

  it.each([['deals.amount'], ['amount'], ['leads.id'], ['history.to_stage']])(
    'is passed over where it holds for every run and no table of its role is given: %s',
    (key) => {
      expect(plan({ [key]: 'Value' }, [key])()).toEqual(['customers']);
      expect(plan({ [key]: 'Value' }, [])).toThrow(expect.objectContaining({ code: 'unknown_column' }));
    },
  );

  it('is an error where a table of its role is given', () => {
    expect(plan({ 'customers.industry': 'Vertical' }, ['customers.industry'])).toThrow(
      expect.objectContaining({ code: 'unknown_column' }),
    );
  });

  it('does not make deals of a table that has but the key it shares with them', () => {
    const teams = (standing: readonly string[]) =>
      planTables([TEAMS], { mapping: { 'deals.owner': 'Sales Agent' }, standing, by: [], allColumns: false })[0]?.role;
    expect([teams([]), teams(['deals.owner'])]).toEqual(['deals', 'lookup']);
  });
});

describe('the columns that are read', () => {
  it('are those of fields and of the stage history, and not the ones to ignore', () => {
    const plan = (ignore: readonly string[]) =>
      planTables([DEALS], { mapping: {}, ignore, by: [], allColumns: false })[0]?.wanted;
    expect(plan([])?.has(5)).toBe(true);
    expect(plan(['Date entered "Demo"'])?.has(5)).toBe(false);
    expect(plan(['Amount'])?.has(3)).toBe(false);
  });
});
