import { describe, expect, it } from 'vitest';
import { sheetScore } from '../../src/crm/sheet-score.js';

const DEALS = ['Deal ID', 'Deal Name', 'Account Name', 'Owner', 'Stage', 'Amount', 'Created Date', 'Close Date'];
const STAGES = ['Stage', 'Probability'];
const CONTACTS = ['Contact ID', 'First Name', 'Last Name', 'Email', 'Account Name', 'Owner', 'Created Date'];

describe('what a row of a sheet is worth', () => {
  it('is more for deals than for a list of stages that is twice as long', () => {
    expect(sheetScore(DEALS) * 24).toBeGreaterThan(sheetScore(STAGES) * 48);
  });

  it('is more for deals than for hundreds of contacts', () => {
    expect(sheetScore(DEALS) * 24).toBeGreaterThan(sheetScore(CONTACTS) * 2400);
  });

  it('is the same for sheets of the same columns, so that their rows decide', () => {
    expect(sheetScore(DEALS)).toBe(sheetScore([...DEALS].reverse()));
  });

  it('follows the role that the user says', () => {
    const leads = ['Lead ID', 'Lead Status', 'Lead Source', 'Created Date', 'Owner'];
    expect(sheetScore(leads, 'leads')).toBeGreaterThan(sheetScore(DEALS, 'leads'));
    expect(sheetScore(DEALS)).toBeGreaterThan(sheetScore(leads));
  });

  it('is nothing without a known name', () => {
    expect(sheetScore(['foo', 'bar'])).toBe(0);
    expect(sheetScore([])).toBe(0);
  });
});
