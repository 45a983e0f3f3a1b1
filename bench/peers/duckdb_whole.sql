-- The default report of deals in SQL, one table, every statement one question: `-- answer: NAME` says what its rows are; a
-- column `key` or `last` tells rows apart. The variable `file` names the CSV. Notes are not kept, nor searched for damage.

CREATE MACRO wilson(k, n) AS {
  'low': (k / n + 1.9207294103470622 / n - 1.959963984540054 * sqrt(k / n * (1 - k / n) / n + 0.9603647051735311 / n ** 2)) / (1 + 3.8414588206941245 / n),
  'high': (k / n + 1.9207294103470622 / n + 1.959963984540054 * sqrt(k / n * (1 - k / n) / n + 0.9603647051735311 / n ** 2)) / (1 + 3.8414588206941245 / n)};
CREATE MACRO share(k, n) AS {'value': k / n, 'n': n, 'numerator': k, 'denominator': n, 'interval': wilson(k, n)};
CREATE MACRO spread(x) AS {
  'mean': avg(x), 'sd': stddev_samp(x), 'min': min(x), 'max': max(x), 'p25': quantile_cont(x, [0.25, 0.5, 0.75, 0.9])[1],
  'median': quantile_cont(x, [0.25, 0.5, 0.75, 0.9])[2], 'p75': quantile_cont(x, [0.25, 0.5, 0.75, 0.9])[3],
  'p90': quantile_cont(x, [0.25, 0.5, 0.75, 0.9])[4]};
CREATE MACRO quarter_of(day) AS strftime(day, '%Y-Q') || quarter(day);
CREATE MACRO damaged(x) AS contains(x, '�') OR contains(x, 'Ã');
CREATE MACRO formula(x) AS ascii(x) IN (43, 45, 61, 64);

CREATE TYPE state AS ENUM ('won', 'lost', 'open');

-- The file, read once. Days are read off time stamps, an amount that is no number is missing, the column says the currency.
CREATE TABLE deals AS
SELECT "Deal ID" AS id, "Deal Name" AS name, "Account Name" AS account, "Owner" AS owner, "Region" AS region,
  "Source" AS source, "Stage" AS stage, "Currency" AS currency, "Probability" AS probability,
  "Created Date"::DATE AS created, "Closed Date"::DATE AS closed, "Expected Close Date" AS expected,
  CASE "Stage" WHEN 'Closed Won' THEN 'won' WHEN 'Closed Lost' THEN 'lost' ELSE 'open' END::state AS outcome,
  TRY_CAST(replace(replace("Amount", '$', ''), ',', '') AS DECIMAL(18, 2)) AS amount,
  starts_with("Amount", '$') AND "Currency" <> 'USD' AS conflict,
  damaged("Deal Name") OR damaged("Account Name") AS damage,
  formula("Deal Name") OR formula("Account Name") AS formula_like
FROM read_csv(getvariable('file'), header = true, delim = ',', quote = '"', escape = '"', columns = {
  'Deal ID': 'VARCHAR', 'Deal Name': 'VARCHAR', 'Account Name': 'VARCHAR', 'Owner': 'VARCHAR', 'Region': 'VARCHAR',
  'Source': 'VARCHAR', 'Stage': 'VARCHAR', 'Amount': 'VARCHAR', 'Currency': 'VARCHAR', 'Probability': 'INTEGER',
  'Created Date': 'TIMESTAMP', 'Closed Date': 'TIMESTAMP', 'Expected Close Date': 'DATE', 'Notes': 'VARCHAR'});
SET VARIABLE t = (SELECT greatest(max(created), max(closed)) FROM deals);

-- What most questions are answered from: the deals by outcome and currency, and by quarter of closing; customers' purchases.
CREATE TABLE totals AS
SELECT outcome, currency, count(*) AS n, count(amount) AS priced, coalesce(sum(amount), 0)::DOUBLE AS amount,
  sum(closed - created) AS days, sum(amount * probability)::DOUBLE / 100 AS weighted, count(probability) AS likely,
  count(*) FILTER (expected < getvariable('t')) AS overdue,
  coalesce(sum(amount) FILTER (expected < getvariable('t')), 0)::DOUBLE AS overdue_amount
FROM deals GROUP BY ALL;
CREATE TABLE quarters AS
SELECT date_trunc('quarter', closed) AS quarter, outcome, currency, count(*) AS n, count(amount) AS priced,
  sum(amount)::DOUBLE AS amount, sum(closed - created) AS days
FROM deals WHERE outcome <> 'open' GROUP BY ALL;
CREATE TABLE purchases AS
SELECT account, currency, date_trunc('quarter', closed) AS quarter, count(*) AS n, count(amount) AS priced,
  coalesce(sum(amount), 0) AS amount, min(closed) AS first,
  count(*) FILTER (closed > getvariable('t') - 365) AS n_now,
  count(*) FILTER (closed BETWEEN getvariable('t') - 729 AND getvariable('t') - 365) AS n_before,
  coalesce(sum(amount) FILTER (closed > getvariable('t') - 365), 0) AS now,
  coalesce(sum(amount) FILTER (closed BETWEEN getvariable('t') - 729 AND getvariable('t') - 365), 0) AS before
FROM deals WHERE outcome = 'won' GROUP BY ALL;
CREATE TABLE accounts AS
SELECT account, currency, sum(n) AS n, sum(priced) AS priced, sum(amount)::DOUBLE AS amount, min(first) AS first,
  sum(n_now) AS n_now, sum(n_before) AS n_before, sum(now)::DOUBLE AS now, sum(before)::DOUBLE AS before
FROM purchases GROUP BY ALL;
CREATE TABLE customers AS
SELECT account, sum(n) AS n, min(first) AS first, sum(n_now) > 0 AS at_end, sum(n_before) > 0 AS at_start,
  sum(before) AS before
FROM accounts GROUP BY ALL;

-- answer: kpis
SELECT {'value': n, 'n': n} AS new_deals, {'value': won, 'n': won} AS won_deals, {'value': lost, 'n': lost} AS lost_deals,
  {'value': open, 'n': open} AS open_deals, share(won, won + lost) AS win_rate,
  struct_insert(share(won, n), details := {'resolved': (won + lost) / n, 'stillOpen': open}) AS cohort_conversion
FROM (SELECT sum(n) AS n, sum(n) FILTER (outcome = 'won') AS won, sum(n) FILTER (outcome = 'lost') AS lost,
  sum(n) FILTER (outcome = 'open') AS open FROM totals);
-- answer: kpis
SELECT CASE outcome WHEN 'won' THEN 'sales_cycle' ELSE 'sales_cycle_lost' END AS key,
  avg(closed - created) AS value, count(*) AS n, spread(closed - created) AS distribution
FROM deals WHERE outcome <> 'open' GROUP BY outcome;
-- answer: kpis
WITH money AS (
  SELECT currency, first(columns(* EXCLUDE (outcome, currency))) FILTER (outcome = 'won') AS 'won_\0',
    first(columns(* EXCLUDE (outcome, currency))) FILTER (outcome = 'lost') AS 'lost_\0',
    first(columns(* EXCLUDE (outcome, currency))) FILTER (outcome = 'open') AS 'open_\0'
  FROM totals GROUP BY currency)
SELECT currency AS last,
  {'value': won_amount / (won_amount + lost_amount), 'n': won_priced + lost_priced, 'numerator': won_amount,
    'denominator': won_amount + lost_amount, 'unpriced': won_n + lost_n - won_priced - lost_priced} AS win_rate_value,
  {'value': won_amount, 'n': won_priced, 'unpriced': won_n - won_priced} AS revenue_won,
  {'value': open_amount, 'n': open_priced, 'unpriced': open_n - open_priced} AS open_pipeline_value,
  {'value': open_weighted, 'n': open_priced, 'unpriced': open_n - open_priced} AS weighted_pipeline,
  {'value': open_overdue_amount, 'details': {'overdueDeals': open_overdue}} AS overdue_pipeline_value,
  {'value': open_n * won_n / (won_n + lost_n) * won_amount / won_priced / (won_days / won_n), 'n': open_n,
    'details': {'openDeals': open_n, 'winRate': won_n / (won_n + lost_n), 'avgDealSize': won_amount / won_priced,
      'salesCycle': won_days / won_n, 'closedDeals': won_n + lost_n,
      'closedVariant': won_n * won_amount / won_priced / (won_days / won_n)}} AS sales_velocity
FROM money;
-- answer: kpis.avg_deal_size
SELECT currency AS key, avg(amount::DOUBLE) AS value, count(amount) AS n, count(*) - count(amount) AS unpriced,
  spread(amount::DOUBLE) AS distribution
FROM deals WHERE outcome = 'won' GROUP BY currency;
-- answer: kpis
SELECT {'value': n, 'n': n} AS customers, {'value': n, 'n': n} AS new_customers,
  struct_insert(share(again, n), details := {'dealsPerCustomer': wins / n}) AS repeat_purchase_rate,
  struct_insert(share(kept, at_start), details := {'startCustomers': at_start, 'endCustomers': at_end, 'newCustomers': fresh,
    'returnedCustomers': at_end - fresh - kept, 'textbook': (at_end - fresh) / at_start}) AS customer_retention_rate,
  share(at_start - kept, at_start) AS churn_rate
FROM (SELECT count(*) AS n, sum(n) AS wins, count(*) FILTER (n > 1) AS again, count(*) FILTER (at_start) AS at_start,
  count(*) FILTER (at_end) AS at_end, count(*) FILTER (at_start AND at_end) AS kept,
  count(*) FILTER (at_end AND first > getvariable('t') - 365) AS fresh FROM customers);
-- answer: kpis.purchase_frequency
SELECT avg(n / years) AS value, count(*) AS n, spread(n / years) AS distribution,
  {'purchases': sum(n), 'customers': count(*), 'years': any_value(years)} AS details
FROM customers, (SELECT (getvariable('t') - min(first) + 1) / 365.25 AS years FROM customers);
-- answer: kpis.same_customer_revenue_ratio
SELECT currency AS key, sum(now) / sum(before) AS value, count(*) AS n, sum(now) AS numerator, sum(before) AS denominator,
  {'grr': sum(least(now, before)) / sum(before), 'stillBuying': count(*) FILTER (now > 0)} AS details
FROM accounts WHERE before > 0 GROUP BY currency;
-- answer: kpis.revenue_concentration
WITH ranked AS (
  SELECT currency, amount, count(*) OVER whole AS n, sum(amount) OVER whole AS total, row_number() OVER largest AS place,
    sum(amount) OVER (largest ROWS UNBOUNDED PRECEDING) - amount AS before
  FROM accounts WHERE priced > 0
  WINDOW whole AS (PARTITION BY currency), largest AS (PARTITION BY currency ORDER BY amount DESC))
SELECT currency AS key, sum(amount) FILTER (place <= 10) / any_value(total) AS value, count(*) AS n,
  any_value(total) AS denominator, {'customers': count(*), 'topCustomerShare': max(amount) / any_value(total),
    'hhi': sum((amount / total) ** 2) * 10000, 'effectiveCustomers': 1 / sum((amount / total) ** 2),
    'gini': sum((n + 1 - 2 * place) * amount) / any_value(n * total),
    'customersFor80': count(*) FILTER (before < 0.8 * total)} AS details
FROM ranked GROUP BY currency;
-- answer: kpis.revenue_concentration.ranking
SELECT currency || ' ' || row_number() OVER (PARTITION BY currency ORDER BY amount DESC) AS key, account AS name, priced AS n, amount
FROM accounts WHERE priced > 0 QUALIFY row_number() OVER (PARTITION BY currency ORDER BY amount DESC) <= 10;
-- answer: kpis.clv_historic
SELECT currency AS key, avg(amount) AS value, count(*) AS n, spread(amount) AS distribution
FROM accounts WHERE priced > 0 GROUP BY currency;
-- answer: kpis.clv_simple
SELECT currency AS key, size * often * span AS value, n,
  {'meanPurchase': size, 'purchasesPerYear': often, 'lifespanYears': span} AS details
FROM (SELECT currency, sum(priced) AS n, sum(amount) / sum(priced) AS size, sum(n_now) / count(*) FILTER (n_now > 0) AS often,
    365 / 365.25 / (count(*) FILTER (n_before > 0 AND n_now = 0) / count(*) FILTER (n_before > 0)) AS span
  FROM accounts GROUP BY currency);
SET VARIABLE cycles = (SELECT quantile_cont(closed - created, [0.5, 0.75, 0.9]) FROM deals WHERE outcome = 'won');
CREATE TABLE stalled AS SELECT * FROM deals WHERE outcome = 'open' AND getvariable('t') - created > getvariable('cycles')[3];
-- answer: kpis.stalled_deals
SELECT count(*) AS value, count(*) AS n, count(DISTINCT coalesce(owner, '')) AS "rankingTotal",
  {'older': count(*), 'oldAge': getvariable('cycles')[3]} AS details FROM stalled;
-- answer: kpis.stalled_deals.ranking
SELECT coalesce(owner, '') AS key, count(*) AS n FROM stalled GROUP BY key ORDER BY n DESC, key LIMIT 10;

-- answer: series
SELECT quarter_of(date_trunc('quarter', created)) AS last, {'value': count(*), 'n': count(*)} AS new_deals
FROM deals GROUP BY date_trunc('quarter', created);
-- answer: series
SELECT quarter_of(quarter) AS last, {'value': won, 'n': won} AS won_deals,
  {'value': won / (won + lost), 'n': won + lost, 'interval': wilson(won, won + lost)} AS win_rate,
  {'value': days / won, 'n': won} AS sales_cycle
FROM (SELECT quarter, sum(n) FILTER (outcome = 'won') AS won, sum(n) FILTER (outcome = 'lost') AS lost,
  sum(days) FILTER (outcome = 'won') AS days FROM quarters GROUP BY quarter);
-- answer: series
SELECT quarter_of(quarter) || '.' || currency AS last, {'value': amount, 'n': priced} AS revenue_won,
  {'value': amount / priced, 'n': priced} AS avg_deal_size
FROM quarters WHERE outcome = 'won' AND priced > 0;

-- answer: funnel
WITH stages(stage, place) AS (
  VALUES ('Qualification', 1), ('Needs Analysis', 2), ('Proposal', 3), ('Negotiation', 4), ('Closed Won', 5))
SELECT stage AS key, n AS open, sum(n) OVER (ORDER BY place DESC) AS entered, sum(n) OVER (ORDER BY place DESC) - n AS advanced
FROM (SELECT stage, place, count(*) AS n FROM deals JOIN stages USING (stage) GROUP BY ALL) QUALIFY stage <> 'Closed Won';
-- Bands of age: to what half, three quarters and nine tenths of the won deals took, in numbers that people speak of.
SET VARIABLE bands = (SELECT list(DISTINCT nearest) FROM (
  SELECT arg_min(age, abs(ln(age / cycle))) AS nearest
  FROM unnest([1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 150, 180, 240, 300, 365, 545, 730, 1095]) AS ages(age),
    unnest(getvariable('cycles')) AS cycles(cycle) GROUP BY cycle));
-- answer: pipeline
SELECT stage || '.' || band AS key, sum(n) AS n FROM (
  SELECT stage, len(list_filter(getvariable('bands'), lambda day: day <= getvariable('t') - created)) AS band, n
  FROM (SELECT stage, created, count(*) AS n FROM deals WHERE outcome = 'open' GROUP BY ALL))
GROUP BY stage, band;
-- answer: cycle
SELECT outcome || '.' || bin * 20 AS key, n
FROM (SELECT outcome, (closed - created) // 20 AS bin, count(*) AS n FROM deals WHERE outcome <> 'open' GROUP BY ALL);
-- answer: cohorts
WITH bought AS (SELECT DISTINCT account, date_trunc('quarter', customers.first) AS cohort, quarter
  FROM purchases JOIN customers USING (account)),
sizes AS (SELECT cohort, count(DISTINCT account) AS size FROM bought GROUP BY cohort)
SELECT quarter_of(cohort) || '.' || date_diff('quarter', cohort, quarter) AS key, count(*) / any_value(size) AS retained
FROM bought JOIN sizes USING (cohort) GROUP BY cohort, quarter;
-- answer: conversion
SELECT quarter_of(quarter) AS key, size, {
  '30': CASE WHEN last + 30 <= getvariable('t') THEN of_30 END, '60': CASE WHEN last + 60 <= getvariable('t') THEN of_60 END,
  '90': CASE WHEN last + 90 <= getvariable('t') THEN of_90 END, '120': CASE WHEN last + 120 <= getvariable('t') THEN of_120 END,
  '180': CASE WHEN last + 180 <= getvariable('t') THEN of_180 END, '270': CASE WHEN last + 270 <= getvariable('t') THEN of_270 END} AS won
FROM (SELECT date_trunc('quarter', created) AS quarter, last_day(quarter + INTERVAL 2 MONTH) AS last, count(*) AS size,
    count(*) FILTER (days <= 30) AS of_30, count(*) FILTER (days <= 60) AS of_60, count(*) FILTER (days <= 90) AS of_90,
    count(*) FILTER (days <= 120) AS of_120, count(*) FILTER (days <= 180) AS of_180, count(*) FILTER (days <= 270) AS of_270
  FROM (SELECT created, CASE outcome WHEN 'won' THEN closed - created END AS days FROM deals)
  GROUP BY quarter);

-- answer: insights.lapsed_customers
SELECT count(*) FILTER (NOT at_end) AS lapsed, count(*) AS active FROM customers WHERE at_start;
-- answer: lists.lapsed_customers
SELECT account, before AS amount FROM customers WHERE at_start AND NOT at_end ORDER BY before DESC LIMIT 3;
-- answer: actions
SELECT 'stalled' AS key, count(*) AS total, count(amount) AS priced FROM stalled
UNION ALL SELECT 'overdue', count(*), count(amount) FROM deals WHERE outcome = 'open' AND expected < getvariable('t');
-- answer: lists.stalled
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM stalled ORDER BY created LIMIT 10;
-- answer: lists.new_deals
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM deals ORDER BY amount DESC NULLS LAST LIMIT 5;
-- answer: lists.won_deals
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM deals WHERE outcome = 'won' ORDER BY amount DESC NULLS LAST LIMIT 5;
-- answer: lists.lost_deals
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM deals WHERE outcome = 'lost' ORDER BY amount DESC NULLS LAST LIMIT 5;
-- answer: lists.open_deals
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM deals WHERE outcome = 'open' ORDER BY amount DESC NULLS LAST LIMIT 5;
-- answer: lists.sales_cycle
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM deals WHERE outcome = 'won' ORDER BY closed - created DESC LIMIT 5;
-- answer: lists.sales_cycle_lost
SELECT id, name, owner, account, stage, amount, currency, created, closed, expected FROM deals WHERE outcome = 'lost' ORDER BY closed - created DESC LIMIT 5;

-- answer: rules
SELECT count(*) FILTER (id IS NULL) AS "deal.id_missing", count(*) FILTER (stage IS NULL) AS "deal.outcome_unknown",
  count(*) FILTER (outcome = 'won' AND amount IS NULL) AS "deal.won_without_amount",
  count(*) FILTER (outcome = 'open' AND amount IS NULL) AS "deal.open_without_amount",
  count(*) FILTER (outcome <> 'open' AND closed IS NULL) AS "deal.closed_without_close_date",
  count(*) FILTER (closed < created) AS "deal.close_before_create",
  count(*) FILTER (outcome = 'won' AND closed = created) AS "deal.same_day_close",
  count(*) FILTER (closed > getvariable('t')) AS "deal.closed_in_future",
  count(*) FILTER (least(created, closed, expected) < DATE '1990-01-01'
    OR greatest(created, closed, expected) > getvariable('t') + INTERVAL 10 YEAR) AS "date.out_of_range",
  count(*) FILTER (amount IS NOT NULL AND currency IS NULL) AS "currency.missing", count(*) FILTER (conflict) AS "currency.conflict",
  count(*) FILTER (currency NOT IN ('USD', 'EUR', 'GBP')) AS "currency.unknown",
  (count(DISTINCT currency) > 1)::INT AS "currency.mixed",
  count(*) FILTER (outcome = 'open' AND expected < getvariable('t')) AS "deal.open_past_close",
  count(*) FILTER (outcome = 'open' AND expected IS NULL) AS "deal.open_without_close_date",
  count(*) FILTER (owner IS NULL) AS "deal.owner_missing", count(*) FILTER (account IS NULL) AS "deal.account_missing",
  count(*) FILTER (created IS NULL) AS "deal.create_date_missing", count(*) FILTER (amount < 0) AS "deal.amount_negative",
  count(*) FILTER (outcome = 'won' AND amount = 0) AS "deal.won_with_zero_amount",
  count(*) FILTER (outcome = 'lost' AND amount = 0) AS "deal.lost_with_zero_amount",
  count(*) FILTER (CASE outcome WHEN 'won' THEN probability < 100 WHEN 'lost' THEN probability > 0 ELSE probability IN (0, 100) END)
    AS "deal.probability_stage_mismatch",
  count(*) FILTER (damage) AS "text.encoding_damage", count(*) FILTER (formula_like) AS "cell.formula_like",
  count(*) FILTER (id LIKE '%E+%') AS "id.excel_mangled"
FROM deals;
-- answer: rules
SELECT coalesce(sum(n) FILTER (accounts > 1), 0) AS "deal.id_reused", coalesce(sum(n - 1) FILTER (accounts = 1), 0) AS "deal.id_duplicate"
FROM (SELECT count(*) AS n, count(DISTINCT account) AS accounts FROM deals JOIN
  (SELECT id FROM deals GROUP BY id HAVING count(*) > 1) USING (id) GROUP BY id);
-- answer: rules
WITH logs AS (SELECT outcome, currency, ln(amount::DOUBLE) AS log FROM deals WHERE amount > 0),
centres AS (SELECT outcome, currency, median(log) AS centre FROM logs GROUP BY ALL HAVING count(*) >= 20),
spreads AS (SELECT outcome, currency, any_value(centre) AS centre, median(abs(log - centre)) AS mad
  FROM logs JOIN centres USING (outcome, currency) GROUP BY ALL)
SELECT count(*) FILTER (abs(log - centre) > 3.5 * mad / 0.6745) AS "deal.amount_outlier"
FROM logs JOIN spreads USING (outcome, currency) WHERE mad > 0;
-- answer: rules
SELECT count(*) FILTER (n > 10 AND n > 0.05 * lost) AS "deal.bulk_close"
FROM (SELECT count(*) AS n FROM deals WHERE outcome = 'lost' GROUP BY owner, closed),
  (SELECT sum(n) AS lost FROM totals WHERE outcome = 'lost');
-- answer: rules
SELECT count(*) FILTER (wins >= 10 AND late > 0.4 * amount) AS "owner.quarter_end_hero"
FROM (SELECT count(*) AS wins, sum(amount) AS amount, sum(amount) FILTER (date_trunc('quarter', created) = date_trunc('quarter', closed)
    AND date_trunc('quarter', created + 7) > date_trunc('quarter', created)) AS late
  FROM deals WHERE outcome = 'won' AND owner IS NOT NULL GROUP BY owner);
-- answer: rules
SELECT (max(n) > 0.1 * sum(n) AND max(n) >= 10 OR sum(n) FILTER (expected = last_day(expected)) > 0.3 * sum(n))::INT AS "date.month_end_default"
FROM (SELECT expected, count(*) AS n FROM deals WHERE outcome = 'open' GROUP BY expected);
-- answer: rules
SELECT (max(n) > 0.2 * sum(n))::INT AS "amount.round_default" FROM (SELECT count(*) AS n FROM deals WHERE amount <> 0 GROUP BY amount);
-- answer: rules
SELECT count(*) FILTER (gap > 1) AS "period.gap" FROM (SELECT date_diff('week', lag(week) OVER (ORDER BY week), week) AS gap
  FROM (SELECT DISTINCT date_trunc('week', created) AS week FROM deals));
-- answer: rules
SELECT sum(spellings - 1) AS "text.case_or_space_variants" FROM (
  SELECT count(*) AS spellings FROM (
    SELECT DISTINCT 'owner' AS field, owner AS value FROM deals WHERE owner IS NOT NULL UNION ALL SELECT DISTINCT 'region', region FROM deals
    UNION ALL SELECT DISTINCT 'source', source FROM deals UNION ALL SELECT DISTINCT 'stage', stage FROM deals)
  GROUP BY field, regexp_replace(lower(strip_accents(value)), '[^\pL\pN]', '', 'g'));
-- answer: rules
SELECT count(*) FILTER (regexp_matches(lower(account), '\b(asdf|qwerty|dummy|xxx)\b|^(test|demo|sample)( [a-z]+)?( \d+)?$'))
  AS "record.test_or_placeholder" FROM (SELECT DISTINCT account FROM deals);
-- answer: rules
SELECT (min(name) = max(name) OR min(account) = max(account) OR min(owner) = max(owner) OR min(region) = max(region) OR
    min(source) = max(source) OR min(stage) = max(stage) OR min(amount) = max(amount) OR min(created) = max(created))::INT AS "column.constant",
  (least(count(name), count(account), count(owner), count(region), count(source), count(amount), count(created)) < 0.1 * count(*))::INT
    AS "column.mostly_empty"
FROM deals;
