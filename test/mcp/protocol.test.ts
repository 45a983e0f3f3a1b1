import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/mcp/definition.js';
import { serveClient } from '../../src/mcp/server.js';

/* What a client may send that is no good, to the server without its process. */

async function opened(answer: Answer = { kind: 'document', json: '{"a":1}', notes: ['said'] }) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const [ran, heard]: [string[][], Map<unknown, (message: Record<string, unknown>) => void>] = [[], new Map()];
  const state = { closed: false };
  let rest = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = JSON.parse(line) as Record<string, unknown>;
      heard.get(message['id'])?.(message);
    }
  });
  const runner = {
    run: async (args: readonly string[]) => {
      ran.push([...args]);
      return answer;
    },
    close: async () => {
      state.closed = true;
    },
  };
  const roots = { first: '/exports', folders: ['/exports'], named: ['/exports'] };
  const failure = async ({ code }: { code: string }) => JSON.stringify({ error: { code } });
  const { gone } = await serveClient(
    { input, output },
    {
      roots,
      runner,
      lang: 'en',
      version: '1',
      mostBytes: 1000,
      always: () => [],
      samples: 'full',
      failure,
      now: () => 0,
      log: () => {},
    },
  );
  let next = 0;
  const send = (method: string, params?: unknown) =>
    new Promise<Record<string, unknown>>((done) => {
      const id = ++next;
      heard.set(id, done);
      input.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) })}\n`);
    });
  return { input, send, ran, state, gone };
}

const HELLO = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } };

describe('a call', () => {
  it('is an answer with the document, the command line and what was said beside it', async () => {
    const { send, ran } = await opened();
    await send('initialize', HELLO);
    const { result } = await send('tools/call', { name: 'report', arguments: { files: ['/exports/a.csv'] } });
    expect(result).toMatchObject({
      structuredContent: {
        command: 'kpi report a.csv --sections insights --format json',
        notes: ['said'],
        document: { a: 1 },
      },
    });
    expect(ran).toEqual([['report', 'a.csv', '--sections', 'insights', '--format', 'json']]);
  });

  it.each([
    [{ kind: 'failure', json: '{"error":1}' }, '{"error":1}'],
    [{ kind: 'bug', text: 'this is a bug' }, 'this is a bug'],
  ] as const)('that failed is an error that an assistant can read: %j', async (answer, text) => {
    const { send } = await opened(answer);
    const { result } = await send('tools/call', { name: 'report', arguments: { files: ['a.csv'] } });
    expect(result).toEqual({ content: [{ type: 'text', text }], isError: true });
  });

  it.each([
    ['tools/call', { name: 'nothing', arguments: {} }, -32602],
    ['tools/call', { name: '__proto__' }, -32602],
    ['tools/call', { name: 5 }, -32603],
    ['tools/call', undefined, -32603],
    ['tools/call', { name: 'report', arguments: 'files' }, -32603],
    ['resources/read', { uri: 5 }, -32603],
    ['resources/read', { uri: 'file:///etc/passwd' }, -32002],
    ['prompts/get', { name: 'nothing' }, -32602],
    ['nothing/at/all', {}, -32601],
  ])('that is wrong is refused, and the server lives: %s %j', async (method, params, code) => {
    const { send, ran } = await opened();
    expect(await send(method, params)).toMatchObject({ error: { code } });
    expect(await send('ping')).toMatchObject({ result: {} });
    expect(ran).toEqual([]);
  });

  it.each([
    { files: 'a.csv' },
    { files: ['a.csv'], period: 2025 },
    { files: ['a.csv'], surprise: true },
    { files: [] },
    {},
    { files: ['a.csv'], kpis: ['a'.repeat(3000)] },
  ])('with wrong arguments %# is an error that an assistant can mend, and nothing is run', async (input) => {
    const { send, ran } = await opened();
    const { result } = await send('tools/call', { name: 'report', arguments: input });
    expect(result).toMatchObject({ isError: true, content: [{ text: '{"error":{"code":"invalid_arguments"}}' }] });
    expect(ran).toEqual([]);
  });
});

it('speaks a version that it knows to a client that names one that there is not', async () => {
  const { send } = await opened();
  const { result } = await send('initialize', { ...HELLO, protocolVersion: '1999-01-01' });
  expect(result).toMatchObject({ protocolVersion: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });
});

it('stops what runs when the client goes away', async () => {
  const { input, gone, state } = await opened();
  input.end();
  await gone;
  expect(state.closed).toBe(true);
});
