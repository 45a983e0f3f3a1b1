import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { kpi } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
beforeAll(() => {
  place.put('won.md.liquid', '# {{ kpi.won_deals.title }}: {{ kpi.won_deals | shown }}');
  place.put('wrong.md', 'one\n{{ kpi.won_deals | shwon }}\n');
});

const run = (...args: string[]) => kpi(['report', 'clean.csv', ...args], { cwd: place.path });

describe('kpi report --template', () => {
  it('prints what the template says, with a line end', () => {
    const { status, stdout } = run('--template', 'won.md.liquid');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# Won deals: \d\n$/);
  });

  it('writes files of any ending, beside outputs that name a format', () => {
    const { status } = run('--template', 'won.md.liquid', '-o', 'won.mail', '-o', 'json=all.json');
    expect(status).toBe(0);
    expect(readFileSync(place.at('won.mail'), 'utf8')).toMatch(/^# Won deals: \d\n$/);
    expect(JSON.parse(readFileSync(place.at('all.json'), 'utf8'))).toHaveProperty('kpis');
  });

  it('says where no output uses it', () => {
    const { status, stderr, stdout } = run('--template', 'won.md.liquid', '--format', 'json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\{/);
    expect(stderr).toContain('the template won.md.liquid was not used');
  });

  it('says what is wrong with it, in which line, and writes nothing', () => {
    const { status, stderr } = run('--template', 'wrong.md', '-o', 'never.md');
    expect(status).toBe(2);
    expect(stderr).toContain('the template wrong.md, line 2: there is no filter "shwon".');
    expect(stderr).toContain('Did you mean shown?');
    expect(existsSync(place.at('never.md'))).toBe(false);
    const persian = run('--template', 'wrong.md', '--lang', 'fa').stderr.replace(/[\u2066-\u2069]/g, '');
    expect(persian).toContain('پالایه‌ای به نام «shwon» نیست');
  });

  it('says that there is none', () => {
    const { status, stderr } = run('--template', 'none.md');
    expect(status).toBe(2);
    expect(stderr).toContain('the template none.md cannot be read (ENOENT');
  });
});
