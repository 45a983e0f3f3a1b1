/**
 * Why a value is null, a rule was not run, or a record was left out of a figure: clauses, by the codes of the JSON
 * contract. The English catalogue says which there are; a language that lacks one does not compile.
 */
export const REASONS = {
  // a value is null because …
  no_deals: 'no deals',
  no_closed_deals: 'no deals closed',
  no_won_deals: 'no deals won',
  no_created_deals: 'no deals created',
  no_open_deals: 'no open deals',
  no_lost_deals_in_file: 'the file holds no lost deals (a filtered export?), so a win rate would say 100 %',
  no_won_deals_in_file: 'the file holds no won deals (a filtered export?), so a win rate would say 0 %',
  lost_deals_unpriced:
    'under 20 % of the lost deals carry an amount, so a rate by value would be near 100 % by construction',
  no_priced_deals: 'no deal in question has an amount',
  no_dated_deals: 'no deal in question has both dates',
  no_leads: 'no leads given',
  no_lead_outcome: 'the leads neither say whether they converted nor link to deals',
  no_customers: 'no customer with a won deal',
  no_customers_at_start: 'no active customers at the start',
  no_probability: 'no open deal has a probability',
  no_customer_dates: 'no customers with a first and a last day, and no subscriptions',
  no_subscriptions: 'no subscriptions given',
  no_priced_subscriptions: 'no subscription in question has a price',
  no_mrr_at_start: 'nobody paid a subscription at the start',
  no_end_dates: 'no column says when a subscription ended',
  period_not_begun: 'the period begins after the data ends',
  nobody_ended: 'no customer ended, so nothing tells how long one stays',
  outside_data: 'the data does not reach this period',
  insufficient_history: 'the data does not reach back two whole retention windows',
  zero_amounts: 'the amounts in question add up to 0',
  overwritten_at_closing: 'some of the deals open then have closed since, and closing overwrote what was known of them',
  not_by_group: 'leads, orders and subscriptions cannot be split by a field of the deals',
  mixed_currencies: 'several currencies and no rates',
  no_lost_deals: 'no deals lost',
  no_expected_close: 'no open deal in question has an expected close date',
  no_target: 'no revenue target is given (targets.revenue_won.min or quotas in the config)',
  target_of_all_deals: 'the revenue target is of all deals, and nobody said how much of it these are to bring',
  target_met: 'the target is met already',
  no_quotas: 'no quotas are given (quotas in the config)',
  no_quota_in_group: 'none of these owners has a quota',
  quota_in_parts: 'an owner has deals elsewhere too, and a quota cannot be split',
  no_earlier_period: 'the data does not cover the period before, or nobody bought in it',
  period_too_short: 'under 28 days are too short for a figure per year',
  under_a_year: 'the record of closings does not reach back a year',
  no_churn: 'no customer was lost, so churn does not tell a lifespan (clv.lifespan in the config sets it)',
  few_months: 'under three months are on record, too few to look ahead',
  few_won_deals: 'under ten deals with a closing date were won, too few to look ahead',
  few_past_months:
    'no past month can be forecast anew: that takes six months on record, three of them with closings, and ten wins before it',
  not_whole_months: 'the period does not consist of whole months from now on',
  no_probability_kept: 'under 20 closed deals carry a probability',
  amounts_entered_at_closing:
    'not all kinds of deals (won, lost, open) have amounts nearly throughout, as where they are entered on closing',
  probability_set_at_closing: 'closing sets the probability to 0 or 1, so what it was before is not in the file',
  few_won_cycles: 'under 10 won deals have both dates, too few to say what is long',
  filled_by_closing: 'closing fills or changes it, so it does not say which deals were alike while they were open',
  few_closings: 'under 10 won or 20 closed deals with both dates, too few to say what becomes of a deal',
  median_not_reached: 'fewer than half of the deals have closed by any age that the data shows',
  zero_cycle: 'the mean sales cycle is zero',
  purchases_too_short: 'the purchases reach back under 90 days, too short to tell who comes back',
  few_repeat_customers: 'under 50 customers have bought again, too few for a model of purchases',
  purchases_undetermined:
    'the purchases do not determine the model: a parameter ran to 0 or infinity (as where nobody leaves, or all buy alike)',
  purchases_vague: 'the purchases leave too much open: what is expected in a year is not known within a factor of ten',
  purchases_not_fitted: 'the search for the model of purchases did not converge',
  few_priced_repeat_customers: 'under 50 customers have repeat purchases with an amount above 0',
  spending_undetermined:
    'the amounts do not determine the model: a parameter ran to 0 or infinity (as where all purchases are worth the same)',
  spending_vague:
    'the amounts leave too much open: what a purchase is worth on average is not known within a factor of ten',
  spending_not_fitted: 'the search for the model of amounts did not converge',
  spending_without_mean: 'the amounts differ so much that the model of them has no mean (q ≤ 1)',
  no_model: 'no model could be fitted to these files',
  no_snapshot_date: 'no recorded date (created, closed, changed) says which day to measure at: --as-of DATE does',
  too_few_snapshots: 'three moves of a date take four exports that have it, or a column that counts them',
  no_earlier_export: 'no earlier export is given to compare with: --earlier FILE names one',
  nothing_compared: 'nothing is compared: a second export (kpi compare), or --period with one before it, is missing',
  exports_undated: 'nothing tells on which days the exports were taken (--taken says them)',
  no_days_between: 'the exports show the same day, so there are no days between them',
  nothing_due: 'no deal that was open then was expected to close in these days',
  no_probability_due: 'no deal that was due has both an amount and a probability',
  few_days_between: 'under a week lies between the exports, too few days to hold a forecast against',
  exports_far_apart: 'over three years lie between the exports, further than a forecast looks ahead',
  nothing_to_explain: 'no main figure is compared with an earlier one: the files do not tell both periods',
  // a rule was not run because …
  no_earlier_run: 'no earlier passing run to compare with (--run-history keeps them)',
  no_applicable_records: 'no record that the rule applies to',
  whole_files: 'it is about whole files, and --where leaves deals out',
  invalid_setting: 'its settings cannot be used',
  // a record is left out because …
  undated_closed: 'closed without a close date',
  undated_created: 'without a creation date',
  stage_unknown: 'without a known stage on its way',
  unpriced: 'without an amount',
  negative_amount: 'negative amount (credit)',
  closed_before_created: 'closed before it was created',
  without_customer: 'without a customer',
  without_probability: 'without a probability',
  without_expected_close: 'without an expected close date',
  without_quota: 'of an owner without a quota',
  closed_since: 'closed after the snapshot, so the file no longer says what was known of it then',
  after_snapshot: 'after the snapshot',
  not_paying: 'in a trial, paused or not begun',
  ended_undated: 'ended on a day that is not known',
  undated_start: 'without a first day',
  ended_before_start: 'ended before it began',
  free_of_charge: 'free of charge',
  outcome_excluded: 'outcome neither won, lost nor open',
} as const;

/** Reasons in the few words that stand behind the title of a figure, where a kind of reason is named before. */
export const SHORT_REASONS = {
  no_leads: 'leads',
  no_lead_outcome: 'what became of the leads',
  no_subscriptions: 'subscriptions',
  no_customer_dates: 'first and last days of customers',
  no_probability: 'probabilities',
  no_expected_close: 'expected close dates',
  no_priced_deals: 'amounts',
  no_dated_deals: 'both dates',
  no_target: 'targets.revenue_won.min or quotas in the config',
  no_quotas: 'quotas in the config',
  no_earlier_period: 'the period before',
  insufficient_history: 'two retention windows',
  under_a_year: 'a year of closings',
  period_too_short: '28 days',
  few_won_cycles: '10 won deals with both dates',
  few_closings: '10 won and 20 closed deals with both dates',
  purchases_too_short: '90 days of purchases',
  few_repeat_customers: '50 customers who bought again',
  few_priced_repeat_customers: '50 customers with priced repeat purchases',
  lost_deals_unpriced: 'hardly any lost deal carries an amount',
  no_lost_deals_in_file: 'the file holds no lost deals',
  no_won_deals_in_file: 'the file holds no won deals',
  overwritten_at_closing: 'deals open then have closed since, with other amounts or dates',
} as const;

/** Why nobody can say whether more than chance stands behind a change. */
export const NO_VERDICT = {
  no_test: 'a count, a sum or a product, which has no test',
  few_records: 'too few records to tell',
  cumulative: 'a figure to date, which goes on from where it stood',
  shared_records: 'the same records or customers stand on both sides',
  judged_as_share: 'a count, judged by its share of the open deals',
  unequal_age: 'the older deals had more time to be won',
  rhythm_of_quarter: 'the months of a quarter differ in this file, and these two are not the same part of one',
} as const;

/** Fields that are made of several columns or go by other words than their name; the others are English words already. */
export const FIELD_WORDS = {
  outcome: 'the stage or status',
  customer: 'the account',
  closed_at: 'the close date',
  created_at: 'the creation date',
  expected_close: 'the expected close date',
  amount: 'the amount',
  lost_reason: 'the reason of loss',
  owner: 'the owner',
  next_activity: 'the next activity',
  probability: 'the probability',
} as const;

/** Files by what they hold. */
export const ROLE_WORDS = {
  deals: 'deals',
  customers: 'customers',
  leads: 'leads',
  orders: 'orders',
} as const;

/** That the files lack a field, or a file. */
export const LACKS = {
  field: (field: string) => `the file has no column for ${field}`,
  file: (files: string) => `no file of ${files} was given`,
} as const;
