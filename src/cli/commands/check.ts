import { UserError } from '../../errors/user-error.js';
import { renderCheck } from '../../format/render.js';
import type { Check, CheckRequest } from '../../index.js';
import { suggest } from '../../locale/suggest.js';
import type { Run } from '../commands.js';
import type { OptionValues } from '../options.js';
import { formatsFor, openSink, renderOptions, warnBeside, write } from '../print.js';
import { read } from '../read.js';
import { given, type Library, loadRequest, type Prepared, prepare, requireFiles } from '../request.js';
import type { Session } from '../session.js';

export const run: Run = async (call) => {
  const { values, session } = call;
  const prepared = await prepare(call, call.operands);
  const { library, files } = prepared;
  requireFiles(prepared, 'check');
  const request = checkRequest(prepared, values);
  library.validate({ ...given({ asOf: request.asOf }), today: request.today, mapping: prepared.settings.mapping });
  requireRules(library, values);
  const inputs = files.map(({ path }) => path);
  const sink = await openSink(call, 'kpi check', formatsFor('check'), inputs);
  const loaded = await read(call, library, loadRequest(prepared, values));
  const checked = library.check(loaded, request);
  const failures = gateFailures(checked, values);
  const failed = failures.length > 0 || checked.summary.outcome === 'fail';
  const document: Check = { ...checked, summary: { ...checked.summary, outcome: failed ? 'fail' : 'pass' } };
  await write(call, sink, await renderCheck(document, sink.format, renderOptions(call, sink)));
  warnBeside(call, sink, document.warnings);
  for (const failure of failures) tellFailure(session, failure);
  return failed ? 1 : 0;
};

function checkRequest({ settings, today, lang }: Prepared, values: OptionValues): CheckRequest {
  return {
    today,
    lang,
    ...given({
      asOf: values['as-of'],
      select: values.rules?.flat(),
      failOn: values['fail-on'],
      maxRows: values['max-rows'],
    }),
    rules: settings.rules,
  };
}

/** Refuses ids and patterns that name no rule, before any file is opened. */
function requireRules(library: Library, values: OptionValues): void {
  const ids = library.listRules('en').map(({ id }) => id);
  for (const pattern of [...(values.rules?.flat() ?? []), ...(values.require?.flat() ?? [])]) {
    const name = pattern.replace(/^-/, '');
    if (ids.some((id) => matches(name, id))) continue;
    throw new UserError('unknown_rule', { id: name, suggestion: suggest(name, ids) });
  }
}

/** Whether a rule id is what a pattern says; `*` stands for any letters. */
function matches(pattern: string, id: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return id === pattern;
  const last = rest.pop() ?? '';
  if (!id.startsWith(first) || !id.slice(first.length).endsWith(last)) return false;
  let inner = id.slice(first.length, id.length - last.length);
  for (const part of rest) {
    const at = inner.indexOf(part);
    if (at < 0) return false;
    inner = inner.slice(at + part.length);
  }
  return true;
}

/** Why the gate fails beside --fail-on. */
export type GateFailure =
  | { readonly kind: 'warnings'; readonly found: number; readonly allowed: number }
  | { readonly kind: 'unchecked'; readonly rule: string; readonly reason: string };

/** What `--max-warnings` and `--require` find wrong with a check. */
export function gateFailures(
  { summary, rules }: Pick<Check, 'summary' | 'rules'>,
  values: Pick<OptionValues, 'max-warnings' | 'require'>,
): readonly GateFailure[] {
  const allowed = values['max-warnings'] ?? Number.POSITIVE_INFINITY;
  const required = values.require?.flat() ?? [];
  const unchecked = rules.filter(
    ({ id, outcome }) => outcome === 'skipped' && required.some((one) => matches(one, id)),
  );
  return [
    ...(summary.warnings > allowed ? [{ kind: 'warnings' as const, found: summary.warnings, allowed }] : []),
    ...unchecked.map(({ id, reason }) => ({ kind: 'unchecked' as const, rule: id, reason: reason ?? 'skipped' })),
  ];
}

function tellFailure(session: Session, failure: GateFailure): void {
  if (failure.kind === 'warnings') {
    const { found, allowed } = failure;
    session.note({
      en: `failed: ${found} warnings, more than --max-warnings ${allowed}`,
      fa: `مردود: ${found} هشدار، بیش از --max-warnings ${allowed}`,
    });
    return;
  }
  const { rule, reason } = failure;
  session.note({
    en: `failed: ${rule} is required but could not be checked (${reason})`,
    fa: `مردود: ${rule} لازم است اما بررسی نشد (${reason})`,
  });
}
