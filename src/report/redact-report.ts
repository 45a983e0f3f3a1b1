/** A report without what must not leave the house. */
import type { AnySaid } from '../locale/said.js';
import type { Speech } from '../locale/say.js';
import { messageEntry } from './documents.js';
import type { Samples } from './redact.js';
import { redactChanges } from './redact-changes.js';
import type { KpiEntry, Report } from './schema.js';
import { nameless } from './withheld.js';

/** KPIs whose parts are people or customers. */
const RANKS_NAMES: readonly string[] = ['revenue_concentration', 'quota_attainment', 'stalled_deals'];

/**
 * What is told of single deals, of the people and the customers in them, as `--samples` has it. `ids`: where records
 * stand and their ids, but nothing that stands in them; `none`: how many there are. What was asked for by its name, as
 * the groups of a breakdown, stays; groups that a forecast or a comparison has though nobody named them (`groupsAsked`) do not. The names
 * in findings, and in why figures changed, are withheld as these are made.
 */
export function redactReport(report: Report, samples: Samples, speech: Speech, groupsAsked = true): Report {
  if (samples === 'full') return report;
  const few = <Deal>(deals: readonly Deal[], withheld: (deal: Deal) => Deal): Deal[] =>
    samples === 'none' ? [] : deals.map(withheld);
  const { actions, cycle, survival, lifetime, forecast, changes } = report;
  const said = (note: KpiEntry['notes'][number]): KpiEntry['notes'][number] => renamed(note, speech);
  return {
    ...report,
    samples,
    kpis: report.kpis.map((entry) => withoutNames(entry, speech)),
    insights: report.insights.map((insight) => ({
      ...insight,
      evidence:
        samples === 'none' ? { ...insight.evidence, records: counted(insight.evidence['records']) } : insight.evidence,
    })),
    cycle:
      cycle === null || cycle.deals === null
        ? cycle
        : { ...cycle, deals: few(cycle.deals, (deal) => ({ ...deal, ...NO_CYCLE })) },
    actions:
      actions === null
        ? null
        : {
            ...actions,
            kinds: actions.kinds.map((kind) => ({
              ...kind,
              deals: few(kind.deals, (deal) => ({ ...deal, ...NOTHING })),
              byOwner: [],
            })),
          },
    survival: survival === null ? null : { ...survival, notes: survival.notes.map(said) },
    lifetime: lifetime === null ? null : { ...lifetime, list: [], atRisk: [], notes: lifetime.notes.map(said) },
    forecast:
      forecast === null
        ? null
        : {
            ...forecast,
            groups: groupsAsked ? forecast.groups : [],
            pacing: forecast.pacing.filter(({ owner }) => owner === null),
            notes: forecast.notes.map(said),
          },
    changes: changes === null ? null : redactChanges(changes, few, groupsAsked),
    warnings: report.warnings.map((warning) => renamed(warning, speech)),
    evidence: report.evidence.map((one) => ({
      ...one,
      deals: few(one.deals, (deal) => ({ ...deal, ...NOTHING, outcome: null, closedAt: null, days: null })),
    })),
  };
}

/** Arguments of messages that hold names, or cells that could not be read. */
const NAMING_ARGS: readonly string[] = ['owners', 'names', 'examples', 'near', 'missed'];

/** What stands in a record of a deal that waits. */
const NOTHING = {
  name: null,
  owner: null,
  account: null,
  product: null,
  stage: null,
  amount: null,
  currency: null,
  createdAt: null,
  expectedClose: null,
  nextActivity: null,
  daysOpen: null,
  daysOverdue: null,
};

const NO_CYCLE = { name: null, createdAt: null, closedAt: null, outcome: null, days: null };

function withoutNames(entry: KpiEntry, speech: Speech): KpiEntry {
  const figures = <F extends Pick<KpiEntry, 'ranking' | 'notes'>>(of: F): F => ({
    ...of,
    ranking: of.ranking === null || !RANKS_NAMES.includes(entry.id) ? of.ranking : [],
    notes: of.notes.map((note) => renamed(note, speech)),
  });
  return { ...figures(entry), byCurrency: entry.byCurrency === null ? null : entry.byCurrency.map(figures) };
}

/** A message that names owners, customers or deals, or quotes cells, said anew without them. */
function renamed(message: KpiEntry['notes'][number], speech: Speech): KpiEntry['notes'][number] {
  const { code, args } = message;
  return NAMING_ARGS.some((name) => name in args) ? messageEntry(nameless({ code, args } as AnySaid), speech) : message;
}

/** How many records, without where they stand. */
function counted(records: unknown): unknown {
  return typeof records === 'object' && records !== null ? { ...records, first: [] } : records;
}
