/** How deep the ground of a cell is, and the figure in it. */
import { shareText } from '../../../locale/compact.js';
import type { Lang } from '../../../locale/text.js';

const DEEPEST = 9;

/** The step of a share of the largest, 0…9; none where there is nothing to see. */
export function heatOf(share: number): number | undefined {
  if (!(share > 0)) return undefined;
  return Math.min(DEEPEST, Math.floor(share * (DEEPEST + 1)));
}

/** `44`, `<1`: the head says that it is per cent. */
export function barePercent(share: number, lang: Lang): string {
  return shareText(share, lang).replace(/[ \u00a0]?[%٪]$/, '');
}
