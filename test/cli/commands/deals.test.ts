import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dealListSchema } from '../../../src/report/deal-list-schema.js';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();
const run = (...args: string[]) => kpi(['deals', ...args], { cwd: place.path });

describe('kpi deals', () => {
  it('lists as many as a person reads, and all for a program', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `${at},n,Closed Won,1,2025-01-01,2025-01-02`);
    writeFileSync(join(place.path, 'many.csv'), ['id,name,stage,amount,created,closed', ...lines].join('\n'));
    expect(run('many.csv').stdout).toContain('20 of 30 deals shown');
    expect(JSON.parse(run('many.csv', '--format', 'json').stdout).deals).toHaveLength(30);
    expect(run('many.csv', '--format', 'csv').stdout.trim().split('\n')).toHaveLength(31);
    expect(JSON.parse(run('many.csv', '--format', 'json', '--limit', '3').stdout)).toMatchObject({
      total: 30,
      deals: { length: 3 },
    });
  });

  it('prints the document of its schema', () => {
    const { status, stdout } = run('deals.csv', '--won', '--format', 'json');
    expect(status).toBe(0);
    expect(() => dealListSchema.parse(JSON.parse(stdout))).not.toThrow();
    expect(JSON.parse(kpi(['schema', 'deals'], { cwd: place.path }).stdout).properties).toHaveProperty('deals');
  });

  it('ends well where there is no such deal, and refuses what it cannot do', () => {
    const none = run('deals.csv', '--where', 'owner = Nobody');
    expect(none.status).toBe(0);
    expect(none.stdout).toContain('There is no such deal.');
    const misspelt = run('deals.csv', '--columns', 'ownr');
    expect(misspelt.status).toBe(2);
    expect(misspelt.stderr).toContain('Did you mean owner');
    expect(run('deals.csv', '--kpi', 'win_rate,won_deals').status).toBe(2);
    expect(run('deals.csv', '--kpi', 'wn_rate').status).toBe(2);
    expect(run('deals.csv', '--sort', 'nothing').status).toBe(2);
    expect(run().status).toBe(2);
  });
});
