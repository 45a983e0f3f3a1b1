import { describe, expect, it } from 'vitest';
import { compareTexts } from '../support/compare-texts.js';

const HEADER = 'Deal ID,Deal Name,Account,Stage,Amount,Currency,Close Date,Create Date,Owner\n';
const OLD = `${HEADER}1,Alpha deal,Acme Ltd,Proposal,1000,EUR,2025-03-10,2025-01-05,Ann Novak
2,Beta deal,Bolt Ltd,Negotiation,2000,EUR,2025-02-15,2025-01-08,Ben Ito
`;
const NEW = `${HEADER}1,Alpha deal,Acme Ltd,Proposal,1500,EUR,2025-04-10,2025-01-05,Ann Novak
2,Beta deal,Bolt Ltd,Closed Won,2000,EUR,2025-02-15,2025-01-08,Ben Ito
4,Delta deal,Cato Ltd,Proposal,700,EUR,2025-05-01,2025-02-20,Ann Novak
`;
const NAMES = /Alpha deal|Beta deal|Delta deal|Acme Ltd|Bolt Ltd|Cato Ltd|Ann Novak|Ben Ito/;
const texts = { 'old.csv': OLD, 'new.csv': NEW };

describe('what changed, without what must not leave the house', () => {
  it('names deals, people and customers where nothing is withheld', async () => {
    expect(JSON.stringify(await compareTexts(texts))).toMatch(NAMES);
  });

  it('keeps ids and places alone, and no groups that nobody asked for', async () => {
    const document = await compareTexts(texts, { samples: 'ids' });
    expect(JSON.stringify(document)).not.toMatch(NAMES);
    const listed = document.changes?.deals ?? [];
    expect(listed.length).toBeGreaterThan(0);
    for (const deal of listed) {
      expect(deal).toMatchObject({ name: null, account: null, owner: null, before: null, after: null });
      expect(deal.places.length).toBeGreaterThan(0);
    }
    expect(listed.map(({ id }) => id)).toContain('4');
  });

  it('keeps how many there are', async () => {
    const { changes } = await compareTexts(texts, { samples: 'none' });
    expect(changes?.deals).toEqual([]);
    expect(changes?.pushed.deals).toEqual([]);
  });

  it('keeps the names of groups that are asked for', async () => {
    const document = await compareTexts(texts, { samples: 'ids', by: ['owner'] });
    expect(JSON.stringify(document)).toContain('Ann Novak');
    expect(JSON.stringify(document)).not.toContain('Acme Ltd');
  });
});
