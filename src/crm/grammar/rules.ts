import type { Meaning } from './meaning.js';

/** How a field's header is made: each of `need` by a word of its own; the others may stand beside, any number of times. */
export interface HeaderRule {
  readonly field: string;
  readonly need: readonly (readonly Meaning[])[];
  readonly may: ReadonlySet<Meaning>;
  readonly score: number;
  /** The header says an id; the field holds words. A column of numbers is not taken. */
  readonly words: boolean;
}

/** A name that says the field and nothing else. */
export const CLEAN = 0.89;
/** An amount: as near to the known names as to be a tie with them, for which of two amounts counts is for a person. */
const AMOUNT = 0.9;
/** Says the field among other things. */
const FAIR = 0.86;
/** The field where nothing better is there. */
const WEAK = 0.82;

const DEAL = 'deal sale record name';
const WHEN = 'date time at';

/** `need`: one word for each, alternatives joined by `|`. */
function rule(field: string, score: number, need: string, may = '', words = false): HeaderRule {
  return {
    field,
    score,
    need: need.split(' ').map((slot) => slot.split('|') as Meaning[]),
    may: new Set([...may.split(' '), ...need.split(/[ |]/), 'neutral'] as Meaning[]),
    words,
  };
}

const BESIDE_AMOUNT = 'deal sale convert sold total final actual ours unit gross contract quote product';

/** More specific names first. */
export const DEAL_RULES: readonly HeaderRule[] = [
  rule('id', CLEAN, 'deal id', 'record sale'),
  rule('id', CLEAN, 'record id'),
  rule('id', WEAK, 'sale id', 'record'),
  rule('name', CLEAN, 'deal name|title', 'sale'),
  rule('name', FAIR, 'title', 'sale'),
  rule('name', 0.84, 'deal', 'sale'),
  rule('name', WEAK, 'name', 'record'),
  rule('account', CLEAN, 'account', 'deal sale name'),
  rule('account', WEAK, 'account contact', 'name id'),
  rule('account_id', CLEAN, 'account id', 'deal sale name record'),
  rule('contact', CLEAN, 'contact', 'deal sale account name'),
  rule('contact', WEAK, 'contact id', 'deal record'),
  rule('contact_email', CLEAN, 'email', 'contact account deal lead'),
  rule('contact_phone', CLEAN, 'phone', 'contact account deal id lead'),
  rule('owner', CLEAN, 'owner', `${DEAL} user manager`),
  rule('owner', 0.84, 'owner id|email', `${DEAL} user manager`),
  rule('owner', WEAK, 'manager|user name|id|deal|sale', `${DEAL} id`),
  rule('owner', WEAK, 'manager', DEAL),
  rule('stage', CLEAN, 'stage', `${DEAL} pipeline text`),
  rule('stage', 0.84, 'stage', `${DEAL} pipeline text type final last status`),
  rule('stage', WEAK, 'stage id', `${DEAL} pipeline`, true),
  rule('stage', WEAK, 'step', DEAL),
  rule('status', CLEAN, 'status', `${DEAL} text final`),
  rule('status', CLEAN, 'won lost', `${DEAL} status final`),
  rule('status', 0.84, 'status', `${DEAL} pipeline text close closed won final actual type last`),
  rule('status', WEAK, 'status quote', `${DEAL} text final`),
  rule('status', WEAK, 'status id', `${DEAL} final`, true),
  rule('is_won', CLEAN, 'won flag', `${DEAL} close closed status`),
  rule('is_won', 0.88, 'won deal|sale|close|closed', DEAL),
  rule('is_won', 0.84, 'won'),
  rule('is_closed', CLEAN, 'close|closed flag', `${DEAL} status`),
  rule('is_closed', FAIR, 'closed deal|sale', DEAL),
  rule('is_closed', 0.84, 'closed'),
  rule('pipeline', CLEAN, 'pipeline', 'deal sale name text'),
  rule('pipeline', WEAK, 'pipeline id', 'deal sale record', true),
  rule('amount', AMOUNT, 'deal amount|price', BESIDE_AMOUNT),
  rule('amount', AMOUNT, 'amount', 'sale total final actual ours unit gross convert'),
  rule('amount', 0.88, 'contract|quote amount|price', `${BESIDE_AMOUNT} monthly annual`),
  rule('amount', 0.88, 'arr', `${BESIDE_AMOUNT} amount size`),
  rule('amount', 0.87, 'deal|sale|contract|quote size', `${BESIDE_AMOUNT}`),
  rule('amount', FAIR, 'price sale|sold|final|total', BESIDE_AMOUNT),
  rule('amount', FAIR, 'annual amount contract|deal|recurring|quote', BESIDE_AMOUNT),
  rule('amount', FAIR, 'close|closed|won|sold|order amount', BESIDE_AMOUNT),
  rule('amount', 0.84, 'recurring amount', BESIDE_AMOUNT),
  rule('amount', 0.84, 'pipeline amount', BESIDE_AMOUNT),
  rule('amount', 0.83, 'sale|deal|contract|quote|order total', 'ours unit gross final'),
  rule('amount', 0.83, 'total', 'ours unit gross final'),
  rule('amount', WEAK, 'expect amount|price|arr|size|mrr', `${BESIDE_AMOUNT} annual recurring close order`),
  rule('amount', WEAK, 'expect total', 'sale deal ours unit gross'),
  rule('amount', WEAK, 'monthly amount|price contract|deal|recurring|quote', BESIDE_AMOUNT),
  rule('amount', WEAK, 'mrr', `${BESIDE_AMOUNT} amount`),
  rule('amount', WEAK, 'budget', `${BESIDE_AMOUNT} amount`),
  rule('amount', WEAK, 'deal unit', 'ours'),
  rule('currency', CLEAN, 'currency', 'deal sale amount id name price'),
  rule('currency', 0.84, 'ours'),
  rule('probability', CLEAN, 'probability', 'deal sale won close closed sign stage percent expect'),
  rule('probability', 0.84, 'won|close percent', 'deal sale'),
  rule('stage_changed_at', CLEAN, 'stage change|modify|enter|since', `${DEAL} ${WHEN} last pipeline`),
  rule('stage_changed_at', WEAK, 'stage date', DEAL),
  rule('expected_close', CLEAN, 'expect|target|due close|closed|won|sign', `${DEAL} ${WHEN} order contract quote`),
  rule('expected_close', FAIR, 'expect|target date', `${DEAL} order contract time`),
  rule('expected_close', WEAK, 'due date', DEAL),
  rule('expected_close', WEAK, 'due', DEAL),
  rule('won_at', CLEAN, 'won date|time|at', `${DEAL} close closed actual`),
  rule('won_at', 0.84, 'won', DEAL),
  rule('lost_at', CLEAN, 'lost date|time|at', `${DEAL} close closed actual`),
  rule('lost_at', 0.84, 'lost', DEAL),
  rule('closed_at', CLEAN, 'actual|final close|closed', `${DEAL} ${WHEN}`),
  rule('closed_at', CLEAN, 'won lost date|time|at', `${DEAL} close closed actual`),
  rule('closed_at', CLEAN, 'closed date|time|at', DEAL),
  rule('closed_at', CLEAN, 'won lost date|time|at', `${DEAL} close closed`),
  rule('closed_at', 0.84, 'closed', DEAL),
  rule('close_date', CLEAN, 'close date|time|at', DEAL),
  rule('close_date', FAIR, 'close', DEAL),
  rule('close_date', WEAK, 'contract|sale|sign date', `${DEAL} contract`),
  rule('created_at', CLEAN, 'create date|time|at', DEAL),
  rule('created_at', FAIR, 'create', DEAL),
  rule('created_at', WEAK, 'signup date|time|at', DEAL),
  rule('created_at', WEAK, 'begin date|time|at', DEAL),
  rule('last_activity', CLEAN, 'last activity', `${DEAL} ${WHEN}`),
  rule('next_activity', CLEAN, 'next activity', `${DEAL} ${WHEN}`),
  rule('modified_at', CLEAN, 'modify date|time|at|last', `${DEAL} ${WHEN}`),
  rule('modified_at', FAIR, 'modify', DEAL),
  rule('source', CLEAN, 'source', 'deal sale lead first name channel'),
  rule('source', FAIR, 'source type|signup|text', 'deal sale lead first name channel'),
  rule('source', 0.84, 'channel', 'sale lead signup deal name'),
  rule('type', CLEAN, 'type deal|sale'),
  rule('type', 0.84, 'category deal|sale'),
  rule('type', FAIR, 'type'),
  rule('lost_reason', CLEAN, 'reason lost|cancel', `${DEAL} close closed won`),
  rule('lost_reason', 0.88, 'reason close|closed', DEAL),
  rule('lost_reason', FAIR, 'reason lost|cancel|close|closed', `${DEAL} text close closed lost cancel`),
  rule('lost_reason', WEAK, 'reason', 'deal sale'),
  rule('won_reason', CLEAN, 'reason won', `${DEAL} close closed text`),
  rule('product', CLEAN, 'product', 'deal sale name'),
  rule('lead_id', CLEAN, 'lead id', 'convert first record'),
];

export const LEAD_RULES: readonly HeaderRule[] = [
  rule('id', CLEAN, 'lead id', 'record'),
  rule('name', CLEAN, 'lead name'),
  rule('name', FAIR, 'contact name'),
  rule('name', WEAK, 'name'),
  rule('name', WEAK, 'lead'),
  rule('company', CLEAN, 'account', 'name lead'),
  rule('email', CLEAN, 'email', 'lead contact account'),
  rule('status', CLEAN, 'status|stage', 'lead text name'),
  rule('source', CLEAN, 'source', 'lead first name channel'),
  rule('source', FAIR, 'source type|signup|text', 'lead first name channel'),
  rule('source', 0.84, 'channel', 'lead signup name'),
  rule('owner', CLEAN, 'owner', 'lead sale name user manager'),
  rule('owner', 0.84, 'owner id|email', 'lead sale name user'),
  rule('created_at', CLEAN, 'create|signup date|time|at', 'lead record'),
  rule('created_at', FAIR, 'create|signup', 'lead record'),
  rule('created_at', 0.84, 'lead date'),
  rule('converted', CLEAN, 'convert', 'lead flag'),
  rule('converted_at', CLEAN, 'convert date|time|at', 'lead'),
  rule('converted_deal_id', CLEAN, 'deal id', 'convert record'),
];

const OF_CUSTOMER = 'account contract record';

export const CUSTOMER_RULES: readonly HeaderRule[] = [
  rule('id', CLEAN, 'account id', 'record'),
  rule('name', CLEAN, 'account name'),
  rule('name', FAIR, 'account'),
  rule('name', WEAK, 'name'),
  rule('started_at', CLEAN, 'begin|since account|contract', `${WHEN} ${OF_CUSTOMER} first`),
  rule('started_at', FAIR, 'begin|since', WHEN),
  rule('ended_at', CLEAN, 'end account|contract', `${WHEN} ${OF_CUSTOMER}`),
  rule('ended_at', FAIR, 'end date|time|at', OF_CUSTOMER),
  rule('created_at', CLEAN, 'create|signup date|time|at', OF_CUSTOMER),
  rule('created_at', FAIR, 'create|signup', OF_CUSTOMER),
  rule('owner', CLEAN, 'owner', 'account sale name user manager'),
  rule('owner', 0.84, 'owner id|email', 'account sale name user'),
  rule('industry', CLEAN, 'industry', 'account name'),
  rule('country', CLEAN, 'country', 'account name'),
  rule('type', CLEAN, 'type', 'account'),
];

const ORDERED = 'order sale deal';

export const ORDER_RULES: readonly HeaderRule[] = [
  rule('id', CLEAN, 'order id', 'sale record'),
  rule('id', FAIR, 'sale id', 'record'),
  rule('id', WEAK, 'order'),
  rule('customer', CLEAN, 'account', 'name order'),
  rule('customer', WEAK, 'contact name'),
  // Shops know who buys by the address: the customer where nothing else names one.
  rule('customer', 0.85, 'account email'),
  rule('customer_id', CLEAN, 'account id', 'contact order record'),
  rule('ordered_at', CLEAN, 'order|sale date|time|at', 'create record'),
  rule('ordered_at', FAIR, 'create date|time|at', 'order sale record'),
  rule('ordered_at', 0.84, 'date', 'time'),
  rule('amount', AMOUNT, 'total amount|paid', `${ORDERED} amount final paid ours unit gross`),
  rule('amount', 0.89, 'order|sale|sold|paid amount', `${ORDERED} sold final paid ours unit gross`),
  rule('amount', 0.88, 'amount', 'final ours unit gross'),
  rule('amount', FAIR, 'total', `${ORDERED} final ours unit gross price`),
  rule('amount', WEAK, 'product amount', `${ORDERED} ours unit gross`),
  rule('quantity', CLEAN, 'quantity', `${ORDERED} product sold`),
  rule('unit_price', CLEAN, 'price each', `${ORDERED} product ours unit gross`),
  rule('unit_price', FAIR, 'price', 'product ours unit gross sale'),
  rule('currency', CLEAN, 'currency', `${ORDERED} amount id name price`),
  rule('product', CLEAN, 'product', 'name text'),
];
