import { UserError } from '../../errors/user-error.js';
import { suggest } from '../../locale/suggest.js';
import { COMMANDS, type Run } from '../commands.js';
import { commandHelp, programHelp } from '../help.js';
import { openSink, write } from '../print.js';
import { widthOf } from '../terminal.js';

export const run: Run = async (call) => {
  const { session, operands } = call;
  const [name] = operands;
  const command = COMMANDS.find((one) => one.name === name);
  if (name !== undefined && command === undefined) {
    const suggestion = suggest(
      name,
      COMMANDS.map((one) => one.name),
    );
    throw new UserError('unknown_command', { name, suggestion, looksLikeFile: false });
  }
  const width = widthOf(session.machine.stdout, session.machine.env);
  const text = command === undefined ? programHelp(session.lang(), width) : commandHelp(command, session.lang(), width);
  const sink = await openSink({ ...call, values: { ...call.values, format: 'text' } }, 'kpi help', ['text'], []);
  await write(call, sink, [text]);
  return 0;
};
