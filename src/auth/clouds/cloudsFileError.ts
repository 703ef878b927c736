type CloudsFileFault =
  | 'missing'
  /** This user may not read it. */
  | 'noPermission'
  /** A folder, or a pipe. */
  | 'notAFile'
  /** `detail` is the system's or the editor's word: `EIO`, `Unavailable`, … */
  | 'unreadable'
  /** More than a mebibyte. */
  | 'tooLarge'
  /** Not YAML; `detail` is the parser's code, such as `TAB_AS_INDENT`. */
  | 'syntax'
  /** YAML without a mapping called `clouds`. */
  | 'noClouds';

/** A clouds file that cannot be used at all. No text of the file is in it: that might be a password. */
export class CloudsFileError extends Error {
  override readonly name = 'CloudsFileError';

  /**
   * @param path of the file, which may be the `secure` file
   * @param line counted from 1
   */
  constructor(
    readonly path: string,
    readonly fault: CloudsFileFault,
    readonly detail?: string,
    readonly line?: number,
  ) {
    super([fault, detail, line !== undefined && `line ${line}`].filter(Boolean).join(' '));
  }
}
