import { foldText } from '../locale/fold.js';

/**
 * The usual order of a sales process, by words that stages are named with. Used only where neither a history, nor
 * numbers in the names, nor probabilities tell the order, and only when every stage falls on a step of its own.
 */
const STEPS: readonly RegExp[] = [
  /lead|new|prospect|inquiry|enquiry|appointment|incoming|neu|سرنخ|جدید|ورودی|تماس اولیه/,
  /qualif|contact|engag|discover|need|نیاز|شناسایی|تماس گرفته/,
  /meeting|demo|present|evaluat|value prop|جلسه|دمو|ارایه|ارائه|معرفی/,
  /propos|quot|offer|pric|angebot|پیشنهاد|پیش ?فاکتور|پروپوزال/,
  /negotia|commit|verbal|verhandl|مذاکره|چانه/,
  /contract|legal|signature|vertrag|قرارداد/,
];

/** Numbers that people put before the names of stages: `1 - Lead`, `03. Demo`, `[2] Offer`. */
const NUMBERED = /^\s*\[?\(?(\d{1,3})\s*[\])\-.:–_ ]/;

/**
 * The stages in their order, or null where nothing tells it: by the numbers in their names, else by the mean
 * probability of the deals in them (NaN where none has one), else by the usual words.
 */
export function orderByNames(stages: readonly string[], probabilities: readonly number[]): readonly number[] | null {
  const numbers = stages.map((stage) => Number(NUMBERED.exec(foldText(stage))?.[1] ?? Number.NaN));
  const steps = stages.map((stage) => {
    const step = STEPS.findLastIndex((words) => words.test(foldText(stage)));
    return step < 0 ? Number.NaN : step;
  });
  const keys = [numbers, probabilities, steps].find(apart);
  return keys === undefined
    ? null
    : stages.map((_, index) => index).sort((a, b) => (keys[a] as number) - (keys[b] as number));
}

function apart(keys: readonly number[]): boolean {
  return !keys.some(Number.isNaN) && new Set(keys).size === keys.length;
}
