import { z } from 'zod';
import { day, interval, message } from '../../schema-parts.js';

const share = z.number().describe('0…1');

const openInterval = z.strictObject({
  low: z.number().nullable(),
  high: z.number().nullable().describe('null = beyond what the data shows'),
  level: z.number(),
  method: z.string(),
});

/** A group of deals beside others: by an owner, a product … */
const group = z.strictObject({
  key: z.array(z.string()).describe("'' = the cell is empty"),
  n: z.number().int(),
  eventualWinRate: z.number().nullable(),
  interval: interval.nullable(),
  median: z.number().nullable().describe('days to closing; null where half of them have not closed'),
  reason: z.string().nullable().describe('why there is no win rate'),
  curve: z.array(z.strictObject({ day: z.number(), won: share, open: share })),
});

/** What of the deals at an age comes to be won. */
const point = z.strictObject({
  age: z.number().describe('days from creation; in a stage, from entering it'),
  n: z.number().int().describe('deals that were open at that age'),
  pWin: z.number().nullable(),
  interval: interval.nullable(),
  pLost: z.number().nullable(),
  medianRest: z.number().nullable().describe('days from that age to closing, half of them; null where not reached'),
});

export const survivalShape = {
  survival: z
    .strictObject({
      asOf: day.nullable().describe('what had closed by this day had closed'),
      n: z.number().int().describe('deals in question: won + lost + open'),
      won: z.number().int(),
      lost: z.number().int(),
      open: z.number().int().describe('censored: nobody knows yet how they end'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
      reason: z.string().nullable(),
      eventualWinRate: z
        .strictObject({
          value: z.number().nullable(),
          interval: interval.nullable(),
          reach: z.number().nullable().describe('days from creation up to which the curves are read'),
          stillOpen: z.number().nullable().describe('share not closed by then: nobody knows how they end'),
          reason: z.string().nullable(),
        })
        .describe('share of the created deals that comes to be won, as far as the ages of the data reach'),
      timeToClose: z
        .strictObject({
          median: z.number().nullable().describe('days; null where half of the deals have not closed'),
          interval: openInterval.nullable(),
          restrictedMean: z
            .strictObject({ value: z.number(), interval: interval.nullable(), horizon: z.number().describe('days') })
            .nullable()
            .describe('mean days open, of the first `horizon`'),
          eventsOnlyMedian: z.number().nullable().describe('of the closed deals alone, which leaves out the slow ones'),
          reason: z.string().nullable(),
        })
        .describe('from creation to closing, open deals counted as not closed yet'),
      curve: z
        .array(
          z.strictObject({
            day: z.number().describe('days from creation'),
            atRisk: z.number().int().describe('deals open just before'),
            won: share,
            wonInterval: interval.nullable(),
            lost: share,
            open: share,
            openInterval: interval.nullable(),
          }),
        )
        .describe('won + lost + open = 1; forty days at most'),
      groups: z
        .array(
          z.strictObject({
            by: z.array(z.string()),
            test: z
              .strictObject({
                method: z.literal('log-rank'),
                statistic: z.number(),
                df: z.number().int(),
                pValue: z.number(),
              })
              .nullable(),
            reason: z.string().nullable().describe('why there is no test'),
            groups: z.array(group).describe('those with most deals, twenty at most'),
            groupsTotal: z.number().int(),
          }),
        )
        .describe('one entry for each breakdown asked for'),
      winFromAge: z.array(
        z.strictObject({
          pipeline: z.string().nullable(),
          stage: z.string().nullable().describe('null = all open deals'),
          points: z.array(point).describe('[] where too few deals were open (in the stage) or have closed since'),
        }),
      ),
      stageTimes: z
        .array(
          z.strictObject({
            pipeline: z.string().nullable(),
            stage: z.string(),
            n: z.number().int().describe('stays, those that go on among them'),
            ended: z.number().int(),
            median: z.number().nullable().describe('days; null where half of the stays go on'),
            interval: openInterval.nullable(),
            p75: z.number().nullable(),
          }),
        )
        .nullable()
        .describe('null where no file tells when deals entered their stages'),
      notes: z.array(message).describe('what must be known of the curves'),
    })
    .nullable()
    .describe('how long deals stay open, and what becomes of them; null where it was not asked for'),
};

export type Survival = NonNullable<z.infer<typeof survivalShape.survival>>;
