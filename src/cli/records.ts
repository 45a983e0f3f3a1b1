/** `--good FILE` and `--bad FILE`: the records of the files, those without an error apart from those with one. */
import { printBadRecords, printGoodRecords } from '../format/csv/records.js';
import type { Examination, RecordSplit } from '../index.js';
import type { Call } from './commands.js';
import type { OptionValues } from './options.js';
import { type OutputFile, prepareOutput } from './output.js';
import { type Sink, write } from './print.js';

const BESIDE = ['customers', 'leads', 'orders'] as const;

interface RecordPlan {
  readonly print: (split: RecordSplit) => Iterable<string>;
  readonly sink: Pick<Sink, 'file'>;
}

/** Settles where the records go, before anything is read. Throws where a file is an input (exit 2) or cannot be written (4). */
export async function planRecords(values: OptionValues, inputs: readonly string[]): Promise<readonly RecordPlan[]> {
  const plans: RecordPlan[] = [];
  for (const [name, print] of [
    [values.good, printGoodRecords],
    [values.bad, printBadRecords],
  ] as const) {
    if (name !== undefined)
      plans.push({ print, sink: { file: name === '-' ? null : await prepareOutput(name, inputs) } });
  }
  return plans;
}

/** Writes the records; those of other files that rules are about each into a file of their own: `good.leads.csv`. */
export async function writeRecords(
  call: Call,
  plans: readonly RecordPlan[],
  examination: Examination,
  inputs: readonly string[],
): Promise<void> {
  const split = plans.length === 0 ? null : examination.split();
  if (split === null) return;
  for (const { print, sink } of plans) {
    await write(call, sink, print(split));
    for (const role of BESIDE) {
      const own = sink.file === null || sink.file.direct === true ? null : examination.split(role);
      if (own === null || sink.file === null) continue;
      await write(call, { file: await besideIt(sink.file, role, inputs) }, print(own));
    }
  }
  if (split.elsewhere.length === 0) return;
  call.session.note({
    en: `errors that no record is to blame for: ${split.elsewhere.join(', ')}`,
    fa: `خطاهایی که از هیچ رکوردی نیست: ${split.elsewhere.join('، ')}`,
  });
}

/** Empties the files where there are no records: yesterday's must not be taken for today's. */
export async function writeNoRecords(call: Call, plans: readonly RecordPlan[]): Promise<void> {
  for (const { sink } of plans) if (sink.file !== null) await write(call, sink, []);
}

function besideIt({ name }: OutputFile, role: string, inputs: readonly string[]): Promise<OutputFile> {
  const dot = name.lastIndexOf('.');
  const at = dot > Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) ? dot : name.length;
  return prepareOutput(`${name.slice(0, at)}.${role}${name.slice(at)}`, inputs);
}
