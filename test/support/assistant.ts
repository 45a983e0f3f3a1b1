import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll } from 'vitest';
import { BIN } from './run.js';

/** What a tool answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  /** The document of the command; for an error, the one of exit code 3. */
  readonly document: unknown;
  /** The command line that prints the same, without `kpi`. */
  readonly command: string;
  readonly structured: Readonly<Record<string, unknown>> | undefined;
  readonly text: string;
}

export interface Assistant {
  readonly client: Client;
  /** The server's process. */
  readonly pid: number | null;
  readonly ask: (tool: string, input?: Record<string, unknown>) => Promise<ToolAnswer>;
}

/** Starts the built server as an assistant's program does, with the client of the protocol's own SDK. */
export async function startAssistant(args: readonly string[], cwd: string, program: string = BIN): Promise<Assistant> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp', ...args],
    cwd,
    stderr: 'ignore',
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return {
    client,
    pid: transport.pid,
    ask: async (name, input = {}) => {
      const result = await client.callTool({ name, arguments: input });
      const [first] = result.content as readonly { readonly type: string; readonly text: string }[];
      const text = first?.text ?? '';
      const structured = result.structuredContent as Record<string, unknown> | undefined;
      return {
        isError: result.isError === true,
        document: structured === undefined ? JSON.parse(text) : structured['document'],
        command: String(structured?.['command'] ?? ''),
        structured,
        text,
      };
    },
  };
}

/** One server for the tests of a file. @param args where it may read, once that is known */
export function assistant(args: () => readonly string[], cwd: () => string): Assistant {
  const started: { one: Assistant | null } = { one: null };
  beforeAll(async () => {
    started.one = await startAssistant(args(), cwd());
  });
  afterAll(async () => {
    await started.one?.client.close();
  });
  const one = (): Assistant => {
    if (started.one === null) throw new Error('the server has not been started yet');
    return started.one;
  };
  return {
    get client() {
      return one().client;
    },
    get pid() {
      return one().pid;
    },
    ask: (tool, input) => one().ask(tool, input),
  };
}
