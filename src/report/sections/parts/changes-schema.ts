import { z } from 'zod';
import { CHANGE_CLASS_NAMES, DEAL_MOVE_NAMES, WATERFALL_STEP_NAMES } from '../../../locale/deal-changes.js';
import { TAKEN_FROM } from '../../../model/snapshot.js';
import { day, message, period } from '../../schema-parts.js';
import { forecastAgainstActual } from './changes-forecast-schema.js';

const count = z.number().int();
const money = z.number().nullable();
const reason = z.string().nullable();
const changeClass = z.enum(CHANGE_CLASS_NAMES);
const move = z.enum(DEAL_MOVE_NAMES);

/** A deal as one of the exports has it. */
const state = z
  .strictObject({
    outcome: z.string().describe('open, won, lost, excluded'),
    stage: z.string().nullable(),
    amount: money,
    currency: z.string().nullable(),
    closeDate: day.nullable().describe('expected while it is open; when it closed, of a closed one'),
  })
  .nullable()
  .describe('null = not in this export');

const place = z.strictObject({ file: z.string(), row: count });

/** What a deal is called, and whose it is: as the newest export that has it says. */
const named = {
  id: z.string().nullable(),
  name: z.string().nullable(),
  account: z.string().nullable(),
  owner: z.string().nullable(),
};

const byCurrency = z
  .array(z.strictObject({ currency: z.string().describe("'' = amounts that name none"), amount: z.number() }))
  .nullable()
  .describe('where the amounts are in several currencies');

const steps = z
  .array(
    z.strictObject({
      step: z.enum(WATERFALL_STEP_NAMES),
      deals: count.describe('that it is about'),
      dealsChange: count.describe('by how many it changes their number; startDeals + Σ dealsChange = endDeals'),
      amount: money,
    }),
  )
  .describe('start + Σ amount = end, exactly');

const waterfall = z.strictObject({
  currency: z.string().nullable(),
  start: money.describe('open pipeline of the older export; null: no amount is known, and then all steps are'),
  startDeals: count,
  steps,
  end: money,
  endDeals: count,
  wonAmount: money.describe('what the deals that left the pipeline as won were closed for'),
});

const pair = z.strictObject({
  from: day.nullable(),
  to: day.nullable(),
  days: count.nullable().describe('from one to the other'),
  classes: z
    .array(
      z.strictObject({
        class: changeClass,
        deals: count,
        before: money.describe('Σ of their amounts in the older export; null: none is known, or several currencies'),
        after: money,
        byCurrency: z
          .array(z.strictObject({ currency: z.string(), before: z.number(), after: z.number() }))
          .nullable()
          .describe('where the amounts are in several currencies'),
      }),
    )
    .describe('every deal of either export is in exactly one'),
  waterfallReason: reason.describe('why there is no waterfall'),
  waterfall: z.array(waterfall).describe('one for each currency'),
  moves: z
    .array(
      z.strictObject({
        move,
        deals: count.nullable().describe('a deal may have made several moves; null with a reason'),
        amount: money.describe('by which they grew or shrank; of other moves what they are worth in the newer export'),
        byCurrency,
        medianDays: z.number().nullable().describe('by which close dates moved'),
        reason,
      }),
    )
    .describe('of deals that were open in both'),
  stages: z.strictObject({
    reason,
    moves: z.array(
      z.strictObject({
        pipeline: z.string().nullable(),
        from: z.string(),
        to: z.string(),
        direction: z
          .enum(['advanced', 'moved_back', 'stage_changed'])
          .describe('stage_changed: nothing tells the order of the two, or the pipeline changed, too'),
        deals: count,
        amount: money.describe('in the newer export'),
        byCurrency,
      }),
    ),
  }),
});

const deal = z.strictObject({
  class: changeClass,
  moves: z.array(move),
  ...named,
  currency: z.string().nullable(),
  before: state,
  after: state,
  amountChange: money,
  daysMoved: count.nullable().describe('by which the close date moved; below 0 = earlier'),
  places: z.array(place).describe('where it stands, the older export first'),
});

const pushed = z.strictObject({
  reason,
  total: count.nullable(),
  deals: z.array(
    z.strictObject({
      ...named,
      currency: z.string().nullable(),
      stage: z.string().nullable(),
      amount: money,
      closeDate: day.nullable(),
      times: count.describe('that its close date moved later'),
      days: count.nullable().describe('later altogether; null where only the count is known'),
      dates: z.array(day).describe('the close dates of the exports, oldest first'),
      places: z.array(place),
    }),
  ),
});

export const changesShape = {
  changes: z
    .strictObject({
      reason,
      headline: z.array(message).describe('what a manager repeats: the open pipelines, the largest steps, dates moved'),
      notes: z.array(message).describe('what makes it doubtful: nothing in common, ids used again, other pipelines'),
      snapshots: z
        .array(
          z.strictObject({
            files: z.array(z.string()),
            taken: day.nullable(),
            takenFrom: z.enum(TAKEN_FROM).describe('said; file_name; data: its newest recorded day'),
            records: count,
            open: count,
            won: count,
            lost: count,
            excluded: count,
            openAmount: money.describe('null: no amount is known, or several currencies'),
          }),
        )
        .describe('the exports, oldest first'),
      matching: z
        .strictObject({
          method: z.enum(['id', 'name_and_account', 'both']),
          byId: count,
          byName: count,
          reusedIds: count.describe('ids that are another deal in the newer export'),
          ambiguous: count.describe('deals whose name and account fit several, and that were not matched'),
        })
        .nullable(),
      currency: z.string().nullable(),
      period: period.describe('of which the waterfall is: open deals expected to close in it; null = all open deals'),
      pairs: z.array(pair).describe('first to last; with more than two exports then each to the next'),
      pushed,
      groups: z.array(
        z.strictObject({
          by: z.array(z.string()),
          regrouped: count.describe('deals whose group changed: they count in the newest one, on both sides'),
          groups: z.array(
            waterfall.extend({ key: z.array(z.string()).describe("a value per field; '' = the cell is empty") }),
          ),
        }),
      ),
      forecast: forecastAgainstActual.nullable(),
      deals: z.array(deal).describe('the largest of each class and move that a manager reads'),
    })
    .nullable()
    .describe('what became of the deals since the earlier export; null where it was not asked for'),
};

export type Changes = NonNullable<z.infer<typeof changesShape.changes>>;
