/** The protocol's side of the server: who asks what, and who answers. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type ServerNotification,
} from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../errors/user-error.js';
import type { Lang } from '../locale/text.js';
import type { Samples } from '../report/redact.js';
import { structured, type ToolResult, toolResult } from './answers.js';
import { tools } from './catalogue/index.js';
import { commandLine } from './command-line.js';
import type { Runner, RunProgress, ToolDefinition } from './definition.js';
import { INSTRUCTIONS } from './instructions.js';
import { FILE_LIST, listFiles } from './list-files.js';
import { offeredTools } from './offered.js';
import { PROMPTS, promptText } from './prompts.js';
import { protocolError } from './protocol-error.js';
import { createReader } from './read-resource.js';
import { FAMILIES, FIXED } from './resources.js';
import { fileNameIn, type Roots } from './roots.js';
import { lineTransport, type Streams } from './stdio.js';
import { argumentsOf, describeTool } from './tool.js';

export interface ServerOptions {
  readonly roots: Roots;
  readonly runner: Runner;
  readonly lang: Lang;
  readonly version: string;
  /** Bytes of JSON in an answer at most. */
  readonly mostBytes: number;
  /** Options that every call has, of those that its command takes. */
  readonly always: (command: string) => readonly (readonly [option: string, value: string])[];
  /** How much of single records may be told. */
  readonly samples: Samples;
  /** A user's error as the document of exit code 3, as JSON. */
  readonly failure: (error: UserError) => Promise<string>;
  /** Milliseconds of a clock. */
  readonly now: () => number;
  /** Tells what went wrong between client and server, on standard error. */
  readonly log: (line: string) => void;
}

/** Serves one client until it goes away. */
export async function serveClient(streams: Streams, options: ServerOptions): Promise<{ readonly gone: Promise<void> }> {
  const { lang, version, runner, log } = options;
  const server = new Server(
    { name: 'kpi', title: 'kpi', version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      instructions: INSTRUCTIONS[lang],
    },
  );
  server.onerror = (error) => log(error.message);
  answerTools(server, options);
  answerResources(server, options);
  answerPrompts(server, lang);
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(lineTransport(streams));
  return { gone: gone.then(() => runner.close()) };
}

function answerTools(server: Server, options: ServerOptions): void {
  const { lang } = options;
  const offered = offeredTools(tools, options.samples);
  const described = [FILE_LIST.describe(lang), ...offered.map((tool) => describeTool(tool, lang))];
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: described }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
    const token = params._meta?.progressToken;
    const tool = offered.find(({ name }) => name === params.name) ?? params.name;
    const result = await callTool(tool, params.arguments, options, {
      signal,
      ...(token === undefined ? {} : { onProgress: progressTo(token, sendNotification, options.now) }),
    });
    return { ...result, content: [...result.content] };
  });
}

type OnProgress = (progress: RunProgress) => void;

interface Asking {
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** Throws a protocol error for a tool that there is not; all else that is wrong is a result, which an assistant can mend. */
async function callTool(
  tool: ToolDefinition | string,
  input: unknown,
  options: ServerOptions,
  asking: Asking,
): Promise<ToolResult> {
  const name = typeof tool === 'string' ? tool : tool.name;
  const { roots, runner, lang, mostBytes, failure } = options;
  const refused = async (problems: readonly string[]): Promise<ToolResult> => ({
    content: [{ type: 'text', text: await failure(new UserError('invalid_arguments', { tool: name, problems })) }],
    isError: true,
  });
  if (name === FILE_LIST.name) {
    const problems = FILE_LIST.problems(input);
    return problems.length > 0 ? refused(problems) : structured({ ...(await listFiles(roots)) });
  }
  if (typeof tool === 'string') throw protocolError(ErrorCode.InvalidParams, `Unknown tool: ${name.slice(0, 100)}`);
  const called = argumentsOf(tool, input, { lang, fileName: (typed) => fileNameIn(roots, typed) });
  if ('problems' in called) return refused(called.problems);
  const args = withOptions(called.args, options);
  const { narrower } = tool;
  return toolResult(await runner.run(args, { ...asking, mostBytes, narrower }), commandLine(args));
}

/** Arguments with the options that every call has; what the call says itself counts. */
export function withOptions(args: readonly string[], { always }: Pick<ServerOptions, 'always'>): readonly string[] {
  const further = always(args[0] ?? '').filter(([option]) => !args.includes(option));
  return [...args, ...further.flat()];
}

type SendNotification = (notification: ServerNotification) => Promise<void>;

/** At most ten a second. */
const PAUSE_MS = 100;

/** Tells how far the reading is. Never less than before, as the protocol demands, though files follow each other. */
function progressTo(progressToken: string | number, send: SendNotification, clock: () => number): OnProgress {
  const done = { file: '', before: 0, progress: 0, next: 0 };
  return ({ file, bytes, total }) => {
    if (file !== done.file) Object.assign(done, { file, before: done.progress });
    const progress = done.before + bytes;
    const now = clock();
    if (progress <= done.progress || now < done.next) return;
    Object.assign(done, { progress, next: now + PAUSE_MS });
    const params = {
      progressToken,
      progress,
      ...(total === null ? {} : { total: done.before + total }),
      message: file,
    };
    send({ method: 'notifications/progress', params }).catch(() => {});
  };
}

function answerResources(server: Server, options: ServerOptions): void {
  const { lang } = options;
  const mimeType = 'application/json';
  const reader = createReader(options);
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: FIXED.map(({ uri, name, title }) => ({ uri, name, title: title[lang], mimeType })),
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: FAMILIES.map(({ prefix, variable, name, title }) => ({
      uriTemplate: `${prefix}{${variable}}`,
      name,
      title: title[lang],
      mimeType,
    })),
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }, { signal }) => {
    const text = await reader.read(uri, signal);
    return { contents: [{ uri, mimeType, text }] };
  });
  server.setRequestHandler(CompleteRequestSchema, async ({ params }, { signal }) => {
    const { ref, argument } = params;
    const values = ref.type === 'ref/resource' ? await reader.complete(ref.uri, argument.value, signal) : [];
    return { completion: { values: values.slice(0, 100), total: values.length, hasMore: values.length > 100 } };
  });
}

function answerPrompts(server: Server, lang: Lang): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map(({ name, title, description, arguments: given }) => ({
      name,
      title: title[lang],
      description: description[lang],
      arguments: given.map((one) => ({ ...one, description: one.description[lang] })),
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const prompt = PROMPTS.find(({ name }) => name === params.name);
    if (prompt === undefined) throw protocolError(ErrorCode.InvalidParams, 'Unknown prompt');
    const values = params.arguments ?? {};
    const missing = prompt.arguments.filter(({ name, required }) => required && !values[name]);
    if (missing.length > 0) {
      throw protocolError(ErrorCode.InvalidParams, `Missing: ${missing.map(({ name }) => name).join(', ')}`);
    }
    return {
      description: prompt.description[lang],
      messages: [{ role: 'user', content: { type: 'text', text: promptText(prompt, values, lang) } }],
    };
  });
}
