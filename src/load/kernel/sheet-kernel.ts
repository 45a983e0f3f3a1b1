import base64 from './assembly/sheet.js?kernel';
import { Kernel, type KernelExports, type KernelParts, partsOf } from './kernel.js';

/** What `runSheet` ends with; see assembly/sheet-rows.ts. */
export const NO_WHOLE_ROW = 0;
export const UNCOMMON = 1;
export const UNSURE = 2;

/** What the program gives besides, as assembly/sheet.ts says. */
export interface SheetExports extends KernelExports {
  startStrings(expected: number): void;
  goOnWithStrings(next: number): void;
  scanStrings(end: number): number;
  addString(start: number, length: number): void;
  stringsAt(): number;
  stringTable(): number;
  stringCount(): number;
  startSheet(
    columns: number,
    strings: number,
    stringCount: number,
    formats: number,
    formatCount: number,
    is1904: number,
  ): void;
  roomForSheet(length: number): number;
  givenSheet(length: number): void;
  sheetAt(): number;
  sheetEnd(): number;
  goOnWithRows(next: number, row: number, lastRow: number): void;
  resumeRows(): void;
  rowFound(): number;
  lastFilledRow(): number;
  lastCellColumn(): number;
  filledCells(): number;
  runSheet(handBack: number): number;
}

/** Texts that the program asks for: their bytes, put where it says; −1 when there is no room for them. */
export interface MadeTexts {
  numberText(from: number, length: number, style: number, to: number, room: number): number;
  plainText(from: number, length: number, to: number, room: number): number;
}

const NONE: MadeTexts = { numberText: () => -1, plainText: () => -1 };

/** What a reader of sheets runs on; null where the kernel cannot run. */
export function sheetParts(): KernelParts | null {
  return partsOf(base64);
}

/** The program at work. */
export function sheetKernel(parts: KernelParts, texts: MadeTexts = NONE): Kernel<SheetExports> {
  return new Kernel<SheetExports>(parts, { 'sheet-rows': { ...texts } });
}
