import { describe, expect, it } from 'vitest';
import { changesCommand } from '../../../src/format/pages/changes-command.js';
import type { Report } from '../../../src/report/schema.js';
import { compareTexts } from '../../support/compare-texts.js';

const HEAD = 'Deal ID,Deal Name,Owner,Stage,Amount,Create Date,Expected Close,Closed Date';
const FILES = {
  'deals-2025-01-31.csv': `${HEAD}\nD1,Alpha,Ann,Proposal,100,2025-01-02,2025-02-28,\n`,
  'deals-2025-02-28.csv': `${HEAD}\nD1,Alpha,Ann,Closed Won,120,2025-01-02,,2025-02-20\n`,
};

const command = (report: Report, ...rest: [Parameters<typeof changesCommand>[1], boolean?]) =>
  changesCommand(report, ...rest);

describe('what is typed for the deals behind a figure', () => {
  it('names the class, the move or the step', async () => {
    const report = await compareTexts(FILES);
    expect(command(report, 'won')).toBe('kpi compare --list won');
    expect(command(report, 'currency')).toBe('kpi compare --list currency_changed');
    expect(command(report, 'all', true)).toBe('kpi compare --list all');
  });

  it('keeps the condition, the period of a step, and the days that were said', async () => {
    const report = await compareTexts(FILES, {
      where: "owner = 'Ann'",
      period: '2025-02',
      taken: ['2025-02-01', '2025-03-01'],
    });
    expect(command(report, 'slipped')).toBe(
      `kpi compare --list slipped --where 'owner = '\\''Ann'\\''' --taken 2025-02-01,2025-03-01`,
    );
    expect(command(report, 'won', true)).toContain('--list won --period 2025-02-01..2025-02-28 --where');
  });

  it('names no days where the files were named the other way round', async () => {
    const report = await compareTexts(FILES, { taken: ['2025-03-01', '2025-02-01'] });
    expect(command(report, 'won')).toBe('kpi compare --list won');
  });
});
