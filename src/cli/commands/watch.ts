import { scoped } from '../../config/merge.js';
import { describeError } from '../../errors/describe.js';
import { UserError } from '../../errors/user-error.js';
import { renderReport } from '../../format/render.js';
import type { Shown } from '../../live/board.js';
import type { Call, Run } from '../commands.js';
import { follow } from '../live/follow.js';
import { startLifetime } from '../live/lifetime.js';
import type { MadeReport } from '../live/reading.js';
import { createScreen, type Screen } from '../live/screen.js';
import { formatsFor, openSinks, renderOptions, type Sink, write } from '../print.js';
import { inputsOf } from '../report-request.js';
import { given } from '../request.js';
import { fillTemplate, readTemplate, TEMPLATE, type Template } from '../template.js';
import { withoutOutput } from '../typed.js';

export const run: Run = async (call) => {
  const { session } = call;
  const { machine } = session;
  const screen = createScreen(machine.stdout, machine.env);
  const lifetime = startLifetime(process);
  const busy = (working: boolean): void => {
    screen.cursor(working);
    lifetime.busy(working);
  };
  const base = ['report', ...call.typed.slice(1)];
  const { board, plan, start, stop } = await follow(call, 'watch', base, { busy });
  let fail: (error: unknown) => void = () => {};
  // What fails while a page is drawn (a full disk, a template) ends the command as it ends a report.
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  let unlisten = (): void => {};
  let redraw = (): void => {};
  try {
    const named = plan.prepared.settings.template;
    const template = named === undefined ? null : await readTemplate(named, machine.cwd);
    const inputs = inputsOf(plan.reading);
    const unnamed = template === null ? undefined : TEMPLATE;
    const sinks = await openSinks(call, 'kpi watch', formatsFor('report'), inputs, unnamed);
    const painter = createPainter({ call, screen, sinks, template });
    let last: Promise<void> = Promise.resolve();
    const show = (again: boolean): void => {
      last = last.then(() => board.ask(base).then((shown) => painter(shown, again), tellMissing(call))).catch(fail);
    };
    redraw = () => show(true);
    await start();
    show(false);
    unlisten = board.listen(() => show(false));
    machine.stdout.on('resize', redraw);
    return await Promise.race([lifetime.ended, failed]);
  } finally {
    unlisten();
    machine.stdout.off('resize', redraw);
    stop();
    lifetime.stop();
    screen.cursor(true);
  }
};

interface Painter {
  readonly call: Call;
  readonly screen: Screen;
  readonly sinks: readonly Sink[];
  readonly template: Template | null;
}

/** Draws a report, and writes it to the files that were asked for; these keep the last one that could be made. */
function createPainter({ call, screen, sinks, template }: Painter) {
  return async ({ document: made, problem }: Shown<MadeReport>, again: boolean): Promise<void> => {
    const shown = { ...given(scoped(made.plan.prepared.settings, 'render')), command: withoutOutput(made.call.typed) };
    for (const sink of sinks) {
      if (sink.file !== null && (again || problem !== null)) continue;
      const options = { ...renderOptions(call, sink), ...shown, lang: made.call.session.lang() };
      const pieces =
        template !== null && sink.format === TEMPLATE
          ? await fillTemplate(template, made.report, options)
          : await renderReport(made.report, sink.format, options);
      if (sink.file !== null) await write(call, sink, pieces);
      else await screen.draw(pieces);
    }
    if (problem !== null) tellProblem(call, problem);
  };
}

/** Under the page, which is of what the files held before. */
function tellProblem({ session }: Call, problem: UserError): void {
  const { message, hint } = describeError(problem, session.lang());
  session.warn(`${message} ${hint}`);
}

/** There has not been a report yet. */
function tellMissing(call: Call): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof UserError)) throw error;
    tellProblem(call, error);
  };
}
