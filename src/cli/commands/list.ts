import { UserError } from '../../errors/user-error.js';
import { directedLine } from '../../locale/direction.js';
import { suggest } from '../../locale/suggest.js';
import type { Lang } from '../../locale/text.js';
import type { Run } from '../commands.js';
import { openSink, write } from '../print.js';
import type { Library } from '../request.js';

const TOPICS = ['kpis', 'rules', 'models', 'fields', 'presets'] as const;
type Topic = (typeof TOPICS)[number];
type Listing = ReturnType<Library['listKpis']>[number];

export const run: Run = async (call) => {
  const [name = ''] = call.operands;
  const topic = TOPICS.find((one) => one === name);
  if (topic === undefined) {
    const what = { en: 'list', fa: 'فهرستی' };
    throw new UserError('unknown_topic', { what, name, choices: TOPICS, suggestion: suggest(name, TOPICS) });
  }
  const sink = await openSink(call, 'kpi list', ['table', 'json'], []);
  const listing = entriesOf(await import('../../index.js'), topic, call.session.lang());
  await write(
    call,
    sink,
    sink.format === 'json' ? [`${JSON.stringify(listing, null, 2)}\n`] : table(listing, call.session.lang()),
  );
  return 0;
};

function entriesOf(library: Library, topic: Topic, lang: Lang): readonly Listing[] {
  switch (topic) {
    case 'kpis':
      return library.listKpis(lang);
    case 'rules':
      return library.listRules(lang);
    case 'models':
      return library.listModels(lang);
    case 'fields':
      return library.listFields(lang);
    case 'presets':
      return library.listPresets(lang);
  }
}

/** One entry a line, the id first: fit for `grep` and `cut`. */
function* table(entries: readonly Listing[], lang: Lang): Generator<string, void, undefined> {
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const { id, title, facts } of entries) {
    const text = facts['measured'] === undefined ? title : `${title} (${facts['measured']})`;
    yield `${id.padEnd(width)}  ${lang === 'fa' ? directedLine(text) : text}\n`;
  }
}
