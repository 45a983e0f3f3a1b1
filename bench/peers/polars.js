// The core figures with Polars: one lazy plan from the file to a table of the columns needed, then asked in expressions.
// Days are the first ten characters of a time stamp, an amount that is no number is missing.
// usage: node bench/peers/polars.js FILE | --version
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pl from 'nodejs-polars';

const [file] = process.argv.slice(2);
if (file === '--version') {
  const manifest = createRequire(import.meta.url).resolve('nodejs-polars/package.json');
  console.log(`nodejs-polars ${JSON.parse(readFileSync(manifest, 'utf8')).version}`);
  process.exit();
}

const { col } = pl;
const deals = await pl
  .scanCSV(file, { quoteChar: '"' })
  .select(
    col('Account Name').alias('account'),
    col('Owner').alias('owner'),
    col('Stage').alias('stage'),
    col('Currency').alias('currency'),
    col('Amount').cast(pl.Utf8).str.replaceAll('[$,]', '').cast(pl.Float64).alias('amount'),
    col('Created Date').str.slice(0, 10).str.strptime(pl.Date, '%Y-%m-%d').cast(pl.Int32).alias('created'),
    col('Closed Date').str.slice(0, 10).str.strptime(pl.Date, '%Y-%m-%d').alias('closed'),
  )
  .collect();

const wins = deals
  .filter(col('stage').eq(pl.lit('Closed Won')))
  .withColumns(
    col('closed').cast(pl.Int32).sub(col('created')).alias('cycle'),
    col('closed').date.strftime('%Y-%m').alias('month'),
  );
const lost = deals.filter(col('stage').eq(pl.lit('Closed Lost')));
const decided = deals.filter(
  col('stage')
    .eq(pl.lit('Closed Won'))
    .or(col('stage').eq(pl.lit('Closed Lost'))),
);
const priced = wins.filter(col('amount').isNotNull());
const months = priced.groupBy('month', 'currency').agg(col('amount').sum()).rows();
const money = priced.groupBy('currency').agg(col('amount').sum(), col('amount').count().alias('n')).rows();
const owners = decided
  .groupBy('owner')
  .agg(col('stage').eq(pl.lit('Closed Won')).cast(pl.Int32).sum().alias('won'), col('stage').count().alias('closed'));
const byCustomer = wins.groupBy('account').agg(col('stage').count().alias('wins'));
const cycles = wins.getColumn('cycle');

console.log(
  JSON.stringify({
    records: deals.height,
    won: wins.height,
    lost: lost.height,
    open: deals.height - decided.height,
    winRate: wins.height / decided.height,
    revenue: Object.fromEntries(money.map(([currency, sum]) => [currency, sum])),
    meanDeal: Object.fromEntries(money.map(([currency, sum, n]) => [currency, sum / n])),
    meanCycle: cycles.mean(),
    medianCycle: cycles.median(),
    customers: byCustomer.height,
    repeatRate: byCustomer.filter(col('wins').gt(1)).height / byCustomer.height,
    months: Object.fromEntries(months.map(([month, currency, sum]) => [`${month} ${currency}`, sum])),
    owners: Object.fromEntries(owners.rows().map(([owner, won, closed]) => [owner ?? '', [won, closed]])),
  }),
);
