/** Writes the files that the benchmarks read: `npm run bench:data -- [--clean | --workbooks] [ROWS…]`. */
import { type Condition, fileOf, generate } from './generate.js';
import { generateWorkbook, workbookOf } from './workbook.js';

const workbooks = process.argv.includes('--workbooks');
const condition: Condition = process.argv.includes('--clean') ? 'clean' : 'dirty';
const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const usual = workbooks ? [100_000, 500_000] : [10_000, 100_000, 1_000_000, 5_000_000];
for (const rows of sizes.length > 0 ? sizes : usual) {
  const file = workbooks ? workbookOf(rows) : fileOf(rows, condition);
  await (workbooks ? generateWorkbook(rows, file) : generate(rows, file, condition));
  console.log(file);
}
