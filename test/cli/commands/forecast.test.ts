import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/report/schema.js';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(['forecast', ...args], { cwd: place.path });
const json = (...args: string[]) =>
  reportSchema.parse(JSON.parse(run('deals.csv', '--format', 'json', ...args).stdout));

describe('kpi forecast', () => {
  it('prints a report that is a forecast and nothing else', () => {
    const document = json();
    const { kpis, breakdowns, series, headline, insights, actions, quality, survival, lifetime, forecast } = document;
    expect({ kpis, breakdowns, series, headline, insights }).toEqual({
      kpis: [],
      breakdowns: [],
      series: [],
      headline: [],
      insights: [],
    });
    expect({ actions, quality, survival, lifetime }).toEqual({
      actions: null,
      quality: null,
      survival: null,
      lifetime: null,
    });
    expect(forecast).toMatchObject({ horizonMonths: 6, asOf: document.asOf });
  });

  it('looks as far as it is told, by the option before the config', () => {
    writeFileSync(
      join(place.path, 'far.yaml'),
      'forecast: { horizon: 12 }\nreport: { kpis: [win_rate], sections: [funnel] }\n',
    );
    expect(json('--config', 'far.yaml').forecast?.horizonMonths).toBe(12);
    const near = json('--config', 'far.yaml', '--horizon', '3');
    expect(near.forecast?.horizonMonths).toBe(3);
    expect(near.kpis).toEqual([]);
    for (const months of ['0', '37', 'six']) expect(run('deals.csv', '--horizon', months).status, months).toBe(2);
  });

  it.each(['table', 'markdown', 'html', 'csv'])('says in %s nothing of what it does not have', (format) => {
    const { status, stdout } = run('deals.csv', '--format', format);
    expect(status).toBe(0);
    expect(stdout).toContain(format === 'csv' ? 'forecast,' : 'Forecast');
    for (const other of ['Figures', 'Data quality', 'Over time', 'Funnel', 'Deals to act on']) {
      expect(stdout).not.toContain(`>${other}<`);
      expect(stdout.split('\n').filter((line) => line.replace(/^[# ]+/, '').startsWith(other))).toEqual([]);
    }
  });

  it('is one screen with every detail, and Persian', () => {
    for (const detail of ['brief', 'standard', 'full']) {
      expect(run('deals.csv', '--detail', detail).stdout, detail).toMatch(/^Forecast/);
      expect(run('deals.csv', '--detail', detail, '--lang', 'fa').stdout, detail).toContain('پیش‌بینی');
    }
  });

  it('writes several files at once, and a page in both languages', () => {
    const { status, stderr } = run('deals.csv', '-o', 'f.html', '-o', 'f.json', '--lang', 'en,fa');
    expect(stderr).toContain('wrote f.html');
    expect(status).toBe(0);
    const page = readFileSync(join(place.path, 'f.html'), 'utf8');
    expect(page).toContain('<title>Forecast');
    expect(page).toContain('data-page="fa"');
    expect(reportSchema.parse(JSON.parse(readFileSync(join(place.path, 'f.json'), 'utf8'))).forecast).not.toBeNull();
    expect(run('deals.csv', '--lang', 'en,fa').status).toBe(2);
  });

  it('may be about a period that lies ahead, without a warning, and about targets of each quarter', () => {
    const ahead = json('--as-of', '2025-03-31', '--period', '2025-Q2', '--target', 'revenue_won>=3M/quarter');
    expect(ahead.period?.label).toBe('2025-Q2');
    expect(ahead.comparedTo).toBeNull();
    const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);
    expect(codes(ahead.warnings)).not.toContain('stale_data');
    expect(codes(json('--target', 'revenue_won>=3M/quarter').warnings)).not.toContain('target_without_period');
  });

  it('refuses what it cannot do before it reads', () => {
    expect(run().stderr).toContain('needs a file');
    for (const args of [
      ['--period', 'nonsense'],
      ['--target', 'wn_rate>=1'],
      ['--by', 'nobody'],
      ['--by', 'month'],
      ['--by', 'owner,age'],
      ['--kpi', 'win_rate'],
      ['--sections', 'funnel'],
    ]) {
      expect(run('deals.csv', ...args).status, args.join(' ')).toBe(2);
    }
    expect(run('none.csv').status).toBe(3);
  });
});
