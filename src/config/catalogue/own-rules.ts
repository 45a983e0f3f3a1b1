/** Settings of rules, and rules of the user's own: said in the config alone. */
import { setting } from '../definition.js';

export const OWN_RULES = {
  rules: setting({
    summary: {
      en: 'rules of `kpi check` (`kpi list rules`): error, warn, info or off, or with thresholds; warn and fail are two limits',
      fa: 'قاعده‌های `kpi check` (`kpi list rules`): error، warn، info یا off، یا با آستانه؛ warn و fail دو حدند',
    },
    config: {
      key: 'rules',
      schema: ({ parts }) => parts.rules(),
      expected: {
        en: 'error, warn, info or off, or an object with severity, maxViolations, maxRate, or with warn and fail',
        fa: 'error، warn، info یا off، یا شیئی با severity، maxViolations، maxRate، یا با warn و fail',
      },
      example: {
        'deal.owner_missing': 'off',
        'deal.won_without_amount': { severity: 'error', maxRate: 0.05 },
        'deal.open_past_close': { severity: 'warn', maxViolations: 10 },
        'deal.account_missing': { warn: '1%', fail: '5%' },
      },
    },
    scope: ['report', 'check'],
  }),
  customRules: setting({
    summary: {
      en: 'rules of your own, in the language of --where (docs/expressions.md)',
      fa: 'قاعده‌های خود شما، به زبان --where (docs/expressions.md)',
    },
    config: {
      key: 'customRules',
      schema: ({ parts }) => parts.customRules(),
      expected: { en: 'a list of rules, each with id and require', fa: 'فهرستی از قاعده‌ها، هر یک با id و require' },
      example: [
        {
          id: 'custom.big_deals_need_contract',
          when: 'outcome = won and amount >= 100k',
          require: "'Contract No' is not empty",
          severity: 'error',
          message: 'row {row}: won deals from 100 k need a contract number',
        },
      ],
    },
  }),
  columns: setting({
    summary: {
      en: 'what a field or a column must hold: required, unique, type, allowed, pattern (email, phone, url or a regular expression), minLength, maxLength, range, forbidden; leads.Email is a column of the leads',
      fa: 'آنچه یک فیلد یا ستون باید داشته باشد: required، unique، type، allowed، pattern (یکی از email، phone، url یا عبارت منظم)، minLength، maxLength، range، forbidden؛ leads.Email ستونی از سرنخ‌هاست',
    },
    config: {
      key: 'columns',
      schema: ({ parts }) => parts.columns(),
      expected: {
        en: 'what each column must hold: { Region: { required: true } }',
        fa: 'آنچه هر ستون باید داشته باشد: { Region: { required: true } }',
      },
      example: {
        Region: { required: true, allowed: ['North', 'South'] },
        amount: { range: { min: 0, max: '5m' } },
        'leads.Email': { type: 'email', warn: '1%', fail: '5%' },
      },
    },
  }),
  unique: setting({
    summary: {
      en: 'columns of which no two records have the same cells',
      fa: 'ستون‌هایی که هیچ دو رکوردی در همه‌ی آن‌ها یکسان نیستند',
    },
    config: {
      key: 'unique',
      schema: ({ parts }) => parts.unique(),
      expected: {
        en: 'two or more columns, such as [account, closed_at], or a list of such lists',
        fa: 'دو ستون یا بیشتر، مانند [account, closed_at]، یا فهرستی از چنین فهرست‌ها',
      },
      example: [['account', 'closed_at']],
    },
  }),
  unexpectedColumns: setting({
    summary: {
      en: 'what a column is that `columns` does not name: error, warn, info or off',
      fa: 'حکم ستونی که `columns` نام نبرده است: error، warn، info یا off',
    },
    config: {
      key: 'unexpectedColumns',
      schema: ({ parts }) => parts.unexpectedColumns(),
      expected: { en: 'error, warn, info or off', fa: 'error، warn، info یا off' },
      example: 'warn',
    },
  }),
  expect: setting({
    summary: {
      en: 'what the files must add up to: rows, records, won, lost, open, value, wonValue, lostValue, openValue; or a list of conditions over figures: [avg(amount) > 1k]',
      fa: 'آنچه فایل‌ها باید جمعاً داشته باشند: rows، records، won، lost، open، value، wonValue، lostValue، openValue',
    },
    config: {
      key: 'expect',
      schema: ({ parts }) => parts.expect(),
      expected: {
        en: 'control totals, such as { rows: 1192 }, or a list of conditions over figures',
        fa: 'جمع‌های کنترلی، مانند { rows: 1192 }، یا فهرستی از شرط‌ها بر عددها',
      },
      example: { rows: 1192, wonValue: { value: 4_800_000, tolerance: 0.5 } },
    },
  }),
} as const;
