/** Open deals: how old they are, then and now; how much they are worth by stage; how many of each stage are how old. */
import { daySpanText } from '../../../locale/day-span.js';
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code, data, type Sentence, say, type Words } from '../../page.js';
import type { Cut } from '../../pages/cut.js';
import { proseDayWords, reasonWords, semicolon, valueWords } from '../../pages/figures.js';
import { figure } from '../charts/figure.js';
import { type Lane, type LaneRow, lanes } from '../charts/lanes.js';
import { drawnName, drawnText } from '../drawn-text.js';
import { all, type Html, html, plainText, shortWords } from '../markup.js';
import type { Page } from '../page.js';
import { type TableCell, type TableRow, table } from '../table.js';
import type { SectionHtml } from './definition.js';
import { heatOf } from './heat.js';

type Pipeline = NonNullable<Report['pipeline']>;
type Snapshot = Pipeline['atNewest'];
type Stage = Snapshot['stages'][number];
type Counted = Pick<Stage, 'n' | 'byAge' | 'undated'>;

/** Stages drawn; the table beside them has more. */
const MOST_STAGES = 12;

const WORDS = {
  byAge: { en: 'Open deals by age', fa: 'معامله‌های باز بر پایه‌ی عمر' },
  amounts: { en: 'Amount of open deals by stage', fa: 'مبلغ معامله‌های باز به تفکیک مرحله' },
  counts: { en: 'Open deals by stage', fa: 'معامله‌های باز به تفکیک مرحله' },
  heat: { en: 'Open deals by stage and age', fa: 'معامله‌های باز به تفکیک مرحله و عمر' },
  age: { en: 'Age in days', fa: 'عمر به روز' },
  stage: { en: 'Stage', fa: 'مرحله' },
  deals: { en: 'Deals', fa: 'معامله' },
  priced: { en: 'With an amount', fa: 'دارای مبلغ' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  undated: { en: 'unknown', fa: 'نامعلوم' },
  all: { en: 'All', fa: 'همه' },
  empty: { en: '(empty)', fa: '(خالی)' },
  now: { en: 'Now', fa: 'اکنون' },
  unordered: {
    en: 'Nothing tells the order of the stages: most deals first.',
    fa: 'چیزی ترتیب مرحله‌ها را نمی‌گوید: بیشترین معامله نخست.',
  },
} as const satisfies Record<string, Text>;

const DAYS: Sentence<string> = { en: (span) => [`${span} days`], fa: (span) => [`${span} روز`] };
const ON: Sentence<{ day: Words; n: string; one: boolean }> = {
  en: ({ day, n, one }) => say`${day}: ${n} ${one ? 'deal' : 'deals'}`,
  fa: ({ day, n }) => say`${day}: ${n} معامله`,
};
const NO_DEAL: Sentence<Words> = {
  en: (day) => say`No deal is open (${day}).`,
  fa: (day) => say`معامله‌ی بازی نیست (${day}).`,
};
const NOT_KNOWN: Sentence<{ day: Words; why: Words }> = {
  en: ({ day, why }) => say`${day}: not known, ${why}.`,
  fa: ({ day, why }) => say`${day}: نامعلوم، ${why}.`,
};
const UNDATED: Sentence<{ n: number; text: string }> = {
  en: ({ n, text }) => [`${text} ${n === 1 ? 'has' : 'have'} no creation date, so no age.`],
  fa: ({ text }) => [`${text} معامله تاریخ ایجاد ندارد و عمرش نامعلوم است.`],
};
const NO_AGES: Text = {
  en: 'None of the open deals has a creation date, so no age.',
  fa: 'هیچ‌یک از معامله‌های باز تاریخ ایجاد ندارد؛ پس عمرشان نامعلوم است.',
};
const NO_AMOUNTS: Sentence<Words> = {
  en: (why) => say`Deals are counted, not valued: ${why}.`,
  fa: (why) => say`معامله‌ها شمرده شده‌اند، نه مبلغشان: ${why}.`,
};
const NO_STAGES: Sentence<Words> = {
  en: (why) => say`Not told by stage: ${why}.`,
  fa: (why) => say`به تفکیک مرحله گفته نشد: ${why}.`,
};
const PRICED: Sentence<{ priced: string; n: string }> = {
  en: ({ priced, n }) => [`${priced} of ${n} have an amount`],
  fa: ({ priced, n }) => [`${priced} از ${n} معامله مبلغ دارد`],
};
const DRAWN: Sentence<Cut> = {
  en: ({ shown, all: of }) => say`${shown} of ${of} stages are drawn; ${code('--format json')} has more.`,
  fa: ({ shown, all: of }) => say`${shown} مرحله از ${of} رسم شده؛ ${code('--format json')} بیشتر دارد.`,
};
const REST: Sentence<string> = { en: (n) => [`${n} more stages`], fa: (n) => [`${n} مرحله‌ی دیگر`] };
const AGE_LABEL: Sentence<{ n: string; oldest: string; span: string }> = {
  en: ({ n, oldest, span }) => [`${n} open deals by age, ${oldest} of them ${span} days old`],
  fa: ({ n, oldest, span }) => [`${n} معامله‌ی باز بر پایه‌ی عمر؛ ${oldest} تای آن‌ها ${span} روزه`],
};
const STAGE_LABEL: Sentence<{ title: string; n: string }> = {
  en: ({ title, n }) => [`${title}: ${n} stages`],
  fa: ({ title, n }) => [`${title}: ${n} مرحله`],
};

export const pipelineHtml: SectionHtml = ({ pipeline }, page) => {
  if (pipeline === null) return null;
  const { atEnd, atNewest } = pipeline;
  const told = [atEnd, atNewest].filter((one) => one !== null && one.reason === null && one.n > 0);
  if (told.length === 0) return nothing(pipeline, page);
  return all([ages(pipeline, page), ...stageParts(pipeline, page)]);
};

/** No deal is open, or nobody can know. */
function nothing({ atEnd, atNewest }: Pipeline, page: Page): Html {
  const { lang } = page;
  const said = [atEnd, atNewest]
    .filter((one) => one !== null)
    .map((one) => (one.reason === null ? NO_DEAL[lang](dayName(one, page)) : unknown(one, page)));
  return html`<div id="${page.id('pipeline')}"><h3>${WORDS.byAge[lang]}</h3>${said.map(
    (words) => html`<p class="sub">${page.words(words)}</p>`,
  )}</div>`;
}

function unknown(snapshot: Snapshot, page: Page): Words {
  const { lang } = page;
  return NOT_KNOWN[lang]({ day: dayName(snapshot, page), why: [reasonWords(snapshot.reason ?? '', lang)] });
}

function dayName({ day }: Snapshot, { lang, options }: Page): Words {
  return [day === null ? WORDS.now[lang] : proseDayWords(day, options)];
}

function ages({ atEnd, atNewest, bands }: Pipeline, page: Page): Html {
  const { lang } = page;
  const known = [
    ...(atEnd === null ? [] : [{ of: atEnd, fill: 'mark-2', key: ' grey' }]),
    { of: atNewest, fill: 'mark', key: '' },
  ].filter(({ of }) => of.reason === null);
  if (!known.some(({ of }) => hasAges(of))) return ageless(atNewest, page);
  const height = known.length > 1 ? 14 : 18;
  const lane = (value: number, fill: string): Lane => ({ value, fill, height, text: countText(value, lang) });
  const rows: LaneRow[] = bands.map((band, at) => {
    const span = daySpanText(band, lang);
    return {
      name: drawnText(at === 0 ? DAYS[lang](span) : [span], page),
      lanes: known.map(({ of, fill }) => lane(of.byAge[at] ?? 0, fill)),
    };
  });
  if (known.some(({ of }) => of.undated > 0)) {
    rows.push({
      name: drawnText([WORDS.undated[lang]], page),
      lanes: known.map(({ of, fill }) => lane(of.undated, fill)),
    });
  }
  const last = known[known.length - 1]?.of ?? atNewest;
  const oldest = { n: countText(last.n, lang), oldest: countText(last.byAge.at(-1) ?? 0, lang) };
  const band = bands.at(-1);
  return figure(
    {
      id: page.id('pipeline'),
      title: html`${WORDS.byAge[lang]}`,
      sub: all(
        known.map(({ of, key }) => {
          const said = ON[lang]({ day: dayName(of, page), n: countText(of.n, lang), one: of.n === 1 });
          return html`<span class="key${key}"></span>${page.words(said)} `;
        }),
      ),
      label: plainText(AGE_LABEL[lang]({ ...oldest, span: band === undefined ? '' : daySpanText(band, lang) })),
      draw: lanes(rows, page),
      figures: ageTable(
        known.map(({ of }) => of),
        bands,
        page,
      ),
      note: page.sentences([
        ...[atEnd, atNewest].flatMap((one) => (one === null || one.reason === null ? [] : [unknown(one, page)])),
        ...(last.undated > 0 ? [UNDATED[lang]({ n: last.undated, text: countText(last.undated, lang) })] : []),
        ...(last.amountReason === null ? [] : [NO_AMOUNTS[lang]([reasonWords(last.amountReason, lang)])]),
        ...(last.stagesReason === null ? [] : [NO_STAGES[lang]([reasonWords(last.stagesReason, lang)])]),
      ]),
    },
    page,
  );
}

function hasAges({ byAge }: Snapshot): boolean {
  return byAge.some((n) => n > 0);
}

function ageless(snapshot: Snapshot, page: Page): Html {
  const { lang } = page;
  const { n, amountReason } = snapshot;
  const said = ON[lang]({ day: dayName(snapshot, page), n: countText(n, lang), one: n === 1 });
  const why = amountReason === null ? null : NO_AMOUNTS[lang]([reasonWords(amountReason, lang)]);
  return html`<div id="${page.id('pipeline')}"><h3>${WORDS.byAge[lang]}</h3><p class="sub">${page.words(said)}</p><p class="note">${NO_AGES[lang]}${
    why === null ? null : html` ${page.words(why)}`
  }</p></div>`;
}

function ageTable(snapshots: readonly Snapshot[], bands: Pipeline['bands'], page: Page): Html {
  const { lang } = page;
  const columns = [
    { title: html`${WORDS.age[lang]}`, kind: 'text' as const },
    ...snapshots.map((one) => ({ title: page.words(dayName(one, page)), kind: 'number' as const })),
  ];
  const row = (name: string, countOf: (one: Snapshot) => number): TableCell[] => [
    { html: page.words([name]) },
    ...snapshots.map((one) => ({ html: html`${countText(countOf(one), lang)}` })),
  ];
  const rows = [
    ...bands.map((band, at) => row(daySpanText(band, lang), ({ byAge }) => byAge[at] ?? 0)),
    ...(snapshots.some(({ undated }) => undated > 0) ? [row(WORDS.undated[lang], ({ undated }) => undated)] : []),
    row(WORDS.all[lang], ({ n }) => n),
  ];
  return table({ caption: WORDS.byAge[lang], columns, rows }, page);
}

/** By stage on the newest day, or, where that is not told, on the last day of the period. */
function stageParts({ atEnd, atNewest, bands }: Pipeline, page: Page): Html[] {
  const snapshot = [atNewest, atEnd].find((one) => one !== null && one.stages.length > 0);
  if (snapshot === undefined || snapshot === null) return [];
  // Without amounts bars would repeat the counts of the table.
  return [...(snapshot.amount === null ? [] : [stageBars(snapshot, page)]), heatTable(snapshot, bands, page)];
}

function stageName({ pipeline, stage }: Stage, several: boolean, { lang }: Page): Words {
  const named = (name: string): Words => [name === '' ? WORDS.empty[lang] : data(name)];
  return several && pipeline !== null ? say`${named(pipeline)} / ${named(stage)}` : named(stage);
}

function stageBars(snapshot: Snapshot, page: Page): Html {
  const { lang, options } = page;
  const { stages, amount, currency, priced, n, stagesInOrder, stagesTotal } = snapshot;
  const several = new Set(stages.map(({ pipeline }) => pipeline)).size > 1;
  const drawn = stages.slice(0, MOST_STAGES);
  const bare = { unit: 'money', currency: null };
  const rows = drawn.map((stage): LaneRow => {
    const text = drawnText(valueWords(stage.amount, bare, options), page);
    // A bar begins at 0, and has no way to be less.
    const value = Math.max(0, stage.amount ?? 0);
    return { name: drawnName(stageName(stage, several, page)), lanes: [{ value, fill: 'mark', text, height: 18 }] };
  });
  const whole = valueWords(amount, { unit: 'money', currency }, options);
  const some = PRICED[lang]({ priced: countText(priced, lang), n: countText(n, lang) });
  const cut = { shown: countText(drawn.length, lang), all: countText(stagesTotal, lang) };
  return figure(
    {
      title: html`${WORDS.amounts[lang]}`,
      sub: page.words(say`${dayName(snapshot, page)}: ${whole}${priced < n ? say`${semicolon(lang)}${some}` : []}`),
      label: plainText(STAGE_LABEL[lang]({ title: WORDS.amounts[lang], n: cut.all })),
      draw: lanes(rows, page),
      figures: amountTable(snapshot, several, page),
      note: page.sentences([
        ...(drawn.length < stagesTotal ? [DRAWN[lang](cut)] : []),
        ...(!stagesInOrder && stages.length > 1 ? [[WORDS.unordered[lang]]] : []),
      ]),
    },
    page,
  );
}

function amountTable({ stages, currency }: Snapshot, several: boolean, page: Page): Html {
  const { lang, options } = page;
  const number = (title: Text) => ({ title: html`${title[lang]}`, kind: 'number' as const });
  const columns = [
    { title: html`${WORDS.stage[lang]}`, kind: 'text' as const },
    number(WORDS.deals),
    number(WORDS.priced),
    number(WORDS.amount),
  ];
  const rows = stages.map((stage): TableCell[] => [
    { html: page.words(shortWords(stageName(stage, several, page))) },
    { html: html`${countText(stage.n, lang)}`, sort: stage.n },
    { html: html`${countText(stage.priced, lang)}`, sort: stage.priced },
    { html: page.words(valueWords(stage.amount, { unit: 'money', currency }, options)), sort: stage.amount },
  ]);
  return table({ caption: WORDS.amounts[lang], columns, rows, sortable: true }, page);
}

/** How many of each stage are how old: each cell as deep as its count beside the largest. */
function heatTable(snapshot: Snapshot, bands: Pipeline['bands'], page: Page): Html {
  const { lang } = page;
  const { stagesTotal, stagesInOrder, amount } = snapshot;
  const stages = snapshot.stages.slice(0, MOST_STAGES);
  const ages = hasAges(snapshot);
  const undated = ages && snapshot.undated > 0;
  const most = Math.max(1, ...stages.flatMap(({ byAge, undated: none }) => [...byAge, none]));
  const cell = (value: number, heated: boolean): TableCell =>
    value === 0
      ? { html: html`·`, tone: 'dim' }
      : { html: html`${countText(value, lang)}`, heat: heated ? heatOf(value / most) : undefined };
  const row = (name: Words, counted: Counted, heated: boolean): TableCell[] => [
    { html: page.words(shortWords(name)) },
    ...(ages ? counted.byAge.map((value) => cell(value, heated)) : []),
    ...(undated ? [cell(counted.undated, heated)] : []),
    { html: html`${countText(counted.n, lang)}`, tone: 'strong' },
  ];
  const rows = stages.flatMap((stage, at): TableRow[] => {
    const isNew = stage.pipeline !== null && stage.pipeline !== stages[at - 1]?.pipeline;
    const own = row(stageName(stage, false, page), stage, true);
    const title = stage.pipeline === '' ? [WORDS.empty[lang]] : [data(stage.pipeline ?? '')];
    return isNew ? [{ group: page.words(shortWords(title)) }, own] : [own];
  });
  const number = (title: Html) => ({ title, kind: 'number' as const });
  const columns = [
    { title: html`${WORDS.stage[lang]}`, kind: 'text' as const },
    ...(ages ? bands.map((band) => number(page.words([daySpanText(band, lang)]))) : []),
    ...(undated ? [number(html`${WORDS.undated[lang]}`)] : []),
    number(html`${WORDS.all[lang]}`),
  ];
  const others = stagesTotal - stages.length;
  const rest = others > 0 ? [row(REST[lang](countText(others, lang)), together(snapshot), false)] : [];
  const total = stages.length > 1 || others > 0 ? [row([WORDS.all[lang]], snapshot, false)] : [];
  const title = (ages ? WORDS.heat : WORDS.counts)[lang];
  const day = dayName(snapshot, page);
  // Beside bars of their amounts the order has been told.
  const unordered = amount === null && !stagesInOrder && stages.length > 1;
  return html`<div><h3>${title}</h3><p class="sub">${page.words(
    ages ? say`${day} · ${WORDS.age[lang]}` : day,
  )}</p>${table({ caption: title, columns, rows: [...rows, ...rest, ...total], heated: true }, page)}${
    unordered ? html`<p class="note">${WORDS.unordered[lang]}</p>` : null
  }</div>`;
}

/** The stages that the table does not name, as one. */
function together({ stages, rest }: Snapshot): Counted {
  const others: readonly Counted[] = [...stages.slice(MOST_STAGES), ...(rest === null ? [] : [rest])];
  const [first] = others;
  return {
    n: others.reduce((sum, { n }) => sum + n, 0),
    byAge: (first?.byAge ?? []).map((_, at) => others.reduce((sum, { byAge }) => sum + (byAge[at] ?? 0), 0)),
    undated: others.reduce((sum, { undated }) => sum + undated, 0),
  };
}
