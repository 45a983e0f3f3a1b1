/**
 * The distinct texts of a column. Of tens of thousands, which stand in memory as they were read, a report shows a few:
 * who asks for one is given it, and who goes through `values` has all of them made.
 */

import type { CategoryColumn } from './column.js';
import type { Codes, DictionaryColumn } from './text-column.js';
import type { KeptTexts } from './written-texts.js';

/** A column of distinct texts and a code per row. */
type Coded = CategoryColumn | DictionaryColumn;

/** How many distinct texts a column has. */
export function distinctTexts(column: Coded): number {
  return column.unmade?.texts.length ?? column.values.length;
}

/** The text of a code; '' where there is none. */
export function textOfCode(column: Coded, code: number): string {
  const { unmade } = column;
  return unmade === undefined ? (column.values[code] ?? '') : unmade.text(code);
}

/** The code of the empty text; −1 = there is none. */
export function codeOfEmpty(column: Coded): number {
  const { unmade } = column;
  if (unmade === undefined) return column.values.indexOf('');
  const { offsets, length } = unmade.texts;
  for (let code = 0; code < length; code++) if (offsets[code] === offsets[code + 1]) return code;
  return -1;
}

/** A column whose texts are made when somebody asks. */
abstract class Unmade {
  /**
   * A property of its own, of which a copy of the column, here or in another thread, has what it gives; and one function
   * for all columns, so that they have one shape.
   */
  static readonly #VALUES = {
    enumerable: true,
    get(this: Unmade): readonly string[] {
      return this.#texts.values;
    },
  };
  declare readonly values: readonly string[];
  readonly #texts: KeptTexts;

  constructor(texts: KeptTexts) {
    this.#texts = texts;
    Object.defineProperty(this, 'values', Unmade.#VALUES);
  }

  /** No copy has it: its texts are made. */
  get unmade(): KeptTexts {
    return this.#texts;
  }
}

/** Such a category column. */
export class UnmadeCategory extends Unmade implements CategoryColumn {
  readonly codes: Codes;

  constructor(codes: Codes, texts: KeptTexts) {
    super(texts);
    this.codes = codes;
  }
}

/** Such cells, as they were read. */
export class UnmadeDictionary extends Unmade implements DictionaryColumn {
  readonly kind = 'dictionary';
  readonly length: number;
  readonly codes: Codes;

  constructor(codes: Codes, texts: KeptTexts) {
    super(texts);
    this.length = codes.length;
    this.codes = codes;
  }
}
