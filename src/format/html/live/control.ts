/** One control: a list to choose from, or a field to type in. */
import type { Text } from '../../../locale/text.js';
import type { LiveChoice, LiveControl } from '../../definition.js';
import { comma } from '../../pages/figures.js';
import { type Html, html, nameText } from '../markup.js';
import type { Page } from '../page.js';

const ANOTHER: Text = { en: 'and by', fa: 'و نیز' };
const OWN: Text = { en: 'in your own words', fa: 'به گفته‌ی خودتان' };
/** Something that may be typed, as an example of how; the same in every language. */
const EXAMPLES: Readonly<Record<string, string>> = {
  period: '2025-01-01..2025-03-31',
  by: 'owner,product',
  kpi: 'win_rate,revenue_won',
  where: 'amount > 1000',
  top: '10',
  sort: 'win_rate:desc',
  target: 'win_rate>=25%',
  'as-of': '2025-09-30',
};

/** The control. `typed`: as a field, where it is a list elsewhere too; what is typed there counts. */
export function controlHtml(control: LiveControl, page: Page, as?: 'typed'): Html {
  const { choices, values, several } = control;
  if (as === 'typed') return field(control, '', OWN, page);
  if (choices.length === 0) {
    if (!several) return field(control, values[0] ?? '', null, page);
    return html`${[...values, ''].map((value) => field(control, value, null, page))}`;
  }
  if (!several || values.length === 0) return list(control, values[0] ?? '', false, page);
  return html`${[...values, ''].map((value, at) => list(control, value, at > 0, page))}`;
}

function list(control: LiveControl, value: string, isFurther: boolean, page: Page): Html {
  const { lang } = page;
  const { name, label, choices, empty } = control;
  const isKnown = value === '' || choices.some((one) => one.value === value);
  const said = isFurther ? ANOTHER[lang] : label[lang];
  return html`<label><span>${nameText(said)}</span><select name="${name}">${option({ value: '', label: empty }, value, page)}${
    isKnown ? null : option({ value, label: { en: value, fa: value } }, value, page)
  }${groups(choices).map(({ title, members }) => {
    const options = members.map((one) => option(one, value, page));
    return title === null ? html`${options}` : html`<optgroup label="${title[lang]}">${options}</optgroup>`;
  })}</select></label>`;
}

function option({ value, label }: Pick<LiveChoice, 'value' | 'label'>, chosen: string, { lang }: Page): Html {
  return html`<option value="${value}"${value === chosen ? html` selected=""` : null}>${nameText(label[lang])}</option>`;
}

function field({ name, label, empty }: LiveControl, value: string, behind: Text | null, { lang }: Page): Html {
  const said = behind === null ? label[lang] : `${label[lang]}${comma(lang)}${behind[lang]}`;
  const example = EXAMPLES[name] ?? empty[lang];
  return html`<label><span>${said}</span><input name="${name}" value="${value}" placeholder="${example}" dir="auto" autocomplete="off" spellcheck="false"></label>`;
}

interface Group {
  readonly title: Text | null;
  readonly members: LiveChoice[];
}

/** Neighbours under one heading. */
function groups(choices: readonly LiveChoice[]): readonly Group[] {
  const found: Group[] = [];
  for (const choice of choices) {
    const last = found.at(-1);
    if (last !== undefined && last.title?.en === choice.group?.en) last.members.push(choice);
    else found.push({ title: choice.group ?? null, members: [choice] });
  }
  return found;
}
