/** A run without usable data as a page: that there are no figures, why, and what to do next. */
import type { Text } from '../../locale/text.js';
import type { Failure } from '../../report/schema.js';
import { cell, data, type View } from '../page.js';

const TITLE: Text = { en: 'No usable data', fa: 'داده‌ی قابل‌استفاده‌ای نیست' };
/** Of a served page: what was asked for is wrong, not the files. */
const REFUSED: Text = { en: 'This cannot be shown', fa: 'این را نمی‌توان نشان داد' };

export const failureView: View<Failure> = function* ({ error }, { lang }) {
  yield { kind: 'title', words: [(error.exit === 2 ? REFUSED : TITLE)[lang]] };
  yield { kind: 'paragraph', ...cell([data(error.message)], 'bad') };
  if (error.hint !== '') yield { kind: 'paragraph', words: [data(error.hint)] };
};
