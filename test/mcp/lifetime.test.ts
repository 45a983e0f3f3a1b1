import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAssistant } from '../support/assistant.js';
import { BIN } from '../support/run.js';
import { workplace } from '../support/workplace.js';

/* Work that is stopped, and clients that go away: something else is answered, and nothing goes on. */

const place = workplace();
/** Deals enough that a forecast takes seconds. */
beforeAll(() => {
  const day = (at: number): string => new Date(Date.UTC(2020, 0, 1 + (at % 1500))).toISOString().slice(0, 10);
  const rows = Array.from({ length: 150_000 }, (_, at) => {
    const stage = at % 3 === 0 ? 'Closed Won' : at % 3 === 1 ? 'Closed Lost' : 'Negotiation';
    return `${at},Deal ${at},Owner ${at % 40},${stage},${at % 977},${day(at)},${day(at + (at % 90))}`;
  });
  const header = 'Deal ID,Deal Name,Owner,Stage,Amount,Create Date,Close Date';
  writeFileSync(join(place.path, 'many.csv'), [header, ...rows].join('\n'));
  writeFileSync(join(place.path, 'names.csv'), [header, ...rows.slice(0, 40_000)].join('\n'));
});

const LONG = { files: ['many.csv'], by: ['owner'] };
const ask = (child: ReturnType<typeof spawn>, message: object): void => {
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
};

describe('an answer that is long in coming', () => {
  it('tells how far it is, can be cancelled, and keeps nobody else waiting', async () => {
    const { client, ask: askTool } = await startAssistant(['--root', '.'], place.path);
    const cancel = new AbortController();
    const told: number[] = [];
    const long = client
      .callTool({ name: 'forecast', arguments: LONG }, undefined, {
        signal: cancel.signal,
        onprogress: ({ progress }) => told.push(progress),
      })
      .catch((error: unknown) => error);
    while (told.length === 0) await client.ping();
    cancel.abort('no longer wanted');
    expect(await long).toBeInstanceOf(McpError);
    const { document } = await askTool('report', { files: ['deals.csv'], kpis: ['won_deals'] });
    expect(document).toMatchObject({ kpis: [{ value: 3 }] });
    expect(told).toEqual([...told].sort((one, other) => one - other));
    await client.close();
  });

  it('is stopped after a time, and the next question is answered', async () => {
    const { client, ask: askTool } = await startAssistant(['--root', '.', '--timeout', '1'], place.path);
    expect((await askTool('forecast', LONG)).document).toMatchObject({ error: { code: 'answer_timed_out', exit: 3 } });
    await client.ping();
    await client.close();
  });

  it('is stopped when it takes too much memory', async () => {
    const { client, ask: askTool } = await startAssistant(['--root', '.', '--max-memory', '60MB'], place.path);
    const { document } = await askTool('report', { files: ['names.csv'], by: ['Deal Name'] });
    expect(document).toMatchObject({ error: { code: 'answer_out_of_memory' } });
    expect((await askTool('report', { files: ['deals.csv'], kpis: ['won_deals'] })).isError).toBe(false);
    await client.close();
  });
});

describe('a client that goes away', () => {
  it.each(['end of input', 'SIGTERM', 'SIGINT', 'closed output'] as const)(
    'in the middle of an answer: %s',
    async (how) => {
      const child = spawn(process.execPath, [BIN, 'mcp', '--root', '.'], {
        cwd: place.path,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
      const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } };
      ask(child, { id: 1, method: 'initialize', params });
      ask(child, { method: 'notifications/initialized' });
      const _meta = { progressToken: 1 };
      ask(child, { id: 2, method: 'tools/call', params: { name: 'forecast', arguments: LONG, _meta } });
      await new Promise<void>((done) => {
        let text = '';
        child.stdout.on('data', (chunk) => {
          text += chunk;
          if (text.includes('notifications/progress')) done();
        });
      });
      const gone = Date.now();
      if (how === 'end of input') child.stdin.end();
      else if (how === 'closed output') {
        child.stdout.destroy();
        ask(child, { id: 3, method: 'ping' });
      } else child.kill(how);
      expect(await ended).toBe({ 'end of input': 0, 'closed output': 0, SIGTERM: 143, SIGINT: 130 }[how]);
      expect(Date.now() - gone).toBeLessThan(10_000);
    },
  );
});
