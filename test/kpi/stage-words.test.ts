import { describe, expect, it } from 'vitest';
import { orderByNames } from '../../src/kpi/stage-words.js';

const UNKNOWN = Number.NaN;
const ordered = (stages: string[], probabilities = stages.map(() => UNKNOWN)): string[] | null =>
  orderByNames(stages, () => probabilities)?.map((index) => stages[index] ?? '') ?? null;

describe('orderByNames', () => {
  it('goes by the numbers in the names, in any digits', () => {
    expect(ordered(['3. Anything', '1 - Some', '02: Thing'])).toEqual(['1 - Some', '02: Thing', '3. Anything']);
    expect(ordered(['۲ - مذاکره', '۱ - سرنخ'])).toEqual(['۱ - سرنخ', '۲ - مذاکره']);
  });

  it('else by usual words, else by probabilities', () => {
    expect(ordered(['Alpha', 'Beta', 'Gamma'], [0.5, 0.1, 0.9])).toEqual(['Beta', 'Alpha', 'Gamma']);
    expect(ordered(['Negotiation', 'Proposal', 'Qualification'])).toEqual(['Qualification', 'Proposal', 'Negotiation']);
    expect(ordered(['Engaging', 'Prospecting'])).toEqual(['Prospecting', 'Engaging']);
    expect(ordered(['مذاکره', 'ارسال پیشنهاد', 'نیازسنجی'])).toEqual(['نیازسنجی', 'ارسال پیشنهاد', 'مذاکره']);
  });

  it('says nothing where one stage does not fit, or two fit alike', () => {
    expect(ordered(['Alpha', 'Proposal'])).toBeNull();
    expect(ordered(['Proposal', 'Quote sent'])).toBeNull();
    expect(ordered(['Alpha', 'Beta'], [0.5, UNKNOWN])).toBeNull();
    expect(ordered(['Alpha', 'Beta'], [0.5, 0.5])).toBeNull();
    // Means of the same numbers, but for noise.
    expect(ordered(['Alpha', 'Beta'], [0.5, 0.54])).toBeNull();
    expect(ordered(['Alpha', 'Beta'], [0.2, 0.15])).toEqual(['Beta', 'Alpha']);
  });
});
