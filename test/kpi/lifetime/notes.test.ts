import { expect, it } from 'vitest';
import { lifespanNote, marginNote } from '../../../src/kpi/lifetime/notes.js';
import { say } from '../../../src/locale/say.js';

it('says the margin, or that there is none', () => {
  const [note] = marginNote(0.355);
  expect(note).toEqual({ code: 'margin', args: { margin: 0.355 } });
  expect(note && say(note, 'en')).toBe('at a margin of 35.5 %');
  expect(note && say(note, 'fa')).toBe('با حاشیه‌ی سود ۳۵٫۵٪');
  expect(marginNote(undefined)[0]?.code).toBe('revenue');
});

it('says how long a customer is taken to stay', () => {
  expect(say(lifespanNote(2.04), 'en')).toBe('a lifespan of 2 years, from the churn rate, if churn stays as it is');
});
