/** The text of a config file → settings, or every problem in it with its line and column. */
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  type ScalarTag,
} from 'yaml';
import { z } from 'zod';
import { UserError } from '../errors/user-error.js';
import { kpisMeant } from '../kpi/catalogue/index.js';
import { asciiDigits } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import type { ExpressionIssue } from './expression-issue.js';
import { type Config, expectedBy } from './schema.js';

/** `۶۵`, `٣٫٥`, `۱٬۰۰۰٬۰۰۰` are numbers, as 65 is; in quotes they are texts. */
const PERSIAN_NUMBER: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^[-+]?[\u06f0-\u06f9\u0660-\u0669][\u06f0-\u06f9\u0660-\u0669\u066c]*(?:\u066b[\u06f0-\u06f9\u0660-\u0669]+)?$/,
  resolve: (text) => Number(asciiDigits(text).replaceAll('\u066c', '').replace('\u066b', '.')),
};

/** Aliases that a file may expand to; a thousand would be a "billion laughs" (yaml's default guard, CWE-776). */
const MOST_ALIASES = 100;

interface Problem {
  readonly offset: number;
  readonly text: Text;
}

type Path = readonly PropertyKey[];

/**
 * Reads YAML 1.2 or JSON (which YAML contains). Throws `config_invalid` with every problem: syntax, doubled keys, tags,
 * several documents, unknown keys, wrong values. An empty file and an empty section say nothing.
 *
 * @param file how messages name the file
 * @param schemaFor the schema, or how it follows from the plain values
 */
export function readConfig(
  file: string,
  content: string,
  schemaFor: z.ZodType<Config> | ((value: unknown) => z.ZodType<Config>),
): Config {
  const lines = new LineCounter();
  const refuse = (problems: readonly Problem[]): void => {
    if (problems.length === 0) return;
    const placed = [...problems]
      .sort((one, other) => one.offset - other.offset)
      .map(({ offset, text }) => {
        const { line, col } = lines.linePos(offset);
        return { place: `${file}:${line}:${col}`, text };
      });
    throw new UserError('config_invalid', { problems: placed });
  };
  const parsed = parseAllDocuments(content, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
    customTags: (tags) => [...tags, PERSIAN_NUMBER],
  });
  const [document, second] = Array.isArray(parsed) ? parsed : [];
  if (document === undefined) return {};
  refuse([...document.errors, ...document.warnings].map(syntaxProblem));
  if (second !== undefined) refuse([{ offset: second.range[0], text: SEVERAL_DOCUMENTS }]);
  const value = settled(plain(document, file), [], (path, key) => {
    refuse([{ offset: offsetOf(document, path, key), text: unknownKey(key, []) }]);
  });
  if (value === undefined) return {};
  const schema = typeof schemaFor === 'function' ? schemaFor(value) : schemaFor;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  refuse(result.error.issues.flatMap((issue) => problemsOf(issue, issue.path, { value, schema, document, content })));
  return {};
}

function syntaxProblem({
  code,
  message,
  pos: [offset],
}: {
  code: string;
  message: string;
  pos: readonly number[];
}): Problem {
  return { offset: offset ?? 0, text: SYNTAX[code] ?? { en: message, fa: message } };
}

const SEVERAL_DOCUMENTS: Text = {
  en: 'a second document begins here (---); a config file is one document.',
  fa: 'سند دومی از اینجا آغاز می‌شود (---)؛ فایل تنظیمات یک سند است.',
};

/** The mistakes people make; the rest is said in the parser's own words. */
const SYNTAX: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: { en: 'this key is there twice.', fa: 'این کلید دو بار آمده است.' },
  TAB_AS_INDENT: {
    en: 'a tab indents this line; YAML takes only spaces.',
    fa: 'تورفتگی این سطر با tab است؛ YAML تنها فاصله می‌پذیرد.',
  },
  TAG_RESOLVE_FAILED: { en: 'tags (!name) are not taken.', fa: 'برچسب (!name) پذیرفته نیست.' },
};

/** The document as plain values. Aliases that multiply without end are refused. */
function plain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const text = { en: `${error.message}.`, fa: 'نام‌های مستعار (&name، *name) نادرست یا بیش از اندازه‌اند.' };
    throw new UserError('config_invalid', { problems: [{ place: file, text }] }, {}, { cause: error });
  }
}

/** Leaves empty values out at every depth; `__proto__`, which a record would lose silently, is reported. */
function settled(value: unknown, path: Path, onPrototype: (path: Path, key: string) => void): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((inner, index) => settled(inner, [...path, index], onPrototype));
  if (typeof value !== 'object') return value;
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') onPrototype(path, key);
    const rest = settled(inner, [...path, key], onPrototype);
    if (rest !== undefined) kept.push([key, rest]);
  }
  return Object.fromEntries(kept);
}

/** Where the value at a path stands, or the key itself where a key is named; the nearest that is there otherwise. */
function offsetOf(document: Document, path: Path, key?: string): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (key !== undefined && isMap(node)) {
    for (const pair of node.items) {
      if (isScalar(pair.key) && String(pair.key.value) === key) return start(pair.key);
    }
  }
  if (isNode(node)) return isCollection(node) && path.length > 0 ? keyOffset(document, path, node) : start(node);
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1), String(path.at(-1)));
}

/** A section is pointed at by its key, not by its first line. */
function keyOffset(document: Document, path: Path, node: Node): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  return isMap(parent) ? offsetOf(document, path.slice(0, -1), String(path.at(-1))) : start(node);
}

function start(node: Node): number {
  return node.range?.[0] ?? 0;
}

type Issue = z.core.$ZodIssue;

/** What problems are told about: the values, the schema they broke, and the document they stand in. */
interface Reading {
  readonly value: unknown;
  readonly schema: z.ZodType;
  readonly document: Document;
  /** The text of the file. */
  readonly content: string;
}

function problemsOf(issue: Issue, path: Path, reading: Reading): Problem[] {
  const { document, value, schema } = reading;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    // Keys of `targets` are KPIs, which have other names elsewhere.
    const meant = (key: string): readonly string[] =>
      path.length === 1 && path[0] === 'targets' ? kpisMeant(key) : [];
    return issue.keys.map((key) => ({
      offset: offsetOf(document, path, key),
      text: unknownKey(key, known, meant(key)),
    }));
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().filter((branch) => branch.code === 'unrecognized_keys' || branch.path.length > 0);
    if (inner.length > 0) return inner.flatMap((branch) => problemsOf(branch, [...path, ...branch.path], reading));
  }
  const offset = offsetOf(document, path);
  const wrong = issue.code === 'custom' ? (issue.params as ExpressionIssue | undefined) : undefined;
  if (wrong !== undefined) return [expressionProblem(wrong, path, offset, reading)];
  return [{ offset, text: wrongValue(issue, path, valueAt(value, path)) }];
}

/** Points into the expression, where its characters stand in the file as they are; else at its beginning. */
function expressionProblem({ detail, at }: ExpressionIssue, path: Path, offset: number, reading: Reading): Problem {
  const name = path.map(String).join('.');
  const source = valueAt(reading.value, path);
  const start = typeof source === 'string' ? reading.content.indexOf(source, offset) : -1;
  const near = start >= 0 && start - offset <= 1;
  const where = at === null || typeof source !== 'string' ? null : at + 1;
  return {
    offset: near && at !== null ? start + at : offset,
    text: {
      en: `${name}${where === null ? '' : `, character ${where}`}: ${detail.en}.`,
      fa: `${name}${where === null ? '' : `، نویسه‌ی ${where}`}: ${detail.fa}.`,
    },
  };
}

function wrongValue(issue: Issue, path: Path, value: unknown): Text {
  const name = path.map(String).join('.');
  const shown = typeof value === 'object' ? '' : JSON.stringify(value);
  const expected = expectedBy(issue.message);
  if (expected === undefined) return { en: `${name}: ${issue.message}.`, fa: `${name}: ${issue.message}.` };
  const near =
    issue.message === 'kpi'
      ? kpisMeant(String(value))
      : issue.code === 'invalid_value'
        ? suggest(String(value), issue.values.map(String))
        : null;
  return {
    en: `${name || 'the file'} does not take ${shown || 'this'}.${meant(near)} It takes ${expected.en}.`,
    fa: `${name || 'فایل'} مقدار ${shown || 'داده‌شده'} را نمی‌پذیرد.${meantFa(near)} مقدار پذیرفته: ${expected.fa}.`,
  };
}

function unknownKey(key: string, known: readonly string[], called: readonly string[] = []): Text {
  const near = called.length > 0 ? called : suggest(key, known);
  return { en: `unknown key "${key}".${meant(near)}`, fa: `«${key}» کلید شناخته‌شده‌ای نیست.${meantFa(near)}` };
}

type Near = string | readonly string[] | null;

const meant = (near: Near): string => (any(near) ? ` Did you mean ${[near ?? []].flat().join(' or ')}?` : '');
const meantFa = (near: Near): string => (any(near) ? ` منظورتان ${[near ?? []].flat().join(' یا ')} بود؟` : '');
const any = (near: Near): boolean => [near ?? []].flat().length > 0;

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

/** The keys that an object of the schema takes. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) {
    const inList = typeof path[0] === 'number';
    const kind = inList ? z.ZodArray : z.ZodObject;
    return keysAt(
      schema.options.find((one) => one instanceof kind),
      path,
    );
  }
  const [key, ...rest] = path;
  if (schema instanceof z.ZodArray && key !== undefined) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord && key !== undefined) return keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return key === undefined ? Object.keys(schema.shape) : keysAt(Reflect.get(schema.shape, key), rest);
}
