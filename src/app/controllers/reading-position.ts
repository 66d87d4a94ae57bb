import type { ReactiveControllerHost } from 'lit';
import type { CompareView } from '../compare-view/compare-view.ts';
import type { Origin } from '../events.ts';
import type { AddressKeeper } from './address-keeper.ts';
import { nextMark, nextParagraph, searchedFrom } from './reading-steps.ts';
import type { ShownWork } from './shown-work.ts';

/** What the position is part of. */
export interface PositionSources {
  readonly address: AddressKeeper;
  readonly shown: ShownWork;
  readonly view: () => CompareView | null;
  /** The reader turned to a place in the text. */
  readonly turned: (origin: Origin) => void;
  /** The reader stepped to a mark, by its id; undefined: there is none. */
  readonly stepped: (mark: string | undefined) => void;
}

const NOWHERE: readonly [number, number] = [0, 0];

/** Where the reader is, and the ways from there. */
export class ReadingPosition {
  readonly #host: ReactiveControllerHost;
  readonly #sources: PositionSources;
  #seen: readonly [number, number] | undefined;

  constructor(host: ReactiveControllerHost, sources: PositionSources) {
    this.#host = host;
    this.#sources = sources;
  }

  /** Indices of the first and the last row on screen. */
  get seen(): readonly [number, number] {
    return this.#seen ?? NOWHERE;
  }

  /** The row at the top of the screen, once rows were on it. */
  get top(): string | undefined {
    return this.#seen && this.#sources.shown.opened?.rows[this.#seen[0]]?.id;
  }

  /** The index of the row that a search starts at. */
  get searchedFrom(): number {
    const { opened } = this.#sources.shown;
    return opened ? searchedFrom(opened, this.#place) : 0;
  }

  /** Other rows came on screen. */
  move(seen: readonly [number, number]): void {
    this.#seen = seen;
    this.#host.requestUpdate();
    this.#sources.address.remember();
  }

  /** Another work is opened. */
  reset(): void {
    this.#seen = undefined;
  }

  /** Brings a paragraph on screen as it is rendered with what was just turned to. */
  reveal(paragraph: string, origin: Origin): void {
    void this.#host.updateComplete.then(() => this.#sources.view()?.reveal(paragraph, origin));
  }

  /** Turns to a paragraph; `jump` makes the place before one that Back returns to. */
  activate(paragraph: string | undefined, origin: Origin, jump: boolean): void {
    if (paragraph === undefined) return;
    this.#sources.address.turn({ view: 'compare', paragraph, mark: undefined }, jump);
    this.reveal(paragraph, origin);
    this.#sources.turned(origin);
  }

  activateMark(mark: string | undefined, paragraph: string, origin: Origin): void {
    this.#sources.address.turn({ view: 'compare', paragraph, mark }, origin !== 'keys');
    this.reveal(paragraph, origin === 'panel' ? 'map' : origin);
    this.#sources.turned(origin);
  }

  /** The first paragraph (0) or the last (-1). */
  end(at: 0 | -1): void {
    this.activate(this.#sources.shown.opened?.rows.at(at)?.id, 'keys', false);
  }

  step(step: 1 | -1, origin: Origin): void {
    const { opened } = this.#sources.shown;
    if (opened) this.activate(nextParagraph(opened, this.#place, step), origin, false);
  }

  stepMark(step: 1 | -1): void {
    const { opened, marked, severities } = this.#sources.shown;
    const next = opened && nextMark(opened, this.#place, step, marked, severities);
    if (next) this.activateMark(next.mark, next.paragraph, 'keys');
    this.#sources.stepped(next?.mark);
  }

  get #place(): Parameters<typeof searchedFrom>[1] {
    const { address, shown } = this.#sources;
    return { active: shown.active, mark: address.address.mark, seen: this.seen };
  }
}
