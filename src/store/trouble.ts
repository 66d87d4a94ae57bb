/** Every trouble with what is kept on the device. The interface words each one: `trouble.<code>` names it,
 * `troubleRemedy.<code>` says what to do. */
export const TROUBLE_CODES = [
  // The log keeps the session's records in memory.
  /** No IndexedDB: some private windows. */
  'unavailable',
  /** The reader or a policy forbids storage. `reason` */
  'denied',
  /** The disk or the site's quota is full. */
  'full',
  /** A newer version of Lesart has changed the store. */
  'newer',
  /** Another tab holds the store, or it does not answer; it may still do so. */
  'blocked',
  /** Records that were stored are gone. `missing`: how many */
  'deleted',
  /** The browser closed the connection, and again at the second attempt. `reason` */
  'lost',
  /** Anything else. `reason` */
  'failed',
  // Nothing stops.
  /** Two different records with one id. `id` */
  'conflict',
  /** A backup holds fewer lines than it says. `expected`, `found` */
  'backup-cut',
  /** A backup was made by a newer version. `version` */
  'backup-newer',
] as const;
export type TroubleCode = (typeof TROUBLE_CODES)[number];

/** A trouble as a code with arguments, never wording. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly args: Readonly<Record<string, string | number>>;
}

/** The store could not be opened. */
export class StoreNotOpened extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(`The store cannot be opened: ${trouble.code}`, { cause });
    this.name = 'StoreNotOpened';
    this.trouble = trouble;
  }
}

const BY_NAME: Readonly<Record<string, TroubleCode>> = {
  QuotaExceededError: 'full',
  SecurityError: 'denied',
  NotAllowedError: 'denied',
  VersionError: 'newer',
  InvalidStateError: 'lost',
  AbortError: 'lost',
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What an error of IndexedDB means. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof StoreNotOpened) return error.trouble;
  return { code: BY_NAME[nameOf(error)] ?? 'failed', args: { reason: reasonOf(error) } };
}

/** What an error means that opening a database ended with. */
export function openingTroubleOf(error: unknown): Trouble {
  const trouble = troubleOf(error);
  // Firefox and browsers made from it refuse to open any database in a private window so.
  return nameOf(error) === 'InvalidStateError' ? { ...trouble, code: 'unavailable' } : trouble;
}

/**
 * Whether an error says that the connection is gone: Chromium's "connection is closing" (InvalidStateError),
 * a transaction that ended with it (AbortError), Safari's "server lost" (UnknownError). Another may do.
 */
export function isConnectionGone(error: unknown): boolean {
  // A transaction that ends without an error of its own was ended from outside.
  return error === null || ['InvalidStateError', 'AbortError', 'UnknownError'].includes(nameOf(error));
}
