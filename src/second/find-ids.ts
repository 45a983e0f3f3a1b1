import { idFacts } from '../normalize/id-facts.js';
import { FREE, type IdsMessage, OVER, OWNER, SECOND } from './messages.js';

/** Looks at ids, if the first thread has not begun with it. */
export function findIds({ column, taken, answers }: IdsMessage): void {
  if (Atomics.compareExchange(taken, OWNER, FREE, SECOND) === FREE) {
    let over = -1;
    try {
      answers.postMessage(idFacts({ kind: 'plain', ...column }));
      over = 1;
    } finally {
      // After a fault it finds no answer, looks itself, and meets the same one.
      Atomics.store(taken, OVER, over);
      Atomics.notify(taken, OVER);
    }
  }
  answers.close();
}
