import { expect, it } from 'vitest';
import { lifespanNote, marginNote } from '../../src/kpi/lifetime.js';

it('says the margin, or that there is none', () => {
  expect(marginNote(0.355)[0]?.text).toEqual({ en: 'at a margin of 35.5 %', fa: 'با حاشیه‌ی سود ۳۵٫۵٪' });
  expect(marginNote(undefined)[0]?.code).toBe('revenue');
});

it('says how long a customer is taken to stay', () => {
  expect(lifespanNote(2.04).text.en).toBe('a lifespan of 2 years, from the churn rate, if churn stays as it is');
});
