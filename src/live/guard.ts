/** Which requests are answered at all, told before anything is done for them. */
import type { IncomingMessage } from 'node:http';

/** What can be asked for; no other path leads anywhere. */
export const PATHS = { '/': 'page', '/report.json': 'json', '/events': 'events' } as const;
export type Asked = (typeof PATHS)[keyof typeof PATHS];

export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 414 | 421;
  /** In English: who gets this is a program, or somebody who means no good. */
  readonly text: string;
}

export interface Admitted {
  readonly asked: Asked;
  /** Behind the `?`, as it was sent. */
  readonly query: string;
}

/** Longer than any choice of controls. */
const LONGEST = 8_192;

type Message = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

/**
 * Checks method, address and who asks.
 * @param hosts what `Host` may be, with the port, in small letters
 */
export function admit(message: Message, hosts: ReadonlySet<string>): Admitted | Refusal {
  const { method = '', url = '', headers } = message;
  const host = headers.host?.toLowerCase();
  if (host === undefined || timesSent(message, 'host') !== 1) return { status: 400, text: 'A request names one Host.' };
  if (!hosts.has(host)) return { status: 421, text: 'This server is not the one that the Host header names.' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'Only GET and HEAD.' };
  if (url.length > LONGEST) return { status: 414, text: 'The address is too long.' };
  if (hasBody(headers)) return { status: 400, text: 'A request has no body.' };
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  // Compared as it was sent: nothing is decoded, resolved or looked up, so `..` and `%2e` lead nowhere.
  if (!Object.hasOwn(PATHS, path)) return { status: 404, text: 'There is nothing here.' };
  const asked = PATHS[path as keyof typeof PATHS];
  if (!isOwn(headers, hosts, asked)) return { status: 403, text: 'Pages of other sites get nothing here.' };
  return { asked, query: at < 0 ? '' : url.slice(at + 1) };
}

/** Whether a browser says that the page itself asks, or the person who typed or followed the address. */
function isOwn(headers: IncomingMessage['headers'], hosts: ReadonlySet<string>, asked: Asked): boolean {
  const { origin } = headers;
  if (origin !== undefined && !hosts.has(origin.toLowerCase().replace(/^http:\/\//, ''))) return false;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link on another page may lead to the dashboard, as a page of its own; nothing of it may be put into that page.
  return asked === 'page' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Node keeps the first `Host` of several. */
function timesSent({ rawHeaders }: Message, name: string): number {
  return rawHeaders.filter((sent, at) => at % 2 === 0 && sent.toLowerCase() === name).length;
}
