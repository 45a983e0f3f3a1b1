import type { Lang, Text } from '../locale/text.js';
import type { ConfigDraft } from './draft.js';
import { commentLines, exampleLines, settingLines } from './draft-lines.js';
import { KEYS, OWN_RULES } from './draft-words.js';

/**
 * The keys that no file answers, each with an example: what figures are to be, which rules hold, what is shown. `by`
 * are the fields that a breakdown would use.
 */
export function exampleSections({ by, contract }: Pick<ConfigDraft, 'by' | 'contract'>, lang: Lang): string[][] {
  const { columns, unexpectedColumns } = contract ?? {};
  const say = (text: Text): string[] => commentLines(text[lang]);
  return [
    [...say(KEYS.fiscalYearStart), ...exampleLines([{ key: 'fiscalYearStart', value: 1 }])],
    [...say(KEYS.calendar), ...exampleLines([{ key: 'calendar', value: 'jalali' }])],
    [...say(KEYS.retention), ...exampleLines([{ key: 'retention', value: { window: 365 } }])],
    [...say(KEYS.customers), ...exampleLines([{ key: 'customers', value: { merge: [['Acme GmbH', 'Acme Inc.']] } }])],
    [...say(KEYS.clv), ...exampleLines([{ key: 'clv', value: { margin: 0.4, lifespan: 3 } }])],
    [
      ...say(KEYS.targets),
      ...exampleLines([{ key: 'targets', value: { win_rate: { min: 0.25 }, sales_cycle: { max: 60 } } }]),
    ],
    [...say(KEYS.quotas), ...exampleLines([{ key: 'quotas', value: { 'Ana Novak': 250000 } }])],
    [...say(KEYS.rates), ...exampleLines([{ key: 'rates', value: { USD: 0.92 } }])],
    [...say(KEYS.assumeComplete), ...exampleLines([{ key: 'assumeComplete', value: true }])],
    [
      ...say(KEYS.report),
      ...exampleLines([
        { key: 'report', value: { by: by.length > 0 ? by : ['owner'], kpis: ['win_rate', 'revenue_won'] } },
      ]),
    ],
    [
      ...say(KEYS.rules),
      ...exampleLines([
        {
          key: 'rules',
          value: {
            'deal.owner_missing': 'off',
            'deal.won_without_amount': { severity: 'error', maxRate: 0.05 },
            'deal.open_past_close': { severity: 'warn', maxViolations: 10 },
            'deal.account_missing': { warn: '1%', fail: '5%' },
          },
        },
      ]),
    ],
    [...say(KEYS.customRules), ...exampleLines([OWN_RULES.customRules])],
    columns === undefined
      ? [...say(KEYS.columns), ...exampleLines([OWN_RULES.columns])]
      : [
          ...say(KEYS.contract),
          'columns:',
          ...settingLines(
            Object.entries(columns).map(([key, value]) => ({ key, value })),
            2,
          ),
        ],
    [...say(KEYS.unique), ...exampleLines([OWN_RULES.unique])],
    [
      ...say(KEYS.unexpectedColumns),
      ...(unexpectedColumns === undefined
        ? exampleLines([OWN_RULES.unexpectedColumns])
        : settingLines([{ key: 'unexpectedColumns', value: unexpectedColumns }])),
    ],
    [...say(KEYS.expect), ...exampleLines([OWN_RULES.expect])],
    [...say(KEYS.baseline), ...exampleLines([{ key: 'baseline', value: 'kpi-baseline.txt' }])],
    [...say(KEYS.lang), ...exampleLines([{ key: 'lang', value: lang }])],
  ];
}
