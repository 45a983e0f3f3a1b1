import { UserError } from '../../errors/user-error.js';
import { suggest } from '../../locale/suggest.js';
import type { Run } from '../commands.js';
import { openSink, write } from '../print.js';

const DOCUMENTS = [
  'report',
  'check',
  'inspect',
  'explain',
  'deals',
  'customers',
  'comparison',
  'raw',
  'failure',
  'config',
] as const;
type Document = (typeof DOCUMENTS)[number];

export const run: Run = async (call) => {
  const [name = ''] = call.operands;
  const document = DOCUMENTS.find((one) => one === name);
  if (document === undefined) {
    const what = { en: 'schema', fa: 'طرحی' };
    throw new UserError('unknown_topic', { what, name, choices: DOCUMENTS, suggestion: suggest(name, DOCUMENTS) });
  }
  const sink = await openSink({ ...call, values: { ...call.values, format: 'json' } }, 'kpi schema', ['json'], []);
  await write(call, sink, [`${JSON.stringify(await schemaOf(document), null, 2)}\n`]);
  return 0;
};

/** JSON Schema (draft 2020-12) of a document. */
async function schemaOf(document: Document): Promise<object> {
  const { z } = await import('zod');
  if (document === 'config') {
    const [{ configSchema }, { KNOWN }] = await Promise.all([
      import('../../config/schema.js'),
      import('../../config/known.js'),
    ]);
    return z.toJSONSchema(configSchema(KNOWN), { io: 'input' });
  }
  const library = await import('../../index.js');
  return z.toJSONSchema(await library.schemaOf(document));
}
