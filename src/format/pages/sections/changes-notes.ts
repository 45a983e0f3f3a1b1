/** Where what makes a comparison doubtful is said. */
import type { Changes } from './changes-cells.js';

/** Doubts so strong that they come before what they are about. */
const FIRST: readonly string[] = ['nothing_in_common', 'hardly_in_common'];
/** Said where the groups stand. */
const OF_GROUPS = 'groups_are_newest';

interface SplitNotes {
  readonly first: Changes['notes'];
  readonly ofGroups: Changes['notes'];
  readonly notes: Changes['notes'];
}

export function splitNotes({ notes, groups }: Changes): SplitNotes {
  const isFirst = ({ code }: Changes['notes'][number]): boolean => FIRST.includes(code);
  const isOfGroups = ({ code }: Changes['notes'][number]): boolean => code === OF_GROUPS;
  return {
    first: notes.filter(isFirst),
    notes: notes.filter((note) => !isFirst(note) && !isOfGroups(note)),
    ofGroups: groups.length === 0 ? [] : notes.filter(isOfGroups),
  };
}
