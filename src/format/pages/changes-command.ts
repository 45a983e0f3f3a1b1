/** What to type to see the deals behind a figure of a comparison. */
import type { ListWord, WaterfallStep } from '../../locale/deal-changes.js';
import type { Report } from '../../report/schema.js';
import { code, type Sentence, say, type Words } from '../page.js';
import { commandText } from './command-text.js';

/** What the deals of a figure are listed by: a class or a move, or a step of the waterfall. */
export type Behind = ListWord | WaterfallStep | 'all';

type Compared = Pick<Report, 'changes' | 'filter' | 'warnings'>;

/**
 * `kpi compare --list won`, under the condition of the report and with the days that were said of its exports; the files
 * come behind it.
 *
 * @param ofPeriod the figure is of the deals due in the comparison's period, where it has one
 */
export function changesCommand({ changes, filter, warnings }: Compared, behind: Behind, ofPeriod = false): string {
  const period = changes?.period ?? null;
  const word = behind === 'currency' ? 'currency_changed' : behind;
  return commandText([
    ...['compare', '--list', word],
    ...(ofPeriod && period !== null ? ['--period', `${period.start}..${period.end}`] : []),
    ...(filter === null ? [] : ['--where', filter.where]),
    ...daysSaid(changes, warnings),
  ]);
}

/** Days that no file tells; not where the files were named in another order than that of the days. */
function daysSaid(changes: Report['changes'], warnings: Report['warnings']): string[] {
  const days = (changes?.snapshots ?? []).map(({ taken }) => taken);
  const isSaid = changes?.snapshots.some(({ takenFrom }) => takenFrom === 'said') === true;
  if (!isSaid || days.includes(null) || warnings.some((one) => one.code === 'snapshots_reordered')) return [];
  return ['--taken', days.join(',')];
}

const BEHIND: Sentence<{ readonly command: Words; readonly others: Words }> = {
  en: ({ command, others }) => say`The deals themselves: ${command}${others}.`,
  fa: ({ command, others }) => say`خود معامله‌ها: ${command}${others}.`,
};

/** `The deals themselves: kpi compare --list won (or lost, new).`; nothing where no figure has a deal. */
export function behindWords(
  report: Compared,
  [first, ...others]: readonly Behind[],
  lang: 'en' | 'fa',
  ofPeriod = false,
): Words | null {
  if (first === undefined) return null;
  const separator = lang === 'fa' ? '، ' : ', ';
  const words = others.flatMap((one, at): Words => [...(at === 0 ? [] : [separator]), code(one)]);
  return BEHIND[lang]({
    command: [code(changesCommand(report, first, ofPeriod))],
    others: words.length === 0 ? [] : [lang === 'fa' ? ' (یا ' : ' (or ', ...words, ')'],
  });
}

/** Steps with a deal, in any currency, as the waterfall has them. */
export function behindSteps({ pairs: [pair] }: NonNullable<Report['changes']>): Behind[] {
  const steps = pair?.waterfall.flatMap((one) => one.steps.filter(({ deals }) => deals > 0)) ?? [];
  return [...new Set(steps.map(({ step }) => (step === 'currency' ? 'currency_changed' : step)))];
}

/** Moves that a deal made. */
export function behindMoves({ pairs: [pair] }: NonNullable<Report['changes']>): Behind[] {
  return pair?.moves.filter(({ deals }) => deals !== null && deals > 0).map(({ move }) => move) ?? [];
}
