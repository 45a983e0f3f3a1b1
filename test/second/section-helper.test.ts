import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import type { QuestionContext } from '../../src/report/sections/context.js';
import { BUILT_ELSEWHERE, carryContext, type ElsewhereId } from '../../src/report/sections/elsewhere.js';
import { cohorts } from '../../src/report/sections/parts/cohorts.js';
import { series } from '../../src/report/sections/parts/series.js';
import { OWNER, SECOND } from '../../src/second/ahead.js';
import type { SecondMessage } from '../../src/second/messages.js';
import { reportHelp } from '../../src/second/section-helper.js';
import { day, sixteenDeals } from '../support/deals.js';
import { questionOf } from '../support/question.js';
import { ROOT } from '../support/run.js';

const threads: Worker[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.terminate())));

const ANY = { from: 0, things: 1_000, patience: 60_000 };
const deals = sixteenDeals();
const dataset = { deals, purchases: null, customers: null, leads: null, history: null } as unknown as Dataset;
const context: QuestionContext = {
  question: questionOf(deals),
  before: null,
  previous: null,
  frame: null,
  resolved: { kpis: null },
  grain: 'quarter',
};

/** A thread, and what it was sent. */
function watched(...program: ConstructorParameters<typeof Worker>) {
  const worker = new Worker(...program);
  worker.on('error', () => {});
  worker.unref();
  threads.push(worker);
  const sent: SecondMessage[] = [];
  const postMessage: Worker['postMessage'] = (message, moved) => {
    sent.push(message);
    worker.postMessage(message, moved as never);
  };
  const running = () => ({ postMessage }) as Worker;
  return { sent, worker, start: running, running };
}

const secondThread = () =>
  watched(join(ROOT, 'dist', 'second', 'worker.js'), { workerData: { fence: null, ahead: null }, execArgv: [] });

/** Sections that a thread was given behind the rules. */
function given(thread: ReturnType<typeof watched>, ids: readonly ElsewhereId[] = BUILT_ELSEWHERE) {
  const { rules, elsewhere } = reportHelp(thread, ANY);
  rules([], { deals, ambiguous: [], asOf: day('2025-01-01') });
  return elsewhere(deals, carryContext(dataset, context), ids);
}

/** Whether the other thread has begun with all. */
function areBegun({ sent }: ReturnType<typeof watched>): boolean {
  const sections = sent.flatMap((message) => ('sections' in message ? message.sections : []));
  return sections.length > 0 && sections.every(({ taken }) => Atomics.load(taken, OWNER) === SECOND);
}

describe('sections of a report in another thread', () => {
  it('are what they are here', async () => {
    const thread = secondThread();
    const sections = given(thread);
    await expect.poll(() => areBegun(thread), { timeout: 60_000 }).toBe(true);
    expect([...sections.values()].map((one) => one.claim())).toEqual([false, false, false]);
    expect({ ...sections.get('series')?.take(), ...sections.get('lines')?.take() }).toEqual(series.build(context));
    expect(sections.get('cohorts')?.take()).toEqual(cohorts.build(context));
    expect(series.build(context).series.length).toBeGreaterThan(0);
  });

  it('are the last thing that it is asked for', async () => {
    for (const ids of [BUILT_ELSEWHERE, []]) {
      const thread = secondThread();
      const exit = once(thread.worker, 'exit');
      given(thread, ids);
      expect(await exit).toEqual([0]);
    }
  });

  it('are built here while it has not begun, and where it is lost', async () => {
    const silent = given(watched('setTimeout(() => {}, 100_000)', { eval: true }));
    expect([...silent.values()].map((one) => [one.claim(), one.take()])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ]);
    const lost = `require('node:worker_threads').parentPort.on('message', ({ sections = [] }) => {
      for (const { taken } of sections) { taken[0] = ${SECOND}; taken[1] = -1; }
    })`;
    const thread = watched(lost, { eval: true });
    const sections = given(thread);
    await expect.poll(() => areBegun(thread), { timeout: 60_000 }).toBe(true);
    expect([...sections.values()].map((one) => [one.claim(), one.take()])).toEqual([
      [false, null],
      [false, null],
      [false, null],
    ]);
  });

  it('are of the deals that it has, and of nothing else', () => {
    const thread = secondThread();
    const { rules, elsewhere } = reportHelp(thread, ANY);
    const carried = carryContext(dataset, context);
    // It was sent none yet.
    expect(elsewhere(deals, carried, BUILT_ELSEWHERE).size).toBe(0);
    expect(thread.sent).toEqual([]);
    rules([], { deals, ambiguous: [], asOf: day('2025-01-01') });
    expect(elsewhere(sixteenDeals(), carried, BUILT_ELSEWHERE).size).toBe(0);
    expect(elsewhere(deals, null, BUILT_ELSEWHERE).size).toBe(0);
    expect(elsewhere(deals, carried, ['cohorts']).size).toBe(1);
  });

  it.each<[string, Partial<Dataset>, Partial<QuestionContext>]>([
    ['orders', { purchases: deals }, {}],
    ['customers', { customers: {} as never }, {}],
    ['leads', { leads: {} as never }, {}],
    ['subscriptions', { subscriptions: {} as never }, {}],
    ['a history', { history: {} as never }, {}],
    ['a condition', { whole: dataset }, {}],
    ['a compared period', {}, { before: context.question }],
    ['KPIs that were named', {}, { resolved: { kpis: ['win_rate'] } }],
  ])('are not given away with %s', (_, beside, asked) => {
    expect(carryContext(dataset, context)).not.toBeNull();
    expect(carryContext({ ...dataset, ...beside }, { ...context, ...asked })).toBeNull();
  });
});
