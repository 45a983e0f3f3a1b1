import { stageNameKey } from '../crm/stage-column.js';
import { foldText } from '../locale/fold.js';

/** Gives every stage one code, whatever its spelling; names are those of the deals where they know the stage. */
export interface StageNames {
  /** Code 0 is ''. */
  readonly values: readonly string[];
  /** The code of the first of several names that the deals know, else of the last one. */
  codeOf(...names: readonly [string, ...string[]]): number;
}

/** Stage names over the distinct stages that the deals carry. */
export function stageNames(dealStages: readonly string[]): StageNames {
  const values = [''];
  const codes = new Map<string, number>();
  const spelt = new Map<string, string>();
  const squeezed = new Map<string, string>();
  for (const name of dealStages) {
    if (name === '') continue;
    if (!spelt.has(foldText(name))) spelt.set(foldText(name), name);
    if (!squeezed.has(stageNameKey(name))) squeezed.set(stageNameKey(name), name);
  }
  const known = (name: string): string | undefined => spelt.get(foldText(name)) ?? squeezed.get(stageNameKey(name));
  return {
    values,
    codeOf(...names) {
      const name = names.map(known).find((one) => one !== undefined) ?? names[names.length - 1] ?? '';
      const key = foldText(name);
      if (key === '') return 0;
      let code = codes.get(key);
      if (code === undefined) {
        code = values.push(name) - 1;
        codes.set(key, code);
      }
      return code;
    },
  };
}
