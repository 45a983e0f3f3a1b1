import { REALLY_OPEN, SAME_SPEED, TRUE_DATES, WHOLE_HISTORY } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const kaplanMeier = defineModel({
  id: 'kaplan_meier',
  title: { en: 'Kaplan–Meier: how long deals stay open', fa: 'کاپلان–مایر: معامله‌ها چه مدت باز می‌مانند' },
  section: 'survival',
  kpis: ['time_to_close'],
  definition: {
    en: 'The share of deals that are still open at each age. Closed deals count with the days they took; an open deal counts for as long as it has been open, as "not closed yet". A mean or median of the closed deals alone is too short, because the slow ones have not closed and are missing in it.',
    fa: 'سهم معامله‌هایی که در هر سن هنوز بازند. معامله‌های بسته‌شده با روزهایی که طول کشیده‌اند به حساب می‌آیند و معامله‌ی باز تا سن کنونی‌اش، به‌عنوان «هنوز بسته نشده». میانگین یا میانه‌ی معامله‌های بسته‌شده به‌تنهایی کوتاه‌تر از واقع است، زیرا معامله‌های کند هنوز بسته نشده‌اند و در آن نیستند.',
  },
  formulas: [
    { of: { en: 'share still open', fa: 'سهم هنوز باز' }, formula: 'S(t) = Π (1 − dᵢ / nᵢ), tᵢ ≤ t' },
    {
      of: { en: 'its variance (Greenwood)', fa: 'واریانس آن (گرین‌وود)' },
      formula: 'Var S(t) = S(t)² · Σ dᵢ / (nᵢ · (nᵢ − dᵢ)), tᵢ ≤ t',
    },
    {
      of: { en: '95 % interval (log-log)', fa: 'بازه‌ی ۹۵٪ (log-log)' },
      formula: 'S(t) ^ exp(± 1.96 · √Var S(t) / (S(t) · ln S(t)))',
    },
    { of: { en: 'median', fa: 'میانه' }, formula: 'min { t : S(t) ≤ 1/2 }' },
    {
      of: { en: 'mean days open of the first τ', fa: 'میانگین روزهای باز بودن در τ روز نخست' },
      formula: 'RMST(τ) = ∫₀^τ S(t) dt',
    },
  ],
  symbols: [
    {
      name: 'd_i',
      symbol: 'dᵢ',
      meaning: {
        en: 'deals closed, won or lost, at the age tᵢ',
        fa: 'معامله‌های بسته‌شده، برنده یا ازدست‌رفته، در سن tᵢ',
      },
    },
    {
      name: 'n_i',
      symbol: 'nᵢ',
      meaning: { en: 'deals that were open just before that age', fa: 'معامله‌هایی که اندکی پیش از آن سن باز بودند' },
    },
    {
      name: 't_i',
      symbol: 'tᵢ',
      meaning: {
        en: 'ages, in days from creation, at which deals closed; a deal that closes on the day on which another is last seen open comes first',
        fa: 'سن‌هایی، به روز از ایجاد، که معامله‌ها در آن‌ها بسته شدند؛ اگر معامله‌ای در همان سنی بسته شود که دیگری آخرین بار باز دیده شده، بسته شدن پیش می‌افتد',
      },
    },
  ],
  parameters: [],
  source:
    'E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical Association 53 (1958), 457–481; M. Greenwood, "The natural duration of cancer", Reports on Public Health and Medical Subjects 33 (1926), 1–26; interval: J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (1980), and Ø. Borgan and K. Liestøl, Scandinavian Journal of Statistics 17 (1990), 35–41',
  assumptions: [SAME_SPEED, REALLY_OPEN, WHOLE_HISTORY, TRUE_DATES],
  limits: [
    {
      en: 'Refused under twenty closed deals with both dates. The curve is read up to the age from which single deals would decide by more than 5 points; the median is not told where more than half of the deals are open there, and the restricted mean says up to which age it counts.',
      fa: 'با کمتر از بیست معامله‌ی بسته شده‌ی دارای هر دو تاریخ محاسبه نمی‌شود. منحنی تا سنی خوانده می‌شود که پس از آن تک‌معامله‌ها بیش از ۵ واحد درصد تعیین‌کننده‌اند؛ اگر آنجا بیش از نیمی از معامله‌ها باز باشند میانه گفته نمی‌شود، و میانگین محدود می‌گوید تا چه سنی را می‌شمارد.',
    },
    {
      en: 'Deals without a creation date, closed ones without a close date and those closed before they were created are left out, and counted.',
      fa: 'معامله‌های بی‌تاریخ ایجاد، بسته‌شده‌های بی‌تاریخ بسته شدن و آن‌هایی که پیش از ایجاد بسته شده‌اند کنار می‌مانند و شمارشان گفته می‌شود.',
    },
    {
      en: 'It does not tell how a deal closes: for winning against losing see aalen_johansen.',
      fa: 'نمی‌گوید معامله چگونه بسته می‌شود: برای برد در برابر از دست رفتن aalen_johansen را ببینید.',
    },
  ],
});
