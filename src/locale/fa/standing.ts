import { chanceText } from '../en/findings.js';
import { type STANDING as English, levelText } from '../en/standing.js';
import type { Spoken } from '../said.js';
import type { Wording } from '../wording.js';

type Months = Parameters<typeof English.quarter_rhythm>[0];
type Judged = Months['kpi'];
type Place = Months['place'];
type Detail = Parameters<typeof English.quarter_rhythm_detail>[0];

const PLACES: { readonly [P in Place]: string } = { beginning: 'آغاز', middle: 'میانه‌ی', end: 'پایان' };
const CLAIMS: { readonly [K in Judged]: (place: Place) => string } = {
  win_rate: (place) => `${PLACES[place]} فصل برنده‌تر است`,
  avg_deal_size: (place) => `معامله‌های برنده‌ی ${PLACES[place]} فصل بزرگ‌ترند`,
  sales_cycle: (place) => `معامله‌های برنده‌ی ${PLACES[place]} فصل بیشتر طول کشیده‌اند`,
};
const NAMES: { readonly [K in Judged]: string } = {
  win_rate: 'نرخ برد',
  avg_deal_size: 'مبلغ معامله',
  sales_cycle: 'چرخه‌ی فروش',
};
const NOUNS: Readonly<Record<string, string>> = {
  owner: 'مسئول',
  product: 'محصول',
  source: 'منبع',
  pipeline: 'پایپ‌لاین',
  type: 'نوع',
};

function gapText({ kpi, interval: { low, high }, currency }: Detail, words: Wording): string {
  if (kpi === 'win_rate') return `${words.points(low)} تا ${words.points(high)}`;
  if (kpi === 'sales_cycle') return `${words.rounded(low, 0)} تا ${words.days(Math.round(high))}`;
  return `${words.compact(low, null)} تا ${words.compact(high, currency)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('، ')} و ${parts.at(-1)}`;
}

export const STANDING: Spoken<typeof English> = {
  quarter_rhythm: ({ kpi, place, months, currency }, words) => {
    const each = months.map(({ month, value }, index) => {
      const of = index === 0 && kpi === 'win_rate' ? ' از معامله‌ها' : '';
      return `${levelText(kpi, value, currency, words)}${of} در ${words.period(month, month)}`;
    });
    return `${CLAIMS[kpi](place)}: ${each.join('، ')}`;
  },
  quarter_rhythm_detail: (args, words) => {
    const { kpi, quarter, before, values, alike, also, quarters, currency } = args;
    const then = values.map((value) => levelText(kpi, value, currency, words)).join('، ');
    const name = words.period(before, quarter);
    const first = alike ? `${name} نیز چنین بود (${then})؛ پس` : `در ${name} ${then} بود؛`;
    const more = also.map((one) => `${NAMES[one.kpi]} (بیشترین در ${PLACES[one.place]} فصل)`);
    const others = more.length === 0 ? '' : ` ${listed(more)} نیز به ماه فصل بستگی دارد.`;
    return (
      `${first} یک ماه در برابر ماه پیش از خود چیز زیادی نمی‌گوید. در ${words.count(quarters)} فصل ` +
      `بالاترین ماه ${gapText(args, words)} بالاتر از پایین‌ترین ماه است (بازه‌ی ۹۵٪).${others}`
    );
  },
  two_kinds: ({ kpi, mean, currency }, words) =>
    `میانگین ${NAMES[kpi]}، ${levelText(kpi, mean, currency, words)}، کمتر معامله‌ای را وصف می‌کند؛ دو گونه معامله هست`,
  two_kinds_detail: ({ kpi, share, most, median, otherMedian, near, interval, currency }, words) => {
    const level = (value: number, unit = false): string =>
      kpi === 'sales_cycle'
        ? unit
          ? words.days(Math.round(value))
          : words.rounded(value, 0)
        : words.compact(value, unit ? currency : null);
    const small = kpi === 'sales_cycle' ? `تا ${level(most, true)} برنده می‌شوند` : `حداکثر ${level(most, true)} هستند`;
    return (
      `${words.share(share)} ${small} (میانه ${level(median)})، میانه‌ی بقیه ${level(otherMedian)} است. ` +
      `${words.share(near)} تا یک‌پنجم از میانگین فاصله دارند (بازه‌ی ۹۵٪ از ${words.share(interval.low)} تا ${words.share(interval.high)}).`
    );
  },
  win_rates_alike: ({ groups }, words) => {
    const each = groups.map(({ field, groups: n }) => {
      const noun = Object.hasOwn(NOUNS, field) ? NOUNS[field] : undefined;
      return noun === undefined ? `${words.count(n)} مقدار ${field}` : `${words.count(n)} ${noun}`;
    });
    return `نرخ برد ${listed(each)} بیش از آنچه از تصادف برمی‌آید با هم فرق ندارد`;
  },
  win_rates_alike_detail: ({ tests, adjustedPValue }, words) => {
    const how = tests === 1 ? 'یک آزمون برای همه' : `${words.count(tests)} آزمون، با تصحیح برای شمارشان`;
    return `${how} (p ${chanceText(adjustedPValue, words)}). رتبه‌بندی بر پایه‌ی نرخ برد رتبه‌بندی بخت است.`;
  },
};
