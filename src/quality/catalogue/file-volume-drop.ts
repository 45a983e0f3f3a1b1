import { isoDay } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { measureOf } from '../earlier-runs.js';
import { quantity, share } from '../parameters.js';
import { wholeFile } from '../places.js';

/** Judgements of ours: exports grow slowly, and a filter or a double export changes them at once. */
const LEAST_SHARE = 0.7;
const MOST_SHARE = 2;
/** Iglewicz and Hoaglin: a modified z-score above 3.5 is an outlier; a smaller change than a tenth has no consequence. */
const MOST_DEVIATIONS = 3.5;
const LEAST_CHANGE = 0.1;

export const fileVolumeDrop = defineRule({
  id: 'file.volume_drop',
  title: { en: 'Far fewer or more records than last time', fa: 'رکوردهای بسیار کمتر یا بیشتر از بار پیش' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'file',
  againstRuns: true,
  condition: {
    en: 'All deals together, where earlier passing runs of the history file (--run-history) had some: less than 70 % (least) or more than 200 % (most) of the median of up to 8 of them; or, of at least 5 runs that differ, more than 3.5 robust standard deviations (z; 1.4826 × the median absolute deviation) and 10 % off it.',
    fa: 'همه‌ی معامله‌ها با هم، اگر اجراهای پذیرفته‌شده‌ی پیشین در فایل تاریخچه (--run-history) رکورد داشته باشند: کمتر از ۷۰٪ (least) یا بیش از ۲۰۰٪ (most) میانه‌ی حداکثر ۸ اجرا؛ یا اگر دست‌کم ۵ اجرای ناهم‌اندازه باشد، بیش از ۳٫۵ انحراف معیار مقاوم (z؛ ۱٫۴۸۲۶ × میانه‌ی قدرمطلق انحراف‌ها) و ۱۰٪ دور از آن.',
  },
  source: 'Elementary, volume anomalies; Deequ, relative rate of change; Iglewicz and Hoaglin, 1993, modified z-scores',
  needs: [],
  params: {
    least: share('share of the previous records that must be there'),
    most: quantity('share of the previous records that may be there', 1),
    z: quantity('robust standard deviations off the median of earlier runs that are allowed', 0),
  },
  defaults: { least: LEAST_SHARE, most: MOST_SHARE, z: MOST_DEVIATIONS },
  affects: ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'revenue_won', 'open_pipeline_value'],
  check({ population, deals, beside, params }) {
    const first = population.at(0);
    const last = beside.runs.at(-1);
    if (last === undefined || first === undefined) return { checked: 0, places: [] };
    const before = measureOf(beside.runs.map(({ records }) => records));
    if (before.median === 0) return { checked: 0, places: [] };
    const now = population.size;
    const share = now / before.median;
    const deviations = before.z(now);
    const odd = deviations !== null && Math.abs(deviations) > params.z && Math.abs(share - 1) >= LEAST_CHANGE;
    if (share >= params.least && share <= params.most && !odd) return { checked: 1, places: [] };
    const args = {
      now,
      before: Math.round(before.median),
      percent: Math.round(100 * share),
      runs: beside.runs.length,
      day: isoDay(last.asOf),
      deviations: odd ? Math.abs(deviations) : null,
    };
    return { checked: 1, places: [{ place: wholeFile(deals.place(first)), value: String(now), args }] };
  },
  message: {
    en: ({ now, before, percent, runs, day, deviations }) =>
      `${now} records, after ${runs === 1 ? `${before} in the run of ${day}` : `a median of ${before} in the last ${runs} passing runs, up to ${day}`}: ${percent} %${deviations === null ? '' : `, ${deviations.toFixed(1)} robust standard deviations off`}`,
    fa: ({ now, before, percent, runs, day, deviations }) =>
      `${now} رکورد، پس از ${runs === 1 ? `${before} در اجرای ${day}` : `میانه‌ی ${before} در ${runs} اجرای پذیرفته‌شده‌ی پیشین تا ${day}`}: ${percent}٪${deviations === null ? '' : `، ${deviations.toFixed(1)} انحراف معیار مقاوم دورتر`}`,
  },
  fix: {
    en: 'Compare the filters of the two exports; if both are right, begin a new history file, or raise the limits of the rule in the config.',
    fa: 'فیلترهای دو خروجی را بسنجید؛ اگر هر دو درست‌اند فایل تاریخچه‌ی تازه‌ای آغاز کنید یا حد قاعده را در تنظیمات بالا ببرید.',
  },
  examples: {
    accept: 'id amount\nD1 5\nD2 7\n# previous 2024-12-01 1',
    reject: 'id amount\nD1 5\nD2 7\n# previous 2024-12-01 3',
  },
});
