import { Buffer } from 'node:buffer';
import {
  american,
  at,
  type Cells,
  dualClose,
  european,
  type Layout,
  type LayoutDeal,
  PLAIN,
  percent,
  print,
  stageByOutcome,
  weighted,
} from './print-layout.js';
import { workbookBytes } from './workbook-bytes.js';

/* The sixteen deals as CRMs export them that write the Latin alphabet; each with the traps of its own export. */

/** `2024-02-19` → `19/02/2024`. */
function dayFirst(day: string): string {
  return day.split('-').reverse().join('/');
}

/** A real date cell in a workbook: midnight UTC. */
function date(day: string): Date | null {
  return day === '' ? null : new Date(`${day}T00:00:00Z`);
}

const STATUS = { won: 'Won', lost: 'Lost', open: 'Open' } as const;
const number = (text: string): number | null => (text === '' ? null : Number(text));
const hundredths = (amount: string): string => (amount === '' ? '' : String(Number(amount) * 100));

/** `.id` twins, ids with `zcrm_`, one date for both closings, a weighted amount beside the amount. */
const zoho: Layout = {
  file: 'zoho.csv',
  preset: 'zoho',
  print: (deals) =>
    print(
      deals,
      [
        ['Record Id', (_, index) => `zcrm_52630000004180${String(100 + index)}`],
        ['Deal Owner.id', (deal) => `zcrm_5263000000009${deal.owner.length}01`],
        ['Deal Owner', (deal) => deal.owner],
        ['Amount', (deal) => deal.amount],
        ['Deal Name', (deal) => `${deal.account} ${deal.id}`],
        ['Closing Date', dualClose],
        ['Account Name.id', (deal) => `zcrm_5263000000511${deal.account.toLowerCase()}`],
        ['Account Name', (deal) => deal.account],
        ['Stage', stageByOutcome('Identify Decision Makers')],
        ['Type', () => 'New Business'],
        ['Probability (%)', (deal) => percent(deal.probability)],
        ['Expected Revenue', weighted],
        ['Lead Source', (deal) => deal.source],
        ['Created Time', (deal) => at(deal.created, ' 10:00:00')],
        ['Modified Time', () => '2024-12-30 09:00:00'],
        ['Currency', () => 'EUR'],
        ['Exchange Rate', () => '1'],
        ['Sales Cycle Duration', () => '7'],
      ],
      PLAIN,
    ),
};

/** A workbook with hidden first columns, "Modified On" twice, real dates; what a win brought stands in a second column. */
const dynamics: Layout = {
  file: 'dynamics.xlsx',
  preset: 'dynamics',
  print: (deals) =>
    workbookBytes({
      'All Opportunities': [
        [
          '(Do Not Modify) Opportunity',
          '(Do Not Modify) Row Checksum',
          '(Do Not Modify) Modified On',
          'Topic',
          'Potential Customer',
          'Est. Revenue',
          'Actual Revenue',
          'Est. Close Date',
          'Actual Close Date',
          'Probability',
          'Pipeline Phase',
          'Status',
          'Status Reason',
          'Owner',
          'Created On',
          'Modified On',
          'Lead Source',
        ],
        ...deals.map((deal, index) => [
          `7f3a91c2-0000-4000-8000-0000000000${String(index + 10)}`,
          'qX7r/Nd0==',
          new Date('2024-12-30T08:00:00Z'),
          `${deal.account} ${deal.id}`,
          deal.account,
          // The estimate of a won deal is not what it brought.
          deal.outcome === 'won' && deal.amount !== '' ? Number(deal.amount) + 500 : number(deal.amount),
          deal.outcome === 'won' ? number(deal.amount) : null,
          date(deal.expected),
          date(deal.closed),
          Number(percent(deal.probability)),
          deal.outcome === 'open' ? '2-Develop' : '4-Close',
          STATUS[deal.outcome],
          { won: 'Won', lost: 'Out-Sold', open: 'In Progress' }[deal.outcome],
          deal.owner,
          date(deal.created),
          new Date('2024-12-30T08:00:00Z'),
          deal.source,
        ]),
      ],
    }),
};

/** Lost deals are archived in the stage they were in; the amount is called "Expected Revenue", "Company" is the seller. */
const odoo: Layout = {
  file: 'odoo.csv',
  preset: 'odoo',
  print: (deals) =>
    print(
      deals,
      [
        ['External ID', (_, index) => `__export__.crm_lead_${index + 41}_a1b2c3d4`],
        ['Opportunity', (deal) => `${deal.account}: ${deal.id}`],
        ['Type', () => 'Opportunity'],
        ['Active', (deal) => (deal.outcome === 'lost' ? 'False' : 'True')],
        ['Company', () => 'My Company (San Francisco)'],
        ['Customer', (deal) => deal.account],
        ['Salesperson', (deal) => deal.owner],
        ['Stage', (deal) => ({ won: 'Won', lost: 'Proposition', open: 'Qualified' })[deal.outcome]],
        ['Probability', (deal) => (Number(deal.probability) * 100).toFixed(2)],
        ['Expected Revenue', (deal) => (deal.amount === '' ? '' : Number(deal.amount).toFixed(2))],
        ['Prorated Revenue', weighted],
        ['Created on', (deal) => at(deal.created, ' 06:30:11')],
        ['Closed Date', (deal) => at(deal.closed, ' 15:12:44')],
        ['Expected Closing', (deal) => deal.expected],
        ['Days to Close', () => '12.0'],
        ['Lost Reason', (deal) => (deal.outcome === 'lost' ? 'Too expensive' : '')],
        ['Source', (deal) => deal.source],
      ],
      { delimiter: ',', newline: '\n', quoteAll: true },
    ),
};

/** Codes as headers, `;`, stages that carry their funnel, the planned day in the closing date of open deals. */
const bitrix24: Layout = {
  file: 'bitrix24.csv',
  preset: 'bitrix24',
  print: (deals) =>
    `\uFEFF${print(
      deals,
      [
        ['ID', (_, index) => String(index * 2 + 11)],
        ['TITLE', (deal) => `${deal.account} ${deal.id}`],
        ['CATEGORY_ID', (_, index) => String(index % 2)],
        ['STAGE_ID', bitrixStage],
        ['STAGE_SEMANTIC_ID', (deal) => ({ won: 'S', lost: 'F', open: 'P' })[deal.outcome]],
        ['IS_RECURRING', () => 'N'],
        ['PROBABILITY', (deal) => percent(deal.probability)],
        ['CURRENCY_ID', () => 'EUR'],
        ['OPPORTUNITY', (deal) => (deal.amount === '' ? '' : `${deal.amount}.00`)],
        ['COMPANY_ID', (deal) => deal.account],
        ['BEGINDATE', () => '2023-01-01'],
        ['CLOSEDATE', dualClose],
        ['CLOSED', (deal) => (deal.outcome === 'open' ? 'N' : 'Y')],
        ['ASSIGNED_BY_ID', (deal) => deal.owner],
        ['DATE_CREATE', (deal) => at(deal.created, ' 12:00:00')],
        ['SOURCE_ID', (deal) => deal.source],
      ],
      { delimiter: ';', newline: '\r\n' },
    )}`,
};

function bitrixStage({ outcome }: LayoutDeal, index: number): string {
  const funnel = index % 2 === 0 ? '' : 'C1:';
  return funnel + { won: 'WON', lost: index % 4 === 1 ? 'APOLOGY' : 'LOSE', open: 'PREPAYMENT_INVOIC' }[outcome];
}

/** `Entity : Field` headers, days first, the weighted amount under "Expected deal value". */
const freshsales: Layout = {
  file: 'freshsales.csv',
  preset: 'freshsales',
  print: (deals) =>
    print(
      deals,
      [
        ['Deal : Id', (_, index) => `7000${index}`],
        ['Deal : Name', (deal) => `${deal.account} ${deal.id}`],
        ['Deal : Total Deal Value', (deal) => deal.amount],
        ['Deal : Expected deal value', weighted],
        ['Deal : Deal stage', (deal) => ({ won: 'Won', lost: 'Lost', open: 'Demo' })[deal.outcome]],
        ['Deal : Probability (%)', (deal) => percent(deal.probability)],
        ['Deal : Created at', (deal) => dayFirst(deal.created)],
        ['Deal : Closed date', (deal) => dayFirst(deal.closed)],
        ['Deal : Expected close date', (deal) => dayFirst(deal.expected)],
        ['Deal : Sales owner', (deal) => deal.owner],
        ['Deal : Account name', (deal) => deal.account],
        ['Deal : Source', (deal) => deal.source],
      ],
      PLAIN,
    ),
};

/** Cents; the company under `lead_name`; the planned day of active opportunities under `date_won`. */
const close: Layout = {
  file: 'close.csv',
  preset: 'close',
  print: (deals) =>
    print(
      deals,
      [
        ['id', (deal) => `oppo_${deal.id}x9LmQ`],
        ['lead_id', (deal) => `lead_${deal.account}K2`],
        ['lead_name', (deal) => deal.account],
        ['status_label', (deal) => ({ won: 'Signed', lost: 'No budget', open: 'Trial' })[deal.outcome]],
        ['status_type', (deal) => ({ won: 'won', lost: 'lost', open: 'active' })[deal.outcome]],
        ['value', (deal) => hundredths(deal.amount)],
        ['value_period', () => 'one_time'],
        ['value_currency', () => 'EUR'],
        ['value_formatted', (deal) => (deal.amount === '' ? '' : `€${deal.amount}`)],
        ['confidence', (deal) => percent(deal.probability)],
        ['user_name', (deal) => deal.owner],
        ['date_created', (deal) => at(deal.created, 'T09:21:33.102000+00:00')],
        ['date_won', (deal) => (deal.outcome === 'lost' ? '' : dualClose(deal))],
        ['date_lost', (deal) => (deal.outcome === 'lost' ? at(deal.closed, 'T16:00:00+00:00') : '')],
        ['custom.Source', (deal) => deal.source],
      ],
      { delimiter: ',', newline: '\n' },
    ),
};

/** The status decides, and some losses are called abandoned; m/d/yyyy. */
const copper: Layout = {
  file: 'copper.csv',
  preset: 'copper',
  print: (deals) =>
    print(
      deals,
      [
        ['Copper ID', (_, index) => String(3_310_000 + index)],
        ['Name', (deal) => `${deal.account} ${deal.id}`],
        ['Primary Contact', () => 'Robin Vale'],
        ['Company', (deal) => deal.account],
        ['Value', (deal) => (deal.amount === '' ? '' : `$${Number(deal.amount).toLocaleString('en-US')}`)],
        ['Pipeline', () => 'Sales'],
        ['Stage', () => 'Proposal'],
        ['Status', (deal, index) => (deal.outcome === 'lost' && index % 2 === 0 ? 'Abandoned' : STATUS[deal.outcome])],
        ['Close Date', (deal) => american(dualClose(deal))],
        ['Created At', (deal) => american(deal.created)],
        ['Owned By', (deal) => deal.owner],
        ['Source', (deal) => deal.source],
        ['Win Probability', (deal) => `${percent(deal.probability)}%`],
        ['Priority', () => 'None'],
      ],
      PLAIN,
    ),
};

const BOARD = [
  'Name',
  'Stage',
  'Owner',
  'Deal Value',
  'Accounts',
  'Expected Close Date',
  'Close Date',
  'Deal creation date',
  'Close Probability',
  'Forecast Value',
  'Source',
] as const;

/** A board: title and description, then per group its name, the header again, the items, and a row of sums. */
const monday: Layout = {
  file: 'monday.xlsx',
  preset: 'monday',
  print: (deals) => {
    const group = (name: string, items: readonly LayoutDeal[]): (string | number | Date | null)[][] => [
      [name],
      [...BOARD],
      ...items.map((deal) => [
        `${deal.account} ${deal.id}`,
        { won: 'Won', lost: 'Lost', open: 'Negotiation' }[deal.outcome],
        deal.owner,
        number(deal.amount),
        deal.account,
        date(deal.expected),
        date(deal.closed),
        date(deal.created),
        Number(deal.probability),
        number(weighted(deal)),
        deal.source,
      ]),
      [null, null, null, sum(items), null, null, '2024-01-05 to 2024-12-31', null, 0.4, 1000],
      [],
    ];
    return workbookBytes({
      deals: [
        ['Deals'],
        ['Manage every deal from the first call to the contract'],
        [],
        ...group('Active', deals.slice(0, 9)),
        ...group('Closed', deals.slice(9)),
      ],
    });
  },
};

function sum(items: readonly LayoutDeal[]): number {
  return items.reduce((total, { amount }) => total + Number(amount), 0);
}

/** As a German-speaking user has it: `;`, `12.000,00`, dots in dates, Windows-1252. */
const suitecrm: Layout = {
  file: 'suitecrm.csv',
  preset: 'suitecrm',
  print: (deals) =>
    Buffer.from(
      print(
        deals,
        [
          ['ID', (_, index) => `5c1e0f2a-77b0-41d2-9c51-00000000${String(index + 1000)}`],
          ['Opportunity Name', (deal) => `${deal.account} für ${deal.id}`],
          ['Account Name', (deal) => deal.account],
          ['Opportunity Amount', (deal) => (deal.amount === '' ? '' : european(Number(deal.amount)))],
          ['Amount (US dollar value)', (deal) => (deal.amount === '' ? '' : european(Number(deal.amount) + 1))],
          ['Expected Close Date', (deal) => dayFirst(dualClose(deal)).replaceAll('/', '.')],
          ['Type', () => 'Bestehendes Geschäft'],
          ['Lead Source', (deal) => deal.source],
          ['Sales Stage', stageByOutcome('Identifying Decision Makers')],
          ['Probability (%)', (deal) => percent(deal.probability)],
          ['Assigned User', (deal) => deal.owner],
          ['Date Created', (deal) => at(dayFirst(deal.created).replaceAll('/', '.'), ' 14:05')],
          ['Deleted', () => '0'],
        ],
        { delimiter: ';', newline: '\r\n', quoteAll: true },
      ),
      'latin1',
    ),
};

/** Labels of a list view, with the weighted and the converted amount beside the amount. */
const espocrm: Layout = {
  file: 'espocrm.csv',
  preset: 'espocrm',
  print: (deals) => print(deals, ESPOCRM, { delimiter: ',', newline: '\n', quoteAll: true }),
};

const ESPOCRM: Cells = [
  ['ID', (deal) => `65f0c1${deal.id.toLowerCase()}a2b3c`],
  ['Name', (deal) => `${deal.account} ${deal.id}`],
  ['Account', (deal) => deal.account],
  ['Stage', stageByOutcome('Proposal')],
  ['Amount', (deal) => deal.amount],
  ['Amount Currency', () => 'EUR'],
  ['Amount (converted)', (deal) => (deal.amount === '' ? '' : String(Number(deal.amount) * 1.1))],
  ['Amount Weighted', weighted],
  ['Probability, %', (deal) => percent(deal.probability)],
  ['Lead Source', (deal) => deal.source],
  ['Close Date', dualClose],
  ['Last Stage', () => 'Qualification'],
  ['Created At', (deal) => at(deal.created, ' 08:00')],
  ['Assigned User', (deal) => deal.owner],
];

/** Brazilian Portuguese, `;`, `2.500,50`, days first. */
const rdstation: Layout = {
  file: 'rdstation.csv',
  preset: 'rdstation',
  print: (deals) =>
    print(
      deals,
      [
        ['ID da negociação', (_, index) => `64b7f0c2e1d3a4000d${String(index + 10)}`],
        ['Nome da negociação', (deal) => `${deal.account} ${deal.id}`],
        ['Empresa', (deal) => deal.account],
        ['Etapa do funil de vendas', () => 'Proposta enviada'],
        ['Estado', (deal) => ({ won: 'Ganha', lost: 'Perdida', open: 'Em andamento' })[deal.outcome]],
        ['Responsável pela negociação', (deal) => deal.owner],
        ['Valor da negociação', (deal) => (deal.amount === '' ? '' : `R$ ${european(Number(deal.amount))}`)],
        ['Valor Recorrente', () => '1.000,00'],
        ['Probabilidade', (deal) => `${percent(deal.probability)}%`],
        ['Data de criação', (deal) => dayFirst(deal.created)],
        ['Data de fechamento', (deal) => dayFirst(deal.closed)],
        ['Previsão de fechamento', (deal) => dayFirst(deal.expected)],
        ['Fonte', (deal) => deal.source],
        ['Motivo de Perda', (deal) => (deal.outcome === 'lost' ? 'Preço' : '')],
      ],
      { delimiter: ';', newline: '\r\n' },
    ),
};

export const CRM_LAYOUTS: readonly Layout[] = [
  zoho,
  dynamics,
  odoo,
  bitrix24,
  freshsales,
  close,
  copper,
  monday,
  suitecrm,
  espocrm,
  rdstation,
];
