// The core figures with DuckDB: the file is read once into a table of the columns needed, then asked in SQL. Column types
// are told, not guessed, and rows may come in any order, which is its fastest way. Days are read off time stamps, an amount
// that is no number is missing, and the column says the currency, whatever sign an amount has. `--distinct` counts rows that
// are equal in every cell once, as the program does; it is left out where all differ.
// usage: node bench/peers/duckdb.js FILE [--distinct] | --version
import { DuckDBInstance, version } from '@duckdb/node-api';

const [file, distinct] = process.argv.slice(2);
if (file === '--version') {
  console.log(`DuckDB ${version().replace(/^v/, '')}`);
  process.exit();
}

const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
const connection = await instance.connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();

const csv = `read_csv('${file.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', escape = '"', columns = {
  'Deal ID': 'VARCHAR', 'Deal Name': 'VARCHAR', 'Account Name': 'VARCHAR', 'Owner': 'VARCHAR', 'Region': 'VARCHAR',
  'Source': 'VARCHAR', 'Stage': 'VARCHAR', 'Amount': 'VARCHAR', 'Currency': 'VARCHAR', 'Probability': 'INTEGER',
  'Created Date': 'TIMESTAMP', 'Closed Date': 'TIMESTAMP', 'Expected Close Date': 'DATE', 'Notes': 'VARCHAR'})`;
await connection.run(`
  CREATE TABLE deals AS
  SELECT "Account Name" AS account, coalesce("Owner", '') AS owner, "Currency" AS currency,
    "Created Date"::DATE AS created, "Closed Date"::DATE AS closed,
    CASE "Stage" WHEN 'Closed Won' THEN 'won' WHEN 'Closed Lost' THEN 'lost' ELSE 'open' END AS outcome,
    TRY_CAST(replace(replace("Amount", '$', ''), ',', '') AS DECIMAL(18, 2)) AS amount
  FROM ${distinct === '--distinct' ? `(SELECT DISTINCT * FROM ${csv})` : csv}`);

const [figures] = await rows(`
  SELECT count(*)::INT AS records,
    count(*) FILTER (outcome = 'won')::INT AS won,
    count(*) FILTER (outcome = 'lost')::INT AS lost,
    count(*) FILTER (outcome = 'open')::INT AS open,
    won / (won + lost) AS "winRate",
    avg(closed - created) FILTER (outcome = 'won') AS "meanCycle",
    median(closed - created) FILTER (outcome = 'won') AS "medianCycle"
  FROM deals`);
const money = await rows(`
  SELECT currency, sum(amount)::DOUBLE AS revenue, revenue / count(amount) AS mean
  FROM deals WHERE outcome = 'won' AND amount IS NOT NULL GROUP BY currency`);
const months = await rows(`
  SELECT strftime(date_trunc('month', closed), '%Y-%m') AS month, currency, sum(amount)::DOUBLE AS revenue
  FROM deals WHERE outcome = 'won' AND amount IS NOT NULL GROUP BY date_trunc('month', closed), currency`);
const owners = await rows(`
  SELECT owner, count(*) FILTER (outcome = 'won')::INT AS won, count(*)::INT AS closed
  FROM deals WHERE outcome <> 'open' GROUP BY owner`);
const [customers] = await rows(`
  SELECT count(*)::INT AS customers, count(*) FILTER (wins > 1)::INT / count(*) AS "repeatRate"
  FROM (SELECT count(*) AS wins FROM deals WHERE outcome = 'won' GROUP BY account)`);

console.log(
  JSON.stringify({
    ...figures,
    ...customers,
    revenue: Object.fromEntries(money.map(({ currency, revenue }) => [currency, revenue])),
    meanDeal: Object.fromEntries(money.map(({ currency, mean }) => [currency, mean])),
    months: Object.fromEntries(months.map(({ month, currency, revenue }) => [`${month} ${currency}`, revenue])),
    owners: Object.fromEntries(owners.map(({ owner, won, closed }) => [owner, [won, closed]])),
  }),
);
