import { fenceOfThread } from '../disk/fence.js';

/** How much of a packed or endless input is read. All in bytes. */
export interface SizeLimits {
  /** Of what is unpacked, or kept because it came through a pipe. */
  readonly unpacked: number;
  /** Of what must be in memory as a whole, since its reader knows no pieces: a packed workbook or web page. */
  readonly whole: number;
  /** The user named the limit: what looks like a bomb by how well it packs is read up to there all the same. */
  readonly raised: boolean;
}

/** Unless the user says otherwise. Some ten million deals, which take as many minutes to read as they took to export. */
const UNPACKED = 2 * 1024 ** 3;
const WHOLE = 512 * 1024 ** 2;

/** @param maxSize what the user allows; within a fence never more than a file may be large */
export function sizeLimits(maxSize: number | undefined): SizeLimits {
  const most = fenceOfThread()?.largest ?? Number.POSITIVE_INFINITY;
  return {
    unpacked: Math.min(maxSize ?? UNPACKED, most),
    whole: Math.min(maxSize ?? WHOLE, most),
    raised: maxSize !== undefined,
  };
}

/** Below this size it does not matter how well something is packed. */
const RATIO_FROM = 64 * 1024 ** 2;

/**
 * How much of an input is read into memory as a whole.
 *
 * @param packed its bytes on disk; null where nobody knows
 * @param ratio how many times as long it may be unpacked
 */
export function mostInMemory({ whole, raised }: SizeLimits, packed: number | null, ratio: number): number {
  return raised || packed === null ? whole : Math.min(whole, Math.max(RATIO_FROM, ratio * packed));
}
