import { describe, expect, it } from 'vitest';
import { brief } from '../../src/locale/brief.js';
import { cpuTime } from '../support/cpu-time.js';

describe('a message', () => {
  it('of a usual length is as it is', () => {
    expect(brief('the stage "Won" is open.')).toBe('the stage "Won" is open.');
    const names = Array.from({ length: 40 }, (_, index) => `"Stage ${index}"`).join(', ');
    expect(brief(`unknown: ${names}.`)).toBe(`unknown: ${names}.`);
  });

  it('quotes no more than the beginning of a long cell', () => {
    expect(brief(`the cell "${'x'.repeat(10_000)}" is no date (--map).`)).toBe(
      `the cell "${'x'.repeat(200)}…" is no date (--map).`,
    );
    expect(brief(`خانه‌ی «${'آ'.repeat(10_000)}» تاریخ نیست.`)).toBe(`خانه‌ی «${'آ'.repeat(200)}…» تاریخ نیست.`);
  });

  it('keeps its beginning, and what to do at its end', () => {
    const text = brief(`columns with the same name: ${'x'.repeat(50_000)} (say which with --map).`);
    expect(text.length).toBeLessThan(1600);
    expect(text).toMatch(/^columns with the same name: x+ … x+ \(say which with --map\)\.$/);
  });

  it('cuts no character through', () => {
    for (const shift of ['', 'x']) {
      const text = brief(`"${shift}${'😀'.repeat(5000)}" ${shift}${'😀'.repeat(5000)}`);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('of a megabyte of quotes takes no time', () => {
    const before = cpuTime();
    brief('"'.repeat(1_000_001));
    brief('«'.repeat(1_000_001));
    expect(cpuTime() - before).toBeLessThan(2000);
  });
});
