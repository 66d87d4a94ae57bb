import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { uuidv7 } from '../../core/contribution/id.ts';
import type { Glossary } from '../../core/work/glossary.ts';
import { type Concept, conceptGlossary, mergedGlossary } from '../../core/work/glossary-concept.ts';
import { Glossaries, type OwnEntry } from '../../store/glossaries.ts';
import { fetchGlossary } from '../../store/shipped-glossary.ts';
import { type Trouble, troubleOf } from '../../store/trouble.ts';
import type { OpenedWork } from '../opened-work.ts';

export type GlossaryWork = Pick<OpenedWork, 'work'>;

/** What the glossary of a work is made from, and what it was made to. */
interface Merged {
  readonly shipped: Glossary | undefined;
  readonly own: readonly OwnEntry[];
  readonly work: OpenedWork['work'];
  readonly glossary: Glossary | undefined;
}

/**
 * The glossaries of works: the one that a work comes with, and with it what readers of this device added. All that
 * show or use one share this; it tells them by `changed`.
 */
export class GlossarySource extends EventTarget {
  readonly #store: Glossaries;
  readonly #fetch: (slug: string) => Promise<Glossary | undefined>;
  readonly #shipped = new Map<string, Glossary | undefined>();
  /** Works whose glossary is on its way. */
  readonly #awaited = new Set<string>();
  readonly #merged = new Map<string, Merged>();
  /** Entries by the work that they count in; made anew after each change. */
  readonly #ownOf = new Map<string, readonly OwnEntry[]>();
  #all: readonly OwnEntry[] = [];
  #isAsked = false;
  #isRead = false;
  #trouble: Trouble | undefined;

  constructor(
    fetch: (slug: string) => Promise<Glossary | undefined> = (slug) =>
      fetchGlossary(import.meta.env.BASE_URL, slug),
    store?: (onChanged: () => void) => Glossaries,
  ) {
    super();
    this.#fetch = fetch;
    const onChanged = (): void => {
      void this.#readAnew();
    };
    this.#store = store?.(onChanged) ?? new Glossaries({}, onChanged);
  }

  /** Why the entries of this device cannot be had, or the last one could not be kept. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Whether all that there is of a work's glossary has come. */
  isReady({ work }: GlossaryWork): boolean {
    return this.#isRead && this.#shipped.has(work.slug) && !this.#awaited.has(work.slug);
  }

  /** The glossary that a work is held to, the same object until it is another; what has not come yet is asked for. */
  glossaryOf({ work }: GlossaryWork): Glossary | undefined {
    this.#ask(work.slug);
    const shipped = this.#shipped.get(work.slug);
    const own = this.ownOf({ work });
    const known = this.#merged.get(work.slug);
    if (
      known !== undefined &&
      known.shipped === shipped &&
      known.own === own &&
      known.work.reference === work.reference &&
      known.work.variants === work.variants
    )
      return known.glossary;
    const glossary = mergedGlossary(shipped, conceptGlossary(work, own));
    this.#merged.set(work.slug, { shipped, own, work, glossary });
    return glossary;
  }

  /** This device's entries that count in a work: its own, and those for all works. */
  ownOf({ work }: GlossaryWork): readonly OwnEntry[] {
    this.#ask(work.slug);
    let own = this.#ownOf.get(work.slug);
    if (own === undefined) {
      own = this.#all.filter((entry) => entry.work === work.slug || entry.everywhere);
      this.#ownOf.set(work.slug, own);
    }
    return own;
  }

  /** Resolves when everything of a work has come that there is. */
  async ready({ work }: GlossaryWork): Promise<void> {
    this.#ask(work.slug);
    while (!this.isReady({ work }))
      await new Promise((resolve) => {
        this.addEventListener('changed', resolve, { once: true });
      });
  }

  /** Concepts as new entries for a work. */
  entriesOf(
    slug: string,
    concepts: readonly Concept[],
    given: { readonly everywhere: boolean; readonly file?: string },
  ): readonly OwnEntry[] {
    const now = Date.now();
    const time = new Date(now).toISOString();
    return concepts.map(({ sense, terms }) => ({
      id: uuidv7(now, crypto.getRandomValues(new Uint8Array(10))),
      work: slug,
      time,
      sense,
      terms,
      ...given,
    }));
  }

  /** Adds entries and takes others away, all or nothing; resolves to whether it is on disk. */
  async change(
    added: readonly OwnEntry[],
    removed: readonly Pick<OwnEntry, 'work' | 'id'>[] = [],
  ): Promise<boolean> {
    try {
      await this.#store.change(added, removed);
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
    if (this.#trouble) this.#tell();
    else await this.#readAnew();
    return this.#trouble === undefined;
  }

  /** Lets go of the store. */
  close(): void {
    this.#store.close();
  }

  #ask(slug: string): void {
    if (!this.#isAsked) {
      this.#isAsked = true;
      void this.#readAnew();
    }
    if (this.#shipped.has(slug)) return;
    this.#shipped.set(slug, undefined);
    this.#awaited.add(slug);
    void this.#fetch(slug).then((glossary) => {
      this.#awaited.delete(slug);
      this.#shipped.set(slug, glossary);
      this.#tell();
    });
  }

  async #readAnew(): Promise<void> {
    try {
      this.#all = await this.#store.read();
      this.#ownOf.clear();
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
    this.#isRead = true;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('changed'));
  }
}

let shared: GlossarySource | undefined;

/** The page's one source. */
export const glossarySource = (): GlossarySource => (shared ??= new GlossarySource());

/** Renders its host again when a glossary has changed. */
export class GlossaryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => GlossarySource;
  #listening: GlossarySource | undefined;
  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };

  /** @param source the page's one, unless a test says otherwise */
  constructor(host: ReactiveControllerHost, source: () => GlossarySource = glossarySource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = this.#source();
    this.#listening.addEventListener('changed', this.#changed);
  }

  hostDisconnected(): void {
    this.#listening?.removeEventListener('changed', this.#changed);
  }
}
