import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_NAMES } from '../../config/discover.js';
import { type ConfigDraft, draftJson, draftText, EMPTY_DRAFT } from '../../config/draft.js';
import { UserError } from '../../errors/user-error.js';
import type { Call, Run } from '../commands.js';
import { draftOf } from '../config-draft.js';
import { prepareOutput } from '../output.js';
import { onlyOutput, type Sink, write } from '../print.js';
import { read } from '../read.js';
import { loadRequest, type Prepared, prepare } from '../request.js';
import type { Session } from '../session.js';

export const run: Run = async (call) => {
  const { session, values } = call;
  // An older config must not be taken for an answer of the file: it may be the one that is to be replaced.
  const prepared = await prepare(call, call.operands, { config: false });
  const { library, files, today, settings } = prepared;
  library.validate({ today, mapping: settings.mapping.said });
  const inputs = files.map(({ path }) => path);
  const sink = onlyOutput(values, 'kpi init') === '-' ? { format: 'yaml', file: null } : await fileSink(call, inputs);
  const draft = files.length === 0 ? EMPTY_DRAFT : await inspected(call, prepared);
  const asJson = sink.file?.name.toLowerCase().endsWith('.json') === true;
  await write(call, sink, [asJson ? draftJson(draft) : draftText(draft, session.lang())]);
  tellQuestions(session, draft);
  return 0;
};

async function inspected(call: Call, prepared: Prepared): Promise<ConfigDraft> {
  const { library, today, lang, settings } = prepared;
  const withContract = call.values.contract === true;
  const loaded = await read(call, library, {
    ...loadRequest(prepared),
    allColumns: true,
    ...(withContract ? { everyColumn: true } : {}),
  });
  const draft = draftOf(library.inspect(loaded, { today, lang }), settings);
  return withContract ? { ...draft, contract: contractOf(library.contract(loaded, { today })) } : draft;
}

/** The demands as a config holds them: nothing that was left out. */
function contractOf({
  columns,
  unexpectedColumns,
}: ReturnType<Prepared['library']['contract']>): ConfigDraft['contract'] {
  return JSON.parse(JSON.stringify({ columns, unexpectedColumns })) as ConfigDraft['contract'];
}

/** The file to write: the one named, else the config of this folder, whatever it is called. */
async function fileSink({ session, values }: Call, inputs: readonly string[]): Promise<Sink> {
  const name = onlyOutput(values, 'kpi init') ?? (await configHere(session.machine.cwd)) ?? CONFIG_NAMES[0];
  if (values.force !== true && (await isThere(name))) throw new UserError('config_exists', { file: name });
  return { format: 'yaml', file: await prepareOutput(name, inputs) };
}

/** A second config file beside the first would be refused by the next run. */
async function configHere(folder: string): Promise<string | undefined> {
  for (const name of CONFIG_NAMES) if (await isThere(join(folder, name))) return name;
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => null); // what cannot be looked at is told when it is written
  return entry?.isFile() === true;
}

function tellQuestions(session: Session, { mapping, stages, dateOrder, decimal }: ConfigDraft): void {
  const open = stages.filter((stage) => stage.as === 'ask').length;
  const answers = [dateOrder, decimal].filter((answer) => (answer?.cells ?? 0) > 0).length;
  const assumed = mapping.filter((column) => column.assumed).length + answers;
  if (open === 0 && assumed === 0) return;
  session.note({
    en: `to look at in it: stage names without a meaning: ${open}, assumptions: ${assumed}`,
    fa: `برای بررسی در آن: نام مرحله‌های ناشناخته: ${open}، فرض‌ها: ${assumed}`,
  });
}
