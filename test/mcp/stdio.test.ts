import { PassThrough } from 'node:stream';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTransport } from '../../src/mcp/stdio.js';

async function opened() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const [received, sent]: [JSONRPCMessage[], string[]] = [[], []];
  const state = { closed: 0 };
  output.on('data', (chunk: Buffer) => sent.push(...chunk.toString('utf8').trim().split('\n')));
  const transport = lineTransport({ input, output });
  transport.onmessage = (message: JSONRPCMessage) => received.push(message);
  transport.onclose = () => {
    state.closed++;
  };
  await transport.start();
  const settle = () => new Promise((done) => setImmediate(done));
  return { input, output, transport, received, state, settle, errors: () => sent.map((line) => JSON.parse(line)) };
}

const PING = { jsonrpc: '2.0', id: 1, method: 'ping' } as const;

describe('a line', () => {
  it('is a message, in however many pieces it comes', async () => {
    const bytes = Buffer.from(`${JSON.stringify({ ...PING, id: 'شناسه 😀' })}\r\n${JSON.stringify(PING)}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
        const { input, received, settle } = await opened();
        const at = [0, ...cuts.sort((one, other) => one - other), bytes.length];
        at.slice(1).forEach((end, index) => void input.write(bytes.subarray(at[index], end)));
        await settle();
        await settle();
        expect(received).toEqual([{ ...PING, id: 'شناسه 😀' }, PING]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['{"jsonrpc":"2.0",', -32700],
    ['hello', -32700],
    [Buffer.from([0xff, 0xfe, 0x7b]), -32700],
    ['[]', -32600],
    ['null', -32600],
    ['{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600],
    [`[${JSON.stringify(PING)}]`, -32600],
    ['x'.repeat(3_000_000), -32600],
  ])('that is none is answered with an error, and the next one is heard: %#', async (line, code) => {
    const { input, received, settle, errors } = await opened();
    input.write(line);
    input.write(`\n\n${JSON.stringify(PING)}\n`);
    for (let times = 0; times < 5; times++) await settle();
    expect(errors()).toMatchObject([{ jsonrpc: '2.0', error: { code } }]);
    expect(received).toEqual([PING]);
  });

  it('that names its id has it in the error', async () => {
    const { input, settle, errors } = await opened();
    input.write('{"jsonrpc":"1.0","id":"a","method":"ping"}\n');
    await settle();
    expect(errors()).toMatchObject([{ id: 'a' }]);
  });
});

describe('the end', () => {
  it.each(['input', 'output'] as const)('comes once when the %s is gone', async (which) => {
    const one = await opened();
    if (which === 'input') one.input.end();
    else one.output.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    for (let times = 0; times < 5; times++) await one.settle();
    await one.transport.close();
    expect(one.state.closed).toBe(1);
    await one.transport.send(PING);
  });
});
