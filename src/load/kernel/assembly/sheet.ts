/**
 * A reader of the sheets of workbooks: index.ts, with rows that are found in XML. What it finds is what xlsx-sheet.ts and
 * xlsx-strings.ts find; whatever they know and this does not, it hands back.
 */
export * from './index';
export {
  addString,
  goOnWithStrings,
  scanStrings,
  startStrings,
  stringCount,
  stringsAt,
  stringTable,
} from './shared-strings';
export {
  filledCells,
  givenSheet,
  goOnWithRows,
  lastCellColumn,
  lastFilledRow,
  resumeRows,
  roomForSheet,
  rowFound,
  runSheet,
  sheetAt,
  sheetEnd,
  startSheet,
} from './sheet-rows';
