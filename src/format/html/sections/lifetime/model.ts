/** The parameters of the models, folded away: for whoever wants to check them. */
import { countText, decimalText, NOT_AVAILABLE } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { type Html, html } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableRow, table } from '../../table.js';

type Lifetime = NonNullable<Report['lifetime']>;
type Parameter = NonNullable<Lifetime['model']>['parameters'][number];

const WORDS = {
  title: { en: 'Parameters of the models', fa: 'پارامترهای مدل‌ها' },
  parameter: { en: 'Parameter', fa: 'پارامتر' },
  value: { en: 'Value', fa: 'مقدار' },
  error: { en: 'Standard error', fa: 'خطای معیار' },
  purchases: { en: 'Purchases: BG/NBD, in weeks', fa: 'خریدها: BG/NBD، به هفته' },
  spend: { en: 'Value of a purchase: Gamma-Gamma', fa: 'ارزش هر خرید: گاما-گاما' },
  likelihood: { en: 'Log-likelihood', fa: 'لگاریتم درست‌نمایی' },
} as const satisfies Record<string, Text>;
const SEARCH: { readonly [L in Lang]: (starts: string, converged: boolean) => string } = {
  en: (starts, converged) =>
    `The search began at ${starts} points and ${converged ? 'came to one end' : 'did not settle'}.`,
  fa: (starts, converged) =>
    `جست‌وجو از ${starts} نقطه آغاز شد و ${converged ? 'به یک پایان رسید' : 'به پایان روشنی نرسید'}.`,
};
const CORRELATION: { readonly [L in Lang]: (value: string, n: string) => string } = {
  en: (value, n) =>
    `Purchases and their mean value correlate by ${value} over ${n} customers; the model takes them for independent.`,
  fa: (value, n) => `همبستگی شمار خرید و میانگین ارزش آن میان ${n} مشتری ${value} است؛ مدل آن‌ها را مستقل می‌گیرد.`,
};

export function modelHtml({ model, spend }: Lifetime, page: Page): Html | null {
  if (model === null && spend === null) return null;
  const { lang } = page;
  const rows = [
    ...(model === null ? [] : partOf(WORDS.purchases, model, page)),
    ...(spend === null ? [] : partOf(WORDS.spend, spend, page)),
  ];
  const columns = [
    { title: html`${WORDS.parameter[lang]}`, kind: 'text' as const },
    { title: html`${WORDS.value[lang]}`, kind: 'number' as const },
    { title: html`${WORDS.error[lang]}`, kind: 'number' as const },
  ];
  const search = model === null ? null : SEARCH[lang](countText(model.starts, lang), model.converged);
  const correlation =
    spend === null || spend.correlation === null
      ? null
      : CORRELATION[lang](decimalText(spend.correlation, 2, lang), countText(spend.n, lang));
  return html`<details><summary>${WORDS.title[lang]}</summary>${table(
    { caption: WORDS.title[lang], columns, rows },
    page,
  )}<p class="note">${search}${correlation === null ? null : html` ${correlation}`}</p></details>`;
}

function partOf(
  title: Text,
  { parameters, logLikelihood }: { readonly parameters: readonly Parameter[]; readonly logLikelihood: number },
  page: Page,
): TableRow[] {
  const { lang } = page;
  return [
    { group: html`${title[lang]}` },
    ...parameters.map(({ name, value, standardError }): TableCell[] => [
      { html: html`<bdi>${name}</bdi>` },
      { html: page.words([digits(value, lang)]) },
      { html: standardError === null ? html`–` : html`${digits(standardError, lang)}`, tone: 'dim' },
    ]),
    [
      { html: html`${WORDS.likelihood[lang]}` },
      {
        html: page.words([Number.isFinite(logLikelihood) ? decimalText(logLikelihood, 2, lang) : NOT_AVAILABLE[lang]]),
      },
      { html: html`` },
    ],
  ];
}

/** Four digits that count. */
function digits(value: number, lang: Lang): string {
  const whole = Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))) + 1;
  return decimalText(value, Math.min(6, Math.max(0, 4 - Math.max(whole, 0))), lang);
}
