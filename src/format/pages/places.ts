import { data, say, type Words } from '../page.js';

/** Where a record stands in its file, as the documents say it. */
export interface RecordPlace {
  readonly file: string;
  readonly sheet: string | null;
  /** As a spreadsheet program counts; under 1 = the file as a whole. */
  readonly row: number;
}

/** `deals.csv:18`, `deals.xlsx Sheet1:18`: by the row that a spreadsheet shows, in digits that can be typed. */
export function placeWords({ file, sheet, row }: RecordPlace): Words {
  const name = sheet === null ? [data(file)] : say`${data(file)} ${data(sheet)}`;
  return row < 1 ? name : say`${name}:${String(row)}`;
}
