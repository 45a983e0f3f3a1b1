import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/report/schema.js';
import { figure, kpi, reportOf } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();
const report = (...args: string[]) => reportOf(['deals.csv', ...args], { cwd: place.path });

describe('kpi report', () => {
  it('hands every option to the library', () => {
    const { period, comparedTo, asOf, kpis, breakdowns } = report(
      ...['--period', '2025-Q2', '--compare', 'last-year', '--as-of', '2025-06-30'],
      ...['--kpi', 'win_rate,won_deals', '--by', 'owner', '--by', 'stage,owner'],
    );
    expect(period).toMatchObject({ start: '2025-04-01', end: '2025-06-30' });
    expect(comparedTo).toMatchObject({ start: '2024-04-01', end: '2024-06-30' });
    expect(asOf).toBe('2025-06-30');
    expect(kpis.map(({ id }) => id).sort()).toEqual(['win_rate', 'won_deals']);
    expect(breakdowns.map(({ by }) => by)).toEqual(['owner', ['stage', 'owner']]);
    // Closed in the second quarter: deals 3 and 4 won, deal 5 lost.
    expect(figure(kpis, 'won_deals').value).toBe(2);
    expect(figure(kpis, 'win_rate')).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('takes targets, and says of one that its figure was not asked for', () => {
    const run = (...args: string[]) => kpi(['report', 'deals.csv', '--format', 'json', ...args], { cwd: place.path });
    const { stdout } = run('--kpi', 'win_rate', '--target', 'win_rate>=۶۵٪');
    expect(figure((JSON.parse(stdout) as Report).kpis, 'win_rate').target).toMatchObject({ min: 0.65, max: null });
    expect(run('--kpi', 'won_deals', '--target', 'win_rate=65').stderr).toContain(
      '--target win_rate was not looked at',
    );
    expect(run('--target', 'win_rate=101', '--enforce-targets')).toMatchObject({ status: 2 });
    expect(run('--target', 'won_deals>=1000', '--enforce-targets').status).toBe(1);
  });

  it('names no deal and nobody where --samples or the config says so, in every format', () => {
    const full = report();
    expect(full.samples).toBe('full');
    expect(JSON.stringify(full.evidence)).toContain('Omid');
    place.put('private.yaml', 'samples: none\n');
    for (const asked of [
      ['--samples', 'none'],
      ['--config', 'private.yaml'],
    ]) {
      for (const format of ['json', 'table', 'markdown', 'csv', 'html']) {
        const args = ['report', 'deals.csv', '--format', format, '--detail', 'full', ...asked];
        const { status, stdout } = kpi(args, { cwd: place.path });
        expect([format, status]).toEqual([format, 0]);
        expect(stdout, format).not.toMatch(/Delta|Omid/);
      }
    }
    // What was typed counts before the config.
    expect(report('--config', 'private.yaml', '--samples', 'ids').samples).toBe('ids');
    expect(kpi(['report', 'deals.csv', '--samples', 'some'], { cwd: place.path }).status).toBe(2);
  });

  it('breaks down by a header with a comma, quoted as in a CSV line', () => {
    place.put(
      'cities.csv',
      'Deal ID,Amount,Stage,Owner,"City, State"\n1,10,Won,ann,"Austin, TX"\n2,20,Won,bob,"Boston, MA"\n3,5,Lost,ann,"Austin, TX"\n',
    );
    const { breakdowns } = reportOf(['cities.csv', '--by', '"City, State",owner', '--kpi', 'revenue_won'], {
      cwd: place.path,
    });
    expect(breakdowns.map(({ by, groups }) => [by, groups.map(({ key, records }) => [key, records])])).toEqual([
      [
        ['City, State', 'owner'],
        [
          [['Boston, MA', 'bob'], 1],
          [['Austin, TX', 'ann'], 2],
        ],
      ],
    ]);
  });

  it('reads as it is told', () => {
    expect(figure(report('--stage', 'Negotiation=lost').kpis, 'lost_deals').value).toBe(3);
    place.put(
      'odd.txt',
      'Key|Sum|State|Opened|Done\n1|7,5|Gewonnen!|03.02.2025|04.02.2025\n2|1|Weg|05.02.2025|06.02.2025\n',
    );
    const odd = reportOf(
      [
        ...['--deals', 'odd.txt', '--delimiter', 'pipe', '--date-order', 'dmy', '--currency', 'eur'],
        ...[
          '--map',
          'id=Key',
          '--map',
          'amount=Sum',
          '--map',
          'stage=State',
          '--map',
          'created_at=Opened',
          '--map',
          'closed_at=Done',
        ],
        ...['--stage', 'Gewonnen!=won', '--stage', '*=lost'],
      ],
      { cwd: place.path },
    );
    expect(odd.currency).toBe('EUR');
    expect(figure(odd.kpis, 'revenue_won').value).toBe(7.5);
    expect(figure(odd.kpis, 'sales_cycle').value).toBe(1);
    expect(figure(odd.kpis, 'lost_deals').value).toBe(1);
  });

  it('repeats warnings on standard error beside JSON and files only, and never with --quiet', () => {
    const run = (...args: string[]) => kpi(['report', 'deals.csv', '--period', '2030', ...args], { cwd: place.path });
    expect(run('--format', 'json').stderr).toMatch(/^warning: /m);
    expect(run('--output', 'late.md').stderr).toMatch(/^warning: /m);
    expect(run('--format', 'json', '--quiet').stderr).toBe('');
    expect(run().stderr).toBe('');
  });
});
