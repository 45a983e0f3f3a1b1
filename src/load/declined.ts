/**
 * Our own reader of workbooks met something that it does not understand or trust. Never seen by users: the caller
 * reads the file with SheetJS instead, which says what is wrong if anything is.
 */
export class Declined extends Error {
  override readonly name = 'Declined';
}
