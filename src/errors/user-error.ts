import type { ErrorArgs, ErrorCode } from './catalogue.js';

/** Where in the input something is wrong. */
export interface ErrorPlace {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** What a user can cause and act on. Its message, hint and exit code come from the catalogue. */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'UserError';
  readonly code: C;
  readonly args: ErrorArgs<C>;
  readonly place: ErrorPlace;

  constructor(code: C, args: ErrorArgs<C>, place: ErrorPlace = {}, options: { cause?: unknown } = {}) {
    super(code, options);
    this.code = code;
    this.args = args;
    this.place = place;
  }
}
