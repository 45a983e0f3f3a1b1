import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/crm/recognize.js';
import { assign, candidates } from '../../src/normalize/mapping.js';

/** What each header is taken for, by header alone (every cell fits). */
function mapped(
  headers: readonly string[],
  share: (column: number, field: string) => number = () => 1,
): Record<string, string> {
  const { preset } = recognize(headers);
  const found = candidates(headers, 'deals', preset, new Map());
  const { fields } = assign(found, headers, 'deals', (column, field) => ({ share: share(column, field), filled: 10 }));
  return Object.fromEntries([...fields].map(([field, { header }]) => [header, field]));
}

describe('the columns that look like a field and are not', () => {
  it('takes the amount, never the weighted or the annual revenue', () => {
    const map = mapped([
      'Opportunity ID',
      'Stage',
      'Amount Currency',
      'Amount',
      'Expected Revenue Currency',
      'Expected Revenue',
      'Annual Revenue',
    ]);
    expect(map['Amount']).toBe('amount');
    expect(map['Amount Currency']).toBe('currency');
    expect(map['Expected Revenue']).toBeUndefined();
    expect(map['Annual Revenue']).toBeUndefined();
  });

  it('prefers the converted amount and its own currency where a report has both', () => {
    const map = mapped([
      'Opportunity ID',
      'Stage',
      'Amount Currency',
      'Amount',
      'Amount (converted) Currency',
      'Amount (converted)',
    ]);
    expect(map['Amount (converted)']).toBe('amount');
    expect(map['Amount (converted) Currency']).toBe('currency');
    expect(map['Amount']).toBeUndefined();
  });

  it('tells the dates apart', () => {
    const map = mapped([
      'Record ID',
      'Deal Stage',
      'Close Date',
      'Create Date',
      'Last Activity Date',
      'Next Activity Date',
      "Date entered 'Closed Won (Sales Pipeline)'",
    ]);
    expect(map).toMatchObject({
      'Close Date': 'close_date',
      'Create Date': 'created_at',
      'Last Activity Date': 'last_activity',
      'Next Activity Date': 'next_activity',
    });
    expect(map["Date entered 'Closed Won (Sales Pipeline)'"]).toBeUndefined();
  });

  it('takes the deal owner, not the owner of the account or a role', () => {
    const map = mapped([
      'Account Owner',
      'Owner Role',
      'Deal Owner',
      'Deal Owner.id',
      'Stage',
      'Amount',
      'Created Date',
    ]);
    expect(map['Deal Owner']).toBe('owner');
    expect(map['Account Owner']).toBeUndefined();
    expect(map['Owner Role']).toBeUndefined();
    expect(map['Deal Owner.id']).toBeUndefined();
  });

  it('takes the status of the deal, not of a lead or an e-mail', () => {
    const map = mapped(['Status', 'Status Reason', 'Lead Status', 'Email Status', 'Amount', 'Created Date']);
    expect(map['Status']).toBe('status');
    for (const other of ['Status Reason', 'Lead Status', 'Email Status']) expect(map[other], other).toBeUndefined();
  });

  it('takes the type of the deal, not of the account or the record', () => {
    const map = mapped(['Type', 'Deal Type', 'Account Type', 'Record Type', 'Stage', 'Amount', 'Created Date']);
    expect(map['Deal Type']).toBe('type');
    expect(map['Account Type']).toBeUndefined();
    expect(map['Record Type']).toBeUndefined();
  });

  it('takes no column of e-mail consent for an address', () => {
    expect(mapped(['Email', 'Email consent', 'Email opt-in date', 'Stage'])).toEqual({
      Email: 'contact_email',
      Stage: 'stage',
    });
  });

  it('tells the Persian amounts and dates apart', () => {
    const map = mapped([
      'ارزش معامله',
      'قیمت',
      'تعداد محصول',
      'تاریخ ایجاد معامله',
      'تاریخ انجام معامله',
      'تاریخ احتمالی انجام معامله',
      'وضعیت معامله',
    ]);
    expect(map).toEqual({
      'ارزش معامله': 'amount',
      'تاریخ ایجاد معامله': 'created_at',
      'تاریخ انجام معامله': 'closed_at',
      'تاریخ احتمالی انجام معامله': 'expected_close',
      'وضعیت معامله': 'status',
    });
  });

  it('takes no column whose cells are something else, whatever its name', () => {
    const map = mapped(['Amount', 'Value', 'Stage', 'Created Date'], (column) => (column === 0 ? 0.3 : 1));
    expect(map['Amount']).toBeUndefined();
    expect(map['Value']).toBe('amount');
  });

  it('takes one column for a field, and says of the other which one it was', () => {
    const headers = ['Owner', 'Sales rep', 'Stage'];
    const { preset } = recognize(headers);
    const { fields, rejected } = assign(candidates(headers, 'deals', preset, new Map()), headers, 'deals', () => ({
      share: 1,
      filled: 1,
    }));
    expect(fields.get('owner')?.header).toBe('Owner');
    expect(rejected.get(1)).toEqual({ code: 'taken_by_other', args: { field: 'owner', other: 'Owner', why: null } });
  });
});

describe('what is unsure', () => {
  const assigned = (headers: readonly string[], share = 1, filled = 10) => {
    const { preset } = recognize(headers);
    return assign(candidates(headers, 'deals', preset, new Map()), headers, 'deals', () => ({ share, filled }));
  };

  it('reports two columns that could both be the amount, and which one was taken', () => {
    const { fields, ties } = assigned(['Amount', 'Deal Value', 'Stage', 'Created Date']);
    expect(fields.get('amount')?.header).toBe('Amount');
    expect(ties).toEqual([{ field: 'amount', taken: 'Amount', other: 'Deal Value' }]);
  });

  it('leaves a column out that is only named like a field, and says how much of it fits', () => {
    const { fields, unfit } = assigned(['Amount', 'Stage'], 0.5);
    expect(fields.get('amount')).toBeUndefined();
    expect(unfit).toContainEqual({ field: 'amount', header: 'Amount', share: 0.5 });
  });

  it('assumes a misspelt header between 0.6 and 0.8 when its cells fit, and not when they do not', () => {
    const headers = ['Opportunty Amout', 'Deal Stage', 'Deal Creatd Date'];
    const { fields } = assigned(headers);
    const amount = fields.get('amount');
    expect(amount?.header).toBe('Opportunty Amout');
    expect(amount?.score).toBeGreaterThanOrEqual(0.6);
    expect(amount?.score).toBeLessThan(0.8);
    expect(assigned(headers, 0.5).fields.get('amount')).toBeUndefined();
    expect(assigned(headers, 1, 0).fields.get('amount')).toBeUndefined();
  });
});

describe('recognize', () => {
  it('knows the CRMs by their headers, with role and reason', () => {
    const cases: readonly (readonly [readonly string[], string, string])[] = [
      [['Record ID', 'Deal Name', 'Deal Stage', 'Amount'], 'hubspot', 'deals'],
      [['dealname', 'dealstage', 'amount'], 'hubspot', 'deals'],
      [['Opportunity Name', 'Stage', 'Fiscal Period', 'Amount'], 'salesforce', 'deals'],
      [['Id', 'StageName', 'CloseDate'], 'salesforce', 'deals'],
      [['Deal - ID', 'Deal - Title', 'Deal - Status'], 'pipedrive', 'deals'],
      [['Lead Owner', 'Company / Account', 'Lead Status'], 'salesforce', 'leads'],
      [['opportunity_id', 'sales_agent', 'account', 'deal_stage', 'close_date', 'close_value'], 'generic', 'deals'],
      [['mql_id', 'first_contact_date', 'origin'], 'generic', 'leads'],
      [['account', 'sector', 'revenue', 'employees'], 'generic', 'customers'],
      [['sales_agent', 'manager', 'regional_office'], 'generic', 'lookup'],
      [['product', 'series', 'sales_price'], 'generic', 'lookup'],
    ];
    expect(cases.map(([headers]) => recognize(headers)).map(({ preset, role }) => [preset.id, role])).toEqual(
      cases.map(([, preset, role]) => [preset, role]),
    );
  });
});
