/** Which exports were compared, when each was taken and how that is known, and how their deals were matched. */
import { countText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { data as dataWords, join, type Sentence, type Words } from '../../../page.js';
import { comma, proseDayWords } from '../../../pages/figures.js';
import type { Changes } from '../../../pages/sections/changes-cells.js';
import { type Html, html, shortWords } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { amountCell, countCell, numberHead, textHead } from './cells.js';

type Snapshot = Changes['snapshots'][number];
type Matching = NonNullable<Changes['matching']>;

const TEXTS = {
  title: { en: 'The exports', fa: 'خروجی‌ها' },
  taken: { en: 'Taken', fa: 'تاریخ خروجی' },
  known: { en: 'Known from', fa: 'دانسته از' },
  files: { en: 'Files', fa: 'فایل‌ها' },
  open: { en: 'Open', fa: 'باز' },
  openAmount: { en: 'Open amount', fa: 'مبلغ باز' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  excluded: { en: 'Left out', fa: 'به‌حساب‌نیامده' },
  unknown: { en: 'not known', fa: 'نامعلوم' },
} as const satisfies Record<string, Text>;
const KNOWN_FROM: { readonly [Source in Snapshot['takenFrom']]: Text } = {
  said: { en: 'what was said (--taken)', fa: 'آنچه گفته شد (--taken)' },
  file_name: { en: 'its file’s name', fa: 'نام فایل' },
  data: { en: 'its newest recorded day', fa: 'تازه‌ترین روز ثبت‌شده در آن' },
};
const MATCHED: Sentence<{ id: string | null; name: string | null }> = {
  en: ({ id, name }) => {
    const by = [...(id === null ? [] : [`${id} by id`]), ...(name === null ? [] : [`${name} by name and account`])];
    return [`Deals matched: ${by.length === 0 ? 'none' : by.join(', ')}.`];
  },
  fa: ({ id, name }) => {
    const by = [...(id === null ? [] : [`${id} با شناسه`]), ...(name === null ? [] : [`${name} با نام و شرکت`])];
    return [`معامله‌های تطبیق‌یافته: ${by.length === 0 ? 'هیچ' : by.join('، ')}.`];
  },
};

export function exportsHtml({ snapshots, matching }: Changes, page: Page): Html | null {
  if (snapshots.length === 0) return null;
  const { lang, options } = page;
  const priced = snapshots.some(({ openAmount }) => openAmount !== null);
  const rows = snapshots.map((one): TableCell[] => {
    const files = join(
      one.files.map((file): Words => [dataWords(file)]),
      comma(lang),
    );
    return [
      { html: one.taken === null ? html`${TEXTS.unknown[lang]}` : page.words([proseDayWords(one.taken, options)]) },
      { html: html`${one.taken === null ? null : KNOWN_FROM[one.takenFrom][lang]}` },
      { html: page.words(shortWords(files)) },
      countCell(one.open, page),
      ...(priced ? [amountCell(one.openAmount, page)] : []),
      countCell(one.won, page),
      countCell(one.lost, page),
      countCell(one.excluded, page),
    ];
  });
  return html`<div class="kind"><h3>${TEXTS.title[lang]}</h3>${table(
    {
      caption: TEXTS.title[lang],
      columns: [
        textHead(TEXTS.taken, page),
        textHead(TEXTS.known, page),
        textHead(TEXTS.files, page),
        numberHead(TEXTS.open, page),
        ...(priced ? [numberHead(TEXTS.openAmount, page)] : []),
        numberHead(TEXTS.won, page),
        numberHead(TEXTS.lost, page),
        numberHead(TEXTS.excluded, page),
      ],
      rows,
    },
    page,
  )}${matching === null ? null : html`<p class="note">${page.words(matchedWords(matching, page))}</p>`}</div>`;
}

function matchedWords({ byId, byName }: Matching, { lang }: Page): Words {
  const text = (n: number): string | null => (n === 0 ? null : countText(n, lang));
  return MATCHED[lang]({ id: text(byId), name: text(byName) });
}
