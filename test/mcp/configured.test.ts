import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it } from 'vitest';
import { tools } from '../../src/mcp/catalogue/index.js';
import { offeredTools } from '../../src/mcp/offered.js';
import { FAMILIES, FIXED } from '../../src/mcp/resources.js';
import { startAssistant } from '../support/assistant.js';
import { BIN, kpi, ROOT } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const PAGE = readFileSync(`${ROOT}docs/assistants.md`, 'utf8');

interface Configuration {
  readonly mcpServers: { readonly kpi: { readonly command: string; readonly args: readonly string[] } };
}

describe('the page for assistants', () => {
  it('shows a configuration that connects', async () => {
    const { command, args } = (JSON.parse(/```json\n([^`]*)```/.exec(PAGE)?.[1] ?? '') as Configuration).mcpServers.kpi;
    const programs = join(place.path, 'programs');
    mkdirSync(programs);
    symlinkSync(BIN, join(programs, 'kpi'));
    chmodSync(BIN, 0o755);
    const transport = new StdioClientTransport({
      command,
      args: args.map((one) => (one === '/home/you/exports' ? place.path : one)),
      env: { PATH: `${programs}:${process.env['PATH']}` },
      cwd: '/',
      stderr: 'ignore',
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    const { structuredContent } = await client.callTool({
      name: 'report',
      arguments: { files: ['deals.csv'], kpis: ['won_deals'] },
    });
    expect(structuredContent).toMatchObject({ document: { kpis: [{ id: 'won_deals', value: 3 }] } });
    await client.close();
  });

  it('names every tool and every resource', () => {
    for (const { name } of tools) expect(PAGE).toContain(`\`${name}\``);
    for (const { uri } of FIXED) expect(PAGE).toContain(`\`${uri}\``);
    for (const { prefix, variable } of FAMILIES) expect(PAGE).toContain(`\`${prefix}{${variable}}\``);
  });
});

describe('options of the server', () => {
  it.each([
    [[], 'none is named'],
    [['--root', 'nowhere'], '--root nowhere: there is no such folder'],
    [['--root', 'deals.csv'], 'there is no such folder'],
    [['--root', '.', '--timeout', '0'], '1 to 3600'],
    [['--root', '.', '--output', 'x'], 'no option --output'],
    [['deals.csv', '--root', '.'], 'deals.csv'],
  ])('%j: %s', (args, said) => {
    const { status, stderr, stdout } = kpi(['mcp', ...args], { cwd: place.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('--samples and --lang hold for every call', async () => {
    const { client, ask } = await startAssistant(['--root', '.', '--samples', 'none', '--lang', 'fa'], place.path);
    const listed = (await client.listTools()).tools;
    expect(listed.map(({ name }) => name)).not.toContain('deals');
    expect(listed.find(({ name }) => name === 'report')?.title).toBe('گزارش شاخص‌ها');
    const { document, command } = await ask('report', { files: ['deals.csv'], sections: ['actions', 'evidence'] });
    expect(command).toContain('--lang fa --samples none');
    const args = [
      'report',
      'deals.csv',
      '--sections',
      'actions,evidence',
      '--lang',
      'fa',
      '--samples',
      'none',
      '--format',
      'json',
    ];
    expect(document).toEqual(JSON.parse(kpi(args, { cwd: place.path }).stdout));
    expect((await ask('report', { files: ['deals.csv'], by: ['Deal Name'] })).document).toMatchObject({
      error: { code: 'invalid_arguments' },
    });
    expect((await ask('list_kpis', { lang: 'en' })).document).toContainEqual(
      expect.objectContaining({ title: 'Win rate' }),
    );
    await expect(client.callTool({ name: 'deals', arguments: { files: ['deals.csv'] } })).rejects.toThrow(
      'Unknown tool',
    );
    await client.close();
  });
});

it('offers fewer tools the less may be seen', () => {
  const names = (samples: 'full' | 'ids' | 'none') => offeredTools(tools, samples).map(({ name }) => name);
  expect(names('full')).toEqual(tools.map(({ name }) => name));
  expect(names('ids')).toEqual(names('full').filter((name) => name !== 'deals' && name !== 'inspect'));
  const inputs = (samples: 'ids' | 'none', tool: string) =>
    Object.keys(offeredTools(tools, samples).find(({ name }) => name === tool)?.inputs ?? {});
  expect(inputs('ids', 'explain')).toEqual(['id', 'lang']);
  expect(inputs('ids', 'report')).toContain('by');
  expect(inputs('none', 'report')).not.toContain('by');
});
