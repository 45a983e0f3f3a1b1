import { hostname, networkInterfaces } from 'node:os';
import { describeError } from '../../errors/describe.js';
import type { UserError } from '../../errors/user-error.js';
import { type Running, serve } from '../../live/server.js';
import type { Call, Run } from '../commands.js';
import { baseOf } from '../live/command-line.js';
import { follow } from '../live/follow.js';
import { startLifetime } from '../live/lifetime.js';
import { createSite } from '../live/site.js';
import { writeStream } from '../output.js';
import { tellBug } from '../session.js';

const PORT = 7474;
const HOST = '127.0.0.1';

export const run: Run = async (call) => {
  const { values, session } = call;
  const lifetime = startLifetime(process);
  const base = baseOf(call.typed);
  const { board, quiet, start, stop } = await follow(call, 'serve', base, { busy: lifetime.busy });
  let running: Running | null = null;
  try {
    const { failure } = await import('../../index.js');
    running = await serve({
      site: createSite({
        board,
        base,
        session: quiet,
        failure: (error, speaker) => failure(error, [], speaker.lang()),
        failed: (error) => tellBug(error, session),
      }),
      host: values.host ?? HOST,
      port: values.port ?? PORT,
      machine: {
        name: hostname(),
        addresses: Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address)),
      },
    });
    if (!running.isLoopback) session.warn(OPEN[session.lang()]);
    await start();
    const problem = board.problem();
    if (problem !== null) tellChange(call, problem);
    board.listen(() => tellChange(call, board.problem()));
    // The one line on standard output is the address, for a script to read.
    await writeStream(session.machine.stdout, [`${running.url}\n`]);
    session.note({ en: 'Ctrl-C ends it.', fa: 'با Ctrl-C پایان می‌یابد.' });
    return await lifetime.ended;
  } finally {
    stop();
    await running?.close();
    lifetime.stop();
  }
};

const OPEN = {
  en: 'everybody who reaches this address reads the figures: there is no password',
  fa: 'هر که به این نشانی برسد اعداد را می‌خواند: گذرواژه‌ای در کار نیست',
} as const;

function tellChange({ session }: Call, problem: UserError | null): void {
  if (problem === null) {
    session.note({ en: 'read the files again', fa: 'فایل‌ها دوباره خوانده شد' });
    return;
  }
  const { message, hint } = describeError(problem, session.lang());
  session.warn(`${message} ${hint}`);
}
