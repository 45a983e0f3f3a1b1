import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { customerListSchema } from '../../../src/report/customer-list-schema.js';
import { buyersFile } from '../../support/buyers-file.js';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(['customers', ...args], { cwd: place.path });
beforeAll(() => writeFileSync(join(place.path, 'buyers.csv'), buyersFile(600)));

describe('kpi customers', () => {
  it('lists as many as a person reads, and all for a program', () => {
    const table = run('buyers.csv').stdout.replaceAll(/\s+/g, ' ');
    expect(table).toContain('20 of 600 customers shown; all of them: --limit 0 or --format csv');
    expect(table).toContain('expected in the next 36 months · by Expected value, descending');
    expect(run('buyers.csv', '--format', 'csv').stdout.trim().split('\n')).toHaveLength(601);
    expect(JSON.parse(run('buyers.csv', '--format', 'json', '--limit', '3').stdout)).toMatchObject({
      total: 600,
      customers: { length: 3 },
    });
  });

  it('prints the document of its schema', () => {
    const { status, stdout } = run('buyers.csv', '--format', 'json', '--horizon', '12');
    expect(status).toBe(0);
    expect(customerListSchema.parse(JSON.parse(stdout))).toMatchObject({ horizonMonths: 12, modelReason: null });
    const schema = JSON.parse(kpi(['schema', 'customers'], { cwd: place.path }).stdout);
    expect(schema.properties).toHaveProperty('customers');
  });

  it('takes its settings from the config, and the months ahead from the command line first', () => {
    writeFileSync(
      join(place.path, 'kpi.config.yaml'),
      'clv:\n  horizonMonths: 24\n  margin: 0.5\n  discountRate: 0.2\nreport:\n  sort: win_rate\n  kpis: [win_rate]\n',
    );
    const said = (...args: string[]) =>
      JSON.parse(run('buyers.csv', '--format', 'json', '--limit', '1', ...args).stdout);
    expect(said()).toMatchObject({ horizonMonths: 24, margin: 0.5, discountRate: 0.2, discountRateAssumed: false });
    expect(said('--horizon', '120')).toMatchObject({ horizonMonths: 120 });
    rmSync(join(place.path, 'kpi.config.yaml'));
  });

  it('refuses what it cannot do before it reads anything', () => {
    const misspelt = run('buyers.csv', '--sort', 'expected_valu');
    expect(misspelt.status).toBe(2);
    expect(misspelt.stderr).toContain('Did you mean expected_value');
    expect(run('buyers.csv', '--horizon', '0').status).toBe(2);
    expect(run('buyers.csv', '--horizon', '121').status).toBe(2);
    expect(run('buyers.csv', '--format', 'html').status).toBe(2);
    expect(run().status).toBe(2);
    // A forecast is not stretched as far.
    expect(kpi(['forecast', 'buyers.csv', '--horizon', '37'], { cwd: place.path }).status).toBe(2);
  });

  it('withholds names, and with them the list', () => {
    for (const samples of ['ids', 'none']) {
      const { stdout } = run('buyers.csv', '--samples', samples, '--format', 'json');
      expect(stdout).not.toContain('Buyer');
      expect(JSON.parse(stdout)).toMatchObject({ total: 600, customers: [], samples });
    }
    expect(run('buyers.csv', '--samples', 'none').stdout).toContain('names are withheld');
  });
});
