import type { Population } from '../model/population.js';
import { inWorkRoom } from '../model/work-room.js';

/**
 * Does some work with a number per deal, which are gathered piece by piece into memory that is used again behind it: the
 * work keeps neither them nor a view of them.
 *
 * @param gather writes the numbers of some rows, from the first place on
 */
export function withGathered<T>(
  deals: Pick<Population, 'size' | 'inPieces'>,
  gather: (rows: Uint32Array, into: Float64Array) => void,
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
