import { foldText } from '../locale/fold.js';

/** A column of a deals file that tells of one stage: the day it was entered or left, or the time spent in it. */
export interface StageColumn {
  readonly tells: 'entered' | 'left' | 'time';
  /** The name between the quotes, or the id in a property's name, as the header has it. */
  readonly name: string;
  /** The same without the pipeline in brackets behind it. */
  readonly stage: string;
}

/** HubSpot quotes the stage with ", ', “” or ‘’, depending on where the file was exported. */
const QUOTED =
  /^(?<what>(?:first |latest )?date entered|(?:first |latest )?date exited|(?:cumulative |latest )?time in)\s*["'“”‘’„«]+(?<name>.*[^\s"'“”‘’»])\s*["'“”‘’»]+$/iu;
const PROPERTY = /^hs_(?:v2_)?(?<what>date_entered|date_exited|(?:cumulative_|latest_)?time_in)_(?<name>.+)$/i;

/** What every such header has. */
const MAY_TELL = /date.entered|date.exited|time.in/i;

/**
 * What a header tells of one stage, or null: `Date entered "Contract Sent (Sales Pipeline)"`, `Cumulative time in …`,
 * `hs_v2_date_entered_contractsent`, `hs_time_in_contractsent` (milliseconds). Only forms that nothing else has: a bare
 * "Date entered" is the creation date of SugarCRM, "Date entered current stage" the last change.
 */
export function stageColumn(header: string): StageColumn | null {
  const clean = header.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!MAY_TELL.test(clean)) return null;
  const { what, name } = (QUOTED.exec(clean) ?? PROPERTY.exec(clean))?.groups ?? {};
  if (what === undefined || name === undefined) return null;
  const kind = what.toLowerCase();
  const tells = kind.includes('time') ? 'time' : kind.includes('exited') ? 'left' : 'entered';
  return { tells, name: name.trim(), stage: withoutPipeline(name.trim()) };
}

/** `Won (EU) (Sales (new))` → `Won (EU)`: the last pair of brackets is the pipeline. */
function withoutPipeline(name: string): string {
  if (!name.endsWith(')')) return name;
  let depth = 0;
  for (let at = name.length - 1; at > 0; at--) {
    if (name[at] === ')') depth++;
    else if (name[at] === '(' && --depth === 0) return name.slice(0, at).trim();
  }
  return name;
}

/**
 * The comparison form of a stage's name where one side may be a property's id: `closedwon` and `Closed Won` are equal.
 */
export function stageNameKey(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}
