import { describe, expect, it } from 'vitest';
import { say } from '../../src/locale/say.js';
import { loadTexts } from '../support/load-texts.js';

const DEALS = 'Deal ID,Stage,Amount\n1,Proposal,10\n2,Closed Won,20\n3,Closed Lost,5\n4,Kick-off,7\n';

async function said(
  stages: Record<string, 'won' | 'lost' | 'open' | 'excluded'>,
  standingStages: readonly string[] = [],
  text = DEALS,
): Promise<string[]> {
  const { dataset } = await loadTexts({ 'deals.csv': text }, { stages, standingStages });
  return dataset.warnings.filter(({ code }) => code === 'unknown_stage_said').map((one) => say(one, 'en'));
}

describe('a stage that is given an outcome and that no file has', () => {
  it('is said with the near one', async () => {
    expect(await said({ Propsal: 'open' })).toEqual([
      '--stage "Propsal=open": no file has a stage "Propsal", so nothing was read by it. Did you mean "Proposal"?',
    ]);
  });

  it('is said with the stages there are where none is near', async () => {
    expect(await said({ Onboarding: 'won' })).toEqual([
      expect.stringMatching(/no file has a stage "Onboarding".*The stages are "Proposal", .*"Kick-off"/),
    ]);
    expect(await said({ Onboarding: 'won' }, [], 'Deal ID,Amount,Won At\n1,5,2024-01-02\n')).toEqual([
      expect.stringContaining('No column holds stages'),
    ]);
  });

  it('is found whatever its case and spacing, and every other name and none are no stages', async () => {
    expect(await said({ ' PROPOSAL ': 'open', '*': 'open', '(blank)': 'open' })).toEqual([]);
  });

  it('of the config is said only where it looks misspelt: nobody may be in it this time', async () => {
    expect(await said({ Onboarding: 'won', Propsal: 'open' }, ['Onboarding', 'Propsal'])).toEqual([
      expect.stringMatching(/^stages: "Propsal": .* Did you mean "Proposal"\?$/),
    ]);
    // The near one has its own line in the config: two stages of alike names.
    expect(await said({ Proposals: 'open', Proposal: 'open' }, ['Proposals', 'Proposal'])).toEqual([]);
  });
});
