import { brief, briefArgs } from '../locale/brief.js';
import type { AnySaid } from '../locale/said.js';
import { type Speech, say } from '../locale/say.js';
import { isoDay } from '../model/civil-day.js';
import type { Dataset, SourceAccount } from '../model/dataset.js';
import { isAllTime, type Period, periodEndInclusive } from '../model/period.js';
import type { Resolved } from './request.js';
import type { Filter, Message, Report, Source } from './schema.js';

/** What every document says of itself. */
export interface Tool {
  readonly name: 'kpi';
  readonly version: string;
}

/** A period as the documents print it: the end inclusive; null = all data. */
export function periodEntry(period: Period | null, relative: Resolved['relative'] = null): Report['period'] {
  if (period === null || isAllTime(period)) return null;
  return {
    label: period.label,
    start: isoDay(period.start),
    end: isoDay(periodEndInclusive(period)),
    calendar: period.calendar,
    asked: relative?.asked ?? null,
    countedFrom: relative === null ? null : isoDay(relative.countedFrom),
  };
}

/** What is said, as documents print it: the code, what it is about, and the sentence. */
export function messageEntry(said: AnySaid, speech: Speech): Message {
  return { code: said.code, args: briefArgs(said.args), message: brief(say(said, speech)) };
}

/** A file as the report and the check print it. */
export function sourceEntry(source: SourceAccount, speech: Speech): Source {
  return {
    file: source.file,
    role: source.role,
    preset: source.preset,
    sheet: source.sheet,
    encoding: source.encoding,
    delimiter: source.delimiter,
    headerRow: source.headerRow,
    rows: source.rows,
    records: source.records,
    skipped: source.skipped.map((entry) => ({ ...entry })),
    sha256: source.sha256,
    columns: source.columns.map(({ column, field, confidence, reason }) => ({
      ...{ column, field, confidence, reason: messageEntry(reason, speech) },
    })),
  };
}

/** What `--where` left of the deals; null where nothing was left out by it. */
export function filterEntry({ filter }: Dataset): Filter {
  return filter === undefined ? null : { ...filter };
}
