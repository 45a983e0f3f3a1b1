/** What people type who know other programs: what the same is called here. It is said, never taken silently. */

/** Options of other programs → what to write instead: an option of ours, with its value where one follows from it. */
const OPTION_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  '--by': [
    ...['group-by', 'groupby', 'group', 'breakdown', 'break-down', 'split', 'split-by', 'segment', 'dimension'],
    ...['dimensions', 'slice', 'pivot'],
  ],
  '--where "CONDITION"': ['filter', 'filters', 'query', 'only', 'condition', 'select', 'exclude', 'include', 'q'],
  '--format json': ['json', 'as-json', 'to-json'],
  '--format csv': ['csv'],
  '--format markdown': ['markdown', 'md'],
  '--format table': ['table', 'text', 'txt', 'plain'],
  '--format junit': ['junit', 'xml'],
  '--format sarif': ['sarif'],
  '--format github': ['github', 'annotations'],
  '--format gitlab': ['gitlab', 'codeclimate'],
  '--format': ['fmt', 'output-format', 'type', 'reporter'],
  '--output FILE': ['out', 'out-file', 'outfile', 'output-file', 'save', 'write', 'export', 'dest', 'destination'],
  '--period 2025-01-01..': ['since', 'from', 'start', 'start-date', 'after', 'date-from'],
  '--period 2025-01-01..2025-03-31': [
    ...['to', 'until', 'till', 'end', 'end-date', 'before', 'date-to', 'range', 'date-range', 'between', 'dates'],
  ],
  '--period': ['year', 'quarter', 'month', 'week', 'date', 'timeframe', 'time-range', 'window', 'periode', 'last'],
  '--compare': ['compare-to', 'compare-with', 'vs', 'versus', 'against', 'previous', 'comparison'],
  '--as-of': ['asof', 'today', 'now', 'at', 'snapshot', 'snapshot-date', 'as-at', 'reference-date'],
  '--earlier FILE': ['before-file', 'old', 'old-file', 'previous-file', 'prior', 'last-export', 'base', 'compare-file'],
  '--taken DATE,DATE': ['taken-on', 'exported', 'exported-on', 'snapshot-dates', 'days'],
  '--kpi': ['kpis', 'metric', 'metrics', 'measure', 'measures', 'indicator', 'indicators', 'show'],
  '--sections': [
    'section',
    'parts',
    'blocks',
    'insights',
    'funnel',
    'cohorts',
    'series',
    'cycle',
    'evidence',
    'survival',
    'lifetime',
    'forecast',
    'changes',
    'why',
  ],
  '--grain': [
    'granularity',
    'interval',
    'bucket',
    'resolution',
    'frequency',
    'monthly',
    'weekly',
    'quarterly',
    'daily',
  ],
  '--max-rows': ['limit', 'head', 'max', 'rows-max', 'first', 'n'],
  '--max-insights': ['max-findings', 'insights-max'],
  '--sort KEY': ['order', 'order-by', 'orderby', 'sort-by', 'sortby', 'rank-by'],
  '--top N': ['top-n', 'max-groups', 'groups'],
  '--detail brief': ['brief', 'short', 'summary', 'compact'],
  '--detail full': ['full', 'long', 'everything'],
  '--template FILE': ['layout', 'liquid'],
  '--map FIELD=COLUMN': ['mapping', 'column', 'columns', 'field', 'fields', 'rename', 'alias', 'mappings'],
  '--ignore COLUMN': ['ignore-column', 'drop', 'skip', 'skip-column', 'exclude-column'],
  '--stage NAME=OUTCOME': ['stages', 'status', 'statuses', 'outcome', 'outcomes', 'won', 'lost', 'open', 'won-stage'],
  '--currency EUR': ['ccy', 'money', 'valuta'],
  '--timezone': ['tz', 'time-zone', 'zone'],
  '--date-order': ['date-format', 'dateformat', 'dayfirst', 'day-first', 'dmy', 'mdy'],
  '--decimal': ['decimal-sign', 'decimal-separator', 'decimal-comma'],
  '--delimiter': ['sep', 'separator', 'delim', 'field-separator'],
  '--encoding': ['charset', 'enc', 'codepage', 'code-page'],
  '--sheet': ['worksheet', 'tab', 'sheet-name'],
  '--preset': ['crm', 'source', 'vendor', 'system', 'profile'],
  '--repeated-ids': ['dedupe', 'duplicates', 'dedup', 'unique'],
  '--config FILE': ['conf', 'config-file', 'settings', 'cfg'],
  '--lang': ['language', 'locale', 'lng'],
  '--quiet': ['silent', 's'],
  '--verbose': ['debug', 'trace', 'log'],
  '--no-color': ['no-colour', 'nocolor', 'monochrome', 'plain-text'],
  '--no-progress': ['noprogress', 'no-bar', 'no-spinner'],
  '--force': ['overwrite', 'replace', 'yes'],
  '--rules': ['rule', 'only-rules', 'checks', 'check', 'select-rules'],
  '--rules=-RULE': ['disable', 'ignore-rule', 'exclude-rule', 'skip-rule', 'without', 'ignore-rules', 'exclude-rules'],
  '--require': ['must-check', 'required', 'requires'],
  '--fail-on': ['severity', 'level', 'fail-level', 'min-severity', 'fail', 'threshold'],
  '--fail-on warn': ['strict', 'werror', 'fail-on-warning', 'fail-on-warnings'],
  '--fail-on never': ['no-fail', 'exit-zero', 'soft-fail', 'allow-failure'],
  '--max-warnings': ['warnings', 'max-warn', 'allow-warnings'],
  '--baseline': ['known', 'base-line', 'suppressions'],
  '--write-baseline': ['update-baseline', 'create-baseline', 'baseline-write', 'save-baseline'],
  '--run-history': ['history-file', 'runs', 'trend-file'],
  '--fix-list': ['fix', 'fixes', 'repairs', 'repair', 'todo'],
  '--samples none': ['redact', 'anonymize', 'anonymise', 'no-samples', 'mask'],
  '--horizon MONTHS': ['months', 'months-ahead', 'ahead', 'periods', 'steps', 'lookahead'],
  '--target KPI=VALUE': ['targets', 'goal', 'goals', 'objective'],
  '--enforce-targets': ['fail-on-target', 'assert', 'enforce', 'gate'],
  '--leads FILE': ['lead', 'leads-file'],
  '--customers FILE': ['customer', 'accounts', 'companies', 'customers-file'],
  '--orders FILE': ['order', 'invoices', 'orders-file'],
  '--deals FILE': ['deal', 'opportunities', 'deals-file', 'input', 'input-file', 'in', 'data', 'i'],
  '--lookup FILE': ['join', 'products', 'teams', 'merge'],
  '--port N': ['listen', 'p'],
  '--host ADDRESS': ['bind', 'address', 'interface', 'hostname', 'ip'],
  '--version': ['ver'],
  '`rates:` in kpi.config.yaml': ['rates', 'currency-rates', 'exchange-rates', 'fx', 'fx-rates', 'rate'],
  '`quotas:` in kpi.config.yaml': ['quota', 'quotas'],
  '`fiscalYearStart:` in kpi.config.yaml': ['fiscal-year', 'fiscal-year-start', 'fy', 'fiscal', 'year-start'],
  '`retention:` in kpi.config.yaml': ['retention-window', 'retention', 'active-window'],
  '`clv:` in kpi.config.yaml': ['margin', 'lifespan', 'discount', 'discount-rate'],
  '--calendar jalali': ['jalali', 'shamsi', 'persian', 'hijri'],
};

/** Commands of other programs → ours. */
const COMMAND_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  report: ['analyze', 'analyse', 'run', 'summary', 'summarize', 'compute', 'calculate', 'measure', 'stats'],
  serve: ['server', 'web', 'http', 'live', 'dashboard', 'ui', 'browser', 'open'],
  watch: ['follow', 'tail', 'monitor', 'wall', 'top'],
  check: ['validate', 'lint', 'test', 'verify', 'quality', 'gate', 'scan', 'audit', 'dq'],
  inspect: ['show', 'describe', 'info', 'profile', 'peek', 'head', 'columns', 'preview', 'detect'],
  explain: ['define', 'definition', 'why', 'what', 'doc', 'docs'],
  compare: ['diff', 'changes', 'changed', 'delta', 'waterfall', 'snapshots', 'movement', 'inspection'],
  forecast: ['predict', 'prediction', 'predictions', 'projection', 'project', 'outlook', 'pacing', 'commit'],
  init: ['config', 'configure', 'setup', 'new', 'create', 'generate'],
  list: ['ls', 'kpis', 'rules', 'fields', 'presets', 'catalog', 'catalogue'],
  schema: ['json-schema', 'jsonschema', 'contract'],
  completion: ['completions', 'complete', 'autocomplete', 'shell'],
  help: ['man', 'usage', '?'],
};

/**
 * What to write instead of an option of another program, or null. Only options that the command has are named.
 *
 * @param name without dashes
 * @param options of the command, without dashes
 */
export function optionMeant(name: string, options: readonly string[]): string | null {
  const key = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll('_', '-');
  const found = Object.entries(OPTION_SYNONYMS).filter(([, names]) => names.includes(key));
  const ours = found.find(([written]) => {
    const option = /^--([a-z-]+?)(?:[= ]|$)/.exec(written)?.[1];
    return option === undefined || options.includes(option);
  });
  return ours?.[0] ?? null;
}

/** The command that another program calls otherwise, or null. */
export function commandMeant(name: string): string | null {
  const key = name.toLowerCase();
  return Object.entries(COMMAND_SYNONYMS).find(([, names]) => names.includes(key))?.[0] ?? null;
}
