/** Open deals by stage and age: as they were known at the end of the period, and on the newest day. */
import { daySpanText } from '../../../locale/day-span.js';
import { countText, NOT_AVAILABLE } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  DROP,
  data,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { proseDayWords, reasonWords, valueWords } from '../figures.js';
import type { SectionView } from './definition.js';

type Pipeline = NonNullable<Report['pipeline']>;
type Snapshot = Pipeline['atNewest'];
type Counted = Pick<Snapshot, 'n' | 'byAge' | 'undated' | 'amount'>;

const WORDS = {
  stage: { en: 'Stage', fa: 'مرحله' },
  deals: { en: 'Deals', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  undated: { en: 'Age unknown', fa: 'عمر نامعلوم' },
  all: { en: 'All', fa: 'همه' },
  empty: { en: '(empty)', fa: '(خالی)' },
  ages: { en: 'age in days', fa: 'عمر به روز' },
  unordered: {
    en: 'Nothing tells the order of the stages: most deals first.',
    fa: 'چیزی ترتیب مرحله‌ها را نمی‌گوید: بیشترین معامله نخست.',
  },
} as const satisfies Record<string, Text>;

const THEN: Sentence<{ readonly day: Words; readonly n: string }> = {
  en: ({ day, n }) => say`On ${day}, as was known then: ${n} open.`,
  fa: ({ day, n }) => say`در ${day}، چنان‌که آن روز دانسته بود: ${n} معامله‌ی باز.`,
};
const NOW: Sentence<{ readonly day: Words; readonly n: string }> = {
  en: ({ day, n }) => say`On ${day}, the newest day of the files: ${n} open.`,
  fa: ({ day, n }) => say`در ${day}، آخرین روز فایل‌ها: ${n} معامله‌ی باز.`,
};
const UNDATED: Sentence<string> = {
  en: (n) => say`${n} open now; no day is known.`,
  fa: (n) => say`اکنون ${n} معامله‌ی باز؛ روزی دانسته نیست.`,
};
const NOT_KNOWN: Sentence<Words> = {
  en: (why) => say`Not known: ${why}.`,
  fa: (why) => say`نامعلوم: ${why}.`,
};
const NO_STAGES: Sentence<Words> = {
  en: (why) => say`Stages not known: ${why}.`,
  fa: (why) => say`مرحله‌ها نامعلوم: ${why}.`,
};
const NO_AMOUNTS: Sentence<Words> = {
  en: (why) => say`Amounts not told: ${why}.`,
  fa: (why) => say`مبلغ‌ها گفته نشد: ${why}.`,
};
const REST: Sentence<string> = {
  en: (n) => [`${n} more stages`],
  fa: (n) => [`${n} مرحله‌ی دیگر`],
};

export const pipelineView: SectionView = function* ({ pipeline }, options, title) {
  if (pipeline === null || options.detail !== 'full') return;
  const { bands, atEnd, atNewest } = pipeline;
  const shown = [atEnd, atNewest].filter((one) => one !== null);
  if (shown.every(({ n, reason }) => n === 0 && reason === null)) return;
  yield { kind: 'heading', words: title, right: [WORDS.ages[options.lang]], id: 'pipeline' };
  if (atEnd !== null) yield* snapshotBlocks(atEnd, THEN, bands, options);
  yield* snapshotBlocks(atNewest, NOW, bands, options);
};

function* snapshotBlocks(
  snapshot: Snapshot,
  sentence: typeof THEN,
  bands: Pipeline['bands'],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const { day, n, reason, stages, stagesReason, stagesInOrder, amountReason } = snapshot;
  const deals = countText(n, lang);
  const words = day === null ? UNDATED[lang](deals) : sentence[lang]({ day: [proseDayWords(day, options)], n: deals });
  if (reason !== null) {
    yield { kind: 'paragraph', words: NOT_KNOWN[lang]([reasonWords(reason, lang)]) };
    return;
  }
  yield { kind: 'paragraph', words };
  if (n > 0) yield stageTable(snapshot, bands, options);
  if (stagesReason !== null && n > 0) {
    yield { kind: 'aside', words: NO_STAGES[lang]([reasonWords(stagesReason, lang)]) };
  }
  if (amountReason !== null && n > 0) {
    yield { kind: 'aside', words: NO_AMOUNTS[lang]([reasonWords(amountReason, lang)]) };
  }
  if (!stagesInOrder && stages.length > 1) yield { kind: 'aside', words: [WORDS.unordered[lang]] };
}

function stageTable(snapshot: Snapshot, bands: Pipeline['bands'], options: PageOptions): Block {
  const { lang } = options;
  const { stages, rest, stagesTotal, amount, currency, undated } = snapshot;
  const right = (title: Words, drop: number): Column => ({ title, align: 'right', drop });
  const withAmount = amount !== null;
  const withUndated = undated > 0;
  const row = (name: Words, counted: Counted): Row => ({
    kind: 'cells',
    cells: [
      cell(name),
      cell(countText(counted.n, lang)),
      ...(withAmount ? [moneyCell(counted.amount, currency, options)] : []),
      ...counted.byAge.map((deals) => cell(countText(deals, lang))),
      ...(withUndated ? [cell(countText(counted.undated, lang))] : []),
    ],
  });
  const several = stages.length > 1 || rest !== null;
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.stage[lang]], align: 'left', drop: DROP.never, min: 8 },
      right([WORDS.deals[lang]], DROP.never),
      ...(withAmount ? [right([WORDS.amount[lang]], DROP.figure)] : []),
      ...bands.map((band, at) => right([daySpanText(band, lang)], DROP.figure + 1 + at)),
      ...(withUndated ? [right([WORDS.undated[lang]], DROP.detail)] : []),
    ],
    rows: [
      ...stages.flatMap((stage, at): Row[] => {
        const isNew = stage.pipeline !== null && stage.pipeline !== stages[at - 1]?.pipeline;
        return [
          ...(isNew ? [{ kind: 'section', words: nameWords(stage.pipeline ?? '', options) } as const] : []),
          row(nameWords(stage.stage, options), stage),
        ];
      }),
      ...(rest === null ? [] : [row(REST[lang](countText(stagesTotal - stages.length, lang)), rest)]),
      ...(several || stages.length === 0 ? [row([WORDS.all[lang]], snapshot)] : []),
    ],
  };
}

function moneyCell(amount: number | null, currency: string | null, options: PageOptions): Cell {
  return amount === null
    ? cell(NOT_AVAILABLE[options.lang])
    : cell(valueWords(amount, { unit: 'money', currency }, options));
}

function nameWords(name: string, { lang }: PageOptions): Words {
  return [name === '' ? WORDS.empty[lang] : data(name)];
}
