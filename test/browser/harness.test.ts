import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { axe, clipped, overflow, printed } from '../support/browser/inspect.js';
import { browser, describeInBrowser, type OpenOptions } from '../support/browser/open.js';

/* The instruments themselves: each fault is put into a page that is sound without it, and must be noticed. */

const SCRIPT = `document.documentElement.dataset.ran = 'yes';`;
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A sound page under the policy that reports have, with something put into its body. */
function pageWith(body: string, style = '', script = SCRIPT): string {
  const sheet = `body{color:#111;background:#fff}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}}${style}`;
  const policy = `default-src 'none'; style-src ${hash(sheet)}; script-src ${hash(script)}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${policy}"><style>${sheet}</style></head>
    <body><main><h1>A page</h1><p>Some words.</p>${body}</main><script>${script}</script></body></html>`;
}

/** Waits until the browser has told it, however busy the machine is. */
async function heard(isTold: () => boolean): Promise<void> {
  await expect.poll(isTold, { timeout: 60_000 }).toBe(true);
}

describeInBrowser('the instruments of the browser tests', () => {
  const tab = browser();
  const open = (body: string, style?: string, options?: OpenOptions) =>
    tab.open({ html: pageWith(body, style) }, options);

  it('find nothing in a sound page, whose own policy lets its script run', async () => {
    const opened = await open('');
    const { page, complaints } = opened;
    expect(complaints).toEqual({ console: [], errors: [], refused: [], requests: [] });
    expect(await axe(opened)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    expect(await clipped(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBe('yes');
    expect((await printed(page)).sheets).toBe(1);
    expect(complaints).toEqual({ console: [], errors: [], refused: [], requests: [] });
  });

  it('hear the console and what nothing caught', async () => {
    const script = `console.info('said'); setTimeout(() => { throw new Error('thrown'); });`;
    const { complaints } = await tab.open({ html: pageWith('', '', script) });
    await heard(() => complaints.errors.length > 0);
    expect(complaints).toMatchObject({ console: ['info: said'], errors: ['Error: thrown'] });
  });

  it('hear what the policy of a page refuses: a script, a style, a picture', async () => {
    const { complaints } = await open(
      '<p style="margin:0">x</p><script>1</script><img alt="" src="https://example.com/a.png">',
    );
    await heard(() => complaints.console.length >= 3 && complaints.refused.length >= 3);
    expect(complaints.refused.map((one) => one.split(' ')[0]).sort()).toEqual([
      'img-src',
      'script-src-elem',
      'style-src-attr',
    ]);
    expect(complaints.console).toHaveLength(3);
  });

  it('hear what a page without a policy asks for, and let nothing out', async () => {
    const html = '<!doctype html><title>x</title><img src="https://example.com/a.png"><img src="neighbour.png">';
    const { complaints } = await tab.open({ html });
    const [disk = '', net = ''] = complaints.requests.sort();
    expect(complaints.requests).toHaveLength(2);
    expect(disk).toMatch(/^file:.*neighbour\.png$/);
    expect(net).toBe('https://example.com/a.png');
    expect(complaints.console).toEqual(Array(2).fill('error: Failed to load resource: net::ERR_FAILED'));
  });

  it.each(['light', 'dark'] as const)('see a text too pale for its ground in the %s scheme alone', async (scheme) => {
    const opened = await open(
      '<p class="x">pale</p>',
      '.x{color:#888}@media(prefers-color-scheme:dark){.x{color:#aaa}}',
      {
        scheme,
      },
    );
    const faults = await axe(opened, ['color-contrast']);
    expect(faults.map(({ rule }) => rule)).toEqual(scheme === 'light' ? ['color-contrast'] : []);
    if (scheme === 'light')
      expect(faults[0]?.elements[0]).toMatch(/^\.x: .*contrast of 3\.54 \(foreground color: #888888/);
  });

  it('see a button without a name, a picture without words', async () => {
    const opened = await open('<button></button><p><img src="data:,"></p>');
    expect((await axe(opened)).map(({ rule }) => rule).sort()).toEqual(['button-name', 'image-alt']);
  });

  it('see what sticks out of a window of 390 pixels, and not what a region that scrolls holds', async () => {
    const wide = '<p class="wide">wide</p>';
    const { page } = await open(
      `${wide}<div class="box" tabindex="0">${wide}</div>`,
      '.wide{width:500px}.box{overflow-x:auto}',
      {
        width: 390,
      },
    );
    expect(await overflow(page)).toEqual(['p.wide from 8 to 508 of 390', 'the page: 508']);
  });

  it('see text that its box cuts off, on paper in a region that scrolls too', async () => {
    const { page } = await open(
      '<p class="cut">hid&shy;den</p><div class="box"><p class="wide">x</p></div>',
      '.cut{overflow:hidden;width:20px;white-space:nowrap}.box{overflow-x:auto;width:300px}.wide{width:500px}',
    );
    expect((await clipped(page)).map((one) => one.split(':')[0])).toEqual(['p.cut']);
    await page.emulateMedia({ media: 'print' });
    expect((await clipped(page)).map((one) => one.split(':')[0])).toEqual(['p.cut', 'div.box']);
  });

  it('count the sheets of paper, each 1,123 pixels high', async () => {
    const { page } = await open('<p class="high">x</p>', '@page{margin:0}.high{height:2400px}');
    expect((await printed(page)).sheets).toBe(3);
  });

  it('open a page without its script', async () => {
    const { page } = await open('', '', { scripts: false });
    expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBeUndefined();
  });

  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('open a served page, hear what it asks its own server for, and let it reach no other', async () => {
    const server = createServer((request, response) => {
      const isPage = request.url === '/';
      response.setHeader('content-type', isPage ? 'text/html' : 'text/plain');
      response.end(
        isPage
          ? `<!doctype html><title>x</title><link rel="icon" href="data:,"><script>fetch('/figure')
        .then((answer) => answer.text()).then((text) => { document.title = text; });
        fetch('http://localhost:${(server.address() as AddressInfo).port}/').catch(() => {});</script>`
          : 'forty-two',
      );
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { page, complaints } = await tab.open({ url });
    await page.waitForFunction(() => document.title === 'forty-two');
    expect(complaints.requests.sort()).toEqual([`${url}figure`, url.replace('127.0.0.1', 'localhost')]);
  });
});

describeInBrowser('one window for many pages', () => {
  const tab = browser({ oneWindow: true });
  const state = () => ({
    size: [innerWidth, innerHeight],
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    paper: matchMedia('print').matches,
    calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
    marked: Object.hasOwn(globalThis, 'mark'),
    sheets: document.adoptedStyleSheets.length,
  });
  const fresh = { size: [1280, 900], dark: false, paper: false, calm: true, marked: false, sheets: 0 };

  it('keeps nothing of the page before: its size, its scheme, what was put into it, what it said', async () => {
    const script = `console.info('said'); setInterval(() => console.info('more'), 20);`;
    const before = await tab.open({ html: pageWith('', '', script) }, { width: 390, scheme: 'dark' });
    await before.page.emulateMedia({ media: 'print' });
    await before.page.evaluate(() => {
      document.adoptedStyleSheets.push(new CSSStyleSheet());
      Object.assign(globalThis, { mark: true });
    });
    expect(await before.page.evaluate(state)).toEqual({
      ...fresh,
      size: [390, 900],
      dark: true,
      paper: true,
      marked: true,
      sheets: 1,
    });
    await heard(() => before.complaints.console.includes('info: more'));

    const { page, complaints } = await tab.open({ html: pageWith('') });
    expect(page).toBe(before.page);
    expect(await page.evaluate(state)).toEqual(fresh);
    expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBe('yes');
    expect(complaints).toEqual({ console: [], errors: [], refused: [], requests: [] });
  });

  it('hears each page as the first: what its policy refuses, what it asks for, be it the page before', async () => {
    const { page } = await tab.open({ html: pageWith('') });
    const before = page.url();
    const html = `<!doctype html><title>x</title><img src="${before}"><script>throw new Error('thrown')</script>`;
    const asking = await tab.open({ html });
    await heard(() => asking.complaints.console.length > 0 && asking.complaints.errors.length > 0);
    expect(asking.complaints.requests).toEqual([before]);
    expect(asking.complaints.errors).toEqual(['Error: thrown']);
    expect(asking.complaints.console).toEqual(['error: Failed to load resource: net::ERR_FAILED']);

    const refusing = await tab.open({ html: pageWith('<p style="margin:0">x</p>') });
    await heard(() => refusing.complaints.refused.length > 0);
    expect(refusing.complaints.refused[0]).toMatch(/^style-src-attr/);
    expect(refusing.complaints.requests).toEqual([]);
  });

  it('is no window for another locale, zone or finger, or without scripts', async () => {
    for (const options of [{ locale: 'fa-IR' }, { timezone: 'Asia/Tehran' }, { touch: true }, { scripts: false }])
      await expect(tab.open({ html: pageWith('') }, options)).rejects.toThrow('a window of its own');
  });
});
