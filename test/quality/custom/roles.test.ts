import { describe, expect, it } from 'vitest';
import { type Check, type CustomRules, check } from '../../../src/index.js';
import { makeRules } from '../../../src/quality/custom/make.js';
import { day } from '../../support/deals.js';
import { loadTexts } from '../../support/load-texts.js';

const DEALS = `Deal ID,Deal name,Account,Amount,Stage,Close Date,Created
1,Ardent,Ardent,1000,Won,2024-03-01,2024-01-01
2,Borea,Borea,2000,Lost,2024-03-01,2024-01-02`;
const LEADS = `Lead ID,Lead Source,Email,Lead Status,Created
L1,Web,x@y.co,New,2024-01-01
L2,,nope,New,2024-01-02
L3,Ads,X@y.co,Converted,2024-01-03`;
const CUSTOMERS = `Customer ID,Customer Name,Industry,Country
C1,Ardent,Metal,DE
C2,Borea,,FR`;
const ORDERS = `Invoice No,Customer,Invoice Date,Amount,Product
R1,Ardent,2024-03-02,10,Pump
R2,Borea,2024-03-03,-5,Pump`;

async function checked(texts: Record<string, string>, custom: CustomRules): Promise<Check> {
  const loaded = await loadTexts(texts, { custom });
  return check(loaded, {
    today: day('2024-06-30'),
    custom,
    select: makeRules(custom, null).rules.map(({ id }) => id),
  });
}

/** Rules with their outcomes, and violations as `file:row message`. */
function told({ rules, violations }: Check): unknown {
  return {
    rules: rules.map(({ id, outcome, reason }) => `${id} ${reason ?? outcome}`),
    violations: violations.map(
      ({ file, row, recordId, message }) => `${file.split('/').at(-1)}:${row} ${recordId} ${message}`,
    ),
  };
}

describe('rules on other files than the deals', () => {
  it('judge the leads by their fields and columns, in their rows and file', async () => {
    const custom: CustomRules = {
      rules: [
        { id: 'custom.source', on: 'leads', require: 'source is not empty', message: 'no source in row {row}' },
        { id: 'custom.new', on: 'leads', when: "'Lead Status' = New", require: 'created_at > 2024-01-01' },
      ],
      columns: { 'leads.Email': { pattern: 'email', unique: true } },
    };
    expect(told(await checked({ 'deals.csv': DEALS, 'leads.csv': LEADS }, custom))).toEqual({
      rules: [
        'custom.source fail',
        'custom.new fail',
        'column.pattern_mismatch:leads.Email fail',
        'column.repeated_value:leads.Email fail',
      ],
      violations: [
        'leads.csv:3 L2 no source in row 3',
        'leads.csv:2 L1 not true of it: created_at > 2024-01-01',
        'leads.csv:3 L2 Email is "nope", not written as email',
        'leads.csv:4 L3 Email stands in row 2 already',
      ],
    });
  });

  it('judge customers and orders, and tell a column that their files have not', async () => {
    const custom: CustomRules = {
      columns: {
        Industry: { on: 'customers', required: true },
        'customers.Cuntry': { type: 'text' },
        'orders.amount': { range: { min: 0 } },
      },
      unique: [{ columns: ['product', 'customer'], on: 'orders' }],
    };
    const files = { 'deals.csv': DEALS, 'customers.csv': CUSTOMERS, 'orders.csv': ORDERS };
    expect(told(await checked(files, custom))).toEqual({
      rules: [
        'column.missing_value:Industry fail',
        'column.wrong_type:customers.Cuntry fail',
        'column.out_of_range:orders.amount fail',
        'record.repeated_combination:orders.product,customer pass',
      ],
      violations: [
        'customers.csv:3 C2 Industry is empty',
        'customers.csv:0 null no file has a column for Cuntry; did you mean Country?',
        'orders.csv:3 R2 amount is -5, not 0 or more',
      ],
    });
  });

  it('are skipped where no such file was given, and leave the score of the deals alone', async () => {
    const custom: CustomRules = { columns: { 'leads.Email': { required: true }, Account: { required: true } } };
    expect(told(await checked({ 'deals.csv': DEALS }, custom))).toMatchObject({
      rules: ['column.missing_value:leads.Email no_file:leads', 'column.missing_value:Account pass'],
    });
    const strict: CustomRules = { columns: { 'leads.Email': { pattern: '^z' } } };
    const { summary } = await checked({ 'deals.csv': DEALS, 'leads.csv': LEADS }, strict);
    expect([summary.errors, summary.score]).toEqual([3, 1]);
  });
});

describe('columns of a contract', () => {
  it('are forbidden, not expected, or not there', async () => {
    const custom: CustomRules = {
      columns: {
        'deal id': { required: true },
        'Deal name': {},
        account: { type: 'text' },
        AMOUNT: { forbidden: true },
        outcome: {},
        closed_at: { type: 'date' },
        Regoin: { optional: true, allowed: ['x'] },
        Craeted: {},
      },
      unexpectedColumns: 'warn',
    };
    const { rules, violations } = told(await checked({ 'deals.csv': DEALS }, custom)) as Record<string, string[]>;
    expect(rules).toContain('column.value_not_allowed:Regoin missing_field:Regoin');
    expect(violations).toEqual([
      'deals.csv:1 null Amount must not be in the file',
      'deals.csv:0 null no file has a column for Craeted; did you mean Created?',
      'deals.csv:1 null Created is a column that the config does not name',
    ]);
  });
});
