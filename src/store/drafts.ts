import { promisifyRequest } from 'idb-keyval';
import { Database, type DatabaseOptions } from './database.ts';

/** The database of texts that are being written. A draft is nobody's contribution yet, and no backup holds it. */
export const DRAFTS_DATABASE = 'lesart-drafts';

/** Whose draft it is: a paragraph's, and with `editedFrom` the one that began from a proposal for it. */
export interface DraftPlace {
  readonly work: string;
  readonly variant: string;
  readonly paragraph: string;
  /** Id of the correction that is being accepted with edits. */
  readonly editedFrom?: string;
}

/** A paragraph that a text is for, with the whole text it was made from. */
export interface DraftPart {
  readonly paragraph: string;
  readonly base: string;
}

/** A text that is being written, as it was left. */
export interface Draft extends DraftPlace {
  /** The whole text it was made from. */
  readonly base: string;
  /** Where the paragraph was joined with others: all of them in their order. Then `base` is theirs, a line each. */
  readonly parts?: readonly DraftPart[];
  readonly text: string;
  readonly reason: string;
  /** What the reader said of marks, by id: resolved or not. */
  readonly resolves: Readonly<Record<string, boolean>>;
}

// Ids have no slash.
const keyOf = ({ work, variant, paragraph, editedFrom }: DraftPlace): string =>
  [work, variant, paragraph, ...(editedFrom === undefined ? [] : [editedFrom])].join('/');

function isDraft(value: unknown): value is Draft {
  const { base, text, reason, resolves, parts } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  return (
    [base, text, reason].every((each) => typeof each === 'string') &&
    typeof resolves === 'object' &&
    resolves !== null &&
    (parts === undefined || (Array.isArray(parts) && parts.length > 0 && parts.every(isPart)))
  );
}

function isPart(value: unknown): value is DraftPart {
  const { paragraph, base } = (value ?? {}) as Partial<Record<keyof DraftPart, unknown>>;
  return typeof paragraph === 'string' && typeof base === 'string';
}

/** The drafts on this device, one a place. What a method cannot do it rejects with an error that `troubleOf` words. */
export class Drafts {
  readonly #database: Database;

  constructor({ name = DRAFTS_DATABASE, ...options }: DatabaseOptions = {}) {
    this.#database = new Database({ name, ...options });
  }

  /** The draft of a place; undefined where there is none. */
  async read(place: DraftPlace): Promise<Draft | undefined> {
    const found = await this.#database.use('readonly', (store) =>
      promisifyRequest<unknown>(store.get(keyOf(place))),
    );
    return isDraft(found) ? found : undefined;
  }

  /** Keeps a draft in place of the one before. Resolves when it is on disk. */
  async write(draft: Draft): Promise<void> {
    await this.#database.use('readwrite', (store) => {
      store.put(draft, keyOf(draft));
      // A page that is closed gets no answers any more: what waits for them before it commits is lost.
      store.transaction.commit();
      return promisifyRequest(store.transaction);
    });
  }

  async remove(place: DraftPlace): Promise<void> {
    await this.#database.use('readwrite', (store) => {
      store.delete(keyOf(place));
      store.transaction.commit();
      return promisifyRequest(store.transaction);
    });
  }

  /** Lets go of the database. */
  close(): void {
    this.#database.close();
  }
}
