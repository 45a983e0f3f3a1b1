import { describe, expect, it } from 'vitest';
import { stageColumn, stageNameKey } from '../../src/crm/stage-column.js';

describe('a column of one stage', () => {
  it.each([
    [`Date entered "Contract Sent (Sales Pipeline)"`, 'entered', 'Contract Sent'],
    [`Date entered 'Contract Sent (Sales Pipeline)'`, 'entered', 'Contract Sent'],
    ['Date entered “Contract Sent (Sales Pipeline)”', 'entered', 'Contract Sent'],
    ['Date entered ‘Contract Sent (Sales Pipeline)’', 'entered', 'Contract Sent'],
    ['date  ENTERED "Won"', 'entered', 'Won'],
    ['Date entered "مذاکره (فروش)"', 'entered', 'مذاکره'],
    [`Date entered "Owner's review (Sales)"`, 'entered', "Owner's review"],
    ['hs_date_entered_contractsent', 'entered', 'contractsent'],
    ['hs_v2_date_entered_98765', 'entered', '98765'],
    ['Date exited "Contract Sent (Sales Pipeline)"', 'left', 'Contract Sent'],
    ['hs_v2_date_exited_98765', 'left', '98765'],
    ['Time in "Contract Sent (Sales Pipeline)"', 'time', 'Contract Sent'],
    ['Cumulative time in ‘Contract Sent (Sales Pipeline)’', 'time', 'Contract Sent'],
    ['Latest time in "Won"', 'time', 'Won'],
    ['hs_time_in_contractsent', 'time', 'contractsent'],
    ['hs_v2_cumulative_time_in_98765', 'time', '98765'],
  ])('%s', (header, tells, stage) => {
    expect(stageColumn(header)).toMatchObject({ tells, stage });
  });

  it('keeps brackets of the stage and takes off those of the pipeline, nested ones too', () => {
    expect(stageColumn('Date entered "Won (EU) (Sales (new))"')).toEqual({
      tells: 'entered',
      name: 'Won (EU) (Sales (new))',
      stage: 'Won (EU)',
    });
    expect(stageColumn('Date entered "(Sales)"')?.stage).toBe('(Sales)');
  });

  it.each([
    'Date entered',
    'date_entered',
    'Date entered current stage',
    'Date Entered Negotiation',
    'Stage',
    'Time in stage',
    'Date "entered"',
    'hs_date_entered_',
    'Date entered ""',
  ])('is not %s, which is a field of its own or means nothing', (header) => {
    expect(stageColumn(header)).toBeNull();
  });

  it('has a name that equals the id of the stage', () => {
    expect(stageNameKey('Closed Won')).toBe(stageNameKey('closedwon'));
    expect(stageNameKey('Closed Won')).not.toBe(stageNameKey('closedlost'));
  });
});
