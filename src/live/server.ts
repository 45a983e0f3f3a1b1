/** The server of a live page: three addresses, to be read and nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../errors/user-error.js';
import { BEAT_EVERY, createEvents } from './events.js';
import { type Admitted, admit, type Refusal } from './guard.js';
import { declaredPolicy, headersFor } from './headers.js';
import { addressOf, type Bound, hostsOf, isLoopback, type Machine } from './hosts.js';
import { type Parameter, parseQuery } from './query.js';
import { NobodyWaits } from './turns.js';

/** An answer that is told in the page's own words. */
export interface Answer {
  readonly status: 200 | 302 | 400 | 500 | 503;
  readonly type: 'text/html; charset=utf-8' | 'application/json; charset=utf-8' | 'text/plain; charset=utf-8';
  readonly text: string;
  /** The state of the files that the answer is of. */
  readonly revision?: string;
  /** Where the same page has its shortest address. */
  readonly location?: string;
  /** Seconds after which to ask again. */
  readonly again?: number;
}

/** What is served. */
export interface Site {
  /** The page; an address that cannot be understood and files that cannot be used are answers too. */
  readonly page: (parameters: readonly Parameter[], wanted: () => boolean) => Promise<Answer>;
  readonly json: (parameters: readonly Parameter[], wanted: () => boolean) => Promise<Answer>;
  /** Tells a UserError that came up before either was asked. */
  readonly refuse: (error: UserError, asked: 'page' | 'json') => Promise<Answer>;
  readonly revision: () => string;
  readonly listen: (listener: (revision: string) => void) => () => void;
  /** Told of what is a bug of ours. */
  readonly failed: (error: unknown) => void;
}

export interface ServeOptions {
  readonly site: Site;
  readonly host: string;
  /** 0 = any that is free. */
  readonly port: number;
  readonly machine: Machine;
  readonly beatEvery?: number;
}

export interface Running {
  readonly url: string;
  readonly bound: Bound;
  readonly isLoopback: boolean;
  /** Ends all connections. */
  readonly close: () => Promise<void>;
}

const LIMITS = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 };
const MOST_CONNECTIONS = 128;

/** @throws UserError `port_in_use`, `port_denied`, `host_unavailable` (exit 4) */
export async function serve({ site, host, port, machine, beatEvery = BEAT_EVERY }: ServeOptions): Promise<Running> {
  const events = createEvents(site.revision);
  let hosts: ReadonlySet<string> = new Set();
  const server = createServer({ ...LIMITS, connectionsCheckingInterval: 5_000 }, (request, response) => {
    const admitted = admit(request, hosts);
    const isHead = request.method === 'HEAD';
    if ('status' in admitted) {
      refuse(response, admitted, isHead);
      return;
    }
    if (admitted.asked === 'events') {
      openStream(request, response, isHead, events);
      return;
    }
    let waits = true;
    response.on('close', () => {
      waits = false;
    });
    answer(site, admitted, () => waits).then(
      (given) => send(response, given, isHead),
      (error: unknown) => {
        if (!(error instanceof NobodyWaits)) site.failed(error);
        send(response, { status: 500, type: 'text/plain; charset=utf-8', text: 'This is a bug in kpi.\n' }, isHead);
      },
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (_, socket) => socket.destroy());
  const address = await listenOn(server, host, port);
  const bound: Bound = { host, address: address.address, port: address.port };
  hosts = hostsOf(bound, machine);
  const unlisten = site.listen(events.tell);
  const beat = setInterval(events.beat, beatEvery);
  return {
    url: addressOf(bound),
    bound,
    isLoopback: isLoopback(bound.address),
    close: () => {
      clearInterval(beat);
      unlisten();
      events.close();
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(site: Site, { asked, query }: Admitted, wanted: () => boolean): Promise<Answer> {
  const kind = asked === 'json' ? 'json' : 'page';
  try {
    const parameters = parseQuery(query);
    return await site[kind](parameters, wanted);
  } catch (error) {
    if (error instanceof UserError) return site.refuse(error, kind);
    throw error;
  }
}

function send(
  response: ServerResponse,
  { status, type, text, revision, location, again }: Answer,
  isHead: boolean,
): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    ...headersFor(type, type.startsWith('text/html') ? declaredPolicy(text) : undefined),
    'Content-Length': bytes.length,
    ...(revision === undefined ? {} : { 'X-Revision': revision }),
    ...(location === undefined ? {} : { Location: location }),
    // A page without a script of its own follows as well.
    ...(again === undefined ? {} : { 'Retry-After': again, ...(status === 503 ? { Refresh: again } : {}) }),
  });
  response.end(isHead ? undefined : bytes);
}

function refuse(response: ServerResponse, { status, text }: Refusal, isHead: boolean): void {
  const bytes = Buffer.from(`${text}\n`);
  response.writeHead(status, {
    ...headersFor('text/plain; charset=utf-8'),
    'Content-Length': bytes.length,
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
    // What else such a caller has sent is not read.
    Connection: 'close',
  });
  response.end(isHead ? undefined : bytes);
}

function openStream(
  request: IncomingMessage,
  response: ServerResponse,
  isHead: boolean,
  events: ReturnType<typeof createEvents>,
): void {
  const headers = headersFor('text/event-stream; charset=utf-8');
  if (isHead) {
    response.writeHead(200, headers).end();
    return;
  }
  if (events.isFull()) {
    send(response, { status: 503, type: 'text/plain; charset=utf-8', text: 'Too many pages are open.\n' }, false);
    return;
  }
  const last = request.headers['last-event-id'];
  response.writeHead(200, headers);
  request.socket.setNoDelay(true);
  events.add(response, typeof last === 'string' ? last : undefined);
}

function listenOn(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(listenError(error, host, port)));
    server.listen({ host, port, exclusive: true }, () => done(server.address() as AddressInfo));
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  const options = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError('port_in_use', { host, port }, {}, options);
    case 'EACCES':
    case 'EPERM':
      return new UserError('port_denied', { host, port }, {}, options);
    default:
      if (error.code === undefined) return error;
      return new UserError('host_unavailable', { host, cause: error.code }, {}, options);
  }
}
