import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/crm/recognize.js';
import { looksLikeDatedCustomers } from '../../src/crm/subscription-log.js';

const roleOf = (header: string): string => recognize(header.split(',')).role;

describe('a table of subscriptions is one', () => {
  it.each([
    'subscription_id,customer_id,plan,monthly_price,start_date,end_date,status,created_at',
    'Subscription ID,Customer,MRR,Start Date,Churn Date',
    'Customer,Plan,MRR,Started,Cancelled At,Status',
    'Account,ARR,Start Date,End Date',
    'id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),Canceled At (UTC),Ended At (UTC)',
    'Member,Membership Type,Price,Billing Cycle,Join Date,Expiry Date,Status',
    'customer_name,tier,seats,price_per_seat,billing_period,start_date,cancel_date,state',
    'Kunde,Abo ID,Tarif,Monatspreis,Beginn,Kündigungsdatum,Status',
    'Client,Formule,Prix mensuel,Date de début,Date de résiliation,Statut',
    'Cliente,Plan,Cuota mensual,Fecha de inicio,Fecha de baja,Estado',
    'Cliente,Plano,Mensalidade,Data de início,Data de cancelamento,Status',
    'مشتری,طرح,مبلغ ماهانه,تاریخ شروع,تاریخ پایان,وضعیت',
    '客户,套餐,月费,开始日期,结束日期,状态',
    'Contract ID,Customer,Start Date,End Date,Status',
  ])('%s', (header) => {
    expect(roleOf(header)).toBe('subscriptions');
  });
});

describe('customers with their first and last day are customers', () => {
  it.each([
    'customer_id,company_name,start_date,end_date,status',
    'Customer,Customer since,Churn date',
    'Account Name,Start Date,Cancellation Date',
    'Client ID,Started On,Ended On,Country',
    'Kunde,Kunde seit,Vertragsende',
    'کد مشتری,نام مشتری,تاریخ شروع,تاریخ پایان',
  ])('%s', (header) => {
    expect(roleOf(header)).toBe('customers');
  });
});

describe('what has the days of a contract beside its own stays what it is', () => {
  it.each([
    ['Deal ID,Account,Stage,Amount,Contract Start,Contract End,Renewal Date', 'deals'],
    ['Opportunity Name,Account Name,Stage,MRR,Subscription Start Date,Subscription End Date,Close Date', 'deals'],
    ['Deal Name,Plan,Monthly Price,Start Date,End Date,Status', 'deals'],
    ['ID,Account,Stage,ARR,Start Date,End Date,Close Date,Probability', 'deals'],
    ['Order ID,Customer,Order Date,Amount,Subscription', 'orders'],
    ['Invoice No,Customer ID,Invoice Date,Quantity,Unit Price,Description', 'orders'],
    ['Account Name,Industry,Country,Owner', 'customers'],
    ['Account Name,Annual Revenue,Industry,Contract Start Date,Contract End Date', 'customers'],
    ['Lead ID,Company,Lead Status,Created Date,Converted', 'leads'],
  ])('%s: %s', (header, role) => {
    expect(roleOf(header)).toBe(role);
  });

  it.each([
    'Project,Client,Start Date,End Date,Status',
    'Team,Region,Quota',
    'Contract ID,Customer,Contract Value,Start Date,End Date,Status',
    'Account,Total Value,Start Date,End Date,Status',
  ])('%s is neither', (header) => {
    expect(['subscriptions', 'customers']).not.toContain(roleOf(header));
  });
});

it.each([
  'Campaign,Client,Start Date,End Date',
  'Booking No,Customer,From,To,Price',
  'Account Name,Annual Revenue,Contract Start Date,Contract End Date',
])('%s is not sure enough to be customers without a word of the user', (header) => {
  expect(looksLikeDatedCustomers(header.split(','))).toBe(false);
});
