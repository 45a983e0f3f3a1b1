import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from '../../src/live/guard.js';

const HOSTS = new Set(['127.0.0.1:7474', 'localhost:7474']);
const HOST = { host: '127.0.0.1:7474' };

/** What is made of a request; a status where it is refused. */
function asked(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const all: Record<string, string> = { ...HOST, ...headers };
  const rawHeaders = Object.entries(all).flat();
  const found = admit({ method, url, headers: all, rawHeaders }, HOSTS);
  return 'status' in found ? found.status : found;
}

describe('requests', () => {
  it('are answered at three addresses', () => {
    expect(asked('/')).toEqual({ asked: 'page', query: '' });
    expect(asked('/?by=owner?x')).toEqual({ asked: 'page', query: 'by=owner?x' });
    expect(asked('/report.json?by=owner')).toEqual({ asked: 'json', query: 'by=owner' });
    expect(asked('/events', {}, 'HEAD')).toEqual({ asked: 'events', query: '' });
  });

  it.each([
    ...['/deals.csv', '/../etc/passwd', '/%2e%2e/etc/passwd', '//', '//report.json', '/report.json/', '/./report.json'],
    ...['http://127.0.0.1:7474/', 'http://evil.example/', '/REPORT.JSON', '/%72eport.json', '/report.json%00', '', '*'],
    ...['/constructor', '/toString', '/__proto__', '\\report.json', '/events/', '/..?by=x'],
  ])('find nothing at %s', (url) => {
    expect(asked(url)).toBe(404);
  });

  it('find nothing at any other path', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        fc.pre(!['/', '/report.json', '/events'].includes(path) && !path.includes('?'));
        expect(asked(path)).toBe(404);
      }),
    );
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'CONNECT', 'get'])('may not be %s', (method) => {
    expect(asked('/', {}, method)).toBe(405);
  });

  it.each(['evil.example', 'evil.example:7474', '127.0.0.1', '127.0.0.1:80', 'localhost.evil.example:7474', ''])(
    'are not answered by the name of %s',
    (host) => {
      expect(asked('/', { host })).toBe(421);
    },
  );

  it('name one host', () => {
    expect(admit({ method: 'GET', url: '/', headers: {}, rawHeaders: [] }, HOSTS)).toMatchObject({ status: 400 });
    const twice = ['Host', 'localhost:7474', 'host', 'evil.example'];
    const headers = { host: 'localhost:7474' };
    expect(admit({ method: 'GET', url: '/', headers, rawHeaders: twice }, HOSTS)).toMatchObject({ status: 400 });
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:7474', 'http://127.0.0.1:80', 'file://'])(
    'are not answered to a page of %s',
    (origin) => {
      for (const url of ['/', '/report.json', '/events']) expect(asked(url, { origin })).toBe(403);
    },
  );

  it('are answered to the page itself', () => {
    const own = { origin: 'http://localhost:7474', 'sec-fetch-site': 'same-origin' };
    expect(asked('/events', { ...own, host: 'localhost:7474' })).toMatchObject({ asked: 'events' });
    expect(asked('/', { 'sec-fetch-site': 'none' })).toMatchObject({ asked: 'page' });
  });

  it('follow a link of another page, and put nothing into one', () => {
    const from = (dest: string, mode = 'navigate') => ({
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': mode,
      'sec-fetch-dest': dest,
    });
    expect(asked('/?by=owner', from('document'))).toMatchObject({ asked: 'page' });
    for (const [url, dest, mode] of [
      ['/', 'iframe', 'navigate'],
      ['/', 'script', 'no-cors'],
      ['/', 'image', 'no-cors'],
      ['/report.json', 'document', 'navigate'],
      ['/events', 'empty', 'cors'],
    ] as const) {
      expect(asked(url, from(dest, mode))).toBe(403);
    }
    expect(asked('/report.json', { ...from('empty', 'cors'), 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('are short and have no body', () => {
    expect(asked(`/?where=${'x'.repeat(9_000)}`)).toBe(414);
    expect(asked('/', { 'content-length': '5' })).toBe(400);
    expect(asked('/', { 'transfer-encoding': 'chunked' })).toBe(400);
    expect(asked('/', { 'content-length': '0' })).toMatchObject({ asked: 'page' });
  });
});
