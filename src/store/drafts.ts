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

/** A text that is being written, as it was left. */
export interface Draft extends DraftPlace {
  /** The whole text it was made from. */
  readonly base: string;
  readonly text: string;
  readonly reason: string;
  /** What the reader said of marks, by id: resolved or not. */
  readonly resolves: Readonly<Record<string, boolean>>;
}

// Ids have no slash.
const keyOf = ({ work, variant, paragraph, editedFrom }: DraftPlace): string =>
  [work, variant, paragraph, ...(editedFrom === undefined ? [] : [editedFrom])].join('/');

function isDraft(value: unknown): value is Draft {
  const { base, text, reason, resolves } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  return (
    [base, text, reason].every((each) => typeof each === 'string') &&
    typeof resolves === 'object' &&
    resolves !== null
  );
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
