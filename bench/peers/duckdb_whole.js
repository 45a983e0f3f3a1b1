// The default report with DuckDB: peers/duckdb_whole.sql, and the core figures out of its answers. Left to the program are
// what SQL has no word for: bootstrapped and t intervals, trends, sentences, and the rules about the file as such.
// usage: node bench/peers/duckdb_whole.js FILE | --version
import { readFileSync } from 'node:fs';
import { DuckDBInstance, version } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
if (file === '--version') {
  console.log(`DuckDB ${version().replace(/^v/, '')}`);
  process.exit();
}

const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
const connection = await instance.connect();
await connection.run(`SET VARIABLE file = '${file.replaceAll("'", "''")}'`);

const report = {};
const lists = {};
// Under its name, and its key where a row has one, stands every column; `last` is a key behind the column's name.
function take(name, { key, last, ...columns }) {
  const path = key === undefined ? name : `${name}.${key}`;
  for (const [column, value] of Object.entries(columns)) put([path, column, last], value);
}

function put(path, value) {
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [name, part] of Object.entries(value)) put([...path, name], part);
  } else
    report[path.filter((name) => name !== undefined).join('.')] = typeof value === 'bigint' ? Number(value) : value;
}

const statements = readFileSync(new URL('duckdb_whole.sql', import.meta.url), 'utf8').split(/;\n/);
for (const statement of statements) {
  if (!/\S/.test(statement)) continue;
  const name = /^-- answer: (\S+)$/m.exec(statement)?.[1];
  if (name === undefined) {
    await connection.run(statement);
    continue;
  }
  const rows = (await connection.runAndReadAll(statement)).getRowObjectsJS();
  if (name.startsWith('lists.')) lists[name] = rows;
  else for (const row of rows) take(name, row);
}
console.log(JSON.stringify({ report, lists }));
