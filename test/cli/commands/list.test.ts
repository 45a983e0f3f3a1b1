import { describe, expect, it } from 'vitest';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();

describe('kpi list', () => {
  it.each([
    ['kpis', 'win_rate', 'Win rate'],
    ['rules', 'deal.won_without_amount', ''],
    ['models', 'bg_nbd', 'BG/NBD'],
    ['fields', 'amount', 'Amount'],
    ['presets', 'hubspot', 'HubSpot'],
  ])('%s begins each line with an id', (topic, id, title) => {
    const { status, stdout } = kpi(['list', topic], { cwd: place.path });
    expect(status).toBe(0);
    const line = stdout.split('\n').find((one) => one.split(/\s+/)[0]?.replace(/^deals\./, '') === id);
    expect(line).toContain(title);
  });

  it('marks the KPIs that no report has unless they are named', () => {
    const marked = (lang: string, mark: string): string[] =>
      kpi(['list', 'kpis', '--lang', lang], { cwd: place.path })
        .stdout.split('\n')
        .filter((line) => line.includes(mark))
        .map((line) => line.split(' ', 1)[0] ?? '');
    const english = marked('en', '(measured where it is named)');
    expect(english).toContain('eventual_win_rate');
    expect(english).not.toContain('win_rate');
    expect(marked('fa', 'تنها آنجا که نامش بیاید')).toEqual(english);
    const listing: readonly { readonly id: string; readonly facts: Readonly<Record<string, string>> }[] = JSON.parse(
      kpi(['list', 'kpis', '--format', 'json'], { cwd: place.path }).stdout,
    );
    expect(listing.filter(({ facts }) => facts['measured'] !== undefined).map(({ id }) => id)).toEqual(english);
  });

  it('speaks Persian', () => {
    expect(kpi(['list', 'kpis', '--lang', 'fa'], { cwd: place.path }).stdout).toContain('نرخ برد');
  });
});
