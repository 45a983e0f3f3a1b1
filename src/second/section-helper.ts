import type { SecondThread } from '../load/second-thread.js';
import type { Deals } from '../model/deals.js';
import type { Helper } from '../quality/helper.js';
import type { BuildElsewhere, ElsewhereId } from '../report/sections/elsewhere.js';
import { type Asked, asked } from './ahead.js';
import { type HelperOptions, ruleHelper } from './helper.js';
import type { SectionsMessage } from './messages.js';

/** A section of many deals may take a slow machine so long, in milliseconds. */
const PATIENCE = 60_000;

/** What the second thread does for a report. */
export interface ReportHelp {
  readonly rules: Helper;
  readonly elsewhere: BuildElsewhere;
}

/**
 * The second thread runs rules, and behind them builds sections of the same deals: it has them, and would wait for nothing.
 * What it has not begun with when the first thread comes to it is built there.
 */
export function reportHelp(
  thread: Pick<SecondThread, 'start' | 'running'>,
  options: Omit<HelperOptions, 'sent'> = {},
): ReportHelp {
  let sent: Deals | null = null;
  const rules = ruleHelper(thread, {
    ...options,
    sent: (deals) => {
      sent = deals;
    },
  });
  return {
    rules,
    elsewhere: (deals, context, ids) => {
      const worker = sent === null ? null : thread.running();
      if (worker === null) return new Map();
      const theirs = deals === sent && context !== null ? ids : [];
      const given = new Map(
        theirs.map((id): [ElsewhereId, Asked<object>] => [id, asked(options.patience ?? PATIENCE)]),
      );
      const sections = [...given].map(([id, { there }]) => ({ id, ...there }));
      const ports = sections.map(({ answers }) => answers);
      worker.postMessage({ context, sections } satisfies SectionsMessage, ports);
      return given;
    },
  };
}
