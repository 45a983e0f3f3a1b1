import { PIECE, type Population } from '../model/population.js';
import { inWorkRoom } from '../model/work-room.js';

/** The numbers of some rows, written from the first place on. */
type Gather = (rows: Uint32Array, into: Float64Array) => void;

/**
 * Hands over a number per deal beside the deals' rows, piece by piece, in memory that is used again for the next: whoever
 * takes a piece keeps no view of it.
 */
export function gatherPieces(
  deals: Pick<Population, 'size' | 'inPieces'>,
  gather: Gather,
  take: (numbers: Float64Array, rows: Uint32Array) => void,
): void {
  inWorkRoom((room) => {
    const lent = room.lend(Float64Array, Math.min(deals.size, PIECE));
    deals.inPieces((rows) => {
      const numbers = lent.subarray(0, rows.length);
      gather(rows, numbers);
      take(numbers, rows);
    });
  });
}

/**
 * Does some work with a number per deal, which are gathered piece by piece into memory that is used again behind it: the
 * work keeps neither them nor a view of them.
 */
export function withGathered<T>(
  deals: Pick<Population, 'size' | 'inPieces'>,
  gather: Gather,
  work: (numbers: Float64Array) => T,
): T {
  return inWorkRoom((room) => {
    const numbers = room.lend(Float64Array, deals.size);
    let at = 0;
    deals.inPieces((rows) => {
      gather(rows, numbers.subarray(at));
      at += rows.length;
    });
    return work(numbers);
  });
}
