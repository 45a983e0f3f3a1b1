/**
 * By which names a server may be called. A page of somebody else whose name is made to lead here (DNS rebinding) calls
 * it by that name; the addresses of this machine and its own name cannot be made to lead elsewhere.
 */
import { isIP } from 'node:net';

export interface Machine {
  /** Addresses of its network interfaces. */
  readonly addresses: readonly string[];
  /** What it calls itself. */
  readonly name: string;
}

export interface Bound {
  /** As `--host` said it. */
  readonly host: string;
  /** The address that is listened on. */
  readonly address: string;
  readonly port: number;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address or a name is of this machine alone. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** What a `Host` header may be, in small letters. A browser leaves port 80 out. */
export function hostsOf({ host, address, port }: Bound, machine: Machine): ReadonlySet<string> {
  const names = new Set([inBrackets(host), inBrackets(address), ...LOOPBACK]);
  if (isEverything(address)) {
    names.add(machine.name);
    for (const one of machine.addresses) names.add(inBrackets(one));
  }
  const all = [...names].map((name) => name.toLowerCase());
  return new Set([...all.map((name) => `${name}:${port}`), ...(port === 80 ? all : [])]);
}

/** Where the page is, to be typed or clicked. */
export function addressOf({ host, address, port }: Bound): string {
  const named = isEverything(address) ? '127.0.0.1' : host;
  return `http://${inBrackets(named)}${port === 80 ? '' : `:${port}`}/`;
}

function isEverything(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function inBrackets(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
