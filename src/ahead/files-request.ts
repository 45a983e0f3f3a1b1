import type { Role } from '../model/fields.js';

/** Which files are read, and what is said of how they are understood before their rows are read. */
export interface FilesRequest {
  /** Paths in the order given; `-` is standard input. A role that the user did not say is detected. */
  readonly files: readonly { readonly path: string; readonly role?: Role }[];
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The most bytes of a packed file or a pipe that are read, unpacked. Default 2 GiB. */
  readonly maxSize?: number;
  readonly preset?: string;
  /** `field` or `role.field` → the file's own column header. */
  readonly mapping?: Readonly<Record<string, string>>;
  /**
   * Keys of `mapping` that hold for every run, as those of a config file do: they may speak of files that are not given
   * this time. Any other key whose column no file has is an error.
   */
  readonly standing?: readonly string[];
  /** Headers of columns that are never taken for a field. */
  readonly ignore?: readonly string[];
  /** Deal fields or column headers that breakdowns will ask for, as in `ReportRequest`. */
  readonly by?: readonly (string | readonly string[])[];
  /** Have every column at hand for rules, as `contract` needs. */
  readonly everyColumn?: boolean;
  /** Read every column, as `inspect` needs. */
  readonly allColumns?: boolean;
  /**
   * Texts that are hardly asked for may stay in the file, where they are read when they are: for who asks soon, and is told
   * (`changed_while_reading`) where the file changed meanwhile.
   */
  readonly leaveTexts?: boolean;
  readonly onProgress?: (file: string, bytes: number, total: number | null) => void;
}
