import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { type Running, type Site, serve } from '../../src/live/server.js';

const MACHINE = { name: 'wall', addresses: [] };
const running: Running[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

/** A site that says what it was asked for. */
function site(changes: Partial<Site> = {}) {
  const listeners = new Set<(revision: string) => void>();
  const failures: unknown[] = [];
  const state = { revision: 'run.1' };
  const own: Site = {
    page: async (parameters) => ({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: `<head></head>${JSON.stringify(parameters)}`,
      revision: state.revision,
    }),
    json: async () => ({ status: 200, type: 'application/json; charset=utf-8', text: '{}\n', revision: 'run.1' }),
    refuse: async (error, asked) => ({
      status: 400,
      type: 'text/plain; charset=utf-8',
      text: `${asked}: ${error.code}`,
    }),
    revision: () => state.revision,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    failed: (error) => failures.push(error),
    ...changes,
  };
  const change = (revision: string): void => {
    state.revision = revision;
    for (const listener of listeners) listener(revision);
  };
  return { own, change, failures };
}

async function start(own: Site): Promise<Running> {
  const one = await serve({ site: own, host: '127.0.0.1', port: 0, machine: MACHINE });
  running.push(one);
  return one;
}

/** An answer to a request as it is given, path and headers. */
async function raw({ bound }: Running, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request({ host: '127.0.0.1', port: bound.port, path, method, headers, agent: false });
  sent.end();
  const [answer] = await once(sent, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return { status: answer.statusCode as number, headers: answer.headers as Record<string, string>, text };
}

describe('the server', () => {
  it('answers at its address, on this machine alone', async () => {
    const one = await start(site().own);
    expect(one.url).toBe(`http://127.0.0.1:${one.bound.port}/`);
    expect(one.isLoopback).toBe(true);
    const answer = await fetch(`${one.url}?by=City%2C+State`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<head></head>[{"name":"by","value":"City, State"}]');
    expect(answer.headers.get('x-revision')).toBe('run.1');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('sends no body to HEAD, and says how long it would be', async () => {
    const one = await start(site().own);
    const { status, headers, text } = await raw(one, '/report.json', {}, 'HEAD');
    expect([status, headers['content-length'], text]).toEqual([200, '3', '']);
  });

  it.each([
    ['/../../etc/passwd', {}, 404],
    ['/%2e%2e/%2e%2e/etc/passwd', {}, 404],
    ['http://127.0.0.1/', {}, 404],
    ['/', { Host: 'evil.example' }, 421],
    ['/events', { Origin: 'http://evil.example' }, 403],
    ['/report.json', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ] as const)('refuses %s with %j', async (path, headers, status) => {
    const one = await start(site().own);
    const answer = await raw(one, path, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('refuses other methods, and says which there are', async () => {
    const answer = await raw(await start(site().own), '/', {}, 'DELETE');
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('survives what is no HTTP', async () => {
    const one = await start(site().own);
    const socket = connect(one.bound.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.end('\u0016\u0003\u0001 nonsense\r\n\r\n');
    socket.resume();
    await once(socket, 'close');
    expect((await raw(one, '/')).status).toBe(200);
  });

  it('tells what is wrong with an address or a request', async () => {
    const { own } = site({ json: () => Promise.reject(new UserError('unknown_kpi', { id: 'x', suggestion: null })) });
    const one = await start(own);
    expect((await raw(one, '/?by=%zz')).text).toBe('page: address_unreadable');
    expect((await raw(one, '/report.json')).text).toBe('json: unknown_kpi');
  });

  it('says that a bug is one, and goes on', async () => {
    const bug = new TypeError('a cell of somebody');
    const { own, failures } = site({ page: () => Promise.reject(bug) });
    const one = await start(own);
    const answer = await raw(one, '/');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('cell');
    expect(failures).toEqual([bug]);
    expect((await raw(one, '/report.json')).status).toBe(200);
  });

  it('tells two pages of a change, and one that comes back what it missed', async () => {
    const { own, change } = site();
    const one = await start(own);
    const listen = async (headers: Record<string, string> = {}) => {
      const answer = await fetch(`${one.url}events`, { headers });
      expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
      return async (): Promise<string> => String((await reader.read()).value ?? 'end');
    };
    const [first, second] = [await listen(), await listen()];
    expect(await first()).toContain('event: hello\nid: run.1');
    await second();
    change('run.2');
    expect(await first()).toBe('event: changed\nid: run.2\ndata: run.2\n\n');
    expect(await second()).toBe('event: changed\nid: run.2\ndata: run.2\n\n');
    const third = await listen({ 'Last-Event-ID': 'run.1' });
    expect(await third()).toContain('event: changed\nid: run.2');
    await one.close();
    expect(await first()).toBe('end');
  });

  it('says that a port is in use, and which addresses there are not', async () => {
    const one = await start(site().own);
    const again = serve({ site: site().own, host: '127.0.0.1', port: one.bound.port, machine: MACHINE });
    await expect(again).rejects.toMatchObject({ code: 'port_in_use', args: { port: one.bound.port } });
    const elsewhere = serve({ site: site().own, host: '192.0.2.1', port: 0, machine: MACHINE });
    await expect(elsewhere).rejects.toMatchObject({ code: 'host_unavailable' });
  });

  it('can be started again where it was', async () => {
    const one = await start(site().own);
    const { port } = one.bound;
    await fetch(one.url);
    await one.close();
    const again = await serve({ site: site().own, host: '127.0.0.1', port, machine: MACHINE });
    running.push(again);
    expect((await fetch(again.url)).status).toBe(200);
  });
});
