import { LOSSES_TOLD, REALLY_OPEN, SAME_WINS, TRUE_DATES, WHOLE_HISTORY } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const aalenJohansen = defineModel({
  id: 'aalen_johansen',
  title: {
    en: 'Aalen–Johansen: what share of deals comes to be won',
    fa: 'آلن–یوهانسن: چه سهمی از معامله‌ها سرانجام برنده می‌شود',
  },
  section: 'survival',
  kpis: ['eventual_win_rate'],
  definition: {
    en: 'Of the deals created, the share won, the share lost and the share still open at each age; the three add up to 1. Losing precludes winning, so a lost deal is not a deal that "could still be won": 1 − Kaplan–Meier with losses taken for open ones promises too much. The share won where the curve ends is the eventual win rate; from it follows the chance of a deal that has been open for so many days.',
    fa: 'از معامله‌های ایجادشده، در هر سن چه سهمی برنده، چه سهمی ازدست‌رفته و چه سهمی هنوز باز است؛ این سه روی هم ۱ می‌شوند. از دست رفتن راه برد را می‌بندد، پس معامله‌ی ازدست‌رفته معامله‌ای نیست که «هنوز شاید برده شود»: ۱ − کاپلان–مایر که از دست رفتن را باز بودن بگیرد بیش از واقع وعده می‌دهد. سهم برنده در پایان منحنی نرخ برد نهایی است و احتمال برد معامله‌ای که چند روز باز مانده از آن به دست می‌آید.',
  },
  formulas: [
    { of: { en: 'share won by age t', fa: 'سهم برنده تا سن t' }, formula: 'F(won, t) = Σ S(tᵢ₋₁) · wᵢ / nᵢ, tᵢ ≤ t' },
    {
      of: { en: 'share lost by age t', fa: 'سهم ازدست‌رفته تا سن t' },
      formula: 'F(lost, t) = Σ S(tᵢ₋₁) · lᵢ / nᵢ, tᵢ ≤ t',
    },
    { of: { en: 'on every day', fa: 'در هر روز' }, formula: 'F(won, t) + F(lost, t) + S(t) = 1' },
    {
      of: { en: 'chance of a deal open at age a', fa: 'احتمال برد معامله‌ای که در سن a باز است' },
      formula: 'P(won | open at a) = (F(won, ∞) − F(won, a)) / S(a)',
    },
    {
      of: { en: 'variance', fa: 'واریانس' },
      formula:
        'Var F(t) = Σ (F(t) − F(tᵢ))² · dᵢ / (nᵢ (nᵢ − dᵢ)) + Σ S(tᵢ₋₁)² · wᵢ (nᵢ − wᵢ) / nᵢ³ − 2 · Σ (F(t) − F(tᵢ)) · S(tᵢ₋₁) · wᵢ / nᵢ²',
    },
  ],
  symbols: [
    {
      name: 'w_i',
      symbol: 'wᵢ, lᵢ, dᵢ',
      meaning: {
        en: 'deals won, deals lost, and both together, at the age tᵢ (days from creation)',
        fa: 'معامله‌های برنده، ازدست‌رفته، و هر دو با هم، در سن tᵢ (روز از ایجاد)',
      },
    },
    {
      name: 'n_i',
      symbol: 'nᵢ',
      meaning: { en: 'deals that were open just before that age', fa: 'معامله‌هایی که اندکی پیش از آن سن باز بودند' },
    },
    {
      name: 'S',
      symbol: 'S(t)',
      meaning: { en: 'share still open, by Kaplan–Meier', fa: 'سهم هنوز باز، بر پایه‌ی کاپلان–مایر' },
    },
    {
      name: 'infinity',
      symbol: '∞',
      meaning: {
        en: 'the age up to which the curve is read: nothing is assumed of what comes after',
        fa: 'سنی که منحنی تا آن خوانده می‌شود: از آنچه پس از آن می‌آید چیزی فرض نمی‌شود',
      },
    },
  ],
  parameters: [],
  source:
    'O. O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations", Scandinavian Journal of Statistics 5 (1978), 141–150; variance by the delta method: E. Marubini and M. G. Valsecchi, Analysing Survival Data from Clinical Trials and Observational Studies (1995), section 10.4, as SAS PROC LIFETEST prints it',
  assumptions: [SAME_WINS, LOSSES_TOLD, REALLY_OPEN, WHOLE_HISTORY, TRUE_DATES],
  limits: [
    {
      en: 'Without a lost deal, or without a won one, in the file there is no share to tell, unless the file is said to be complete (--assume-complete).',
      fa: 'اگر فایل هیچ معامله‌ی ازدست‌رفته یا هیچ معامله‌ی برنده‌ای نداشته باشد سهمی برای گفتن نیست، مگر گفته شود که فایل کامل است (--assume-complete).',
    },
    {
      en: 'Refused under ten won or twenty closed deals with both dates.',
      fa: 'با کمتر از ده معامله‌ی برنده یا بیست معامله‌ی بسته شده‌ی دارای هر دو تاریخ محاسبه نمی‌شود.',
    },
    {
      en: 'It is read up to the age from which single deals would decide by more than 5 points. Deals that are open there count neither as won nor as lost; the bounds say what they could still change.',
      fa: 'تا سنی خوانده می‌شود که پس از آن تک‌معامله‌ها بیش از ۵ واحد درصد تعیین‌کننده‌اند. معامله‌هایی که آنجا بازند نه برنده شمرده می‌شوند و نه ازدست‌رفته؛ کران‌ها می‌گویند چه چیزی را هنوز می‌توانند عوض کنند.',
    },
    {
      en: 'It counts deals, whatever they are worth.',
      fa: 'معامله‌ها را می‌شمارد، هر مبلغی که داشته باشند.',
    },
  ],
});
