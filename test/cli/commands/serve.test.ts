import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { type LongRun, longRun } from '../../support/long-run.js';
import { kpiProcess } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

/* The process is the point here; what is served is tested in test/cli/live and test/live. */

const place = workplace();
const running: LongRun[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) await one.end('SIGKILL');
});

async function serve(...args: string[]): Promise<LongRun & { readonly url: string }> {
  const one = longRun(['serve', ...args], place.path);
  running.push(one);
  await one.until((stdout) => stdout.endsWith('\n'));
  return { ...one, url: one.stdout().trim() };
}

describe('kpi serve', () => {
  it('prints its address alone on standard output, serves, and ends with Ctrl-C, its connections too', async () => {
    const one = await serve('deals.csv', '--port', '0');
    expect(one.stdout()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const page = await fetch(one.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(
      /script-src 'sha256-.*connect-src 'self'.*frame-ancestors 'none'/,
    );
    await page.text();
    const events = await fetch(`${one.url}events`);
    const ended = events.text();
    expect(await one.end('SIGINT')).toBe(130);
    expect(await ended).toContain('event: hello');
    await expect(fetch(one.url)).rejects.toThrow();
  });

  it('ends with SIGTERM as 143, and says nothing with --quiet', async () => {
    const one = await serve('deals.csv', '--port', '0', '--quiet');
    expect(await one.end('SIGTERM')).toBe(143);
    expect(one.stderr()).toBe('');
  });

  it('says that its port is in use, and takes another', async () => {
    const first = await serve('deals.csv', '--port', '0');
    const { port } = new URL(first.url);
    const second = kpiProcess(['serve', 'deals.csv', '--port', port], { cwd: place.path });
    expect([second.status, second.stdout]).toEqual([4, '']);
    expect(second.stderr).toContain(`port ${port} of 127.0.0.1 is in use.`);
    expect(second.stderr).toContain('--port 0');
  });

  it('warns where others can reach it, and answers by its own names only', async () => {
    const one = await serve('deals.csv', '--port', '0', '--host', '0.0.0.0');
    expect(one.stderr()).toContain('warning: everybody who reaches this address reads the figures');
    const { port } = new URL(one.url);
    const { request } = await import('node:http');
    const sent = request({ host: '127.0.0.1', port, path: '/', headers: { Host: `evil.example:${port}` } });
    sent.end();
    const [answer] = await once(sent, 'response');
    expect(answer.statusCode).toBe(421);
    answer.resume();
  });

  it('waits for a file that is not there, and says so', async () => {
    const one = await serve('later.csv', '--port', '0');
    expect(one.stderr()).toContain('warning: later.csv: no such file.');
    expect((await fetch(one.url)).status).toBe(503);
  });

  it.each([
    [['serve', '-'], 2, 'standard input can be read only once'],
    [['serve', 'deals.csv', '--port', '70000'], 2, '0 to 65535'],
    [['serve', 'deals.csv', '--kpi', 'win_rat'], 2, 'Did you mean win_rate?'],
    [['serve', 'deals.csv', '--output', 'x.html'], 2, 'has no option --output'],
    [['serve', 'deals.csv', '--host', '192.0.2.1', '--port', '0'], 4, 'cannot listen on 192.0.2.1'],
  ])('%j is refused', (args, status, words) => {
    const run = kpiProcess(args, { cwd: place.path });
    expect([run.status, run.stdout]).toEqual([status, '']);
    expect(run.stderr).toContain(words);
  });
});
