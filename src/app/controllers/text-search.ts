import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { search } from '../../core/segment/search.ts';
import type { Span } from '../../core/span.ts';
import { placeKey } from '../../core/contribution/fold.ts';
import type { OpenedWork } from '../opened-work.ts';

/** A place where the query stands. */
export interface Hit {
  readonly variant: string;
  readonly paragraph: string;
  readonly span: Span;
}

/** What is known of a search; it grows while it runs. */
export interface SearchState {
  readonly query: string;
  readonly running: boolean;
  /** In reading order: by row, then by variant. */
  readonly hits: readonly Hit[];
  readonly byPlace: ReadonlyMap<string, readonly Hit[]>;
}

const NOTHING: SearchState = { query: '', running: false, hits: [], byPlace: new Map() };

/** Milliseconds of searching before the page gets its turn. */
const SLICE = 8;

/** Milliseconds between two tellings of what was found so far: each renders the page. */
const TELLING = 200;

/** More places than this help nobody; the search stops there. */
export const MOST_HITS = 10_000;

/** Searches all texts of a work a few milliseconds at a time; a new query ends the old one. */
export class TextSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #state = NOTHING;
  #at = -1;
  #run = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#run += 1;
  }

  get state(): SearchState {
    return this.#state;
  }

  /** The hit that the reader stands at, as an index; -1 before the first step. */
  get at(): number {
    return this.#at;
  }

  get hit(): Hit | undefined {
    return this.#state.hits[this.#at];
  }

  /** Goes to the next (1) or the previous (-1) hit, round and round; the first step forward goes to the first
   * hit at or after a row. */
  step(opened: OpenedWork, step: 1 | -1, fromRow: number): Hit | undefined {
    const { hits } = this.#state;
    if (hits.length === 0) return undefined;
    if (this.#at >= 0) this.#at = (this.#at + step + hits.length) % hits.length;
    else if (step < 0) this.#at = hits.length - 1;
    else
      this.#at = Math.max(
        0,
        hits.findIndex(({ paragraph }) => opened.indexOf(paragraph) >= fromRow),
      );
    this.#host.requestUpdate();
    return this.hit;
  }

  /** Starts anew; resolves when all is searched or another query took over. Within a row the
   * hits come in the order of the variants. */
  async start(
    opened: OpenedWork,
    query: string,
    variants: readonly string[],
    onFirst?: () => void,
  ): Promise<void> {
    const run = (this.#run += 1);
    this.#at = -1;
    if (query.trim() === '') {
      this.#state = NOTHING;
      this.#host.requestUpdate();
      return;
    }
    const hits: Hit[] = [];
    const byPlace = new Map<string, readonly Hit[]>();
    const tell = (running: boolean): void => {
      this.#state = { query, running, hits: [...hits], byPlace: new Map(byPlace) };
      this.#host.requestUpdate();
    };
    let until = performance.now() + SLICE;
    let told = 0;
    // Texts are composed; what is typed need not be (on a Mac).
    for (const found of search(query.normalize('NFC'), texts(opened, variants))) {
      if (found) {
        const place = found.spans.map((span) => ({ ...found.key, span }));
        for (const hit of place) hits.push(hit);
        byPlace.set(placeKey(found.key.variant, found.key.paragraph), place);
        if (hits.length >= MOST_HITS) break;
      }
      if (performance.now() < until) continue;
      if (performance.now() >= told) {
        tell(true);
        told = performance.now() + TELLING;
      }
      await new Promise((resolve) => setTimeout(resolve));
      if (run !== this.#run) return;
      until = performance.now() + SLICE;
    }
    tell(false);
    if (hits.length > 0) onFirst?.();
  }
}

function* texts(
  opened: OpenedWork,
  variants: readonly string[],
): Generator<readonly [{ variant: string; paragraph: string }, string]> {
  for (const { cells } of opened.rows)
    for (const variant of variants)
      for (const { id, text } of cells.get(variant) ?? []) yield [{ variant, paragraph: id }, text];
}
