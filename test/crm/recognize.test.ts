import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../../src/crm/catalogue/index.js';
import type { PresetDefinition } from '../../src/crm/definition.js';
import { fingerprintIn, recognize } from '../../src/crm/recognize.js';
import { openTable } from '../../src/load/open.js';
import type { Role } from '../../src/model/fields.js';
import { ROOT } from '../support/run.js';

/** Fixtures that are not named for their preset, and what they hold. */
const OTHERS: Readonly<Record<string, readonly [preset: string, role: Role]>> = {
  'deals-with-leads.csv': ['generic', 'deals'],
  'leads.csv': ['generic', 'leads'],
  'persian.csv': ['didar', 'deals'],
  'workbook.xlsx': ['generic', 'deals'],
};
const all = presets as readonly PresetDefinition[];

/** The preset that a fixture is named for; one that is named for none is no CRM's. */
function expected(file: string): readonly [preset: string, role: Role | null] {
  const other = OTHERS[file];
  if (other !== undefined) return other;
  const preset = all.find(({ id }) => {
    const name = id.replaceAll('_', '-');
    return file.startsWith(`${name}.`) || file.startsWith(`${name}-`);
  });
  return preset === undefined ? ['generic', null] : [preset.id, 'deals'];
}

const files = readdirSync(`${ROOT}fixtures/crm`);

describe.each(files)('fixtures/crm/%s', (file) => {
  let columns: readonly string[];
  beforeAll(async () => {
    const { head } = await openTable(`${ROOT}fixtures/crm/${file}`, {});
    columns = head.columns;
  });

  it('is recognized as what it is named for', () => {
    const { preset, role } = recognize(columns);
    const [own, holds] = expected(file);
    expect([preset.id, holds === null ? null : role]).toEqual([own, holds]);
  });

  it('is taken for its own by no other preset', () => {
    const [own] = expected(file);
    const others = all
      .filter(
        ({ id, fingerprint }) => id !== own && fingerprint.some((print) => fingerprintIn(print, columns) !== null),
      )
      .map(({ id }) => id);
    expect(others).toEqual([]);
  });
});

it('every preset has a fixture', () => {
  const shown = new Set(files.map((file) => expected(file)[0]));
  expect(all.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

describe('a fingerprint', () => {
  const print = { role: 'deals', all: ['Topic'], any: ['Owner', 'Status'], prefix: '(Do Not Modify) ' } as const;

  it('fits when all of its headers, one of several and one that begins so are there', () => {
    expect(fingerprintIn(print, ['(Do Not Modify) Opportunity', ' TOPIC', 'Status'])).toEqual([
      'Topic',
      'Status',
      '(Do Not Modify) …',
    ]);
  });

  it.each([
    ['without one of all', ['(Do Not Modify) Opportunity', 'Subject', 'Status']],
    ['without any', ['(Do Not Modify) Opportunity', 'Topic', 'State']],
    ['without the beginning', ['Opportunity', 'Topic', 'Status']],
    ['with nothing after the beginning', ['(Do Not Modify)', 'Topic', 'Status']],
  ])('does not fit %s', (_, columns) => {
    expect(fingerprintIn(print, columns)).toBeNull();
  });

  it('counts punctuation, but not case, accents, or the keyboard that typed it', () => {
    const of = (header: string): { role: 'deals'; all: string[] } => ({ role: 'deals', all: [header] });
    expect(fingerprintIn(of('Deal - Title'), ['Deal : Title'])).toBeNull();
    expect(fingerprintIn(of('Nome da negociação'), ['NOME DA NEGOCIACAO'])).not.toBeNull();
    expect(fingerprintIn(of('کد دیدار معامله'), ['كد ديدار معامله'])).not.toBeNull();
  });
});

describe('recognize', () => {
  it('tries the more distinctive preset first: a renamed Zoho module is not Salesforce', () => {
    const columns = ['Record Id', 'Opportunity Owner', 'Opportunity Name', 'Stage', 'Closing Date', 'Probability (%)'];
    expect(recognize(columns).preset.id).toBe('zoho');
  });

  it('recognizes leads and companies as well', () => {
    const of = (...columns: string[]): [string, Role] => {
      const { preset, role } = recognize(columns);
      return [preset.id, role];
    };
    expect(of('Record Id', 'Lead Owner.id', 'Lead Owner', 'Is Converted', 'Company')).toEqual(['zoho', 'leads']);
    expect(of('(Do Not Modify) Account', 'Account Name', 'Owner')).toEqual(['dynamics', 'customers']);
    expect(of('کد دیدار شرکت', 'نام شرکت', 'مسئول شرکت')).toEqual(['didar', 'customers']);
  });

  it('does not question what the user said', () => {
    const asked = recognize(['Deal Name', 'Closing Date'], { preset: 'hubspot', role: 'leads' });
    expect([asked.preset.id, asked.role]).toEqual(['hubspot', 'leads']);
  });
});

describe('the role of a table by its own key', () => {
  const role = (headers: string): string => recognize(headers.split(',')).role;
  it.each([
    'lead_id,created_date,source,lead_score,status,mql_date,converted_to_opportunity,opportunity_id',
    'Lead ID,First Name,Company,Lead Status,Converted,Opportunity ID,Opportunity Amount',
    'Lead ID,Lead Owner,Lead Source,Converted Date,Deal ID,Deal Stage',
    'id_lead,lead_status,created_at,deal_id',
    'MQL ID,MQL Date,Converted,Converted Opportunity ID,Opportunity Close Date',
  ])('is leads for %s, which name the deal they became', (headers) => {
    expect(role(headers)).toBe('leads');
  });

  it.each([
    'deal_id,lead_id,lead_source,stage,amount',
    'opportunity_id,lead_id,created_date,close_date,stage,amount',
    'mql_id,seller_id,sdr_id,won_date,lead_type',
    'lead_id,lead_source,deal_id,stage,amount,close_date',
    'Deal ID,Lead Status,Converted,Stage,Amount',
  ])('is deals for %s', (headers) => {
    expect(role(headers)).toBe('deals');
  });

  it.each([
    'Lead Id,Full Name,Company,Source,Stage,Score,Is Converted,Converted Date,Created On,Owner',
    'lead_id,stage,is_converted,created_at',
  ])('is leads for %s, whose stage is the lead’s', (headers) => {
    expect(role(headers)).toBe('leads');
  });

  it.each([
    'Ticket ID,Subject,Status,Priority,Requester,Assignee,Created At,Closed At',
    'Activity ID,Subject,Type,Due Date,Status,Assigned To,Created Date,Completed Date',
    'Case Number,Subject,Status,Account Name,Created Date,Closed Date',
    'Activity ID,Deal,Status,Due Date,Created Date',
    'Task Name,Status,Stage,Owner,Start Date,Due Date,Hours',
  ])('is no deals for %s', (headers) => {
    expect(role(headers)).toBe('lookup');
  });

  it.each([
    'Deal ID,Activity ID,Deal,Status,Created Date,Closed Date',
    'Task ID,Task Name,Status,Amount,Created Date,Closed Date',
    'Subject,Status,Owner,Created At,Closed At',
    'Case ID,Deal Name,Stage,Created Date,Closed Date',
    'Order Number,Task,Stage,Won Date,Value',
  ])('is still deals for %s', (headers) => {
    expect(role(headers)).toBe('deals');
  });
});

describe('the word "lead" before another noun', () => {
  const role = (headers: string): string => recognize(headers.split(',')).role;

  it.each([
    'Project #,Project Name,Owner,Lead Estimator,Our Bid,Result',
    'Quote No,Customer,Quote Value,Won/Lost,Lead Time',
    'Bid,Owner,Lead Architect,Status',
  ])('is no lead: %s', (headers) => {
    expect(role(headers)).toBe('deals');
  });

  it.each(['Lead,Owner,Status', 'Lead Name,Lead Owner,Lead Status', 'lead_id,email,status,created_at'])(
    'is one elsewhere: %s',
    (headers) => {
      expect(role(headers)).toBe('leads');
    },
  );
});
