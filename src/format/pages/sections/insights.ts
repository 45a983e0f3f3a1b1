/** What stands out: the finding, what it rests on, what to do next and how to see it. */
import { compactText } from '../../../locale/compact.js';
import { countText, moneyText } from '../../../locale/numbers.js';
import type { Report } from '../../../report/schema.js';
import {
  cell,
  code,
  data,
  type Item,
  type MarkedCell,
  type PageOptions,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { commandText } from '../command-text.js';
import { moreWords } from '../cut.js';
import { currencyWords } from '../figures.js';
import type { SectionView } from './definition.js';

type Insight = Report['insights'][number];

/** Findings shown: four are read, one screen holds three. */
const MOST = { brief: 3, standard: 4, full: Number.POSITIVE_INFINITY } as const;

const IMPACT: Sentence<Words> = {
  en: (amount) => say` (at stake: ${amount})`,
  fa: (amount) => say` (مبلغ در معرض تأثیر: ${amount})`,
};
const MORE: Sentence<string> = {
  en: (findings) => say`${findings} more: ${code('--max-insights 0')}.`,
  fa: (findings) => say`${findings} مورد دیگر: ${code('--max-insights 0')}.`,
};

export const insightsView: SectionView = function* ({ insights, insightsLeftOut, currency }, options, title) {
  if (insights.length === 0) return;
  const { lang, detail } = options;
  // That groups do not differ answers a question that was asked, so it is never among those left out.
  const shown = insights.filter((insight, index) => index < MOST[detail] || (detail !== 'brief' && isAlike(insight)));
  yield { kind: 'heading', words: title, id: 'insights' };
  yield { kind: 'list', numbered: true, items: shown.map((insight) => itemOf(insight, currency, options)) };
  const more = moreWords(shown.length, insights.length, '--detail full', lang);
  if (more !== null) yield { kind: 'aside', words: more };
  else if (insightsLeftOut > 0) yield { kind: 'aside', words: MORE[lang](countText(insightsLeftOut, lang)) };
};

function isAlike({ id }: Insight): boolean {
  return id.endsWith('_alike');
}

function itemOf(insight: Insight, currency: string | null, options: PageOptions): Item {
  const { title, detail, impact, severity } = insight;
  const { lang } = options;
  const tone = severity === 'risk' ? 'warn' : severity === 'opportunity' ? 'good' : undefined;
  const amount = impact === null ? [] : IMPACT[lang](amountWords(impact, currency, options));
  const evidence: MarkedCell[] = detail === '' || options.detail === 'brief' ? [] : [cell([data(detail)])];
  const marker = severity === 'risk' ? '!' : isAlike(insight) ? '=' : '·';
  return {
    ...cell(say`${data(title)}${amount}`, tone),
    marker,
    details: [...evidence, ...actionOf(insight)],
  };
}

function amountWords(impact: number, currency: string | null, { lang, short }: PageOptions): Words {
  const text = short ? compactText(impact, lang) : moneyText(impact, lang);
  return currency === null ? [text] : say`${text} ${currencyWords(currency, lang)}`;
}

/** `→ Go through them, oldest first.  kpi deals --stalled`. */
function actionOf({ action, command }: Insight): MarkedCell[] {
  if (action === null) return [];
  const typed = command === null ? [] : [code(commandText(command))];
  return [
    { ...cell(typed.length === 0 ? [data(action.message)] : say`${data(action.message)}  ${typed}`), marker: '→' },
  ];
}
