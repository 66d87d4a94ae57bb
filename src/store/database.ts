import { promisifyRequest, type UseStore } from 'idb-keyval';
import { openingTroubleOf, isConnectionGone, StoreNotOpened } from './trouble.ts';

const VERSION = 1;
const STORE = 'records';

export interface DatabaseOptions {
  /** Its name; tests have their own. */
  readonly name?: string;
  /** Where databases come from. */
  readonly factory?: () => IDBFactory | undefined;
}

/** The one database that holds the contributions to all works: one quota, one version, one backup. */
export const DATABASE = 'lesart-contributions';

/**
 * A database with one store, reached as idb-keyval's `UseStore`. In place of its `createStore`, which opens a
 * newer version's database as its own, holds up other tabs' upgrades and keeps a connection that the browser
 * has closed. A write is on disk when its transaction completes (durability `strict`; Chromium's default since
 * 121 leaves it to the system for some seconds, and a power cut with it).
 */
export class Database {
  readonly #name: string;
  readonly #factory: () => IDBFactory | undefined;
  readonly #onLost: () => void;
  #connection: Promise<IDBDatabase> | undefined;

  /** @param onLost the connection was closed by the browser, for another tab's upgrade or by a deletion */
  constructor(
    { name = DATABASE, factory = () => globalThis.indexedDB }: DatabaseOptions,
    onLost: () => void = () => undefined,
  ) {
    this.#name = name;
    this.#factory = factory;
    this.#onLost = onLost;
  }

  /**
   * Runs a transaction. When its connection turns out to be gone it runs once more on a new one, so it must
   * not matter whether the first one was committed.
   * @throws StoreNotOpened; DOMException when the transaction fails
   */
  readonly use: UseStore = async (mode, callback) => {
    try {
      return await this.#run(mode, callback);
    } catch (error) {
      if (!isConnectionGone(error)) throw error;
      this.close();
      return await this.#run(mode, callback);
    }
  };

  /** Lets go of the connection; the next transaction opens another. */
  close(): void {
    void this.#connection?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
    this.#connection = undefined;
  }

  async #run<T>(
    mode: IDBTransactionMode,
    callback: (store: IDBObjectStore) => T | PromiseLike<T>,
  ): Promise<T> {
    const database = await this.#open();
    return await callback(database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE));
  }

  #open(): Promise<IDBDatabase> {
    if (this.#connection) return this.#connection;
    const connection = this.#connect().then(
      (database) => {
        const drop = () => {
          database.close();
          if (this.#connection !== connection) return;
          this.#connection = undefined;
          this.#onLost();
        };
        database.onversionchange = drop;
        database.onclose = drop;
        return database;
      },
      (error: unknown) => {
        if (this.#connection === connection) this.#connection = undefined;
        throw new StoreNotOpened(openingTroubleOf(error), error);
      },
    );
    return (this.#connection = connection);
  }

  async #connect(): Promise<IDBDatabase> {
    const factory = this.#factory();
    if (!factory) throw new StoreNotOpened({ code: 'unavailable', args: {} });
    const request = factory.open(this.#name, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    return await promisifyRequest(request);
  }
}
