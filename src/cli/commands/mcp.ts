import { isatty } from 'node:tty';
import { putUpFence } from '../../disk/fence.js';
import { openRoots } from '../../mcp/roots.js';
import { serveClient } from '../../mcp/server.js';
import { failureOf } from '../answers/answer.js';
import { keptStream } from '../answers/kept-stream.js';
import { startRunner } from '../answers/runner.js';
import { COMMANDS, type Run } from '../commands.js';
import { startLifetime } from '../live/lifetime.js';
import { openSession, tellBug } from '../session.js';
import { version } from '../version.js';

/** Unless the user says otherwise: JSON that a conversation has room for, files of about a million deals. */
const MOST_BYTES = 100_000;
const LARGEST_FILE = 256_000_000;
const MOST_MEMORY = 2_000_000_000;
const TIMEOUT_SECONDS = 120;

export const run: Run = async ({ session, values }) => {
  const { machine, manner } = session;
  const roots = await openRoots(values.root ?? [], machine.cwd);
  process.chdir(roots.first);
  const fence = { folders: roots.folders, named: roots.named, largest: values['max-size'] ?? LARGEST_FILE };
  putUpFence(fence);
  const lang = session.lang();
  const samples = values.samples ?? 'full';
  const failure = (error: Parameters<typeof failureOf>[0]): Promise<string> => failureOf(error, lang);
  const runner = startRunner({
    cwd: roots.first,
    fence,
    timeoutSeconds: values.timeout ?? TIMEOUT_SECONDS,
    mostMemory: values['max-memory'] ?? MOST_MEMORY,
    failure,
    bug: (error) => {
      const said = keptStream(1_000_000);
      tellBug(error, openSession({ ...machine, stderr: said.stream }, manner));
      return said.text().trim();
    },
  });
  const lifetime = startLifetime(process);
  try {
    const { stdin, stdout } = process;
    if (isatty(0)) session.note(BY_HAND);
    const { gone } = await serveClient(
      { input: stdin, output: stdout },
      {
        roots,
        runner,
        lang,
        version: version(),
        mostBytes: values['max-result'] ?? MOST_BYTES,
        samples,
        always: (command) => [
          ...(values.lang !== undefined && takes(command, 'lang') ? [['--lang', lang] as const] : []),
          ...(samples !== 'full' && takes(command, 'samples') ? [['--samples', samples] as const] : []),
        ],
        failure,
        now: machine.now,
        log: (line) => session.detail({ en: line, fa: line }),
      },
    );
    return await Promise.race([lifetime.ended, gone.then(() => 0)]);
  } finally {
    lifetime.stop();
    await runner.close();
    process.stdin.destroy();
  }
};

function takes(command: string, option: string): boolean {
  return COMMANDS.some(({ name, options }) => name === command && options.some((one) => one === option));
}

const BY_HAND = {
  en: 'waiting for an assistant on standard input (docs/assistants.md says how to connect one); Ctrl-D ends it.',
  fa: 'در انتظار دستیار روی ورودی استاندارد (شیوه‌ی اتصال در docs/assistants.md)؛ با Ctrl-D پایان می‌یابد.',
} as const;
