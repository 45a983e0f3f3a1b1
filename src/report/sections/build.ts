import type { Report } from '../schema.js';
import { SECTION_NAMES, type SectionId, type SectionName } from './catalogue/index.js';
import type { SectionContext } from './context.js';
import type { BuiltPart, SummaryPart } from './definition.js';
import { PARTS, type SectionShapes } from './parts/index.js';

/** All sections of a whole report; none where single KPIs are asked for, unless they are named. */
export function chosenSections(
  asked: readonly SectionName[] | undefined,
  kpisAsked: readonly string[] | null,
): readonly SectionName[] {
  return asked ?? (kpisAsked === null ? SECTION_NAMES : []);
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
  const isAsked = (id: SectionId): boolean => asked.includes(id as SectionName) || !isOptional(id);
  const parts = all.map(([id, part]) => {
    if (!isAsked(id) && part.absent !== undefined) return part.absent;
    return 'build' in part ? part.build(context) : part.absent;
  });
  const document = Object.assign({}, frame, ...parts, { warnings }) as Report;
  const summaries = all.map(([id, part]) =>
    isAsked(id) && 'summarize' in part ? part.summarize(document, context) : {},
  );
  return Object.assign({}, document, ...summaries) as Report;
}

function isOptional(id: SectionId): boolean {
  return (SECTION_NAMES as readonly SectionId[]).includes(id);
}
