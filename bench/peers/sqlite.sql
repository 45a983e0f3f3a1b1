-- The core figures with the sqlite3 shell, after `.import --csv FILE deals`: every cell is text there. Days are the first
-- ten characters of a time stamp, an amount without a digit is missing.
CREATE TEMP TABLE wins AS
SELECT "Account Name" AS account, substr("Closed Date", 1, 7) AS month, "Currency" AS currency,
  CAST(julianday(substr("Closed Date", 1, 10)) - julianday(substr("Created Date", 1, 10)) AS INTEGER) AS cycle,
  CASE WHEN "Amount" GLOB '*[0-9]*'
    THEN CAST(round(CAST(replace(replace("Amount", '$', ''), ',', '') AS REAL) * 100) AS INTEGER) END AS cents
FROM deals WHERE "Stage" = 'Closed Won';

.mode list
.headers off
WITH
  counts AS (
    SELECT count(*) AS records, sum("Stage" = 'Closed Won') AS won, sum("Stage" = 'Closed Lost') AS lost FROM deals),
  cycles AS (SELECT avg(cycle) AS mean FROM wins),
  money AS (SELECT json_group_object(currency, sum) AS sums, json_group_object(currency, mean) AS means FROM (
    SELECT currency, sum(cents) / 100.0 AS sum, avg(cents) / 100.0 AS mean FROM wins WHERE cents IS NOT NULL GROUP BY currency)),
  ranked AS (SELECT cycle, row_number() OVER (ORDER BY cycle) AS place, count(*) OVER () AS n FROM wins),
  middle AS (SELECT avg(cycle) AS median FROM ranked WHERE place IN ((n + 1) / 2, (n + 2) / 2)),
  customers AS (SELECT count(*) AS n, sum(wins > 1) AS again FROM (SELECT count(*) AS wins FROM wins GROUP BY account)),
  months AS (SELECT json_group_object(month || ' ' || currency, sum) AS list FROM (
    SELECT month, currency, sum(cents) / 100.0 AS sum FROM wins WHERE cents IS NOT NULL GROUP BY month, currency)),
  owners AS (SELECT json_group_object(owner, json_array(won, closed)) AS list FROM (
    SELECT "Owner" AS owner, sum("Stage" = 'Closed Won') AS won, count(*) AS closed
    FROM deals WHERE "Stage" IN ('Closed Won', 'Closed Lost') GROUP BY "Owner"))
SELECT json_object('records', records, 'won', won, 'lost', lost, 'open', records - won - lost,
  'winRate', 1.0 * won / (won + lost), 'revenue', json(sums), 'meanDeal', json(means), 'meanCycle', cycles.mean, 'medianCycle', median,
  'customers', customers.n, 'repeatRate', 1.0 * again / customers.n,
  'months', json(months.list), 'owners', json(owners.list))
FROM counts, cycles, money, middle, customers, months, owners;
