import { afterEach, describe, expect, it } from 'vitest';
import { report } from '../../src/index.js';
import { isoDay } from '../../src/model/civil-day.js';
import { whenGivenBack } from '../../src/model/work-room.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/** So many that lists of most of them are made in memory that is used again. */
const DEALS = 60_000;
const FIRST = day('2022-01-03');

/** Deals of every kind, in two currencies, of which every tenth lacks something. */
function dealsText(): string {
  const lines = ['Deal ID,Account,Owner,Stage,Amount,Currency,Created Date,Close Date'];
  for (let n = 0; n < DEALS; n++) {
    const stage = ['Closed Won', 'Closed Lost', 'Closed Won', 'Proposal', 'Closed Lost', 'Closed Won', 'Negotiation'][
      n % 7
    ];
    const created = FIRST + ((n * 31) % 1_000);
    const isOpen = stage === 'Proposal' || stage === 'Negotiation';
    const closed = isOpen || n % 93 === 0 ? '' : isoDay(created + ((n * 17) % 140) - (n % 89 === 0 ? 9 : 0));
    const amount = n % 10 === 0 ? '' : `${((n * 7_919) % 90_000) - (n % 97 === 0 ? 50_000 : 0)}.${n % 90}`;
    const account = n % 11 === 0 ? '' : `Company ${(n * 13) % 4_001}`;
    lines.push(
      `D${n},${account},Owner ${n % 9},${stage},${amount},${n % 3 === 0 ? 'EUR' : 'USD'},${isoDay(created)},${closed}`,
    );
  }
  return lines.join('\n');
}

const TEXT = dealsText();

async function documentOf(by: readonly (readonly string[])[], givenBack: Parameters<typeof whenGivenBack>[0]) {
  const loaded = await loadTexts({ 'deals.csv': TEXT }, { by });
  whenGivenBack(givenBack);
  try {
    const document = report(loaded, { today: day('2025-02-01'), lang: 'en', asOf: '2025-01-20', by });
    // The folder is another one each time.
    return JSON.stringify(document).replaceAll(/"file":"[^"]*"/g, '');
  } finally {
    whenGivenBack(null);
  }
}

afterEach(() => whenGivenBack(null));

/** Where two texts first differ; null where they do not. */
function difference(one: string, other: string): readonly string[] | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at++;
  return [one, other].map((text) => text.slice(Math.max(0, at - 200), at + 50));
}

describe('memory that is used again', () => {
  it.each([[[]], [[['owner'], ['closed_at']]]])('is read by nobody behind the work, by %j', async (by) => {
    let bytes = 0;
    const filling = (value: number) => (given: Uint8Array) => {
      bytes += given.length;
      given.fill(value);
    };
    const left = await documentOf(by, null);
    expect(difference(left, await documentOf(by, filling(0xff)))).toBeNull();
    expect(bytes).toBeGreaterThan(20 * DEALS);
    expect(difference(left, await documentOf(by, filling(0x01)))).toBeNull();
  });
});
