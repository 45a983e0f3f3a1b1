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
  const required = requiredRules(library, values);
  const inputs = files.map(({ path }) => path);
  const sink = await openSink(call, 'kpi check', formatsFor('check'), inputs);
  const loaded = await read(call, library, loadRequest(prepared));
  const checked = library.check(loaded, request);
  const failures = gateFailures(checked, { required, maxWarnings: values['max-warnings'] });
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

/** The ids that `--require` names. Refuses patterns of no rule, in `--rules` too, before any file is opened. */
function requiredRules(library: Library, values: OptionValues): readonly string[] {
  const required = values.require?.flat() ?? [];
  for (const pattern of [...(values.rules?.flat() ?? []), ...required]) {
    if (library.matchRules([pattern]).unmatched.length === 0) continue;
    const ids = library.listRules('en').map(({ id }) => id);
    const name = pattern.replace(/^-/, '');
    throw new UserError('unknown_rule', { id: name, suggestion: suggest(name, ids) });
  }
  return required.length === 0 ? [] : library.matchRules(required).ids;
}

/** Why the gate fails beside --fail-on. */
export type GateFailure =
  | { readonly kind: 'warnings'; readonly found: number; readonly allowed: number }
  | { readonly kind: 'unchecked'; readonly rule: string; readonly reason: string };

/**
 * What `--max-warnings` and `--require` find wrong with a check. `required` are ids of rules; one that was switched off
 * or not selected was not checked either.
 */
export function gateFailures(
  { summary, rules }: Pick<Check, 'summary' | 'rules'>,
  {
    required,
    maxWarnings = Number.POSITIVE_INFINITY,
  }: { required: readonly string[]; maxWarnings?: number | undefined },
): readonly GateFailure[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const unchecked = required.flatMap((id): GateFailure[] => {
    const rule = byId.get(id);
    if (rule === undefined) return [{ kind: 'unchecked', rule: id, reason: 'off' }];
    return rule.outcome === 'skipped' ? [{ kind: 'unchecked', rule: id, reason: rule.reason ?? 'skipped' }] : [];
  });
  const tooMany = summary.warnings > maxWarnings;
  return [
    ...(tooMany ? [{ kind: 'warnings' as const, found: summary.warnings, allowed: maxWarnings }] : []),
    ...unchecked,
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
