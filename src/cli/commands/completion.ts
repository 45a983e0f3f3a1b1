import { UserError } from '../../errors/user-error.js';
import type { DocumentKind } from '../../format/render.js';
import { suggest } from '../../locale/suggest.js';
import type { Run } from '../commands.js';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { type CompletionNames, completionModel, SHELLS } from '../completion/model.js';
import { zshScript } from '../completion/zsh.js';
import { formatsFor, openSink, write } from '../print.js';
import { TOPICS } from '../topics.js';

export const run: Run = async (call) => {
  const [name = ''] = call.operands;
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined) {
    const what = { en: 'completion for a shell', fa: 'تکمیلی برای پوسته‌ای' };
    throw new UserError('unknown_topic', { what, name, choices: SHELLS, suggestion: suggest(name, SHELLS) });
  }
  const library = await import('../../index.js');
  const model = completionModel(namesOf(library));
  const lang = call.session.lang();
  const script =
    shell === 'bash' ? bashScript(model) : shell === 'zsh' ? zshScript(model, lang) : fishScript(model, lang);
  const sink = await openSink({ ...call, values: { ...call.values, format: 'text' } }, 'kpi completion', ['text'], []);
  await write(call, sink, script);
  return 0;
};

const DOCUMENTS: Readonly<Record<string, DocumentKind>> = {
  report: 'report',
  check: 'check',
  inspect: 'inspection',
  explain: 'explanation',
  deals: 'deals',
  customers: 'customers',
  compare: 'report',
  forecast: 'report',
};

function namesOf(library: typeof import('../../index.js')): CompletionNames {
  const ids = (listing: readonly { readonly id: string }[]): readonly string[] => listing.map(({ id }) => id);
  return {
    kpis: ids(library.listKpis('en')),
    rules: ids(library.listRules('en')),
    models: library.explainableModels(),
    presets: ids(library.listPresets('en')),
    // Of the deals: fields of other roles carry the role before a dot.
    fields: ids(library.listFields('en')).filter((id) => !id.includes('.')),
    topics: TOPICS.map((topic) => topic.name),
    sorts: (command) => {
      if (command === 'customers') return library.listCustomerColumns();
      if (command === 'compare') return library.listChangedColumns();
      return ['name', 'records', 'change', ...ids(library.listKpis('en'))];
    },
    formats: (command) => {
      const kind = DOCUMENTS[command];
      return kind === undefined ? ['table', 'json'] : formatsFor(kind);
    },
  };
}
