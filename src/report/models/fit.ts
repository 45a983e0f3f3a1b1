/** What a fit is told with: named figures, and tables. */
import type { Text } from '../../locale/text.js';
import type { FitUnit } from '../model-schema.js';

/** A figure before its language is known. */
export interface Figure {
  readonly id: string;
  readonly title: Text;
  readonly unit: FitUnit;
  readonly value: number | Text | null;
  readonly interval?: { readonly low: number | null; readonly high: number | null } | null | undefined;
}

export interface Column {
  readonly id: string;
  readonly title: Text;
  readonly unit: FitUnit;
}

export interface Table {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly Column[];
  /** By the ids of the columns. */
  readonly rows: readonly Readonly<Record<string, number | string | Text | null>>[];
}

export interface Fit {
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
}
