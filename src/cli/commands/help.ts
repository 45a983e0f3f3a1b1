import { UserError } from '../../errors/user-error.js';
import { suggest } from '../../locale/suggest.js';
import { COMMANDS, type Run } from '../commands.js';
import { commandHelp, topicHelp } from '../help.js';
import { openSink, write } from '../print.js';
import { programHelp } from '../program-help.js';
import { commandMeant } from '../synonyms.js';
import { widthOf } from '../terminal.js';
import { TOPICS, topicMeant } from '../topics.js';

export const run: Run = async (call) => {
  const { session, operands } = call;
  const [name] = operands;
  const command = COMMANDS.find((one) => one.name === name);
  const topic = TOPICS.find((one) => one.name === name);
  if (name !== undefined && command === undefined && topic === undefined) {
    const names = [...COMMANDS, ...TOPICS].map((one) => one.name);
    const suggestion = topicMeant(name) ?? commandMeant(name) ?? suggest(name, names);
    throw new UserError('unknown_topic', { what: HELP, name, choices: names, suggestion });
  }
  const [lang, width] = [session.lang(), widthOf(session.machine.stdout, session.machine.env)];
  const text =
    command !== undefined
      ? commandHelp(command, lang, width)
      : topic !== undefined
        ? topicHelp(topic, lang, width)
        : programHelp(lang, width);
  const sink = await openSink({ ...call, values: { ...call.values, format: 'text' } }, 'kpi help', ['text'], []);
  await write(call, sink, [text]);
  return 0;
};

const HELP = { en: 'help about', fa: 'راهنمایی درباره‌ی' };
