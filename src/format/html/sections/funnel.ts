/**
 * What became of deals: stage by stage where the files know in which stage deals were lost, else what became of those
 * created in the period. A funnel of stages without the lost ones would invent its rates.
 */

import { shareText } from '../../../locale/compact.js';
import { countText, NOT_AVAILABLE } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { KpiEntry, Report } from '../../../report/schema.js';
import { code, data, type Sentence, say, type Words } from '../../page.js';
import type { Cut } from '../../pages/cut.js';
import { labelWords, proseDayWords } from '../../pages/figures.js';
import { leftOutWords } from '../../pages/left-out.js';
import { notComputed } from '../../pages/not-computed.js';
import { funnelView } from '../../pages/sections/funnel.js';
import { blocks } from '../blocks.js';
import { figure } from '../charts/figure.js';
import { type Lane, type LaneRow, lanes } from '../charts/lanes.js';
import { all, type Html, html, nameText, plainText } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';

type Stage = Report['funnel'][number];

/** Drawn of a pipeline; deals only ever become fewer, so the first stages hold most of them. */
const MOST_STAGES = 12;
const MOST_PIPELINES = 4;
/** In the table beneath. */
const MOST_ROWS = 100;

const WORDS = {
  stages: { en: 'Funnel by stage', fa: 'قیف مرحله‌ها' },
  advanced: { en: 'went on', fa: 'پیش رفت' },
  lost: { en: 'lost here', fa: 'در این مرحله از دست رفت' },
  open: { en: 'open', fa: 'باز' },
  entered: { en: 'pale: all that came to it', fa: 'کم‌رنگ: همه‌ی آنچه به آن رسید' },
  created: { en: 'Created', fa: 'ایجادشده' },
  decided: { en: 'Decided', fa: 'بسته‌شده' },
  won: { en: 'Won', fa: 'برنده' },
  lostStage: {
    en: 'Lost deals keep no stage in these files, so a funnel by stage would invent its rates.',
    fa: 'معامله‌های ازدست‌رفته در این فایل‌ها مرحله‌ای نگه نمی‌دارند؛ نرخ‌های قیف مرحله‌ها ساختگی می‌شد.',
  },
  fewStages: {
    en: 'Of too few of the lost deals these files tell the stage they were lost in, so a funnel by stage would invent its rates.',
    fa: 'این فایل‌ها مرحله‌ی از دست رفتن را برای معامله‌های بسیار کمی می‌گویند؛ نرخ‌های قیف مرحله‌ها ساختگی می‌شد.',
  },
  undecided: {
    en: 'No deal has left a stage yet, so no stage has a rate.',
    fa: 'هنوز هیچ معامله‌ای از مرحله‌ای نگذشته است؛ پس هیچ مرحله‌ای نرخ ندارد.',
  },
  noStages: {
    en: 'These files do not tell which stages the deals went through, or in which order, so there is no funnel by stage.',
    fa: 'این فایل‌ها نمی‌گویند معامله‌ها از کدام مرحله‌ها و به چه ترتیبی گذشتند؛ پس قیف مرحله‌ها نیست.',
  },
} as const satisfies Record<string, Text>;

const FATE: Sentence<Words | null> = {
  en: (period) => (period === null ? ['What became of the deals'] : say`What became of the deals created in ${period}`),
  fa: (period) => (period === null ? ['سرنوشت معامله‌ها'] : say`سرنوشت معامله‌های ایجادشده در ${period}`),
};
const DECIDED_BY: Sentence<Words> = {
  en: (day) => say`Decided by ${day}`,
  fa: (day) => say`بسته‌شده تا ${day}`,
};
const OTHERS: Sentence<{ open: string; openShare: string; lost: string; lostShare: string }> = {
  en: ({ open, openShare, lost, lostShare }) => say`${open} still open (${openShare}), ${lost} lost (${lostShare})`,
  fa: ({ open, openShare, lost, lostShare }) => say`${open} هنوز باز (${openShare})، ${lost} ازدست‌رفته (${lostShare})`,
};
const LABEL: Sentence<{ created: string; decided: string; won: string }> = {
  en: ({ created, decided, won }) => say`${created} deals created, ${decided} of them decided, ${won} won`,
  fa: ({ created, decided, won }) => say`${created} معامله ایجاد شد، ${decided} بسته شد و ${won} برنده است`,
};
const STAGE_LABEL: Sentence<{ title: string; n: string; first: Words; last: Words }> = {
  en: ({ title, n, first, last }) => say`${title}, ${n} stages: ${first} to ${last}`,
  fa: ({ title, n, first, last }) => say`${title}، ${n} مرحله: از ${first} تا ${last}`,
};
const ENTERED: Sentence<{ stage: Words; entered: string }> = {
  en: ({ stage, entered }) => say`${stage} ${entered} deals`,
  fa: ({ stage, entered }) => say`${stage} ${entered} معامله`,
};
const DRAWN: Sentence<Cut> = {
  en: ({ shown, all }) => say`The first ${shown} of ${all} stages are drawn; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} مرحله‌ی نخست از ${all} رسم شده؛ ${code('--format json')} همه را دارد.`,
};
const PIPELINES: Sentence<Cut> = {
  en: ({ shown, all }) => say`The largest ${shown} of ${all} pipelines are drawn; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} پایپ‌لاین بزرگ‌تر از ${all} رسم شده؛ ${code('--format json')} همه را دارد.`,
};

export const funnelHtml: SectionHtml = (report, page) => {
  const { funnel } = report;
  if (!isAsked(report)) return null;
  return funnel.some(({ rate }) => rate !== null) ? stageFunnels(report, page) : fate(report, page);
};

/** Empty stages are those of files that know none, or of a section that nobody asked for, as the ones beside it then are. */
function isAsked({ funnel, becameOf, pipeline, cycle, actions }: Report): boolean {
  const beside = pipeline !== null || cycle !== null || actions !== null;
  return funnel.length > 0 || becameOf !== null || beside;
}

function fate(report: Report, page: Page): Html | null {
  const { lang, options } = page;
  const { period, asOf, kpis, funnel, becameOf } = report;
  const title = page.words(FATE[lang](period === null ? null : [labelWords(period.label, options)]));
  const id = page.id('funnel');
  const stages = stageTable(report, page);
  const why = reasonForNone(report)[lang];
  const entry = kpis.find((one) => one.id === 'cohort_conversion');
  if (becameOf === null) {
    const reason = entry?.reason ?? null;
    if (reason === null && funnel.length === 0) return null;
    return html`<div id="${id}"><h3>${title}</h3>${
      reason === null ? null : html`<p class="sub">${page.words(notComputed(reason, { lang }))}</p>`
    }<p class="note">${why}</p>${stages}</div>`;
  }
  const { created, decided, won, lost, open } = becameOf;
  const count = (value: number): string => countText(value, lang);
  const share = (value: number): string => shareText(value / created, lang);
  const row = (name: string, value: number): LaneRow => ({
    name,
    lanes: [{ value, of: created, fill: 'mark', text: both(count(value), share(value), page), height: 32 }],
  });
  const by = asOf === null ? WORDS.decided[lang] : plainText(DECIDED_BY[lang]([proseDayWords(asOf, options)]));
  const rows = [row(WORDS.created[lang], created), row(by, decided), row(WORDS.won[lang], won)];
  const others = { open: count(open), openShare: share(open), lost: count(lost), lostShare: share(lost) };
  return figure(
    {
      id,
      title,
      sub: page.words(OTHERS[lang](others)),
      label: plainText(LABEL[lang]({ created: count(created), decided: count(decided), won: count(won) })),
      draw: lanes(rows, page),
      figures: stages,
      note: html`${why}${remarks(becameOf.excluded, entry?.notes ?? [], page)}`,
    },
    page,
  );
}

/** A count and its share, in the order in which the page is read. */
function both(count: string, share: string, { rtl }: Page): string {
  return share === '' ? count : `${rtl ? '\u200f' : ''}${count}  ${share}`;
}

/** What the figure says of itself: that it still grows, what it leaves out. */
function remarks(excluded: Report['funnelExcluded'], notes: KpiEntry['notes'], page: Page): Html {
  const { lang } = page;
  const left = leftOutWords(excluded, lang);
  const said: Words[] = [
    ...notes.map(({ message }): Words => [data(`${capital(message)}.`)]),
    ...(left === null ? [] : [left]),
  ];
  return all(said.map((words) => html` ${page.words(words)}`));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Why no stage has a rate. */
function reasonForNone({ funnel, funnelExcluded }: Report): Text {
  if (funnel.length === 0) return WORDS.noStages;
  if (funnel.some(({ lost }) => lost > 0)) return WORDS.fewStages;
  const unknown = funnelExcluded.some(({ reason }) => reason === 'stage_unknown');
  return unknown || funnel.some(({ advanced }) => advanced > 0) ? WORDS.lostStage : WORDS.undecided;
}

function stageFunnels(report: Report, page: Page): Html {
  const { lang } = page;
  const pipelines = new Map<string | null, Stage[]>();
  for (const stage of report.funnel) {
    const own = pipelines.get(stage.pipeline);
    if (own === undefined) pipelines.set(stage.pipeline, [stage]);
    else own.push(stage);
  }
  const drawn = [...pipelines].slice(0, MOST_PIPELINES);
  const cut = { shown: countText(drawn.length, lang), all: countText(pipelines.size, lang) };
  const left = drawn.length < pipelines.size ? html` ${page.words(PIPELINES[lang](cut))}` : null;
  return all(
    drawn.map(([pipeline, stages], at) =>
      stageFunnel(stages, {
        page,
        title: pipeline === null ? [] : [pipeline === '' ? NOT_AVAILABLE[lang] : data(nameText(pipeline))],
        id: at === 0 ? page.id('funnel') : undefined,
        // One table holds them all.
        figures: at === drawn.length - 1 ? stageTable(report, page) : null,
        note: at === drawn.length - 1 ? left : null,
      }),
    ),
  );
}

interface Place {
  readonly page: Page;
  readonly title: Words;
  readonly id: string | undefined;
  readonly figures: Html | null;
  readonly note: Html | null;
}

function stageFunnel(stages: readonly Stage[], { page, title, id, figures, note }: Place): Html {
  const { lang } = page;
  const drawn = stages.slice(0, MOST_STAGES);
  const [lost, open] = [stages.some((stage) => stage.lost > 0), stages.some((stage) => stage.open > 0)];
  const small = (value: number, fill: string): Lane => ({
    value,
    fill,
    text: value === 0 ? '' : countText(value, lang),
    height: 13,
  });
  const rows = drawn.map((stage): LaneRow => {
    const rate = stage.rate === null ? '' : shareText(stage.rate, lang);
    const { advanced, entered } = stage;
    return {
      name: nameText(stage.stage),
      lanes: [
        { value: advanced, of: entered, fill: 'mark', text: both(countText(entered, lang), rate, page), height: 15 },
        ...(lost ? [small(stage.lost, 'bad')] : []),
        ...(open ? [small(stage.open, 'mark-2')] : []),
      ],
    };
  });
  const name = plainText(title.length === 0 ? [WORDS.stages[lang]] : say`${WORDS.stages[lang]}, ${title}`);
  const said = (stage: Stage | undefined): Words =>
    stage === undefined
      ? []
      : ENTERED[lang]({ stage: [data(nameText(stage.stage))], entered: countText(stage.entered, lang) });
  const cut = { shown: countText(drawn.length, lang), all: countText(stages.length, lang) };
  const key = (kind: string, text: Text): Html => html`<span class="key${kind}"></span>${text[lang]} `;
  return figure(
    {
      ...(id === undefined ? {} : { id }),
      title: title.length === 0 ? html`${WORDS.stages[lang]}` : page.words(title),
      sub: html`${key('', WORDS.advanced)}${lost ? key(' bad', WORDS.lost) : null}${
        open ? key(' grey', WORDS.open) : null
      }· ${WORDS.entered[lang]}`,
      label: plainText(
        STAGE_LABEL[lang]({ title: name, n: cut.all, first: said(stages[0]), last: said(stages.at(-1)) }),
      ),
      draw: lanes(rows, page),
      figures,
      note: html`${drawn.length < stages.length ? page.words(DRAWN[lang](cut)) : null}${note}`,
    },
    page,
  );
}

/** The stages with all of their figures; null where the files know none. */
function stageTable(report: Report, page: Page): Html | null {
  const { funnel } = report;
  if (funnel.length === 0) return null;
  const own = [...funnelView({ ...report, funnel: funnel.slice(0, MOST_ROWS) }, page.options, [])];
  const shown = blocks(
    own.filter(({ kind }) => kind !== 'heading'),
    page,
  );
  if (funnel.length <= MOST_ROWS) return shown;
  const cut = { shown: countText(MOST_ROWS, page.lang), all: countText(funnel.length, page.lang) };
  return html`${shown}<p class="note">${page.words(DRAWN[page.lang](cut))}</p>`;
}
