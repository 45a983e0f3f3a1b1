// The core figures with DuckDB: the file is read once into a table of the columns needed, then asked in SQL. Column types
// are told, not guessed, and rows may come in any order, which is its fastest way.
// usage: node bench/peers/duckdb.js FILE | --version
import { DuckDBInstance, version } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
if (file === '--version') {
  console.log(`DuckDB ${version().replace(/^v/, '')}`);
  process.exit();
}

const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
const connection = await instance.connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();

await connection.run(`
  CREATE TABLE deals AS
  SELECT "Account Name" AS account, "Owner" AS owner, "Created Date" AS created, "Closed Date" AS closed,
    CASE "Stage" WHEN 'Closed Won' THEN 'won' WHEN 'Closed Lost' THEN 'lost' ELSE 'open' END AS outcome,
    CAST(replace(replace("Amount", '$', ''), ',', '') AS DECIMAL(18, 2)) AS amount
  FROM read_csv('${file.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'Deal ID': 'VARCHAR', 'Deal Name': 'VARCHAR', 'Account Name': 'VARCHAR', 'Owner': 'VARCHAR', 'Region': 'VARCHAR',
    'Source': 'VARCHAR', 'Stage': 'VARCHAR', 'Amount': 'VARCHAR', 'Currency': 'VARCHAR', 'Probability': 'INTEGER',
    'Created Date': 'DATE', 'Closed Date': 'DATE', 'Expected Close Date': 'DATE', 'Notes': 'VARCHAR'})`);

const [figures] = await rows(`
  SELECT count(*)::INT AS records,
    count(*) FILTER (outcome = 'won')::INT AS won,
    count(*) FILTER (outcome = 'lost')::INT AS lost,
    count(*) FILTER (outcome = 'open')::INT AS open,
    won / (won + lost) AS "winRate",
    sum(amount) FILTER (outcome = 'won')::VARCHAR AS revenue,
    revenue::DOUBLE / count(amount) FILTER (outcome = 'won') AS "meanDeal",
    avg(closed - created) FILTER (outcome = 'won') AS "meanCycle",
    median(closed - created) FILTER (outcome = 'won') AS "medianCycle"
  FROM deals`);
const months = await rows(`
  SELECT strftime(closed, '%Y-%m') AS month, sum(amount)::VARCHAR AS revenue
  FROM deals WHERE outcome = 'won' GROUP BY month ORDER BY month`);
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
    revenue: Number(figures.revenue),
    months: Object.fromEntries(months.map(({ month, revenue }) => [month, Number(revenue)])),
    owners: Object.fromEntries(owners.map(({ owner, won, closed }) => [owner, [won, closed]])),
  }),
);
