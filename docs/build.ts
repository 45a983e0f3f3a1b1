/** Writes the generated pages: `npm run docs`. With `--check`, writes nothing and fails when one is behind. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pages } from './pages.js';

const check = process.argv.includes('--check');
const stale = pages().filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
for (const { path, text } of stale) {
  if (check) console.error(`${path} is not what the definitions say: run \`npm run docs\` and look at the difference.`);
  else {
    writeFileSync(path, text);
    console.log(path);
  }
}
if (check && stale.length > 0) process.exitCode = 1;
