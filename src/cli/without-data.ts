/** Exit code 3: no usable data. What was asked for is written all the same, so that nobody publishes yesterday's. */
import { describeError } from '../errors/describe.js';
import { UserError } from '../errors/user-error.js';
import { formatById, renderFailure } from '../format/render.js';
import type { Failure } from '../index.js';
import type { Call } from './commands.js';
import { renderOptions, type Sink, write } from './print.js';
import type { Prepared } from './request.js';

/**
 * Does what needs usable data. Where there is none, every document that was asked for says so, and the error goes its
 * way: a table on the terminal would only say it twice.
 *
 * @param further writes what else was asked for
 */
export async function orSayWhy<T>(
  call: Call,
  { library, files }: Pick<Prepared, 'library' | 'files'>,
  sinks: readonly Sink[],
  work: () => T | Promise<T>,
  further?: (failure: Failure) => Promise<void>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || describeError(error, 'en').exit !== 3) throw error;
    const failure = library.failure(
      error,
      files.map(({ path }) => path),
      call.session.lang(),
    );
    for (const sink of sinks) {
      // What a template would say of no report, nobody knows; the error stands on standard error.
      if ((sink.file === null && sink.format === 'table') || formatById(sink.format) === undefined) continue;
      await write(call, sink, await renderFailure(failure, sink.format, renderOptions(call, sink)));
    }
    await further?.(failure);
    throw error;
  }
}
