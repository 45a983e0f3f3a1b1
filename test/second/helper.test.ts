import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { rules } from '../../src/quality/catalogue/index.js';
import { type CheckInput, type CheckResult, check } from '../../src/quality/check.js';
import type { Rule } from '../../src/quality/definition.js';
import type { Helper } from '../../src/quality/helper.js';
import { ruleHelper } from '../../src/second/helper.js';
import { AT_WORK, type RulesMessage, STATE } from '../../src/second/messages.js';
import { day } from '../support/deals.js';
import { idColumn } from '../support/id-column.js';
import { plainColumn } from '../support/plain-column.js';
import { checkTable, readTable } from '../support/rules.js';
import { ROOT } from '../support/run.js';

/** The tables in which the rules of the catalogue find something. */
const TABLES = rules.map(({ id, examples }) => [id, examples.reject] as const);

/** Tables of one deal are sent away, too. */
const ANY = { from: 0, things: 1_000 };

const threads: Worker[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.terminate())));

function threadOf(...program: ConstructorParameters<typeof Worker>): { start(): Worker } {
  const worker = new Worker(...program);
  worker.on('error', () => {});
  worker.unref();
  threads.push(worker);
  return { start: () => worker };
}

const secondThread = () =>
  threadOf(join(ROOT, 'dist', 'second', 'worker.js'), { workerData: { fence: null }, execArgv: [] });

function inputOf(table: string): CheckInput {
  return { ...readTable(table), asOf: day('2025-01-01') };
}

/** Everything that a result tells. */
function told({ results, notRun, ...rest }: CheckResult): unknown {
  return {
    ...rest,
    notRun: notRun.map(({ id }) => id),
    results: results.map(({ rule, met, deals, describe: first, list, gaps, identities, ...figures }) => ({
      ...figures,
      id: rule.id,
      deals,
      first: first(3),
      listed: list(3),
      all: list(),
      gaps: gaps(),
      identities: [...identities()],
    })),
  };
}

/** A helper that has run all its rules before any is asked for. */
function diligent(thread: { start(): Worker }): Helper {
  let message: RulesMessage | null = null;
  const postMessage: Worker['postMessage'] = (sent, transfer) => {
    message = sent;
    thread.start().postMessage(sent, transfer as never);
  };
  const helper = ruleHelper({ start: () => ({ postMessage }) as Worker }, { ...ANY, most: 3, patience: 60_000 });
  return (asked, input) => {
    const help = helper(asked, input);
    if (help === null) throw new Error('nothing was sent away');
    if (message !== null) Atomics.wait(message.progress, STATE, AT_WORK, 60_000);
    return help;
  };
}

describe('rules in another thread', () => {
  it('find what they find here, whatever of it is asked for', () => {
    for (const [id, table] of TABLES.filter((_, at) => at % 6 === 0)) {
      const input = inputOf(table);
      expect(told(check(rules, input, diligent(secondThread()))), id).toEqual(told(check(rules, input)));
    }
  });

  it('are shared with this thread, which takes those that the other has not begun with', () => {
    const [, table] = TABLES[10] ?? ['', ''];
    const input = inputOf(table);
    const helper = ruleHelper(secondThread(), ANY);
    expect(told(check(rules, input, helper))).toEqual(told(check(rules, input)));
  });

  it('see ids that are stored as numbers', () => {
    const read = readTable('name\nA\nB\nC\nD');
    const id = idColumn('D-', 2, ['D-01', '=1+1', 'CafÃ©', 'D-03']);
    const input = { ...read, deals: read.deals.with({ id }), asOf: day('2025-01-01') };
    const { results } = check(rules, input, diligent(secondThread()));
    const texts = { ...input, deals: read.deals.with({ id: plainColumn(['D-01', '=1+1', 'CafÃ©', 'D-03']) }) };
    expect(told(check(rules, input, diligent(secondThread())))).toEqual(told(check(rules, texts)));
    expect(results.find(({ rule }) => rule.id === 'text.encoding_damage')?.violations).toBe(1);
  });

  it('leave those of a user to this thread', () => {
    const [known] = rules;
    const own: Rule = { ...(rules[10] as Rule), id: 'mine' };
    const input = inputOf(own.examples.reject);
    const result = check([known, own], input, diligent(secondThread()));
    expect(result.results.map(({ rule }) => rule.id)).toContain('mine');
    expect(told(result)).toEqual(told(check([known, own], input)));
  });

  it('are run here where the other thread never begins, or ends without a word', () => {
    const [, table] = TABLES[10] ?? ['', ''];
    const input = inputOf(table);
    const right = told(check(rules, input));
    expect(told(check(rules, input, ruleHelper(threadOf('throw 1', { eval: true }), ANY)))).toEqual(right);
    const dying = `require('node:worker_threads').parentPort.once('message', ({ owners }) => { owners.fill(1); process.exit(); })`;
    const mute = ruleHelper(threadOf(dying, { eval: true }), { ...ANY, patience: 50 });
    const slow: typeof mute = (asked, given) => {
      const help = mute(asked, given);
      return help && { ...help, claim: () => false };
    };
    // Nobody has taken a rule yet, or the other thread all of them.
    expect(told(check(rules, input, slow))).toEqual(right);
  });

  it('that fail there fail here with the same error', () => {
    const input = { ...inputOf(rules[10].examples.reject), ambiguous: 'none' as never };
    const error = (helper: Helper | null): string => {
      try {
        check(rules, input, helper);
      } catch (thrown) {
        return String(thrown);
      }
      return 'none';
    };
    expect(error(diligent(secondThread()))).toBe(error(null));
    expect(error(null)).toMatch(/^Error: the rule \S+ failed$/);
  });

  it('are not sent away from few deals, nor with more texts than deals', () => {
    const started = { start: () => expect.unreachable() };
    const [, table] = TABLES[10] ?? ['', ''];
    expect(told(check(rules, inputOf(table), ruleHelper(started)))).toEqual(told(checkTable(rules, table)));
  });
});
