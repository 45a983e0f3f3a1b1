// What a script does before it can count anything: SheetJS reads the workbook, in the mode meant for large files.
// Prints the figures that can be told from the cells at once as JSON. usage: node bench/peers/sheetjs.js FILE | --version
import { readFileSync } from 'node:fs';
import * as xlsx from 'xlsx';

if (process.argv[2] === '--version') {
  console.log(`SheetJS ${xlsx.version}`);
  process.exit();
}

const workbook = xlsx.read(readFileSync(process.argv[2]), { dense: true });
const rows = workbook.Sheets[workbook.SheetNames[0]]['!data'];
const column = (name) => rows[0].findIndex((cell) => cell?.v === name);
const [stage, amount, currency] = ['Stage', 'Amount', 'Currency'].map(column);

const counts = { records: rows.length - 1, won: 0, lost: 0, revenue: {} };
for (const row of rows.slice(1)) {
  const outcome = row[stage]?.v;
  if (outcome === 'Closed Lost') counts.lost++;
  if (outcome !== 'Closed Won') continue;
  counts.won++;
  const money = row[currency]?.v;
  counts.revenue[money] = (counts.revenue[money] ?? 0) + (row[amount]?.v ?? 0);
}
console.log(JSON.stringify(counts));
