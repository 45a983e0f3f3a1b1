/** Contenders in turn on one file, after their answers were compared. */
import { type Answers, difference } from './answers.js';
import type { Contender } from './contenders.js';
import { measure, medians, type Usage } from './usage.js';

/** What a contender used, or why it was not measured. */
export interface Result {
  readonly contender: Contender;
  readonly rows: number;
  readonly used: readonly Usage[];
  readonly median: Usage;
  /** Failed, or answered something else than the first contender; null when all is well. */
  readonly fault: string | null;
}

/**
 * Runs every contender once to compare answers, then all of them `runs` times in turn; each turn begins with the next
 * one, so that none always follows the same neighbour.
 * @throws Error when a contender of ours fails or disagrees with the first
 */
export function contest(contenders: readonly Contender[], file: string, rows: number, runs: number): readonly Result[] {
  const faults = faultsOf(contenders, file);
  const sound = contenders.filter((contender) => faults.get(contender) === undefined);
  const used = new Map(contenders.map((contender) => [contender, [] as Usage[]]));
  for (let run = 0; run < runs; run++) {
    const first = run % sound.length;
    for (const contender of [...sound.slice(first), ...sound.slice(0, first)]) {
      const { wall, cpu, peak } = measure(contender.command(file));
      used.get(contender)?.push({ wall, cpu, peak });
    }
  }
  return contenders.map((contender) => {
    const usages = used.get(contender) ?? [];
    return { contender, rows, used: usages, median: medians(usages), fault: faults.get(contender) ?? null };
  });
}

/** Compares answers alone. @throws Error when any contender fails or disagrees with the first */
export function sameAnswers(contenders: readonly Contender[], file: string): void {
  for (const [{ title }, fault] of faultsOf(contenders, file)) throw new Error(`${title}, ${file}: ${fault}`);
}

function faultsOf(contenders: readonly Contender[], file: string): ReadonlyMap<Contender, string> {
  const faults = new Map<Contender, string>();
  // Of each kind of answer, what the first says that gives it.
  let expected: Answers = { figures: {} };
  for (const contender of contenders) {
    try {
      const { stdout } = measure(contender.command(file));
      if (contender.answers === undefined) continue;
      const answers = contender.answers(stdout);
      const differs = difference(expected, answers);
      if (differs !== null) throw new Error(`wrong answer: ${differs}`);
      expected = Object.keys(expected.figures).length === 0 ? answers : { ...answers, ...expected };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (contender.ours) throw new Error(`${contender.title}, ${file}: ${message}`, { cause: error });
      faults.set(contender, message.split('\n')[0] ?? 'failed');
      console.error(`${contender.title}, ${file}: ${message}`);
    }
  }
  return faults;
}
