/**
 * A report written with a template of the reader's own, in Liquid (shopify.github.io/liquid, as LiquidJS reads it). A
 * template sees the document and nothing else: no file, no network, no clock, no chance.
 */
import type { Liquid as Engine } from 'liquidjs';
import { suggest } from '../../locale/suggest.js';
import type { Report } from '../../report/schema.js';
import type { RenderOptions } from '../definition.js';
import { ESCAPES, templateLanguage } from './escape.js';
import { filtersFor } from './filters.js';

/** Letters that are read, bytes or so that are made, and milliseconds: a template that goes on for ever is stopped. */
const MOST_LETTERS = 1_000_000;
const LIMITS = { memoryLimit: 200_000_000, renderLimit: 20_000 } as const;

/** They read the clock or chance: the same input would not give the same bytes. */
const LEFT_OUT = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string', 'sample'];

/** What is wrong with a template, and where. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem';
  readonly kind: 'syntax' | 'filter' | 'tag' | 'variable' | 'partial' | 'limit';
  /** Counted from 1; null where the engine does not say. */
  readonly line: number | null;
  /** The name that is not known, or what the engine says. */
  readonly detail: string;
  /** A name that was probably meant. */
  readonly suggestion: string | readonly string[] | null;

  constructor(
    kind: TemplateProblem['kind'],
    line: number | null,
    detail: string,
    suggestion: TemplateProblem['suggestion'] = null,
  ) {
    super(detail);
    this.kind = kind;
    this.line = line;
    this.detail = detail;
    this.suggestion = suggestion;
  }
}

/**
 * The report as the template says. `name` says which language the text is in, and so how what comes from files is
 * escaped ({@link ESCAPES}); `{{ text | raw }}` is not. @throws TemplateProblem
 */
export async function renderTemplate(
  report: Report,
  source: string,
  name: string,
  options: Pick<RenderOptions, 'lang'>,
): Promise<string> {
  const { Liquid } = await import('liquidjs');
  const escaped = ESCAPES[templateLanguage(name)];
  const engine = new Liquid({
    parseLimit: MOST_LETTERS,
    templates: {}, // in place of files: there are no parts to include
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    outputEscape: (value) => escaped(printed(value)),
  });
  for (const filter of LEFT_OUT) delete engine.filters[filter];
  for (const [filter, show] of Object.entries(filtersFor(report, options))) engine.registerFilter(filter, show);
  const kpi = Object.fromEntries(report.kpis.map((entry) => [entry.id, entry]));
  const names = { ...report, kpi, lang: options.lang };
  try {
    return String(engine.parseAndRenderSync(source, names, LIMITS));
  } catch (error) {
    throw problemOf(error, engine, names);
  }
}

function printed(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(printed).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

interface LiquidProblem {
  readonly message: string;
  readonly token?: { getPosition?(): readonly number[] };
  readonly originalError?: { readonly message?: string };
}

function problemOf(error: unknown, engine: Engine, names: object): unknown {
  if (!(error instanceof Error) || !('token' in error || /limit exceeded/.test(error.message))) return error;
  const { token, originalError, message } = error as LiquidProblem;
  const line = token?.getPosition?.()[0] ?? null;
  const said = (originalError?.message ?? message).replace(/, line:\d+, col:\d+$/, '');
  if (/limit exceeded/.test(said)) return new TemplateProblem('limit', line, said);
  const filter = /^undefined filter: (.+)$/.exec(said)?.[1];
  if (filter !== undefined) {
    return new TemplateProblem('filter', line, filter, suggest(filter, Object.keys(engine.filters)));
  }
  const tag = /^tag "(.+)" not found$/.exec(said)?.[1];
  if (tag !== undefined) return new TemplateProblem('tag', line, tag, suggest(tag, Object.keys(engine.tags)));
  const variable = /^undefined variable: (.+)$/.exec(said)?.[1];
  if (variable !== undefined) {
    return new TemplateProblem(
      'variable',
      line,
      variable,
      variable.includes('.') ? null : suggest(variable, Object.keys(names)),
    );
  }
  if (/^ENOENT|Failed to lookup/.test(said)) return new TemplateProblem('partial', line, said);
  return new TemplateProblem('syntax', line, said);
}
