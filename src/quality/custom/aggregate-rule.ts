/** Rules about figures of many records: `avg(amount) between 1k and 50k`, for all of them or by owner. */
import { type AggregateValue, compileAggregates } from '../../expression/aggregate.js';
import type { Expression, Name } from '../../expression/definition.js';
import { namesIn } from '../../expression/names.js';
import { FALSE, UNKNOWN } from '../../expression/truth.js';
import { countText, decimalText, moneyText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import { isoDay } from '../../model/civil-day.js';
import type { PlaceFindings, Rule } from '../definition.js';
import { ABSENT, absentFinding, absentName, isAbsent } from './absence.js';
import { aggregatorOf } from './aggregate-values.js';
import { conditionText } from './condition-rule.js';
import { OWN, type RuleRole, type RuleTable } from './definition.js';
import { groupsOf, groupTable } from './groups.js';
import { ownMessage } from './message.js';
import { fieldName } from './test-rule.js';

export interface AggregateRule {
  readonly id: string;
  readonly title?: string | undefined;
  readonly on?: RuleRole | undefined;
  readonly when: Expression | null;
  readonly by: readonly Name[];
  readonly require: Expression;
  readonly message?: string | undefined;
  readonly optional?: boolean | undefined;
}

const LOOK: Text = {
  en: 'Look at the records behind the figure (`kpi check` with --where keeps some of them), or change the limits in the config.',
  fa: 'رکوردهای پشت این عدد را ببینید (`kpi check` با --where بخشی از آن‌ها را نگه می‌دارد) یا حدها را در تنظیمات تغییر دهید.',
};

interface GroupArgs {
  readonly group: string;
  readonly figures: readonly { readonly text: string; readonly unit: AggregateValue['unit']; readonly value: number }[];
}

/** Violated by each group for whose figures the condition is false; where a group has no figure it says nothing. */
export function aggregateRule(rule: AggregateRule, table: RuleTable | null): Rule {
  const { id, title, on = 'deals', when, by, require, message, optional } = rule;
  const told = [namesIn(require), ...(when === null ? [] : [namesIn(when)])];
  const names = [...by, ...told.flatMap(({ columns, fields }) => [...columns, ...fields.map(fieldName)])];
  const absent = table === null ? undefined : absentName(names, table);
  const source = require.source.trim();
  const groups = by.length === 0 ? '' : by.map(({ name }) => name).join(', ');
  const words = {
    en: `${source}${groups === '' ? '' : `, by ${groups}`}`,
    fa: `${source}${groups === '' ? '' : `، به تفکیک ${groups}`}`,
  };
  const own = message === undefined ? null : ownMessage(message);
  const said = (args: unknown, lang: Lang): string => {
    if (isAbsent(args)) return ABSENT[lang](args);
    const { group, figures } = args as GroupArgs;
    const found = figures.map((one) => `${one.text} ${lang === 'fa' ? 'برابر' : 'is'} ${valueText(one, lang)}`);
    if (own !== null)
      return own[lang]({ value: figures.map((one) => valueText(one, lang)).join(', '), row: 0, column: group });
    const of = group === '' ? '' : `${group}: `;
    return lang === 'fa'
      ? `${of}${found.join('، ')}؛ انتظار: ${source}`
      : `${of}${found.join(', ')}; expected ${source}`;
  };
  return {
    id,
    title: title === undefined ? words : { en: title, fa: title },
    dimension: 'consistency',
    severity: 'error',
    scope: 'file',
    condition: conditionText(when, words, on),
    source: OWN,
    needs: [],
    wants: [...new Set(names.flatMap(({ field }) => field ?? []))],
    ...(optional === true && absent !== undefined ? { absent: absent.name } : {}),
    ...(told.some(({ asOf }) => asOf) ? { atSnapshot: true as const } : {}),
    affects: [],
    check({ beside }) {
      if (table === null || table.deals.size === 0) return { checked: 0, places: [] };
      return absent === undefined ? judged(rule, table) : absentFinding(absent.name, table.deals, beside);
    },
    message: { en: (args) => said(args, 'en'), fa: (args) => said(args, 'fa') },
    fix: LOOK,
    examples: { accept: '', reject: '' },
  };
}

function judged({ by, when, require }: AggregateRule, table: RuleTable): PlaceFindings<GroupArgs> {
  const { deals } = table;
  const groups = groupsOf(by, when, table);
  const { test, values } = compileAggregates(require, table, groupTable(table, groups), aggregatorOf(deals, groups));
  const { file } = deals.place(0);
  const places: PlaceFindings<GroupArgs>['places'][number][] = [];
  // `between` asks for one figure twice.
  const once = values.filter(({ text }, at) => values.findIndex((one) => one.text === text) === at);
  let checked = 0;
  for (let group = 0; group < groups.size; group++) {
    const truth = test(group);
    if (truth === UNKNOWN) continue;
    checked++;
    if (truth !== FALSE) continue;
    const figures = once.map(({ text, unit, of }) => ({ text, unit, value: of(group) }));
    const label = groups.label(group);
    places.push({
      place: { file, sheet: null, row: 0, line: null },
      value: figures.map((one) => valueText(one, 'en')).join(', '),
      entity: label,
      args: { group: label, figures },
    });
  }
  return { checked, places };
}

function valueText({ unit, value }: GroupArgs['figures'][number], lang: Lang): string {
  if (Number.isNaN(value)) return lang === 'fa' ? 'نامعلوم' : 'unknown';
  if (unit === 'day') return isoDay(Math.floor(value));
  if (unit === 'ratio') return ratioText(value, lang);
  if (unit === 'money') return moneyText(value, lang);
  return Number.isInteger(value) ? countText(value, lang) : decimalText(value, 2, lang);
}
