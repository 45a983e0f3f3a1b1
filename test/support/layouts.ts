import { CRM_LAYOUTS } from './crm-layouts.js';
import { PERSIAN_LAYOUTS } from './persian-layouts.js';
import {
  american,
  at,
  dualClose,
  european,
  type Layout,
  PLAIN,
  percent,
  print,
  stageByOutcome,
  weighted,
} from './print-layout.js';

const OPEN_STAGES = ['Qualified', 'Contact Made ', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started '];

/** List view of deals: BOM, labels as headers, one column for both close dates, weighted amount beside the amount. */
const hubspot: Layout = {
  file: 'hubspot.csv',
  preset: 'hubspot',
  print: (deals) =>
    `\uFEFF${print(
      deals,
      [
        ['Record ID', (_, index) => String(70_412_001 + index)],
        ['Deal Name', (deal) => `${deal.account}: licence, ${deal.id}`],
        ['Deal Stage', stageByOutcome('Contract Sent')],
        ['Pipeline', () => 'Sales Pipeline'],
        ['Amount', (deal) => deal.amount],
        ['Deal owner', (deal) => deal.owner],
        ['Close Date', (deal) => at(dualClose(deal), ' 09:30')],
        ['Create Date', (deal) => at(deal.created, ' 16:45')],
        ['Associated Company', (deal) => deal.account],
        ['Original Source Type', (deal) => deal.source],
        ['Deal probability', (deal) => deal.probability],
        ['Weighted amount', weighted],
        ['Days to close', () => '3'],
      ],
      PLAIN,
    )}`,
};

/** Report export: everything quoted, LF, currency twins, American dates, a note with a newline, a footer. */
const salesforceReport: Layout = {
  file: 'salesforce-report.csv',
  preset: 'salesforce',
  print: (deals) =>
    print(
      deals,
      [
        ['Opportunity Owner', (deal) => deal.owner],
        ['Account Name', (deal) => deal.account],
        ['Opportunity Name', (deal) => `${deal.account} "${deal.id}"`],
        ['Stage', stageByOutcome('Proposal/Price Quote')],
        ['Amount Currency', () => 'EUR'],
        ['Amount', (deal) => (deal.amount === '' ? '' : Number(deal.amount).toFixed(2))],
        ['Expected Revenue Currency', () => 'EUR'],
        ['Expected Revenue', weighted],
        ['Probability (%)', (deal) => percent(deal.probability)],
        ['Age', () => '17'],
        ['Close Date', (deal) => american(dualClose(deal))],
        ['Created Date', (deal) => american(deal.created)],
        ['Next Step', (deal) => (deal.outcome === 'open' ? 'Call back\nand send the quote' : '')],
        ['Lead Source', (deal) => deal.source],
        ['Opportunity ID', (_, index) => `0069d00000Lw${String(index).padStart(3, '0')}`],
      ],
      { delimiter: ',', newline: '\n', quoteAll: true },
    ) +
    ['', `"Grand Totals (${deals.length} records)"`, '"Confidential Information - Do Not Distribute"', ''].join('\n'),
};

/** Data Loader: API names, instants in UTC, booleans beside the stage. */
const salesforceApi: Layout = {
  file: 'salesforce-api.csv',
  preset: 'salesforce',
  print: (deals) =>
    print(
      deals,
      [
        ['Id', (_, index) => `0069d00000Lw${String(index).padStart(3, '0')}AAC`],
        ['AccountId', (deal) => `0019d00000${deal.account.padEnd(5, 'X').toUpperCase()}AAG`],
        ['Name', (deal) => `${deal.account} ${deal.id}`],
        ['StageName', stageByOutcome('Needs Analysis')],
        ['Amount', (deal) => deal.amount],
        ['Probability', (deal) => percent(deal.probability)],
        ['ExpectedRevenue', weighted],
        ['CloseDate', dualClose],
        ['LeadSource', (deal) => deal.source],
        ['IsClosed', (deal) => String(deal.outcome !== 'open')],
        ['IsWon', (deal) => String(deal.outcome === 'won')],
        ['CurrencyIsoCode', () => 'EUR'],
        ['Owner.Name', (deal) => deal.owner],
        ['CreatedDate', (deal) => at(deal.created, 'T07:15:00.000Z')],
        ['IsDeleted', () => 'false'],
      ],
      { delimiter: ',', newline: '\n', quoteAll: true },
    ),
};

/** Status beside the last open stage (with a trailing space here and there), a column per date. */
const pipedrive: Layout = {
  file: 'pipedrive.csv',
  preset: 'pipedrive',
  print: (deals) =>
    print(
      deals,
      [
        ['Deal - ID', (_, index) => String(index + 301)],
        ['Deal - Title', (deal) => `${deal.account} deal`],
        ['Deal - Owner', (deal) => deal.owner],
        ['Deal - Value', (deal) => deal.amount],
        ['Deal - Currency of Value', () => 'EUR'],
        ['Deal - Weighted value', weighted],
        ['Deal - Currency of Weighted value', () => 'EUR'],
        ['Deal - Probability', (deal) => percent(deal.probability)],
        ['Deal - Organization', (deal) => deal.account],
        ['Deal - Stage', (_, index) => OPEN_STAGES[index % OPEN_STAGES.length] ?? ''],
        ['Deal - Status', (deal) => ({ won: 'Won', lost: 'Lost', open: 'Open' })[deal.outcome]],
        ['Deal - Deal created', (deal) => at(deal.created, ' 08:00:00')],
        ['Deal - Won time', (deal) => (deal.outcome === 'won' ? at(deal.closed, ' 17:20:09') : '')],
        ['Deal - Lost time', (deal) => (deal.outcome === 'lost' ? at(deal.closed, ' 11:02:40') : '')],
        ['Deal - Deal closed on', (deal) => at(deal.closed, ' 17:20:09')],
        ['Deal - Expected close date', (deal) => deal.expected],
        ['Deal - Source channel', (deal) => deal.source],
      ],
      PLAIN,
    ),
};

/** A hand-made sheet saved where the comma is the decimal sign: semicolons, `12.000,00`, per cent signs. */
const generic: Layout = {
  file: 'deals.csv',
  preset: 'generic',
  print: (deals) =>
    print(
      deals,
      [
        ['Deal ID', (deal) => deal.id],
        ['Customer', (deal) => deal.account],
        ['Sales rep', (deal) => deal.owner],
        ['Source', (deal) => deal.source],
        ['Created', (deal) => deal.created],
        ['Closed on', (deal) => deal.closed],
        ['Status', (deal) => deal.outcome],
        ['Deal value', (deal) => (deal.amount === '' ? '' : european(Number(deal.amount)))],
        ['Probability', (deal) => `${percent(deal.probability)} %`],
        ['Expected close', (deal) => deal.expected],
      ],
      { delimiter: ';', newline: '\r\n' },
    ),
};

export const LAYOUTS: readonly Layout[] = [
  hubspot,
  salesforceReport,
  salesforceApi,
  pipedrive,
  generic,
  ...CRM_LAYOUTS,
  ...PERSIAN_LAYOUTS,
];
