import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Work } from '../../core/work/model.ts';
import { readWork } from '../../core/work/work-json.ts';
import { DeviceWorks } from '../../store/device-works.ts';
import type { DeviceWork } from '../../store/device-works-keys.ts';
import { fetchSlugs } from '../../store/shipped.ts';
import { type Trouble, troubleOf } from '../../store/trouble.ts';

/** Days that a deleted work can be restored. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;
/** Milliseconds after which a store that does not answer is said not to. */
const PATIENCE = 5000;

/** The works that there are: shipped ones and those of this device, kept in step with other tabs. */
export class Shelf implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #root: string;
  #works: DeviceWorks | undefined;
  #shipped: readonly Work[] | undefined;
  #own: readonly DeviceWork[] | undefined;
  #trouble: Trouble | undefined;
  readonly #onChanged = (): void => {
    void this.#read();
  };

  /** @param root where the app is served, with a slash at the end */
  constructor(host: ReactiveControllerHost, root: string) {
    this.#host = host;
    this.#root = root;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Undefined until they were looked for. */
  get shipped(): readonly Work[] | undefined {
    return this.#shipped;
  }

  /** Undefined until they were looked for; those in the trash among them. */
  get own(): readonly DeviceWork[] | undefined {
    return this.#own;
  }

  /** Why the works of this device cannot be had or changed. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Looks for the works, and lets go of what was deleted long ago or left behind by a cut-off import. */
  async open(now: Date): Promise<void> {
    this.close();
    const works = new DeviceWorks();
    this.#works = works;
    works.addEventListener('changed', this.#onChanged);
    await Promise.all([this.#readShipped(), this.#read()]);
    // Tidying is not what the reader waits for.
    void this.#try(async () => {
      await works.sweep();
      await works.purge(new Date(now.getTime() - KEPT_DAYS * DAY));
    });
  }

  close(): void {
    this.#works?.removeEventListener('changed', this.#onChanged);
    this.#works?.close();
    this.#works = undefined;
  }

  rename(slug: string, title: string): Promise<void> {
    return this.#try(async (works) => {
      await works.rename(slug, title);
    });
  }

  /** Whether there is such a work still; undefined when the store could not be used. */
  async describe(slug: string, change: (work: Work) => Work): Promise<boolean | undefined> {
    let isDone: boolean | undefined;
    await this.#try(async (works) => {
      isDone = await works.describe(slug, change);
    });
    return isDone;
  }

  trash(slug: string, now: Date): Promise<void> {
    return this.#try(async (works) => {
      await works.trash(slug, now);
    });
  }

  restore(slug: string): Promise<void> {
    return this.#try(async (works) => {
      await works.restore(slug);
    });
  }

  async #read(): Promise<void> {
    const waiting = setTimeout(() => {
      this.#settle({ code: 'blocked', args: {} });
    }, PATIENCE);
    await this.#try(async (works) => {
      this.#own = await works.list();
      this.#settle(undefined);
    });
    clearTimeout(waiting);
  }

  async #readShipped(): Promise<void> {
    if (this.#shipped) return;
    const slugs = await fetchSlugs(this.#root);
    const found = await Promise.all(slugs.map((slug) => this.#declaration(slug)));
    this.#shipped = found.filter((work) => work !== undefined);
    this.#host.requestUpdate();
  }

  /** A work that cannot be read says so where it is opened. */
  async #declaration(slug: string): Promise<Work | undefined> {
    try {
      const response = await fetch(`${this.#root}works/${slug}/work.json`);
      return response.ok ? readWork(await response.text()).value : undefined;
    } catch {
      return undefined;
    }
  }

  async #try(act: (works: DeviceWorks) => Promise<void>): Promise<void> {
    const works = this.#works;
    if (!works) return;
    try {
      await act(works);
    } catch (error) {
      if (works === this.#works) this.#settle(troubleOf(error));
    }
  }

  #settle(trouble: Trouble | undefined): void {
    this.#trouble = trouble;
    this.#host.requestUpdate();
  }
}
