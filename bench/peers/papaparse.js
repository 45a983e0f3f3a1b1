// The script one would write for the same core figures: papaparse with `header: true`, date-fns for the dates.
// Prints the figures as JSON. usage: node bench/peers/papaparse.js FILE | --version
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { differenceInCalendarDays, format, parse } from 'date-fns';
import Papa from 'papaparse';

if (process.argv[2] === '--version') {
  const versions = ['papaparse', 'date-fns'].map((name) => {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return `${name} ${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
  });
  console.log(versions.join(', '));
  process.exit();
}

const EPOCH = new Date(0);
const cycles = [];
const counts = { records: 0, won: 0, lost: 0, open: 0 };
const amountsByCurrency = new Map();
const revenueByMonth = new Map();
const byOwner = new Map();
const winsByCustomer = new Map();

// The day of a time stamp.
const day = (text) => parse(text.slice(0, 10), 'yyyy-MM-dd', EPOCH);

function take(row) {
  counts.records++;
  const outcome = row.Stage === 'Closed Won' ? 'won' : row.Stage === 'Closed Lost' ? 'lost' : 'open';
  counts[outcome]++;
  if (outcome === 'open') return;
  const owner = byOwner.get(row.Owner) ?? { won: 0, closed: 0 };
  byOwner.set(row.Owner, owner);
  owner.closed++;
  if (outcome === 'lost') return;
  owner.won++;
  const closed = day(row['Closed Date']);
  cycles.push(differenceInCalendarDays(closed, day(row['Created Date'])));
  winsByCustomer.set(row['Account Name'], (winsByCustomer.get(row['Account Name']) ?? 0) + 1);
  // Whole cents, so that no sum depends on the order of its terms.
  const cents = Math.round(Number(row.Amount.replace(/[$,]/g, '')) * 100);
  if (row.Amount === '' || Number.isNaN(cents)) return;
  const amounts = amountsByCurrency.get(row.Currency) ?? [];
  amountsByCurrency.set(row.Currency, amounts);
  amounts.push(cents);
  const month = `${format(closed, 'yyyy-MM')} ${row.Currency}`;
  revenueByMonth.set(month, (revenueByMonth.get(month) ?? 0) + cents);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const byCurrency = (figure) =>
  Object.fromEntries([...amountsByCurrency].map(([currency, amounts]) => [currency, figure(amounts)]));

// The stream's encoding is set: on a stream of bytes papaparse may split a character at the end of a chunk.
Papa.parse(createReadStream(process.argv[2], { encoding: 'utf8' }), {
  header: true,
  skipEmptyLines: true,
  step: ({ data }) => take(data),
  complete: () => {
    const figures = {
      ...counts,
      winRate: counts.won / (counts.won + counts.lost),
      revenue: byCurrency((amounts) => sum(amounts) / 100),
      meanDeal: byCurrency((amounts) => sum(amounts) / amounts.length / 100),
      meanCycle: sum(cycles) / cycles.length,
      medianCycle: median(cycles),
      customers: winsByCustomer.size,
      repeatRate: [...winsByCustomer.values()].filter((wins) => wins > 1).length / winsByCustomer.size,
      months: Object.fromEntries([...revenueByMonth].map(([month, cents]) => [month, cents / 100])),
      owners: Object.fromEntries([...byOwner].map(([owner, { won, closed }]) => [owner, [won, closed]])),
    };
    console.log(JSON.stringify(figures));
  },
});
