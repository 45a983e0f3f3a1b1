/** The addresses of a served page → the report of the command line that each equals. */
import { describeError } from '../../errors/describe.js';
import { UserError } from '../../errors/user-error.js';
import type { LivePage } from '../../format/definition.js';
import { renderFailure, renderReport } from '../../format/render.js';
import type { Board, Shown } from '../../live/board.js';
import { formatQuery } from '../../live/query.js';
import type { Answer, Site } from '../../live/server.js';
import { TooManyWaiting } from '../../live/turns.js';
import { renderOptions } from '../print.js';
import type { Session } from '../session.js';
import { addressFor, commandFor, type Values, valuesFor } from './command-line.js';
import { controlsFor } from './controls.js';
import type { MadeReport } from './reading.js';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

export interface SiteOptions {
  readonly board: Board<MadeReport>;
  /** The command line at the start, as `kpi report` takes it. */
  readonly base: readonly string[];
  readonly session: () => Session;
  /** The library's failure document. */
  readonly failure: (error: UserError, lang: Session) => Parameters<typeof renderFailure>[0];
  readonly failed: (error: unknown) => void;
}

export function createSite({ board, base, session, failure, failed }: SiteOptions): Site {
  const shown = async (values: Values, wanted: () => boolean): Promise<Shown<MadeReport>> => {
    try {
      return await board.ask(commandFor(base, values), wanted);
    } catch (error) {
      throw error instanceof TooManyWaiting ? new UserError('server_busy', {}) : error;
    }
  };

  return {
    async page(parameters, wanted) {
      const values = valuesFor(base, parameters);
      const shortest = formatQuery(addressFor(base, values));
      if (shortest !== formatQuery(parameters)) return moved(shortest);
      const { document, revision, problem } = await shown(values, wanted);
      const live = livePage(document, values, shortest, { revision, problem });
      return { status: 200, type: HTML, text: await pageOf(document, live), revision };
    },
    async json(parameters, wanted) {
      const { document, revision } = await shown(valuesFor(base, parameters), wanted);
      const text = await renderReport(document.report, 'json', optionsFor(document));
      return { status: 200, type: JSON_TYPE, text: [...text].join(''), revision };
    },
    async refuse(error, asked) {
      const speaker = session();
      const format = asked === 'json' ? 'json' : 'html';
      const exit = describeError(error, 'en').exit;
      const isOfRequest = exit === 2 && !error.code.startsWith('config_');
      const status = isOfRequest ? 400 : 503;
      const again = isOfRequest ? {} : { again: error.code === 'files_being_written' ? 1 : 3 };
      const revision = board.revision();
      const options = { lang: speaker.lang(), color: false, width: 100 };
      const text = await renderFailure(failure(error, speaker), format, options);
      return { status, type: asked === 'json' ? JSON_TYPE : HTML, text: [...text].join(''), revision, ...again };
    },
    revision: board.revision,
    listen: board.listen,
    failed,
  };
}

/** To the shortest address of the same page, which is the one to share. */
function moved(query: string): Answer {
  return { status: 302, type: TEXT, text: '', location: query === '' ? '/' : `/?${query}` };
}

function livePage(
  made: MadeReport,
  values: Values,
  address: string,
  { revision, problem }: Pick<Shown<MadeReport>, 'revision' | 'problem'>,
): LivePage {
  const { call } = made;
  const said = problem === null ? null : describeError(problem, call.session.lang());
  return {
    command: call.typed,
    address,
    controls: controlsFor(made, values),
    revision,
    problem: said === null ? null : { message: said.message, hint: said.hint },
  };
}

/** As a file or a pipe gets it: nothing of the machine that serves it is in the page. */
function optionsFor({ call }: MadeReport): Parameters<typeof renderReport>[2] {
  return { ...renderOptions(call, { format: 'html', file: NO_TERMINAL }), command: call.typed };
}

const NO_TERMINAL = { name: '-', path: '-', direct: true };

async function pageOf(made: MadeReport, live: LivePage): Promise<string> {
  return [...(await renderReport(made.report, 'html', { ...optionsFor(made), live }))].join('');
}
