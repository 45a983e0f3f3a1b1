import { describe, expect, it } from 'vitest';
import { addressOf, hostsOf, isLoopback } from '../../src/live/hosts.js';

const MACHINE = { addresses: ['127.0.0.1', '192.168.1.20', 'fe80::1'], name: 'Wall' };

describe('the names of a server', () => {
  it('are those of this machine alone where it listens to it alone', () => {
    const hosts = hostsOf({ host: '127.0.0.1', address: '127.0.0.1', port: 7474 }, MACHINE);
    expect([...hosts]).toEqual(['127.0.0.1:7474', 'localhost:7474', '[::1]:7474']);
  });

  it('are those of its addresses and its own name where it listens to everything', () => {
    const hosts = hostsOf({ host: '0.0.0.0', address: '0.0.0.0', port: 80 }, MACHINE);
    for (const host of ['wall', 'wall:80', '192.168.1.20', '[fe80::1]:80', 'localhost']) expect(hosts).toContain(host);
    for (const host of ['evil.example', '192.168.1.20:81', '10.0.0.1']) expect(hosts).not.toContain(host);
  });

  it('are the name that was said', () => {
    const hosts = hostsOf({ host: 'Sales.example', address: '10.1.1.1', port: 9000 }, MACHINE);
    expect(hosts).toContain('sales.example:9000');
    expect(hosts).toContain('10.1.1.1:9000');
    expect(hosts).not.toContain('wall:9000');
  });

  it('tell this machine from others', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.example.com', 'localhost.example.com'].some(isLoopback)).toBe(false);
  });

  it('make an address to click', () => {
    expect(addressOf({ host: '127.0.0.1', address: '127.0.0.1', port: 7474 })).toBe('http://127.0.0.1:7474/');
    expect(addressOf({ host: '::1', address: '::1', port: 80 })).toBe('http://[::1]/');
    expect(addressOf({ host: '0.0.0.0', address: '0.0.0.0', port: 1 })).toBe('http://127.0.0.1:1/');
  });
});
