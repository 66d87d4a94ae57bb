/** What a person asked for cannot be done. `cli.error.<code>` words it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    readonly code: string,
    readonly args: Readonly<Record<string, string | number>> = {},
    /** The command line itself is wrong, so that its help is of use. */
    readonly isSyntax = false,
  ) {
    super(code);
  }
}
