import type { Note } from './definition.js';
import { decimal } from './notes.js';

/** Whether a lifetime value is revenue or margin: nobody's margin is guessed. */
export function marginNote(margin: number | undefined): Note[] {
  if (margin === undefined) return [REVENUE];
  const { en, fa } = decimal(margin * 100, 1);
  return [{ code: 'margin', text: { en: `at a margin of ${en} %`, fa: `با حاشیه‌ی سود ${fa}٪` } }];
}

const REVENUE: Note = {
  code: 'revenue',
  text: {
    en: 'revenue, not margin: clv.margin in the config is not set',
    fa: 'فروش است نه سود: clv.margin در تنظیمات داده نشده است',
  },
};

/** That nobody said how long a customer stays. */
export function lifespanNote(years: number): Note {
  const { en, fa } = decimal(years, 1);
  return {
    code: 'lifespan_from_churn',
    text: {
      en: `a lifespan of ${en} years, from the churn rate, if churn stays as it is`,
      fa: `با طول عمر ${fa} سال، برگرفته از نرخ ریزش، اگر ریزش همین بماند`,
    },
  };
}
