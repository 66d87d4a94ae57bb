/** A file of a zip package, with `/` between folders. */
export interface PackagePart {
  readonly path: string;
  readonly text: string;
  /** Has to be packed as it is, not compressed. */
  readonly isStored?: boolean;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
