import { FileTexts } from '../load/placed-texts.js';
import type { Deals } from '../model/deals.js';
import { unpack } from '../quality/carried.js';
import { rules as catalogue } from '../quality/catalogue/index.js';
import { type Answer, type Answers, answerOf } from '../quality/helper.js';
import { judge } from '../quality/judge.js';
import { markViolations } from '../quality/marks.js';
import { FREE, SECOND } from './ahead.js';
import { BEGUN, DONE, FAILED, type RulesMessage, STATE } from './messages.js';
import { unpackDeals } from './sent-texts.js';

/** What needs most of what rules do is loaded with them. */
export { dealFacts } from '../normalize/deal-facts.js';

/**
 * Runs the rules that nobody has taken yet, from the first on, and sends what they found.
 *
 * @returns the deals that they were run on; null where something went wrong
 */
export function runRules({
  input: carried,
  deals,
  ids,
  owners,
  progress,
  most,
  answers: port,
}: RulesMessage): Deals | null {
  const end = (state: number): void => {
    Atomics.store(progress, STATE, state);
    Atomics.notify(progress, STATE);
    port.close();
  };
  try {
    const input = unpack({ ...carried, deals: unpackDeals(deals) }, (file) => new FileTexts(file));
    const { settings = {} } = input;
    const byId = new Map(catalogue.map((rule) => [rule.id as string, rule]));
    const marks = new Uint8Array(new SharedArrayBuffer(input.deals.size));
    const rules: Answer[] = [];
    for (const [index, id] of ids.entries()) {
      const rule = id === null ? undefined : byId.get(id);
      if (rule === undefined || Atomics.compareExchange(owners, index, FREE, SECOND) !== FREE) continue;
      Atomics.add(progress, BEGUN, 1);
      const judged = judge(rule, settings[rule.id], input);
      if (judged !== null && 'violations' in judged) markViolations(marks, judged);
      rules.push(answerOf(index, judged, most));
    }
    port.postMessage({ rules, marks } satisfies Answers);
    end(DONE);
    return input.deals;
  } catch {
    // The first thread runs them all, and meets the same fault.
    end(FAILED);
    return null;
  }
}
