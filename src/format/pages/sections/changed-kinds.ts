/** The deals of a comparison by what became of them, in the order in which a manager asks. */
import { CHANGE_CLASSES, DEAL_MOVES } from '../../../locale/deal-changes.js';
import type { Text } from '../../../locale/text.js';
import type { ChangedDeal, Changes } from './changes-cells.js';

type Class = ChangedDeal['class'];
type Move = ChangedDeal['moves'][number];

export interface ChangedKind {
  readonly title: Text;
  /** What `kpi compare --list` takes for them. */
  readonly word: Class | Move;
  /** How many there are, of which the document has the largest; null where nobody can tell. */
  readonly all: number | null;
  /** The largest first. */
  readonly deals: readonly ChangedDeal[];
}

/** What deals are listed by, in the order in which a manager asks. */
const KINDS: readonly ({ readonly class: Class } | { readonly move: Move })[] = [
  { class: 'won' },
  { class: 'lost' },
  { class: 'new' },
  { class: 'new_won' },
  { class: 'new_lost' },
  { move: 'slipped' },
  { move: 'pulled_in' },
  { class: 'grown' },
  { class: 'shrunk' },
  { class: 'vanished' },
  { class: 'reopened' },
  { move: 'moved_back' },
  { class: 'priced' },
  { class: 'unpriced' },
  { class: 'currency_changed' },
  { class: 'set_aside' },
  { class: 'taken_back' },
];

/** Those that any deal of the document is of. */
export function changedKinds(changes: Changes): ChangedKind[] {
  return KINDS.flatMap((kind) => {
    const isMove = 'move' in kind;
    const deals = changes.deals.filter((deal) => (isMove ? deal.moves.includes(kind.move) : deal.class === kind.class));
    const title = isMove ? DEAL_MOVES[kind.move] : CHANGE_CLASSES[kind.class];
    return deals.length === 0
      ? []
      : [{ title, word: isMove ? kind.move : kind.class, all: countOf(changes, kind), deals: largest(deals, isMove) }];
  });
}

/** Deals that moved their date are those of most money; what grew and shrank stands by its change already. */
function largest(deals: readonly ChangedDeal[], isMove: boolean): readonly ChangedDeal[] {
  if (!isMove) return deals;
  const size = ({ before, after }: ChangedDeal): number =>
    Math.max(Math.abs(before?.amount ?? 0), Math.abs(after?.amount ?? 0));
  return [...deals].sort((a, b) => size(b) - size(a));
}

function countOf({ pairs: [pair] }: Changes, kind: (typeof KINDS)[number]): number | null {
  if (pair === undefined) return null;
  if ('move' in kind) return pair.moves.find(({ move }) => move === kind.move)?.deals ?? null;
  return pair.classes.find((one) => one.class === kind.class)?.deals ?? null;
}
