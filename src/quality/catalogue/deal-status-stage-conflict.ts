import { numbersIn } from '../../model/column.js';
import type { SourceAccount } from '../../model/dataset.js';
import { LOST, OUTCOMES, WON } from '../../model/outcome.js';
import { RowList } from '../../model/row-list.js';
import { defineRule, type RuleContext } from '../definition.js';
import { IMPOSSIBLE, probabilityKinds } from '../probability-kinds.js';

type Context = RuleContext<'outcome' | 'stage' | 'status' | 'is_won' | 'is_closed' | 'probability', undefined>;
/** What a deal is by one of its columns: won, lost, open or closed in one of the two ways. */
type Says = 'won' | 'lost' | 'open' | 'closed';

export const dealStatusStageConflict = defineRule({
  id: 'deal.status_stage_conflict',
  title: { en: 'Deals whose columns contradict each other', fa: 'معامله‌هایی که ستون‌هایشان با هم نمی‌خوانند' },
  dimension: 'consistency',
  severity: 'error',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all deals that are told by more than one column (stage, status, won?, closed?, probability), those where one says won or lost and another says otherwise: status lost in the stage "Closed Won", "won" at a probability of 0 %. A won or lost deal that keeps the open stage it was closed from is no conflict.',
    fa: 'از همه‌ی معامله‌هایی که بیش از یک ستون (مرحله، وضعیت، برنده؟، بسته؟، احتمال) نتیجه‌شان را می‌گوید، آن‌هایی که یکی برنده یا ازدست‌رفته می‌گوید و دیگری چیز دیگر: وضعیت ازدست‌رفته در مرحله‌ی «Closed Won»، «برنده» با احتمال ۰٪. معامله‌ی بسته‌ای که در آخرین مرحله‌ی بازش مانده است تناقض نیست.',
  },
  source: 'Hygiene guides for Salesforce ("stage accuracy"); Pipedrive keeps the last open stage of a closed deal',
  needs: ['outcome'],
  needsAny: ['stage', 'status', 'is_won', 'is_closed', 'probability'],
  affects: ['won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value'],
  check(context) {
    const { population } = context;
    const outcome = population.column('outcome');
    const columns = columnsOf(context);
    const found = new RowList();
    let checked = 0;
    // One column alone contradicts nothing.
    for (const row of columns.length < 2 ? [] : population.rows) {
      let told = 0;
      let said: Says | null = null;
      let conflict = false;
      for (const { says } of columns) {
        const one = says(row);
        if (one === null) continue;
        told++;
        if (said !== null && !agree(said, one)) conflict = true;
        // The more telling of the two: that a deal is closed is less than how.
        if (said === null || said === 'closed') said = one;
      }
      if (told > 1) checked++;
      if (conflict) found.push(row);
    }
    return {
      checked,
      rows: found.taken(),
      describe(row) {
        const telling = columns.flatMap(({ field, says }) => {
          const one = says(row);
          return one === null ? [] : [{ field, says: one }];
        });
        const counted = OUTCOMES[outcome[row] ?? 3] ?? 'excluded';
        const other = telling.find(({ says }) => says !== counted) ?? telling[0];
        return {
          ...(other === undefined ? {} : { field: other.field }),
          value: other?.says ?? '',
          args: { telling, counted },
        };
      },
    };
  },
  message: {
    en: ({ telling, counted }) =>
      `${telling.map(({ field, says }) => `${NAMES[field].en} says ${says}`).join(', ')}; it counts as ${counted}`,
    fa: ({ telling, counted }) =>
      `${telling.map(({ field, says }) => `${NAMES[field].fa} می‌گوید ${PERSIAN[says]}`).join('، ')}؛ ${PERSIAN[counted]} به شمار آمد`,
  },
  fix: {
    en: 'Correct the stage or the status in the CRM; one automation should set both.',
    fa: 'مرحله یا وضعیت را در CRM اصلاح کنید؛ بهتر است یک خودکارسازی هر دو را تعیین کند.',
  },
  examples: {
    accept: 'id stage status outcome\nD1 Closed_Won won won\nD2 Proposal won won\nD3 Closed_Lost lost lost',
    reject: 'id stage status outcome\nD1 Closed_Won won won\nD2 Closed_Won lost lost',
  },
});

const NAMES = {
  status: { en: 'the status', fa: 'وضعیت' },
  stage: { en: 'the stage', fa: 'مرحله' },
  is_won: { en: '"won?"', fa: '«برنده؟»' },
  is_closed: { en: '"closed?"', fa: '«بسته؟»' },
  probability: { en: 'the probability', fa: 'احتمال' },
} as const;
const PERSIAN = {
  won: 'برنده',
  lost: 'ازدست‌رفته',
  open: 'باز',
  closed: 'بسته',
  excluded: 'کنار گذاشته',
} as const;

interface Column {
  readonly field: keyof typeof NAMES;
  readonly says: (row: number) => Says | null;
}

function agree(a: Says, b: Says): boolean {
  if (a === b) return true;
  return (a === 'closed' && b !== 'open') || (b === 'closed' && a !== 'open');
}

function columnsOf({ population, beside }: Context): Column[] {
  const outcome = population.column('outcome');
  const columns: Column[] = [];
  for (const field of ['status', 'stage'] as const) {
    const { codes, values } = population.column(field);
    const meaning = meaningsOf(beside.sources, field);
    const says = values.map((value) => meaning.get(value) ?? null);
    if (!says.some((one) => one !== null)) continue;
    columns.push({
      field,
      says(row) {
        const one = says[codes[row] as number] ?? null;
        // CRMs leave a deal that was closed in its last open stage.
        return field === 'stage' && one === 'open' && (outcome[row] === WON || outcome[row] === LOST) ? null : one;
      },
    });
  }
  const isWon = population.has('is_won') ? population.column('is_won') : null;
  const isClosed = population.has('is_closed') ? population.column('is_closed') : null;
  // "Not won" alone says nothing of lost or open.
  if (isWon !== null) columns.push({ field: 'is_won', says: (row) => (isWon[row] === 1 ? 'won' : null) });
  if (isClosed !== null) {
    columns.push({
      field: 'is_closed',
      says: (row) =>
        isClosed[row] === 1 ? (isWon?.[row] === 0 ? 'lost' : 'closed') : isClosed[row] === 0 ? 'open' : null,
    });
  }
  // A probability of 1 or of a lost deal is judged by a rule of its own.
  if (population.has('probability') && probabilityKinds(population)(WON, IMPOSSIBLE) > 0) {
    const probabilityAt = numbersIn(population.column('probability'));
    columns.push({
      field: 'probability',
      says: (row) => (probabilityAt(row) === 0 && outcome[row] === WON ? 'lost' : null),
    });
  }
  return columns;
}

/** What the values of a column mean by themselves, in whichever file they stand. */
function meaningsOf(sources: readonly SourceAccount[], field: 'status' | 'stage'): ReadonlyMap<string, Says> {
  const meaning = new Map<string, Says>();
  for (const { columns, stages } of sources) {
    const header = columns.find((column) => column.field === field)?.column;
    for (const { column, value, outcome, reason } of stages) {
      // A guess contradicts nothing.
      if (column !== header || reason.args.byOtherColumns || reason.code === 'no_closing_word') continue;
      if (outcome === 'won' || outcome === 'lost' || outcome === 'open') meaning.set(value, outcome);
    }
  }
  return meaning;
}
