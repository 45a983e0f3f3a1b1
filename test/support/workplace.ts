import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Six deals of an invented team: three won (one without an amount, which the rules call an error), two lost, one open. */
export const SIX_DEALS = `Deal ID,Deal Name,Deal owner,Deal Stage,Amount,Currency,Create Date,Close Date
1,Alpha,Sara,Closed Won,1000,EUR,2025-01-06,2025-02-05
2,Beta,Sara,Closed Lost,500,EUR,2025-01-07,2025-02-10
3,Gamma,Omid,Closed Won,3000,EUR,2025-02-03,2025-04-04
4,Delta,Omid,Closed Won,,EUR,2025-02-10,2025-04-11
5,Epsilon,Omid,Closed Lost,800,EUR,2025-03-03,2025-05-02
6,Zeta,Sara,Negotiation,2000,EUR,2025-05-05,2025-07-31
`;

/** The same without what the rules object to. */
export const CLEAN_DEALS = SIX_DEALS.replace('4,Delta,Omid,Closed Won,,', '4,Delta,Omid,Closed Won,2000,');

/** A folder for the tests of a file, with `deals.csv` and `clean.csv` in it; removed afterwards. */
export function workplace(): {
  readonly path: string;
  at(name: string): string;
  put(name: string, text: string): string;
} {
  const place = { path: '' };
  beforeAll(() => {
    place.path = realpathSync(mkdtempSync(join(tmpdir(), 'kpi-cli-')));
    writeFileSync(join(place.path, 'deals.csv'), SIX_DEALS);
    writeFileSync(join(place.path, 'clean.csv'), CLEAN_DEALS);
  });
  afterAll(() => {
    rmSync(place.path, { recursive: true, force: true });
  });
  return {
    get path() {
      return place.path;
    },
    at: (name) => join(place.path, name),
    put(name, text) {
      writeFileSync(join(place.path, name), text);
      return join(place.path, name);
    },
  };
}
