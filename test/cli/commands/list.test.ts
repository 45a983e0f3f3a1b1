import { describe, expect, it } from 'vitest';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();

describe('kpi list', () => {
  it.each([
    ['kpis', 'win_rate', 'Win rate'],
    ['rules', 'deal.won_without_amount', ''],
    ['fields', 'amount', 'Amount'],
    ['presets', 'hubspot', 'HubSpot'],
  ])('%s begins each line with an id', (topic, id, title) => {
    const { status, stdout } = kpi(['list', topic], { cwd: place.path });
    expect(status).toBe(0);
    const line = stdout.split('\n').find((one) => one.split(/\s+/)[0]?.replace(/^deals\./, '') === id);
    expect(line).toContain(title);
  });

  it('speaks Persian', () => {
    expect(kpi(['list', 'kpis', '--lang', 'fa'], { cwd: place.path }).stdout).toContain('نرخ برد');
  });
});
