import type { Text } from '../../locale/text.js';
import { data, type PageOptions, say, type Words } from '../page.js';

const ALL: Text = { en: 'All open deals', fa: 'همه‌ی معامله‌های باز' };
const EMPTY: Text = { en: '(empty)', fa: '(خالی)' };

/** A stage, with its pipeline where there are several; without a stage all open deals. */
export function stageWords(
  { pipeline, stage }: { readonly pipeline: string | null; readonly stage: string | null },
  several: boolean,
  { lang }: PageOptions,
): Words {
  const name = stage === null ? ALL[lang] : stage === '' ? EMPTY[lang] : data(stage);
  return several && pipeline !== null && pipeline !== '' ? say`${data(pipeline)} · ${name}` : [name];
}

/** Whether the stages of these are of more than one pipeline. */
export function hasSeveralPipelines(entries: Iterable<{ readonly pipeline: string | null }>): boolean {
  return new Set([...entries].flatMap(({ pipeline }) => pipeline ?? [])).size > 1;
}
