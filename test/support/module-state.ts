import { parseAst } from 'rolldown/parseAst';

/** The parts of a syntax tree (ESTree with types) that are looked at. */
interface Declared {
  readonly type: string;
  readonly kind?: string;
  readonly declare?: boolean;
  readonly declaration?: Declared | null;
  readonly declarations?: readonly Declarator[];
}

interface Declarator {
  readonly id: Span & { readonly name?: string; readonly typeAnnotation?: Span | null };
  readonly init?: (Span & { readonly regex?: { readonly flags: string } }) | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A container that begins empty: someone fills it later. */
const EMPTY = /^(?:new (?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\}|Object\.create\(null\).*)$/s;
/** A type that forbids to fill it. */
const FIXED = /^: *(?:[Rr]eadonly|ReadonlyMap|ReadonlySet)\b|^: *Readonly(?:Map|Set|Array)?</;

/**
 * Names of what the module with the given text keeps from one call to the next: variables that can be set again,
 * containers that begin empty, patterns that remember where they were. What a WeakMap holds hangs on its keys.
 */
export function keptBy(text: string): string[] {
  const at = (span: Span | null | undefined): string => (span ? text.slice(span.start, span.end) : '');
  const body = parseAst(text, { lang: 'ts', sourceType: 'module' }).body as unknown as readonly Declared[];
  return body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration' || declared.declare === true) return [];
    return (declared.declarations ?? []).flatMap(({ id, init }) => {
      const name = id.name ?? at(id);
      const isFilled = EMPTY.test(at(init)) && !FIXED.test(at(id.typeAnnotation));
      const isMoved =
        /[gy]/.test(init?.regex?.flags ?? '') && new RegExp(`\\b${name}\\.(?:test|exec|lastIndex)\\b`).test(text);
      return declared.kind !== 'const' || isFilled || isMoved ? [name] : [];
    });
  });
}
