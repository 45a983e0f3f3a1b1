/** Writes the files that the benchmark reads: `npm run bench:data -- [ROWS…]`. */
import { fileOf, generate } from './generate.js';

const sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000, 5_000_000]) {
  await generate(rows, fileOf(rows));
  console.log(fileOf(rows));
}
