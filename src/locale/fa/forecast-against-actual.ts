import type { DueFate } from '../due-fates.js';
import type * as EN from '../en/forecast-against-actual.js';
import type { Spoken } from '../said.js';
import type { Wording } from '../wording.js';

type Args<C extends keyof typeof EN.FORECAST_AGAINST_ACTUAL> = Parameters<(typeof EN.FORECAST_AGAINST_ACTUAL)[C]>[0];

/** این تعداد از آن‌ها … */
const FATE: { readonly [F in DueFate]: string } = {
  won: 'برنده شد',
  lost: 'از دست رفت',
  slipped: 'به تاریخی دیرتر افتاد',
  still: 'هنوز باز است و تاریخش گذشته',
  undated: 'باز و بی‌تاریخ است',
  setAside: 'کنار گذاشته شد',
  vanished: 'ناپدید شد',
};

function off(expected: number, actual: number, { relative }: Wording): string {
  return expected > 0 ? ` (${relative(actual / expected - 1)})` : '';
}

const INSIDE: { readonly [I in EN.ModelHeld['inside']]: string } = {
  below: 'کمتر از آنچه بازه می‌پذیرد',
  within: 'در بازه',
  above: 'بیشتر از آنچه بازه می‌پذیرد',
};

function worth(amount: number | null, currency: string | null, { compact }: Wording): string {
  return amount === null || amount === 0 ? '' : ` (${compact(amount, currency)})`;
}

function value(amount: number, { unit, currency }: Args<'model_held'>, { compact, rounded }: Wording): string {
  return unit === 'money' ? compact(amount, currency) : `${rounded(amount, 1)} معامله‌ی برنده`;
}

export const FORECAST_AGAINST_ACTUAL: Spoken<typeof EN.FORECAST_AGAINST_ACTUAL> = {
  due_came: ({ from, until, fates, currency, deals, amount }, wording) => {
    const { count, range, list } = wording;
    const none = fates.every(({ fate, deals: n }) => fate !== 'won' || n === 0);
    const told = fates
      .filter(({ deals: n }) => n > 0)
      .map((one) => `${count(one.deals)} معامله ${FATE[one.fate]}${worth(one.amount, null, wording)}`);
    return `از ${count(deals)} معامله${worth(amount, currency, wording)} که از آن پس (${range(from, until)}) موعد بسته شدنشان بود ${list([...(none ? ['هیچ‌یک برنده نشد'] : []), ...told])}.`;
  },
  closed_ahead: ({ deals, amount, currency }, wording) =>
    `${wording.count(deals)} معامله${worth(amount, currency, wording)} با موعدی دیرتر، در همین روزها برنده شد یا از دست رفت.`,
  crm_promised: ({ expected, actual, ofDue, counted, due, currency }, wording) => {
    const { compact, count } = wording;
    const left = counted === due ? '' : ` (${count(counted)} از ${count(due)} معامله هر دو را دارد)`;
    const apart = ofDue === actual ? '' : `، ${compact(ofDue, null)} آن از معامله‌هایی که موعدشان بود`;
    return `بنا بر احتمال‌های خروجی قبلی، مبلغ × احتمالِ آنچه موعدش بود${left}، باید ${compact(expected, currency)} می‌آمد؛ از همه‌ی معامله‌هایی که آن زمان باز بود ${compact(actual, currency)} برده شد${off(expected, actual, wording)}${apart}.`;
  },
  model_held: (args, wording) => {
    const { expected, interval, actual, inside, rule, unit } = args;
    const bounds = [interval.low, interval.high].map((one) =>
      unit === 'money' ? wording.compact(one, null) : wording.rounded(one, 1),
    );
    const what = rule ? 'قاعده‌ی ساده‌ای که تا آن زمان بهتر از مدل بود' : 'پیش‌بینی';
    return `${what}، تنها از خروجی قبلی، برای این روزها ${value(expected, args, wording)} انتظار داشت (بازه‌ی ۹۵٪: ${bounds.join(' تا ')})؛ ${value(actual, { ...args, currency: null }, wording)} آمد${off(expected, actual, wording)}، ${INSIDE[inside]}.`;
  },
  model_parts: ({ pipeline, newBusiness, unit }, wording) => {
    const of = (amount: number): string =>
      unit === 'money' ? wording.compact(amount, null) : wording.rounded(amount, 1);
    return `از معامله‌هایی که آن زمان باز بود ${of(pipeline.expected)} انتظار می‌رفت و ${of(pipeline.actual)} آمد؛ از بقیه ${of(newBusiness.expected)} و ${of(newBusiness.actual)}.`;
  },
  forecasts_off: ({ model, crm }, { count, ratio }) => {
    const own =
      model === null
        ? []
        : [
            `از هر خروجی تا خروجی بعد پیش‌بینی به اندازه‌ی ${ratio(model.off)} از ارزش معامله‌های برنده خطا داشت و آنچه آمد ${count(model.within)} بار از ${count(model.n)} بار در بازه‌اش بود.`,
          ];
    const theirs =
      crm === null
        ? []
        : [`مبلغ × احتمال در ${count(crm.n)} خروجی به اندازه‌ی ${ratio(crm.off)} از ارزش معامله‌های برنده خطا داشت.`];
    return [...own, ...theirs].join(' ');
  },
};
