import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import { data, say, type Words } from '../page.js';

/** Where a record stands in its file, as the documents say it. */
export interface RecordPlace {
  readonly file: string;
  readonly sheet: string | null;
  /** As a spreadsheet program counts; under 1 = the file as a whole. */
  readonly row: number;
  /** Physical line of a CSV record. */
  readonly line: number | null;
}

/** `deals.csv:18` by line where there is one, else by row, `deals.xlsx Sheet1:18`: what an editor can jump to. */
export function placeWords({ file, sheet, row, line }: RecordPlace, lang: Lang): Words {
  const name = sheet === null ? [data(file)] : say`${data(file)} ${data(sheet)}`;
  const at = line ?? row;
  return at < 1 ? name : say`${name}:${countText(at, lang).replaceAll(/[,٬]/g, '')}`;
}
