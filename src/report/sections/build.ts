import { UserError } from '../../errors/user-error.js';
import type { Report } from '../schema.js';
import { ON_DEMAND, SECTION_NAMES, type SectionId, type SectionName, type SectionWord } from './catalogue/index.js';
import type { SectionContext } from './context.js';
import type { BuiltPart, SummaryPart } from './definition.js';
import type { Elsewhere } from './elsewhere.js';
import { PARTS } from './parts/index.js';
import type { SectionShapes } from './parts/shapes.js';

/**
 * The sections of a report: those that are named, or with `+` those beside the usual ones. Usual are all but the ones on
 * demand, and none where single KPIs are asked for.
 *
 * @param needed those that another part of the request asks for
 * @throws UserError `sections_mixed` where some are named and others added (exit 2)
 */
export function chosenSections(
  asked: readonly SectionWord[] | undefined,
  kpisAsked: readonly string[] | null,
  needed: readonly SectionName[] = [],
): readonly SectionName[] {
  if (needed.length > 0) {
    const chosen = chosenSections(asked, kpisAsked);
    return SECTION_NAMES.filter((name) => chosen.includes(name) || needed.includes(name));
  }
  const usual = kpisAsked === null ? SECTION_NAMES.filter((name) => !ON_DEMAND.includes(name)) : [];
  if (asked === undefined) return usual;
  const added = asked.flatMap((word) => SECTION_NAMES.filter((name) => word === `+${name}`));
  if (added.length > 0 && added.length < asked.length) throw new UserError('sections_mixed', { sections: asked });
  if (added.length > 0) return SECTION_NAMES.filter((name) => usual.includes(name) || added.includes(name));
  return SECTION_NAMES.filter((name) => asked.includes('all') || asked.includes(name));
}

/** The part of a document that is no section's: what it is about, and what was said on the way. */
export type Frame = Omit<Report, keyof SectionShapes | 'warnings'>;

/** The document: every section that was asked for, in the order of the catalogue; what was not is empty. */
export function buildSections(
  frame: Frame,
  warnings: Report['warnings'],
  asked: readonly SectionName[],
  context: SectionContext,
): Report {
  const all = Object.entries(PARTS) as readonly (readonly [SectionId, BuiltPart | SummaryPart])[];
  const isAsked = (id: SectionId): boolean =>
    asked.includes(id as SectionName) || (context.alone !== true && !isOptional(id));
  const parts: object[] = [];
  const pieces: Piece[] = [];
  for (const [at, [id, part]] of all.entries()) {
    const isBuilt = 'build' in part && (isAsked(id) || part.absent === undefined);
    parts.push(isBuilt ? {} : (part.absent ?? {}));
    if (isBuilt) pieces.push(...piecesOf(at, id, part, context));
  }
  const [usual, last] = [pieces.filter(({ isLast }) => !isLast), pieces.filter(({ isLast }) => isLast)];
  const [own, theirs] = [usual.filter(({ there }) => there === HERE), usual.filter(({ there }) => there !== HERE)];
  const built = new Map<Piece, object>();
  for (const piece of [...own, ...theirs]) if (piece.there.claim()) built.set(piece, piece.build());
  // What the other thread has begun with is waited for when nothing else is left to be done.
  for (const piece of theirs) if (!built.has(piece)) built.set(piece, piece.there.take() ?? piece.build());
  for (const piece of last) built.set(piece, piece.build());
  for (const piece of pieces) parts[piece.at] = { ...parts[piece.at], ...built.get(piece) };
  const document = Object.assign({}, frame, ...parts, { warnings }) as Report;
  const summaries = all.map(([id, part]) =>
    isAsked(id) && 'summarize' in part ? part.summarize(document, context) : {},
  );
  return Object.assign({}, document, ...summaries) as Report;
}

/** This thread, where no other was given a piece. */
const HERE: Elsewhere = { claim: () => true, take: () => null };

/** What is built at once: a part, or a piece of one. */
interface Piece {
  /** The place of its part. */
  readonly at: number;
  readonly isLast: boolean;
  /** Who may build it. */
  readonly there: Elsewhere;
  readonly build: () => object;
}

function piecesOf(at: number, id: SectionId, part: BuiltPart, context: SectionContext): Piece[] {
  return Object.entries(part.pieces ?? { [id]: part.build }).map(([name, build]) => ({
    at,
    isLast: part.last === true,
    there: context.elsewhere.get(name) ?? HERE,
    build: () => build(context),
  }));
}

function isOptional(id: SectionId): boolean {
  return (SECTION_NAMES as readonly SectionId[]).includes(id);
}
