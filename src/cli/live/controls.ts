/** What a page offers to choose, from what the files hold and what is asked for now. */
import { CALENDARS, GRAINS } from '../../config/known-words.js';
import type { LiveChoice, LiveControl } from '../../format/definition.js';
import { GRAINS as GRAIN_WORDS } from '../../locale/grains.js';
import { joinNames } from '../../locale/name-list.js';
import { LANGS, type Text } from '../../locale/text.js';
import { OPTIONS, type OptionDefinition, type OptionName } from '../options.js';
import { ASKED, type Values } from './command-line.js';
import type { MadeReport } from './reading.js';

type Offers = ReturnType<MadeReport['plan']['prepared']['library']['offers']>;

/** Those that are always there; of the others, those that are in force. */
const FIRST: readonly OptionName[] = ['period', 'compare', 'by', 'kpi', 'where', 'grain', 'top', 'lang'];
/** What somebody may have chosen by hand stays what it is; these are chosen from a list alone. */
const FROM_LIST: readonly OptionName[] = ['compare', 'grain', 'lang', 'calendar'];

/** The controls of a report, with the values that are asked for. */
export function controlsFor({ plan, loaded }: MadeReport, values: Values): readonly LiveControl[] {
  const { library, settings } = plan.prepared;
  const offers = library.offers(loaded, plan.request);
  const others = ASKED.filter((name) => !FIRST.includes(name) && values.get(name)?.length !== 0);
  return [...FIRST, ...others].map((name): LiveControl => {
    const now = values.get(name) ?? [];
    const { repeatable }: OptionDefinition = OPTIONS[name];
    const key = CONFIGURED[name];
    const isConfigured = now.length === 0 && key !== undefined && settings[key] !== undefined;
    return {
      name,
      label: LABELS[name] ?? { en: name, fa: name },
      values: now,
      several: repeatable === true,
      choices: choicesOf(name, offers, plan.prepared.library),
      typed: !FROM_LIST.includes(name),
      empty: isConfigured ? BY_CONFIG : (EMPTY[name] ?? AS_USUAL),
    };
  });
}

const LABELS: Readonly<Record<string, Text>> = {
  period: { en: 'Period', fa: 'دوره' },
  compare: { en: 'Compared with', fa: 'در مقایسه با' },
  by: { en: 'By', fa: 'به تفکیک' },
  kpi: { en: 'KPI', fa: 'شاخص' },
  where: { en: 'Only deals where', fa: 'تنها معامله‌هایی که' },
  grain: { en: 'Over time by', fa: 'روند به تفکیک' },
  top: { en: 'Groups at most', fa: 'بیشترین شمار گروه‌ها' },
  lang: { en: 'Language', fa: 'زبان' },
  'as-of': { en: 'Snapshot date', fa: 'تاریخ برش' },
  calendar: { en: 'Calendar', fa: 'تقویم' },
  sort: { en: 'Groups ordered by', fa: 'ترتیب گروه‌ها' },
  sections: { en: 'Parts', fa: 'بخش‌ها' },
  'max-insights': { en: 'Findings at most', fa: 'بیشترین شمار یافته‌ها' },
  target: { en: 'Targets', fa: 'هدف‌ها' },
};

const AS_USUAL: Text = { en: 'as usual', fa: 'به شکل معمول' };
const BY_CONFIG: Text = { en: 'as in the config file', fa: 'مانند فایل تنظیمات' };
const EMPTY: Readonly<Record<string, Text>> = {
  period: { en: 'all data', fa: 'همه‌ی داده‌ها' },
  compare: { en: 'the period before', fa: 'دوره‌ی قبل' },
  by: { en: 'nothing', fa: 'هیچ' },
  kpi: { en: 'all', fa: 'همه' },
  where: { en: 'all deals', fa: 'همه‌ی معامله‌ها' },
  grain: { en: 'what suits the range', fa: 'متناسب با بازه' },
  top: { en: 'all', fa: 'همه' },
};

/** The settings that a config may say too. */
const CONFIGURED: Readonly<
  Record<string, 'by' | 'kpis' | 'grain' | 'top' | 'lang' | 'sort' | 'sections' | 'calendar'>
> = {
  by: 'by',
  kpi: 'kpis',
  grain: 'grain',
  top: 'top',
  lang: 'lang',
  sort: 'sort',
  sections: 'sections',
  calendar: 'calendar',
};

const PERIOD_KINDS: Readonly<Record<Offers['periods'][number]['kind'], Text>> = {
  relative: { en: 'Moving with the day', fa: 'همراه روز' },
  year: { en: 'Years', fa: 'سال‌ها' },
  quarter: { en: 'Quarters', fa: 'فصل‌ها' },
  month: { en: 'Months', fa: 'ماه‌ها' },
};
const AXIS_KINDS: Readonly<Record<Offers['axes'][number]['kind'], Text>> = {
  field: { en: 'Fields', fa: 'فیلدها' },
  made: { en: 'Ranges and periods', fa: 'بازه‌ها و دوره‌ها' },
  column: { en: 'Columns of the files', fa: 'ستون‌های فایل‌ها' },
};

function choicesOf(
  name: OptionName,
  offers: Offers,
  library: MadeReport['plan']['prepared']['library'],
): readonly LiveChoice[] {
  switch (name) {
    case 'period':
      return offers.periods.map(({ value, label, kind }) => ({ value, label, group: PERIOD_KINDS[kind] }));
    case 'compare': // left out, it is the period before
      return [
        { value: 'last-year', label: { en: 'the same a year before', fa: 'همین دوره در سال پیش' } },
        { value: 'none', label: { en: 'nothing', fa: 'هیچ' } },
      ];
    case 'by':
      return offers.axes.map(({ name: axis, label, kind }) => ({
        value: joinNames([axis]),
        label,
        group: AXIS_KINDS[kind],
      }));
    case 'kpi': {
      const [english, persian] = [library.listKpis('en'), library.listKpis('fa')];
      return english.map(({ id, title, facts }, at) => {
        const fa = persian[at];
        // What no report has unless it is named says so.
        return {
          value: id,
          label: { en: marked(title, facts), fa: fa === undefined ? title : marked(fa.title, fa.facts) },
        };
      });
    }
    case 'grain':
      return GRAINS.map((grain) => ({ value: grain, label: GRAIN_WORDS[grain] ?? { en: grain, fa: grain } }));
    case 'top':
      return ['5', '10', '20'].map((count) => ({
        value: count,
        label: { en: count, fa: PERSIAN_COUNTS[count] ?? count },
      }));
    case 'lang':
      return LANGS.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }));
    case 'calendar':
      return CALENDARS.map((calendar) => ({ value: calendar, label: CALENDAR_NAMES[calendar] }));
    default:
      return [];
  }
}

function marked(title: string, { measured }: Readonly<Record<string, string>>): string {
  return measured === undefined ? title : `${title} (${measured})`;
}

const PERSIAN_COUNTS: Readonly<Record<string, string>> = { '5': '۵', '10': '۱۰', '20': '۲۰' };
/** Each in its own language, as a reader who does not know the other one looks for it. */
const LANGUAGE_NAMES: Readonly<Record<(typeof LANGS)[number], Text>> = {
  en: { en: 'English', fa: 'English' },
  fa: { en: 'فارسی', fa: 'فارسی' },
};
const CALENDAR_NAMES: Readonly<Record<(typeof CALENDARS)[number], Text>> = {
  gregorian: { en: 'Gregorian', fa: 'میلادی' },
  jalali: { en: 'Jalali', fa: 'شمسی' },
};
