import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { siteOf, type TestSite } from '../../support/live.js';
import { kpi } from '../../support/run.js';
import { SIX_DEALS, workplace } from '../../support/workplace.js';

const place = workplace();
const open: TestSite[] = [];

afterEach(() => {
  for (const { stop } of open.splice(0)) stop();
});

async function site(...args: string[]): Promise<TestSite> {
  const one = await siteOf(args, place.path);
  open.push(one);
  return one;
}

/** The command line that a page says it equals, as arguments behind `kpi`. */
function commandIn(text: string): string[] {
  const typed = /class="note same">.*?<code dir="ltr">(.*?)<\/code>/.exec(text)?.[1] ?? '';
  const plain = typed
    .replace(/<\/?span>/g, '')
    .replace(/^kpi /, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  return [...plain.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

describe('the addresses of a site', () => {
  it.each([
    '',
    'period=2025-Q1',
    'period=2025-Q1&by=owner&where=amount+%3E+600&top=1',
    'by=owner&by=stage&sort=name&sections=none',
    'kpi=win_rate,revenue_won&lang=fa',
    'period=2025-Q2&compare=last-year&grain=week&max-insights=1&target=win_rate%3E%3D25%25&as-of=2025-06-30',
    'by=&period=',
  ])('give the JSON of the command line that the page of %j shows, byte for byte', async (query) => {
    const { shown, json } = await site(place.at('deals.csv'), '--period', '2025-Q2', '--by', 'owner');
    const page = await shown(query);
    expect(page.status).toBe(200);
    const printed = kpi([...commandIn(page.text), '--format', 'json'], { cwd: place.path });
    expect(printed.status).toBe(0);
    expect((await json(query)).text).toBe(printed.stdout);
  });

  it('show what is asked for, and offer what there is', async () => {
    const { page } = await site(place.at('deals.csv'));
    const { text } = await page('period=2025-Q2&by=owner');
    expect(text).toContain('<option value="2025-Q2" selected="">2025-Q2</option>');
    expect(text).toContain('<option value="owner" selected="">Owner</option>');
    expect(text).toMatch(/<option value="2025-Q1">2025-Q1<\/option>/);
    // The earliest day is 6 January 2025.
    expect(text).not.toContain('<option value="2024');
    expect(text).toContain('href="/report.json?period=2025-Q2&amp;by=owner"');
  });

  it('lead to their shortest form', async () => {
    const { page } = await site(place.at('deals.csv'), '--by', 'owner');
    expect(await page('period=&by=owner&where=')).toMatchObject({ status: 302, location: '/' });
    expect(await page('where=amount+%3E+5&period=2025')).toMatchObject({
      status: 302,
      location: '/?period=2025&where=amount+%3E+5',
    });
  });

  it.each([
    ['output=x.html', '--output is set where the page is served'],
    ['config=/etc/passwd', '--config is set where the page is served'],
    ['perod=2025', 'Did you mean period?'],
    ['period=2025-Q9', '2025-Q9'],
    ['where=amount+%3E', 'a value is missing'],
    ['by=nowhere', 'nowhere'],
    ['kpi=win_rat', 'Did you mean win_rate?'],
    ['compare=previous', '--compare'],
    ['by=%zz', 'cannot be read'],
    ['lang=xx', '--lang'],
  ])('refuse %s with words', async (query, words) => {
    const { page, json } = await site(place.at('deals.csv'));
    const refused = await page(query);
    expect(refused).toMatchObject({ status: 400, type: 'text/html; charset=utf-8' });
    expect(refused.text.replaceAll('&quot;', '"')).toContain(words);
    const told = await json(query);
    expect(told.status).toBe(400);
    expect(JSON.parse(told.text)).toMatchObject({ error: { exit: 2 } });
    expect((await page('')).status).toBe(200);
  });

  it('hold what somebody typed harmless', async () => {
    const { page } = await site(place.at('deals.csv'));
    const { status, text } = await page('where=name+%3D+%22%3Cscript%3Ealert(1)%3C%2Fscript%3E%22');
    expect(status).toBe(200);
    expect(text).not.toContain('<script>alert');
    expect((await page('%3Cscript%3Ealert(1)%3C%2Fscript%3E=1')).text).not.toContain('<script>alert');
  });
});

describe('a site whose files change', () => {
  const file = (): string => place.at('live.csv');
  const won = ({ text }: { text: string }): number =>
    JSON.parse(text).kpis.find(({ id }: { id: string }) => id === 'won_deals').value;

  it('follows them, by a rename too', async () => {
    writeFileSync(file(), SIX_DEALS);
    const { json, changed } = await site(file());
    expect(won(await json())).toBe(3);
    let next = changed();
    writeFileSync(file(), SIX_DEALS.replace('Closed Lost', 'Closed Won'));
    expect((await json()).revision).not.toBe(await next);
    expect(won(await json())).toBe(4);
    next = changed();
    writeFileSync(place.at('new.csv'), SIX_DEALS.replaceAll('Closed Lost', 'Closed Won'));
    renameSync(place.at('new.csv'), file());
    await next;
    expect(won(await json())).toBe(5);
  });

  it('goes on with what it knew while a file is gone, is no table, or is a folder', async () => {
    writeFileSync(file(), SIX_DEALS);
    const { page, json, changed } = await site(file());
    const before = await json();
    for (const spoil of [
      () => rmSync(file()),
      () => writeFileSync(file(), '%PDF-1.7 no table'),
      () => {
        rmSync(file());
        mkdirSync(file());
      },
    ]) {
      const next = changed();
      spoil();
      const revision = await next;
      const shown = await page();
      expect(shown.revision).toBe(revision);
      expect(shown.text).toMatch(/<div class="problem" role="alert"><p><b>The files cannot be used/);
      expect(shown.text).toContain('live.csv');
      expect(await json('period=2025-Q1')).toMatchObject({ status: 200 });
      expect((await json()).text).toBe(before.text);
      // A column that was not read before cannot be shown now.
      expect(await page('by=owner')).toMatchObject({ status: 503, again: 3 });
    }
    const next = changed();
    rmSync(file(), { recursive: true });
    writeFileSync(file(), SIX_DEALS);
    await next;
    expect((await page('by=owner')).text).not.toContain('role="alert"><p><b>The files');
  });

  it('says what is missing where there never was anything, and shows it when it comes', async () => {
    const { page, json, changed } = await site(place.at('later.csv'));
    expect(await page()).toMatchObject({ status: 503, again: 3, text: expect.stringContaining('no such file') });
    const told = await json();
    expect([told.status, JSON.parse(told.text).error.code]).toEqual([503, 'file_not_found']);
    const next = changed();
    writeFileSync(place.at('later.csv'), SIX_DEALS);
    await next;
    expect((await page()).status).toBe(200);
  });

  it('follows the config, and says what is wrong with it', async () => {
    const config = place.put('live.yaml', 'report:\n  by: [owner]\n');
    const { page, json, changed } = await site(place.at('deals.csv'), '--config', config);
    const axes = async (): Promise<string[]> =>
      JSON.parse((await json()).text).breakdowns.map(({ by }: { by: string }) => String(by));
    expect(await axes()).toEqual(['owner']);
    let next = changed();
    writeFileSync(config, 'report:\n  by: [stage]\n');
    await next;
    expect(await axes()).toEqual(['stage']);
    next = changed();
    writeFileSync(config, 'report:\n  bye: [stage]\n');
    await next;
    expect((await page()).text).toContain('bye');
    expect(await axes()).toEqual(['stage']);
  });
});

describe('what cannot be served', () => {
  it.each([
    [['-'], 'live_from_stdin'],
    [['deals.csv', '--kpi', 'nope'], 'unknown_kpi'],
    [['deals.csv', '--by', 'nope'], 'unknown_column'],
    [['deals.csv', '--config', 'nope.yaml'], 'config_unreadable'],
    [[], 'missing_operand'],
  ])('is refused at the start: %j', async (args, code) => {
    const named = args.map((arg) => (arg === 'deals.csv' ? place.at(arg) : arg));
    await expect(site(...named)).rejects.toMatchObject({ code });
  });

  it('is a device in the place of a file', async () => {
    const { page } = await site('/dev/null');
    expect(await page()).toMatchObject({ status: 503, text: expect.stringContaining('it is a pipe or a device') });
  });
});
