/** The JSON contract of `kpi compare --list`. */
import { z } from 'zod';
import { CHANGE_CLASS_NAMES, DEAL_MOVE_NAMES, LIST_WORD_NAMES } from '../locale/deal-changes.js';
import { calendar, day, filterSchema, message, period, tool } from './schema-parts.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { changesShape } from './sections/parts/changes-schema.js';

const { snapshots, matching } = changesShape.changes.unwrap().shape;

const count = z.number().int();
const money = z.number().nullable();
const text = z.string().nullable();

/** A deal as one of the exports has it, and where it stands there. */
const state = z
  .strictObject({
    outcome: text.describe('open, won, lost, excluded'),
    stage: text,
    owner: text,
    amount: money,
    currency: text,
    closeDate: day.nullable().describe('expected while it is open; when it closed, of a closed one'),
    file: z.string(),
    sheet: text,
    row: count.describe('in a spreadsheet program: 1 is the first row of the file'),
  })
  .nullable();

const changedDeal = z.strictObject({
  class: z.enum(CHANGE_CLASS_NAMES),
  moves: z.array(z.enum(DEAL_MOVE_NAMES)),
  id: text.describe('what it is called, and whose it is: as the newest export that has it says'),
  name: text,
  account: text,
  owner: text,
  before: state.describe('null = not in the older export'),
  after: state.describe('null = not in the newer export'),
  amountChange: money.describe('null where either has no amount, or they are in two currencies'),
  daysMoved: count.nullable().describe('by which the close date moved; below 0 = earlier; null of other deals'),
  timesPushed: count
    .nullable()
    .describe('that its close date moved later, over all exports or as the newest counts; null: nobody tells'),
});

const sum = z.strictObject({
  deals: count.describe('of the list that this export has'),
  priced: count.describe('of them, those with an amount'),
  amount: money.describe('null when none is priced or currencies are mixed'),
  byCurrency: z
    .array(z.strictObject({ currency: z.string().describe("'' = amounts that name none"), amount: z.number() }))
    .nullable()
    .describe('where currencies are mixed'),
});

export const changedListSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: tool,
  calendar: calendar.describe('what people read the days in'),
  period: period.describe(
    'of which the deals are: open and expected to close in it in either export; of deals open in neither: closed in it; null = of any day',
  ),
  filter: filterSchema.describe('of the newest export; null = no condition'),
  samples: z.enum(['full', 'ids', 'none']).describe('ids: nothing but ids and places of deals; none: no deal'),
  snapshots: snapshots.describe('the exports, oldest first; deals are compared from the first to the last'),
  matching: matching.unwrap(),
  selection: z.strictObject({
    all: z.boolean().describe('every deal that changed'),
    words: z
      .array(
        z.strictObject({
          word: z.enum(LIST_WORD_NAMES).describe('a class, or a move, or what a period or several exports tell'),
          title: z.string().describe("in the report's language"),
          deals: count.nullable().describe('that it fits; several may fit one deal; null with a reason'),
          reason: text.describe('why nobody can say which deals these are'),
        }),
      )
      .describe('a deal is listed that one of them fits; of all: the classes that there are, each deal in one'),
  }),
  total: count.describe('deals found'),
  before: sum.describe('what the deals are worth in the older export'),
  after: sum.describe('and in the newer one'),
  currency: text.describe('of the amounts; null when the deals name none or several'),
  sort: z
    .strictObject({ by: z.string(), direction: z.enum(['asc', 'desc']) })
    .nullable()
    .describe('null = by class, in each the most money first'),
  columns: z
    .array(
      z.strictObject({
        name: z.string().describe('as `--sort` takes it, and CSV heads it'),
        key: z.string().describe('of a deal; a point leads into `before` and `after`'),
        title: z.string().describe("in the report's language"),
        kind: z.string().describe('text, category, day, money or number'),
      }),
    )
    .describe('what can be sorted by'),
  deals: z.array(changedDeal).describe('`--limit N` lists the first N of `total`'),
  reason: text.describe('why nobody can say which deals these are'),
  notes: z.array(message).describe('what makes it doubtful: nothing in common, ids used again, other pipelines'),
  warnings: z.array(message),
});

export type ChangedList = z.infer<typeof changedListSchema>;
export type ChangedDeal = ChangedList['deals'][number];
