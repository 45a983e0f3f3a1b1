/** The asked period and the compared one where there is little room. */
import { periodText } from '../../locale/periods.js';
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { textWidth } from './charts/axis.js';
import { nameText } from './markup.js';
import type { Page } from './page.js';

export interface PeriodNames {
  readonly now: string;
  /** Null where nothing is compared. */
  readonly before: string | null;
}

/** Pixels beyond which a period is told by a word instead. */
const MOST = 76;
const NOW: Text = { en: 'now', fa: 'این دوره' };
const BEFORE: Text = { en: 'before', fa: 'دوره‌ی قبل' };

/** `Q3` and `Q2` of one year, `2017-Q3` and `2016-Q3` of two; `now` and `before` where the names are long. */
export function periodNames({ period, comparedTo }: Pick<Report, 'period' | 'comparedTo'>, page: Page): PeriodNames {
  const { options, lang } = page;
  if (period === null) return { now: '', before: null };
  if (comparedTo === null) return { now: nameText(periodText(period.label, options)), before: null };
  const now = nameText(periodText(period.label, options, comparedTo.label));
  const before = nameText(periodText(comparedTo.label, options, period.label));
  const long = Math.max(textWidth(now), textWidth(before)) > MOST;
  return long ? { now: NOW[lang], before: BEFORE[lang] } : { now, before };
}
